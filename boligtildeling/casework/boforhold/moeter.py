"""Calling a samarbeidsmøte with the cases that wait, and keeping its minutes case by case."""

from dataclasses import dataclass
from typing import Annotated, Any

from sqlalchemy import select

from boligtildeling.casework.act import Sakskommando, handling
from boligtildeling.casework.boforhold.dagsorden import ventende_saker
from boligtildeling.casework.boforhold.inndrivelsesfakta import gjeldende_reservasjon
from boligtildeling.casework.boforhold.leieforhold import krev_begynt
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lag_og_lagre
from boligtildeling.casework.grunnlag import hent_sak
from boligtildeling.casework.views.boforhold.former import Moetesak as Referatsak
from boligtildeling.casework.views.boforhold.papirer import referat
from boligtildeling.domain.boforhold.moete import (
    Deltaker,
    Konklusjon,
    Moete,
    Moetesak,
    Moetetype,
    sperrer_for_konklusjon,
)
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, Sperret, nekt
from boligtildeling.domain.krav import Antall, Dato, Fritekst, Klokkeslett, Navn, Saksnummer, Tekst
from boligtildeling.domain.sak import Oppgave, Sak

Moetetekst = Annotated[str, Tekst(maks=4_000)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InnkallMoete:
    """A meeting of a series; with no `saker`, the agenda is the cases that wait for it."""

    serie: Navn
    dato: Dato
    sted: Navn
    deltakere: Annotated[tuple[Deltaker, ...], Antall("Hvem som er med, og for hvem.", minst=1, maks=50)]
    klokkeslett: Klokkeslett | None = None
    type: Moetetype = "samarbeidsmoete"
    saker: Annotated[tuple[Saksnummer, ...], Antall("Sakene på dagsordenen.", maks=100)] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FoerReferat(Sakskommando):
    """What was said and concluded about one case: the tenant's view, the discussion, what is to be done by whom."""

    moete: int
    leiers_syn: Moetetekst
    droefting: Moetetekst
    konklusjon: Konklusjon
    oppgave: Fritekst | None = None
    ansvarlig: Navn | None = None
    frist: Dato | None = None


def _proev_innkalling(arbeid: Arbeid, k: InnkallMoete, feil: Feilliste) -> None:
    for nr, saksnummer in enumerate(k.saker):
        finnes = hent_sak(arbeid.session, saksnummer, arbeid.bruker) is not None
        feil.krev(finnes, f"/saker/{nr}", "Fant ingen sak med dette nummeret.")
    dobbelt = next((nr for nr, s in enumerate(k.saker) if s in k.saker[:nr]), None)
    feil.krev(dobbelt is None, f"/saker/{dobbelt}", "Saken står to ganger.")


@handling(
    InnkallMoete,
    navn="innkall_moete",
    tittel="Innkall til møte",
    hendelse="MoeteInnkalt",
    proever=_proev_innkalling,
)
def innkall_moete(arbeid: Arbeid, k: InnkallMoete) -> dict[str, Any]:
    """Calls the meeting. A case whose tenant has reserved is set up without sosialtjenesten.

    Refused (MOETE) when no case waits, and (STEG) for a case whose tenancy has not begun.

    Hjemmel: husleieloven § 9-11.
    """
    numre = k.saker or tuple(v.saksnummer for v in ventende_saker(arbeid))
    if not numre:
        nekt("MOETE", "Ingen saker venter på møte. Skriv hvilke saker som skal opp.")
    moete = Moete(
        serie=k.serie,
        type=k.type,
        dato=k.dato,
        klokkeslett=k.klokkeslett,
        sted=k.sted,
        deltakere=k.deltakere,
        innkalt_av=arbeid.bruker.navn,
    )
    for saksnummer in numre:
        sak = arbeid.session.get_one(Sak, saksnummer)
        if sak.leieforhold is None:
            nekt("STEG", f"Leieforholdet i sak {saksnummer} har ikke begynt.")
        uten = gjeldende_reservasjon(arbeid, saksnummer) is not None
        moete.saker.append(Moetesak(saksnummer=saksnummer, uten_sosialtjenesten=uten))
        arbeid.endret.add(saksnummer)
    arbeid.session.add(moete)
    arbeid.session.flush()
    return {"moete": moete.id, "saker": list(numre)}


def _moetesak(arbeid: Arbeid, k: FoerReferat) -> Moetesak | None:
    egen = select(Moetesak).where(Moetesak.moete_id == k.moete, Moetesak.saksnummer == arbeid.sak.saksnummer)
    return arbeid.session.scalars(egen).one_or_none()


def _proev_referat(arbeid: Arbeid, k: FoerReferat, feil: Feilliste) -> None:
    feil.krev(_moetesak(arbeid, k) is not None, "/moete", "Saken står ikke på dagsordenen til dette møtet.")
    if k.oppgave is not None:
        feil.krev(k.frist is not None, "/frist", "Skriv når oppgaven skal være gjort.")
    if k.konklusjon in {"proev_mer", "bytt_bolig", "vent"}:
        feil.krev(k.oppgave is not None, "/oppgave", "Skriv hva som skal gjøres nå.")
    if k.ansvarlig is not None:
        bruker = arbeid.session.get(Bruker, k.ansvarlig)
        feil.krev(bruker is not None and bruker.er_aktiv, "/ansvarlig", "Brukeren finnes ikke.")


@handling(FoerReferat, navn="foer_referat", tittel="Før referat", hendelse="ReferatFoert", proever=_proev_referat)
def foer_referat(arbeid: Arbeid, k: FoerReferat) -> dict[str, Any]:
    """Keeps what was said and concluded about the case; who does what by when becomes a task.

    «Ferdigbehandlet» opens gate I as far as the meeting goes: it takes several units, and sosialtjenesten only when
    the tenant has not reserved.

    Hjemmel: husleieloven § 9-11.
    """
    krev_begynt(arbeid)
    sak = _moetesak(arbeid, k)
    if sak is None:
        raise LookupError(k.moete)
    if sak.moete.dato > arbeid.i_dag:
        nekt("STEG", f"Møtet er {vis_dato(sak.moete.dato)}. Referatet føres etterpå.")
    if sak.konklusjon is not None:
        nekt("ALLEREDE", "Referatet er ført. Ta saken opp i et nytt møte hvis konklusjonen er en annen.")
    uten = sak.uten_sosialtjenesten or gjeldende_reservasjon(arbeid) is not None
    if sperrer := sperrer_for_konklusjon(k.konklusjon, sak.moete.type, sak.moete.deltakere, uten):
        raise Sperret(*sperrer)
    sak.uten_sosialtjenesten, sak.konklusjon = uten, k.konklusjon
    sak.leiers_syn, sak.droefting = k.leiers_syn, k.droefting
    sak.foert_av, sak.foert_dato = arbeid.bruker.navn, arbeid.i_dag
    if k.oppgave is not None and k.frist is not None:
        ansvarlig = k.ansvarlig or arbeid.sak.ansvarlig
        arbeid.sak.oppgaver.append(Oppgave(kode="MOETE", tekst=k.oppgave, frist=k.frist, ansvarlig=ansvarlig))
    return {"konklusjon": k.konklusjon, "dokument": _lag_referat(arbeid, sak, k)}


def _lag_referat(arbeid: Arbeid, sak: Moetesak, k: FoerReferat) -> int:
    """The minutes of this case alone; what was said of others stands in theirs."""
    rad = Referatsak(
        sak=arbeid.sak.saksnummer,
        leiers_syn=k.leiers_syn or None,
        droefting=k.droefting,
        konklusjon=k.konklusjon,
        oppgave=k.oppgave,
        ansvarlig=(k.ansvarlig or arbeid.sak.ansvarlig) if k.oppgave is not None else None,
        frist=k.frist if k.oppgave is not None else None,
    )
    moete = sak.moete
    return lag_og_lagre(arbeid, "referat", referat(arbeid, moete.dato, moete.sted, tuple(moete.deltakere), (rad,)))
