"""Taking in lists of arrears: a file once, whole, with every row that is not taken in told and kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Annotated, Any

from sqlalchemy import select

from boligtildeling.casework.act import handling
from boligtildeling.casework.boforhold.restanse import finn_kontrakter, krav_i, lister, saken_til, sum_av
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import er_synlig_for
from boligtildeling.domain.boforhold.filimport import Filimport, Importfeil, Importprofil, Restansepost
from boligtildeling.domain.boforhold.innlesing import (
    Filfeil,
    Kolonner,
    Lestliste,
    Profilnavn,
    Radfeil,
    Restanserad,
    Tabell,
    gjett_kolonner,
)
from boligtildeling.domain.boforhold.restanse import Endring, endring
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import DatoTilNaa, Tekst
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.sak import Sak

Filsti = Annotated[str, Tekst("Filen, med sti fra mappen kommandoen ligger i.", maks=200)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ImporterRestanseliste:
    """The landlord's list of rent that is not paid on `per_dato`.

    Its columns are those of `kolonner`, or of the saved `profil`, or those that the headings name. With `lagre_som`
    they are kept under that name for the next time.
    """

    fil: Filsti
    per_dato: DatoTilNaa
    profil: Profilnavn | None = None
    kolonner: Kolonner | None = None
    lagre_som: Profilnavn | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Listeforslag:
    """A list as it would be taken in: the columns, and its rows with what is wrong."""

    kolonner: Kolonner
    lest: Lestliste


def les_liste(arbeid: Arbeid, k: ImporterRestanseliste) -> Listeforslag:
    """The list in the file. Raises `Filfeil` when it cannot be used, with what is missing."""
    tabell = arbeid.rammer.innleser.tabell(hent_fil(arbeid, k.fil))
    kolonner = kolonner_for(arbeid, k, tabell)
    lest = arbeid.rammer.innleser.restanseliste(tabell, kolonner, k.per_dato)
    return Listeforslag(kolonner, mot_leieavtalene(arbeid, lest))


def kolonner_for(arbeid: Arbeid, k: ImporterRestanseliste, tabell: Tabell) -> Kolonner:
    """The columns that are chosen, saved or named by the headings. Raises `Filfeil` when the headings name too few."""
    return k.kolonner or _lagret(arbeid, k.profil) or _gjettet(tabell)


def hent_fil(arbeid: Arbeid, sti: str) -> bytes:
    """The bytes of the file. Raises `Filfeil` when it cannot be read."""
    try:
        return arbeid.rammer.filer.hent(sti)
    except ValueError as grunn:
        raise Filfeil(str(grunn)) from None


def _lagret(arbeid: Arbeid, navn: str | None) -> Kolonner | None:
    profil = arbeid.session.get(Importprofil, navn) if navn is not None else None
    return profil.kolonner if profil is not None else None


def _gjettet(tabell: Tabell) -> Kolonner:
    funnet = gjett_kolonner(tabell.overskrifter)
    kid, beloep, forfall = funnet["kid"], funnet["beloep"], funnet["forfall"]
    if kid is None or beloep is None or forfall is None:
        raise Filfeil("Programmet kjenner ikke igjen kolonnene. Velg hvilke som er KID, beløp og forfall.")
    return Kolonner(kid=kid, beloep=beloep, forfall=forfall, fakturanr=funnet["fakturanr"])


def mot_leieavtalene(arbeid: Arbeid, lest: Lestliste) -> Lestliste:
    """Takes out the claims that cannot be true of the lease they belong to."""
    rader: list[Restanserad] = []
    feil = list(lest.feil)
    kontrakter = finn_kontrakter(arbeid.session, (r.kid for r in lest.rader))
    for rad in lest.rader:
        kontrakt = kontrakter.get(rad.kid)
        if kontrakt is not None and rad.forfall < min(kontrakt.fra_dato, kontrakt.foerste_forfall):
            feil.append(Radfeil(rad.rad, "Forfallet er før leieforholdet begynte.", f"{rad.kid} | {rad.beloep}"))
        else:
            rader.append(rad)
    return Lestliste(tuple(rader), tuple(sorted(feil, key=lambda f: f.rad)))


def _proev_liste(arbeid: Arbeid, k: ImporterRestanseliste, feil: Feilliste) -> None:
    if k.profil is not None and k.kolonner is None:
        feil.krev(arbeid.session.get(Importprofil, k.profil) is not None, "/profil", "Profilen finnes ikke.")
    if feil:
        return
    try:
        forslag = les_liste(arbeid, k)
    except Filfeil as grunn:
        feil.legg_til("/fil", str(grunn))
        return
    feil.krev(bool(forslag.lest.rader), "/fil", _ingen_rader(forslag.lest))


def _ingen_rader(lest: Lestliste) -> str:
    foerste = f" Rad {lest.feil[0].rad}: {lest.feil[0].grunn}" if lest.feil else ""
    return f"Ingen rader i filen kan tas inn.{foerste}"


@handling(
    ImporterRestanseliste,
    navn="importer_restanseliste",
    tittel="Importer restanseliste",
    hendelse="RestanselisteImportert",
    proever=_proev_liste,
)
def importer_restanseliste(arbeid: Arbeid, k: ImporterRestanseliste) -> dict[str, Any]:
    """Takes the list in: rows with faults are told and kept, and a KID that no lease has goes to the tray.

    Refused (ALLEREDE) when the same file, or a list of the same day, is taken in already.
    """
    innhold = hent_fil(arbeid, k.fil)
    forslag = les_liste(arbeid, k)
    krev_ny_fil(arbeid, innhold)
    _krev_ny_dag(arbeid, k.per_dato)
    ny = begynn_import(arbeid, "restanseliste", innhold, k.per_dato, forslag.lest.feil)
    kontrakter = finn_kontrakter(arbeid.session, (r.kid for r in forslag.lest.rader))
    saker = saken_til(arbeid.session, kontrakter.values())
    for rad in forslag.lest.rader:
        kontrakt = kontrakter.get(rad.kid)
        ny.poster.append(
            Restansepost(
                rad=rad.rad,
                saksnummer=saker[kontrakt.id] if kontrakt is not None else None,
                kid=rad.kid,
                beloep=rad.beloep,
                forfall=rad.forfall,
                fakturanr=rad.fakturanr,
            )
        )
    if k.lagre_som is not None:
        arbeid.session.merge(Importprofil(navn=k.lagre_som, kolonner=forslag.kolonner))
    arbeid.session.flush()
    si_fra_om(arbeid, (p.saksnummer for p in ny.poster))
    arbeid.logg = {"import": ny.id, "sha256": ny.sha256, "per_dato": k.per_dato, "lagre_som": k.lagre_som}
    return {
        "import": ny.id,
        "rader": len(ny.poster),
        "ukjent_kid": sum(p.saksnummer is None for p in ny.poster),
        "feil": [{"rad": f.rad, "grunn": f.grunn} for f in forslag.lest.feil],
        "endringer": tell_endringer(arbeid),
    }


def krev_ny_fil(arbeid: Arbeid, innhold: bytes) -> None:
    """Refuses a file that is taken in already, by its SHA-256."""
    samme = select(Filimport).where(Filimport.sha256 == sha256(innhold).hexdigest(), Filimport.angret_dato.is_(None))
    if (foer := arbeid.session.scalars(samme).one_or_none()) is not None:
        naar = vis_dato(foer.importert_tidspunkt.date())
        nekt("ALLEREDE", f"Filen ble importert {naar} (import {foer.id}). Angre den først hvis den skal leses på nytt.")


def _krev_ny_dag(arbeid: Arbeid, per_dato: date) -> None:
    samme = select(Filimport.id).where(
        Filimport.slag == "restanseliste", Filimport.per_dato == per_dato, Filimport.angret_dato.is_(None)
    )
    if (nummer := arbeid.session.scalar(samme)) is not None:
        nekt("ALLEREDE", f"Det er alt importert en liste per {vis_dato(per_dato)} (import {nummer}). Angre den først.")


def begynn_import(arbeid: Arbeid, slag: str, innhold: bytes, per_dato: date, feil: Iterable[Radfeil]) -> Filimport:
    """A new import with the rows that are not taken in."""
    ny = Filimport(
        slag=slag,
        sha256=sha256(innhold).hexdigest(),
        per_dato=per_dato,
        importert_av=arbeid.bruker.navn,
        importert_tidspunkt=arbeid.naa,
        feil=[Importfeil(rad=f.rad, grunn=f.grunn, innhold=f.innhold) for f in feil],
    )
    arbeid.session.add(ny)
    arbeid.session.flush()
    return ny


def si_fra_om(arbeid: Arbeid, saksnumre: Iterable[str | None]) -> None:
    """Notes which cases are touched, of those that the user may know of."""
    roert = {s for s in saksnumre if s is not None}
    synlige = select(Sak.saksnummer).where(Sak.saksnummer.in_(roert), er_synlig_for(arbeid.bruker))
    arbeid.endret |= set(arbeid.session.scalars(synlige))


def tell_endringer(arbeid: Arbeid) -> Mapping[Endring, int]:
    """How many tenancies owe for the first time, more, the same, less or nothing, since the list before.

    Counted among the cases that the user may know of.
    """
    begge = lister(arbeid.session)
    synlige = select(Sak.saksnummer).where(er_synlig_for(arbeid.bruker))
    naa, foer = (krav_i(arbeid.session, liste, synlige) for liste in (begge.naa, begge.forrige))
    funn: dict[Endring, int] = {"ny": 0, "oekt": 0, "uendret": 0, "redusert": 0, "loest": 0}
    for saksnummer in naa.keys() | foer.keys():
        hva = endring(sum_av(foer.get(saksnummer, ())), sum_av(naa.get(saksnummer, ())))
        if hva is not None:
            funn[hva] += 1
    return funn


def restanse_i_listene(arbeid: Arbeid, saksnummer: str) -> tuple[Kroner, Kroner]:
    """What the newest list says is owed, and what the one before said."""
    begge, egen = lister(arbeid.session), select(Sak.saksnummer).where(Sak.saksnummer == saksnummer)
    naa, foer = (krav_i(arbeid.session, liste, egen).get(saksnummer, ()) for liste in (begge.naa, begge.forrige))
    return sum_av(naa), sum_av(foer)
