"""Taking in payments from the bank: by KID to the lease, the rest to the tray; and undoing an import whole."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.avtalebrudd import finn_avtalebrudd
from boligtildeling.casework.boforhold.filimport import Filsti, begynn_import, hent_fil, krev_ny_fil, si_fra_om
from boligtildeling.casework.boforhold.restanse import finn_betaling, finn_kontrakter, leieavtale, saken_til
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.boforhold.filimport import Bankbetaling, Filimport
from boligtildeling.domain.boforhold.innlesing import Bankrad, Filfeil, Radfeil
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.kontrakt import Betaling, Kontrakt
from boligtildeling.domain.krav import Fritekst

UTEN_KID = "Betalingen har ingen KID."
UKJENT_KID = "KID hører ikke til noen leieavtale her."
FOER_AVTALEN = "Betalingen er eldre enn leieavtalen som har KID-en."
INGEN_AA_REVERSERE = "Fant ingen betaling på samme beløp å reversere."


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ImporterBetalinger:
    """A bank file: camt.054 or OCR giro."""

    fil: Filsti


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AngreImport:
    """Takes an import back, whole, by its number."""

    import_nummer: int
    grunn: Fritekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlasserBetaling(Sakskommando):
    """A payment in the tray belongs to this case."""

    bankbetaling: int


def _proev_bankfil(arbeid: Arbeid, k: ImporterBetalinger, feil: Feilliste) -> None:
    try:
        lest = arbeid.rammer.innleser.bankfil(hent_fil(arbeid, k.fil))
    except Filfeil as grunn:
        feil.legg_til("/fil", str(grunn))
        return
    feil.krev(bool(lest.rader), "/fil", "Filen har ingen innbetalinger.")


@handling(
    ImporterBetalinger,
    navn="importer_betalinger",
    tittel="Importer betalinger",
    hendelse="BetalingerImportert",
    proever=_proev_bankfil,
)
def importer_betalinger(arbeid: Arbeid, k: ImporterBetalinger) -> dict[str, Any]:
    """Puts each payment on the lease that has its KID, and un-pays what the bank took back; the rest goes to the tray.

    A payment that another import has, by the bank's own reference, is told and not taken in twice. Broken agreements
    are found, and become tasks. Refused (ALLEREDE) when the same file is taken in already.

    Hjemmel: husleieloven § 3-3.
    """
    innhold = hent_fil(arbeid, k.fil)
    krev_ny_fil(arbeid, innhold)
    lest = arbeid.rammer.innleser.bankfil(innhold)
    nye, feil = _nye(arbeid, lest.rader)
    per_dato = max((rad.dato for rad in nye), default=arbeid.i_dag)
    ny = begynn_import(arbeid, "betalinger", innhold, per_dato, (*lest.feil, *feil))
    kontrakter = finn_kontrakter(arbeid.session, (rad.kid for rad in nye))
    for rad in nye:
        ny.betalinger.append(_ta_inn(arbeid, rad, kontrakter.get(rad.kid or "")))
        arbeid.session.flush()
    si_fra_om(arbeid, (b.saksnummer for b in ny.betalinger))
    arbeid.logg = {"import": ny.id, "sha256": ny.sha256}
    return {
        "import": ny.id,
        "slag": lest.slag,
        "plassert": sum(b.saksnummer is not None for b in ny.betalinger),
        "i_skuffen": sum(b.saksnummer is None for b in ny.betalinger),
        "feil": [{"rad": f.rad, "grunn": f.grunn} for f in ny.feil],
        "brutte_avtaler": finn_avtalebrudd(arbeid),
    }


def _nye(arbeid: Arbeid, rader: tuple[Bankrad, ...]) -> tuple[list[Bankrad], list[Radfeil]]:
    """The rows that no import has yet, and the faults of the rest."""
    staar = select(Bankbetaling.referanse, Bankbetaling.import_id).where(
        Bankbetaling.er_ute.is_(False), Bankbetaling.referanse.in_({r.referanse for r in rader})
    )
    kjente = {rad.referanse: rad.import_id for rad in arbeid.session.execute(staar)}
    nye: dict[str, Bankrad] = {}
    feil: list[Radfeil] = []
    for rad in rader:
        if rad.referanse in kjente:
            grunn = f"Betalingen er tatt inn før (import {kjente[rad.referanse]})."
        elif rad.referanse in nye:
            grunn = f"Betalingen står to ganger i filen (rad {nye[rad.referanse].rad})."
        elif rad.dato > arbeid.i_dag:
            grunn = f"Datoen ({vis_dato(rad.dato)}) ligger fram i tid."
        else:
            nye[rad.referanse] = rad
            continue
        feil.append(Radfeil(rad.rad, grunn, rad.kid or ""))
    return list(nye.values()), feil


def _ta_inn(arbeid: Arbeid, rad: Bankrad, kontrakt: Kontrakt | None) -> Bankbetaling:
    """The row with the payment it became; without a case and with a reason when it became none."""
    mottatt = Bankbetaling(
        rad=rad.rad,
        kid=rad.kid,
        beloep=rad.beloep,
        dato=rad.dato,
        referanse=rad.referanse,
        er_reversering=rad.er_reversering,
        betaler=rad.betaler,
        melding=rad.melding,
    )
    if kontrakt is None:
        mottatt.hvorfor_ikke = UTEN_KID if rad.kid is None else UKJENT_KID
    elif rad.dato < kontrakt.skrevet_tidspunkt.date():
        mottatt.hvorfor_ikke = FOER_AVTALEN
    else:
        _bokfoer(arbeid, mottatt, kontrakt)
    return mottatt


def _bokfoer(arbeid: Arbeid, mottatt: Bankbetaling, kontrakt: Kontrakt) -> bool:
    """Makes the payment, or the reversal, on the lease; False when there is nothing to reverse."""
    reverserer = finn_betaling(kontrakt, mottatt.beloep, mottatt.dato) if mottatt.er_reversering else None
    if mottatt.er_reversering and reverserer is None:
        mottatt.hvorfor_ikke = INGEN_AA_REVERSERE
        return False
    betaling = Betaling(
        beloep=mottatt.beloep,
        dato=mottatt.dato,
        kilde="bankfil",
        kid=kontrakt.kid,
        reverserer=reverserer.id if reverserer is not None else None,
    )
    kontrakt.betalinger.append(betaling)
    arbeid.session.flush()
    saker = saken_til(arbeid.session, (kontrakt,))
    mottatt.saksnummer, mottatt.betaling_id, mottatt.hvorfor_ikke = saker[kontrakt.id], betaling.id, None
    return True


def _proev_plassering(arbeid: Arbeid, k: PlasserBetaling, feil: Feilliste) -> None:
    funnet = arbeid.session.get(Bankbetaling, k.bankbetaling)
    i_skuffen = funnet is not None and funnet.saksnummer is None and not funnet.er_ute
    feil.krev(i_skuffen, "/bankbetaling", "Fant ingen betaling med dette nummeret i skuffen.")


@handling(
    PlasserBetaling,
    navn="plasser_betaling",
    tittel="Plasser betaling",
    hendelse="BetalingPlassert",
    proever=_proev_plassering,
    etter_avslutning=True,
)
def plasser_betaling(arbeid: Arbeid, k: PlasserBetaling) -> dict[str, Any]:
    """Takes a payment out of the tray and puts it on the lease of the case."""
    kontrakt, mottatt = leieavtale(arbeid.sak), arbeid.session.get_one(Bankbetaling, k.bankbetaling)
    if kontrakt is None:
        nekt("STEG", "Saken har ingen leieavtale å føre betalingen på.")
    if not _bokfoer(arbeid, mottatt, kontrakt):
        nekt("STEG", INGEN_AA_REVERSERE)
    mottatt.plassert_av = arbeid.bruker.navn
    return {"betaling": mottatt.betaling_id, "betalt": kontrakt.betalt}


def _proev_angring(arbeid: Arbeid, k: AngreImport, feil: Feilliste) -> None:
    finnes = arbeid.session.get(Filimport, k.import_nummer) is not None
    feil.krev(finnes, "/import_nummer", "Importen finnes ikke.")


@handling(AngreImport, navn="angre_import", tittel="Angre import", hendelse="ImportAngret", proever=_proev_angring)
def angre_import(arbeid: Arbeid, k: AngreImport) -> dict[str, Any]:
    """Takes an import back, whole: a list no longer counts, and payments are reversed. The same file may come again.

    What the bank took back in it is paid again. What someone has reversed since, stands.
    """
    gammel = arbeid.session.get_one(Filimport, k.import_nummer)
    if gammel.angret_dato is not None:
        nekt("ALLEREDE", f"Importen ble angret {vis_dato(gammel.angret_dato)}.")
    gammel.angret_dato, gammel.angret_av, gammel.angret_grunn = arbeid.i_dag, arbeid.bruker.navn, k.grunn
    egne = {b.betaling_id for b in gammel.betalinger}
    for mottatt in reversed(gammel.betalinger):
        mottatt.er_ute = True
        if mottatt.betaling_id is not None:
            _foer_tilbake(arbeid, arbeid.session.get_one(Betaling, mottatt.betaling_id), egne)
    arbeid.session.flush()
    finn_avtalebrudd(arbeid)
    roert = [*(p.saksnummer for p in gammel.poster), *(b.saksnummer for b in gammel.betalinger)]
    si_fra_om(arbeid, roert)
    return {"import": gammel.id, "rader": len(roert)}


def _foer_tilbake(arbeid: Arbeid, betaling: Betaling, egne: set[int | None]) -> None:
    """Weighs the payment up, unless something else has; a payment and its reversal in one file are even already."""
    kontrakt = betaling.kontrakt
    if betaling.reverserer in egne and betaling.reverserer is not None:
        return
    if betaling.reverserer is not None:
        motpost = Betaling(beloep=betaling.beloep, dato=betaling.dato, kilde="bankfil", kid=betaling.kid)
    elif any(b.reverserer == betaling.id for b in kontrakt.betalinger):
        return
    else:
        motpost = Betaling(
            beloep=betaling.beloep, dato=betaling.dato, kilde="bankfil", kid=betaling.kid, reverserer=betaling.id
        )
    kontrakt.betalinger.append(motpost)
    arbeid.session.flush()
