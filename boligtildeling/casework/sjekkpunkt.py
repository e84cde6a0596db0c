"""Answers to checkpoints, facts that cannot be computed, and the leader's exceptions."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.adgang import krev_kan_besvare
from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.base import omformer
from boligtildeling.domain.dokumentasjon import Dokumentasjon, Svarinnhold
from boligtildeling.domain.feil import KOMMUNENS_REGEL, Feilliste, nekt
from boligtildeling.domain.krav import Dato, DatoTilNaa, Fritekst, Kode, Navn, ValgfriTekst
from boligtildeling.domain.sak import Kjennetegn, Oppgave, Svar, Unntak
from boligtildeling.domain.sjekkliste import Sjekkpunkt

UKONTROLLERT = "I søknaden står adressen til noen som ikke kontrollert. Rett søknaden med det Folkeregisteret svarte."


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class KryssAv(Sakskommando):
    """An answer to a checkpoint, with date and proof."""

    sjekkpunkt: Kode
    svar: Literal["ja", "nei", "ikke_aktuelt", "utsatt"]
    dato: DatoTilNaa
    merknad: ValgfriTekst | None = None
    dokumentasjon: Dokumentasjon | None = None
    frist: Dato | None = None
    ansvarlig: Navn | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SettKjennetegn(Sakskommando):
    """A fact about the case that the program cannot compute."""

    kjennetegn: Kjennetegn
    verdi: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class GiUnntak(Sakskommando):
    """A leader sets a checkpoint aside, with the reason."""

    sjekkpunkt: Kode
    grunn: Fritekst


def _punkt(arbeid: Arbeid, kode: str) -> Sjekkpunkt | None:
    return arbeid.rammer.liste_for(arbeid.session, arbeid.sak.sjekkliste_versjon).finn(kode)


def _kjent_punkt(arbeid: Arbeid, kode: str) -> Sjekkpunkt:
    punkt = _punkt(arbeid, kode)
    if punkt is None:
        raise LookupError(kode)
    return punkt


def _proev_svar(arbeid: Arbeid, k: KryssAv, feil: Feilliste) -> None:
    punkt = _punkt(arbeid, k.sjekkpunkt)
    if not feil.krev(punkt is not None, "/sjekkpunkt", "Sjekkpunktet finnes ikke i sakens sjekkliste."):
        return
    if punkt is not None and punkt.beregnet:
        return
    if k.svar in {"nei", "ikke_aktuelt"}:
        feil.krev(bool((k.merknad or "").strip()), "/merknad", "«Nei» og «ikke aktuelt» må ha en grunn.")
    if k.svar == "ja" and feil.krev(k.dokumentasjon is not None, "/dokumentasjon", "Vis hva svaret bygger på."):
        for peker, setning in k.dokumentasjon.mangler(k.merknad) if k.dokumentasjon else ():
            feil.legg_til(peker, setning)
    if k.sjekkpunkt == "KAR-3" and k.svar == "ja":
        har_beloep = k.dokumentasjon is not None and k.dokumentasjon.beloep is not None
        feil.krev(har_beloep, "/dokumentasjon/beloep", "Skriv beløpet boligforvalteren svarte (det kan være 0).")
    if k.svar == "utsatt":
        if feil.krev(k.frist is not None, "/frist", "Et utsatt punkt må ha en frist.") and k.frist:
            feil.krev(k.frist >= arbeid.i_dag, "/frist", "Fristen er passert.")
        feil.krev(k.ansvarlig is not None, "/ansvarlig", "Et utsatt punkt må ha en ansvarlig.")


@handling(KryssAv, navn="kryss_av", tittel="Svar på sjekkpunkt", hendelse="SjekkpunktBesvart", proever=_proev_svar)
def kryss_av(arbeid: Arbeid, k: KryssAv) -> None:
    """Answers a checkpoint. One that does not apply now is kept, and counts when it does.

    Refused: a point that is not for the user's function (ROLLE), a computed point (BEREGNET), a point that is frozen
    (STEG), «utsatt» before the agreed handover.
    """
    sak, punkt = arbeid.sak, _kjent_punkt(arbeid, k.sjekkpunkt)
    krev_kan_besvare(arbeid.bruker, punkt.kode)
    if punkt.beregnet:
        nekt("BEREGNET", f"{punkt.kode} regnes ut av programmet og kan ikke krysses av.")
    krev_ikke_frosset(arbeid, punkt)
    if k.svar == "utsatt":
        _krev_kan_utsettes(arbeid, punkt)
    gammelt = sak.svar.get(punkt.kode)
    arbeid.foer = {"kode": punkt.kode, "svar": omformer().unstructure(gammelt.innhold) if gammelt else None}
    innhold = Svarinnhold(
        svar=k.svar,
        dato=k.dato,
        av=arbeid.bruker.navn,
        merknad=k.merknad,
        dokumentasjon=k.dokumentasjon,
        frist=k.frist,
        ansvarlig=k.ansvarlig,
    )
    sett_svar(arbeid, punkt, innhold)
    if punkt.kode == "SOE-1" and k.svar == "ja" and sak.soeknad.har_ukontrollert_adresse:
        arbeid.advar(UKONTROLLERT)


def sett_svar(arbeid: Arbeid, punkt: Sjekkpunkt, innhold: Svarinnhold | None) -> None:
    """Puts the answer in place and keeps the task of a postponed point in step with it."""
    sak = arbeid.sak
    for oppgave in sak.oppgaver:
        if oppgave.kode == punkt.kode:
            oppgave.er_ferdig = True
    if innhold is None:
        sak.svar.pop(punkt.kode, None)
    elif (svar := sak.svar.get(punkt.kode)) is not None:
        svar.innhold = innhold
    else:
        sak.svar[punkt.kode] = Svar(kode=punkt.kode, innhold=innhold)
    if innhold is not None and innhold.svar == "utsatt" and innhold.frist and innhold.ansvarlig:
        sak.oppgaver.append(
            Oppgave(kode=punkt.kode, tekst=punkt.kort, frist=innhold.frist, ansvarlig=innhold.ansvarlig)
        )


def glem_svar(arbeid: Arbeid, koder: Collection[str]) -> None:
    """Takes away answers that were about a dwelling or a handover that no longer counts; the history keeps them."""
    for kode in koder:
        if kode in arbeid.sak.svar:
            sett_svar(arbeid, _kjent_punkt(arbeid, kode), None)
            arbeid.advar(f"{kode} må besvares på nytt.")


def krev_ikke_frosset(arbeid: Arbeid, punkt: Sjekkpunkt) -> None:
    """V points (but SOE-1) are frozen when the decision is sent, K points when the lease is signed."""
    sak, porter = arbeid.sak, set(punkt.porter)
    if punkt.kode != "SOE-1" and porter & {"V", "vedtak", "G"} and sak.vedtak_er_sendt and sak.hasteloep is None:
        nekt("STEG", f"{punkt.kode} er låst: vedtaket er sendt.")
    if porter & {"K"} and sak.kontrakt is not None and sak.kontrakt.er_signert and sak.hasteloep is None:
        nekt("STEG", f"{punkt.kode} er låst: kontrakten er signert.")
    if porter == {"N"} and sak.noekkel_er_utlevert and sak.hasteloep is None and not _er_utsatt(arbeid, punkt):
        nekt("STEG", f"{punkt.kode} er låst: nøkkelen er utlevert.")


def _er_utsatt(arbeid: Arbeid, punkt: Sjekkpunkt) -> bool:
    svar = arbeid.sak.svar.get(punkt.kode)
    return svar is not None and svar.innhold.svar == "utsatt"


def _krev_kan_utsettes(arbeid: Arbeid, punkt: Sjekkpunkt) -> None:
    hjemmel = "husleieloven §§ 2-1, 2-11 og 2-13"
    if not punkt.kan_utsettes:
        nekt(punkt.kode, f"{punkt.kode} kan ikke utsettes.", hjemmel)
    kontrakt = arbeid.sak.kontrakt
    if kontrakt is None or arbeid.i_dag < kontrakt.overtakelse_dato:
        nekt(punkt.kode, f"{punkt.kode} kan utsettes først fra og med avtalt overtakelse.", hjemmel)


@handling(SettKjennetegn, navn="sett_kjennetegn", tittel="Sett kjennetegn", hendelse="KjennetegnSatt")
def sett_kjennetegn(arbeid: Arbeid, k: SettKjennetegn) -> None:
    """Sets or takes back a fact that decides which checkpoints count."""
    arbeid.foer = {"kjennetegn": sorted(arbeid.sak.kjennetegn)}
    uten = arbeid.sak.kjennetegn - {k.kjennetegn}
    arbeid.sak.kjennetegn = uten | {k.kjennetegn} if k.verdi else uten


def _proev_unntak(arbeid: Arbeid, k: GiUnntak, feil: Feilliste) -> None:
    feil.krev(_punkt(arbeid, k.sjekkpunkt) is not None, "/sjekkpunkt", "Sjekkpunktet finnes ikke i sakens sjekkliste.")


@handling(GiUnntak, navn="gi_unntak", tittel="Gi unntak", hendelse="UnntakGitt", proever=_proev_unntak)
def gi_unntak(arbeid: Arbeid, k: GiUnntak) -> None:
    """A leader sets a checkpoint aside; only points that allow it, also before they apply."""
    punkt = _kjent_punkt(arbeid, k.sjekkpunkt)
    if not punkt.unntak:
        nekt(punkt.kode, f"{punkt.kode} kan ikke settes til side av leder.", KOMMUNENS_REGEL, "ingen")
    krev_ikke_frosset(arbeid, punkt)
    if punkt.kode in arbeid.sak.unntak:
        nekt("ALLEREDE", f"{punkt.kode} har allerede unntak.")
    arbeid.foer = {"kode": punkt.kode}
    arbeid.sak.unntak[punkt.kode] = Unntak(
        kode=punkt.kode, grunn=k.grunn, gitt_av=arbeid.bruker.navn, gitt_dato=arbeid.i_dag
    )
