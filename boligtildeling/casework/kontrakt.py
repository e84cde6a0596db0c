"""From conditions met to a signed lease, and the money that goes before the key."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.leieforhold import etter_annullering, etter_signering
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.konvolutt import boligen_skal_i_konvolutt, legg_i
from boligtildeling.casework.sjekkpunkt import glem_svar
from boligtildeling.casework.soekeindeks import indekser
from boligtildeling.domain.base import omformer
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.dokumentasjon import Dokumentasjon
from boligtildeling.domain.feil import Feilliste, Sperret, nekt
from boligtildeling.domain.husleie import foerste_husleie, til_dato
from boligtildeling.domain.identitet import lag_kid
from boligtildeling.domain.kontrakt import Betaling, Betalingskilde, Kontrakt, Part
from boligtildeling.domain.krav import Dato, DatoTilNaa, Fritekst, Kode, PositivtBeloep
from boligtildeling.domain.porter import sperrer_for_leiestart, sperrer_for_port
from boligtildeling.domain.vedtak import Vedtak, Vilkaarskontroll


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class KontrollerVilkaar(Sakskommando):
    """One condition of the decision, met or not, with proof."""

    vilkaar: Kode
    oppfylt: bool
    dato: DatoTilNaa
    dokumentasjon: Dokumentasjon


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SkrivKontrakt(Sakskommando):
    """The lease: from when, for how much a month, and when the dwelling is handed over (default `fra_dato`)."""

    fra_dato: Dato
    husleie: PositivtBeloep
    overtakelse_dato: Dato | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SignerKontrakt(Sakskommando):
    """One party has signed."""

    part: Part
    dato: DatoTilNaa


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AnnullerKontrakt(Sakskommando):
    """The lease comes to nothing; only before the key."""

    grunn: Fritekst


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerBetaling(Sakskommando):
    """A payment, a guarantee, or the reversal of one (`reverserer` is its number)."""

    beloep: PositivtBeloep
    dato: DatoTilNaa
    kilde: Betalingskilde
    kid: Kode | None = None
    reverserer: int | None = None


def _vedtak_med_vilkaar(arbeid: Arbeid, kode: str) -> Vedtak | None:
    vedtak = arbeid.sak.gjeldende_vedtak
    return vedtak if vedtak is not None and any(v.kode == kode for v in vedtak.innhold.vilkaar) else None


def _proev_vilkaar(arbeid: Arbeid, k: KontrollerVilkaar, feil: Feilliste) -> None:
    finnes = _vedtak_med_vilkaar(arbeid, k.vilkaar) is not None
    feil.krev(finnes, "/vilkaar", "Vilkåret finnes ikke i vedtaket.")
    for peker, setning in k.dokumentasjon.mangler("–"):
        feil.legg_til(peker, setning)


@handling(
    KontrollerVilkaar,
    navn="kontroller_vilkaar",
    tittel="Kontroller vilkår",
    hendelse="VilkaarKontrollert",
    proever=_proev_vilkaar,
)
def kontroller_vilkaar(arbeid: Arbeid, k: KontrollerVilkaar) -> None:
    """Notes that a condition is met, or not; after the decision is sent and before the lease is signed."""
    vedtak = _vedtak_med_vilkaar(arbeid, k.vilkaar)
    if vedtak is None or not vedtak.er_sendt:
        nekt("VEDTAK", "Vedtaket er ikke sendt. Vilkårene kontrolleres etterpå.")
    if arbeid.sak.kontrakt is not None and arbeid.sak.kontrakt.er_signert:
        nekt("STEG", "Kontrakten er signert. Kontrollen er låst.")
    gammel = vedtak.vilkaarskontroll.get(k.vilkaar)
    arbeid.foer = {"vilkaar": k.vilkaar, "kontroll": omformer().unstructure(gammel) if gammel else None}
    kontroll = Vilkaarskontroll(
        oppfylt=k.oppfylt, dato=k.dato, dokumentasjon=k.dokumentasjon, kontrollert_av=arbeid.bruker.navn
    )
    vedtak.vilkaarskontroll = {**vedtak.vilkaarskontroll, k.vilkaar: kontroll}


def _proev_kontrakt(arbeid: Arbeid, k: SkrivKontrakt, feil: Feilliste) -> None:
    if k.overtakelse_dato is not None:
        innen = (k.overtakelse_dato - k.fra_dato).days <= 31
        feil.krev(innen, "/overtakelse_dato", "Overtakelsen kan ikke være mer enn en måned etter leiestart.")


@handling(
    SkrivKontrakt,
    navn="skriv_kontrakt",
    tittel="Skriv kontrakt",
    hendelse="KontraktSkrevet",
    proever=_proev_kontrakt,
)
def skriv_kontrakt(arbeid: Arbeid, k: SkrivKontrakt) -> dict[str, Any]:
    """Writes the lease (gate K) and computes its KID, its end and the first rent.

    Hjemmel: husleieloven §§ 3-2, 9-2, 9-3 og 11-1.
    """
    sak = arbeid.sak
    if sak.kontrakt is not None:
        nekt("ALLEREDE", "Kontrakten er allerede skrevet. Annuller den før du skriver en ny.")
    grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, sak, arbeid.i_dag)
    sperrer = list(sperrer_for_port(grunnlag, "K"))
    if grunnlag.bolig is not None:
        sperrer += sperrer_for_leiestart(grunnlag, grunnlag.bolig, k.fra_dato)
    if sperrer:
        raise Sperret(*sperrer)
    if grunnlag.bolig is None:
        raise LookupError("bolig")
    bolig = legg_i(arbeid, grunnlag.bolig) if boligen_skal_i_konvolutt(arbeid) else grunnlag.bolig
    kontrakt = _ny_kontrakt(arbeid, k, bolig)
    sak.kontrakter.append(kontrakt)
    indekser(arbeid.session, sak)
    arbeid.session.flush()
    ledig = kontrakt.bolig.ledig_fra
    if ledig is not None and kontrakt.overtakelse_dato < ledig and sak.gir_ny_innflytting:
        arbeid.advar(f"Overtakelsen er avtalt før boligen er ledig ({vis_dato(ledig)}).")
    if k.husleie != kontrakt.bolig.husleie:
        arbeid.advar(f"Husleien er en annen enn den som er registrert på boligen ({kontrakt.bolig.husleie}).")
    arbeid.endret.add(kontrakt.boligid)
    dokument = lag_og_lagre(arbeid, "leieavtale")
    return {
        "kid": kontrakt.kid,
        "til_dato": kontrakt.til_dato,
        "foerste_husleie": {"beloep": kontrakt.foerste_husleie, "forfall": kontrakt.foerste_forfall},
        "dokument": dokument,
    }


def _ny_kontrakt(arbeid: Arbeid, k: SkrivKontrakt, bolig: Bolig) -> Kontrakt:
    sak = arbeid.sak
    valg = sak.kontraktsvalg
    if valg is None:
        raise LookupError("kontraktsvalg")
    overtakelse: date = k.overtakelse_dato or k.fra_dato
    aar, nummer = sak.saksnummer.split("-")
    return Kontrakt(
        boligid=bolig.boligid,
        bolig=bolig,
        leiere=tuple(p.partsnoekkel for p in sak.soeknad.soekere),
        type=valg.type,
        maaneder=valg.maaneder,
        er_kort=valg.er_kort,
        fra_dato=k.fra_dato,
        til_dato=til_dato(k.fra_dato, valg.maaneder) if valg.maaneder else None,
        overtakelse_dato=overtakelse,
        husleie=k.husleie,
        foerste_husleie=foerste_husleie(k.husleie, k.fra_dato),
        foerste_forfall=overtakelse,
        kid=lag_kid(int(aar) % 100 * 100_000 + int(nummer), len(sak.kontrakter) + 1),
        skrevet_tidspunkt=arbeid.naa,
        signert={},
    )


def _proev_signatur(arbeid: Arbeid, k: SignerKontrakt, feil: Feilliste) -> None:
    kontrakt = arbeid.sak.kontrakt
    if kontrakt is not None:
        feil.krev(k.part in kontrakt.parter, "/part", "Kontrakten har ingen medleier.")
        skrevet = kontrakt.skrevet_tidspunkt.date()
        feil.krev(k.dato >= skrevet, "/dato", "Datoen er før kontrakten ble skrevet.")


@handling(
    SignerKontrakt,
    navn="signer_kontrakt",
    tittel="Registrer signatur",
    hendelse="KontraktSignert",
    proever=_proev_signatur,
)
def signer_kontrakt(arbeid: Arbeid, k: SignerKontrakt) -> dict[str, Any]:
    """Notes a signature; gate K must still be open. When all have signed, the K points are frozen."""
    kontrakt = _kontrakt(arbeid)
    if k.part in kontrakt.signert:
        nekt("ALLEREDE", "Parten har allerede signert.")
    grunnlag = bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag)
    if sperrer := sperrer_for_port(grunnlag, "K"):
        raise Sperret(*sperrer)
    kontrakt.signert = {**kontrakt.signert, k.part: k.dato}
    etter_signering(arbeid.session, arbeid.sak)
    return {"mangler": list(kontrakt.mangler_signatur)}


@handling(AnnullerKontrakt, navn="annuller_kontrakt", tittel="Annuller kontrakten", hendelse="KontraktAnnullert")
def annuller_kontrakt(arbeid: Arbeid, k: AnnullerKontrakt) -> None:
    """Sets the lease aside before the key; offer and decision stand, what is paid must be paid back."""
    kontrakt = _kontrakt(arbeid)
    if arbeid.sak.noekkel_er_utlevert:
        nekt("STEG", "Nøkkelen er utlevert. Leieforholdet kan ikke annulleres.", "husleieloven § 1-2")
    if kontrakt.betalt:
        arbeid.advar(f"{kontrakt.betalt} er betalt og skal betales tilbake.")
    etter_annullering(arbeid.session, arbeid.sak, kontrakt)
    kontrakt.annullert_grunn = k.grunn
    glem_svar(arbeid, {kode for kode, svar in arbeid.sak.svar.items() if svar.innhold.svar == "utsatt"})
    arbeid.endret.add(kontrakt.boligid)


def _proev_betaling(arbeid: Arbeid, k: RegistrerBetaling, feil: Feilliste) -> None:
    kontrakt = arbeid.sak.kontrakt
    if kontrakt is None:
        return
    if k.kid is not None:
        feil.krev(k.kid == kontrakt.kid, "/kid", "KID hører ikke til denne kontrakten.")
    if k.reverserer is None:
        return
    opprinnelig = next((b for b in kontrakt.betalinger if b.id == k.reverserer and b.reverserer is None), None)
    if feil.krev(opprinnelig is not None, "/reverserer", "Fant ingen betaling med dette nummeret.") and opprinnelig:
        feil.krev(k.beloep == opprinnelig.beloep, "/beloep", f"Betalingen som reverseres var på {opprinnelig.beloep}.")


@handling(
    RegistrerBetaling,
    navn="registrer_betaling",
    tittel="Registrer betaling",
    hendelse="BetalingRegistrert",
    proever=_proev_betaling,
    etter_avslutning=True,
)
def registrer_betaling(arbeid: Arbeid, k: RegistrerBetaling) -> dict[str, Any]:
    """Notes a payment or its reversal. A reversal after the key becomes arrears; the tenancy stands.

    Hjemmel: husleieloven § 3-3.
    """
    kontrakt = _kontrakt(arbeid)
    if k.reverserer is not None and any(b.reverserer == k.reverserer for b in kontrakt.betalinger):
        nekt("ALLEREDE", "Betalingen er allerede reversert.")
    betaling = Betaling(beloep=k.beloep, dato=k.dato, kilde=k.kilde, kid=k.kid, reverserer=k.reverserer)
    kontrakt.betalinger.append(betaling)
    arbeid.session.flush()
    if k.reverserer is not None and arbeid.sak.noekkel_er_utlevert:
        arbeid.advar(f"Nøkkelen er utlevert. Leieforholdet står, og {kontrakt.gjenstaar} er restanse.")
    if kontrakt.betalt > kontrakt.foerste_husleie:
        arbeid.advar(f"Det er betalt mer enn første husleie: {kontrakt.betalt}.")
    return {"betaling": betaling.id, "betalt": kontrakt.betalt, "gjenstaar": kontrakt.gjenstaar}


def _kontrakt(arbeid: Arbeid) -> Kontrakt:
    kontrakt = arbeid.sak.kontrakt
    if kontrakt is None:
        nekt("STEG", "Kontrakten er ikke skrevet.")
    return kontrakt
