"""Users and the kommune profile."""

from dataclasses import dataclass, replace
from typing import Annotated, Any

from sqlalchemy import and_, func, or_, select

from boligtildeling.casework.act import handling
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.fordeling import Brukernavn, overlat_skjermede_saker
from boligtildeling.casework.innslipp import innpass, krev_leder_igjen, slipper_inn
from boligtildeling.domain.drift import FUNKSJONSNAVN, Bruker, Funksjon, Innstilling, Rolle
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.innstilling import FELTER
from boligtildeling.domain.krav import Antall, Kode, Tekst
from boligtildeling.domain.tilgang import SAKSARBEID, Innpass

Funksjoner = Annotated[tuple[Funksjon, ...], Antall("Funksjonene brukeren har i tillegg.", maks=len(FUNKSJONSNAVN))]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SettInnstilling:
    """One setting of the kommune profile; blank takes away one that may stand without a value."""

    navn: Kode
    verdi: Annotated[str, Tekst(maks=2_000, kan_vaere_tom=True)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RegistrerBruker:
    """A user by name and role; an existing one gets the new role, and keeps what is not said."""

    navn: Brukernavn
    rolle: Rolle
    funksjoner: Funksjoner | None = None
    os_navn: Annotated[str, Tekst("Navnet brukeren har på maskinen.", maks=100)] | None = None
    er_aktiv: bool | None = None
    team: Annotated[str, Tekst("Teamet brukeren er med i.", maks=100, kan_vaere_tom=True)] | None = None
    gjenopprettingskode: Kode | None = None


def _proev_innstilling(arbeid: Arbeid, k: SettInnstilling, feil: Feilliste) -> None:
    if not feil.krev(k.navn in FELTER, "/navn", f"Innstillingen finnes ikke. Velg en av: {', '.join(FELTER)}."):
        return
    felt = FELTER[k.navn]
    if not k.verdi.strip():
        feil.krev(felt.valgfri, "/verdi", "Teksten må fylles ut.")
    elif (setning := felt.proev(k.verdi)) is not None:
        feil.legg_til("/verdi", setning)


@handling(
    SettInnstilling,
    navn="sett_innstilling",
    tittel="Sett innstilling",
    hendelse="InnstillingSatt",
    proever=_proev_innstilling,
)
def sett_innstilling(arbeid: Arbeid, k: SettInnstilling) -> dict[str, Any]:
    """Sets one setting; documents that are already made keep what they say.

    Refuses (ROLLE) one that IT has settled for the machine.
    """
    if k.navn in arbeid.rammer.laaste:
        nekt("ROLLE", "IT har bestemt denne innstillingen for maskinen.", loeses_av="administrator")
    rad = arbeid.session.get(Innstilling, k.navn)
    arbeid.foer = {"navn": k.navn, "verdi": rad.verdi if rad else None}
    if rad is None:
        arbeid.session.add(Innstilling(navn=k.navn, verdi=k.verdi))
    else:
        rad.verdi = k.verdi
    arbeid.endret.add(k.navn)
    if k.verdi.strip() and k.navn in arbeid.rammer.lov.ventende:
        uten = ", ".join(h.vis for h in arbeid.rammer.lov.uten_etterfoelger(k.navn))
        arbeid.advar(f"Disse paragrafene har ingen kjent etterfølger og kan ikke vises til fra den dagen: {uten}.")
    return {"navn": k.navn}


def _proev_bruker(arbeid: Arbeid, k: RegistrerBruker, feil: Feilliste) -> None:
    for peker, navn in (("/navn", k.navn), ("/os_navn", k.os_navn)):
        er_den = or_(Bruker.os_navn == navn, and_(Bruker.navn == navn, Bruker.os_navn.is_(None)))
        andre = select(Bruker.navn).where(er_den, Bruker.navn != k.navn)
        er_ledig = navn is None or arbeid.session.scalar(andre.limit(1)) is None
        feil.krev(er_ledig, peker, "En annen bruker har dette navnet på maskinen.")
    if k.er_aktiv is False:
        feil.krev(k.navn != arbeid.bruker.navn, "/er_aktiv", "Du kan ikke stenge ute deg selv.")


@handling(
    RegistrerBruker,
    navn="registrer_bruker",
    tittel="Registrer bruker",
    hendelse="BrukerRegistrert",
    proever=_proev_bruker,
)
def registrer_bruker(arbeid: Arbeid, k: RegistrerBruker) -> dict[str, Any]:
    """Adds a user, or changes one. A user is never deleted: one who has left is no longer `er_aktiv`.

    Nobody changes their own role or functions. IT lets nobody in to cases: someone whom IT registers waits, not
    `er_aktiv`, until a leader says so, and someone who sees cases gets no more by IT. A protected case that would be
    left with nobody goes to a leader. Raises `Ugyldig` for a recovery code that does not fit.

    Hjemmel: forvaltningsloven § 13 b.
    """
    bruker = arbeid.session.get(Bruker, k.navn)
    arbeid.foer = {"navn": k.navn, **(_stand(bruker) if bruker else {"rolle": None})}
    if k.gjenopprettingskode is not None:
        arbeid.logg = replace(k, gjenopprettingskode="")
    etter = _faar_vaere(arbeid, bruker, k)
    if bruker is None:
        nummer = (arbeid.session.scalar(select(func.max(Bruker.nummer))) or 0) + 1
        bruker = Bruker(navn=k.navn, nummer=nummer)
        arbeid.session.add(bruker)
    bruker.rolle, bruker.funksjoner = etter.rolle, etter.funksjoner
    bruker.os_navn, bruker.er_aktiv = etter.os_navn, etter.er_aktiv
    if k.team is not None:
        bruker.team = k.team.strip() or None
    arbeid.session.flush()
    if not bruker.er_aktiv or bruker.rolle not in SAKSARBEID:
        overlat_skjermede_saker(arbeid, bruker)
    arbeid.endret.add(k.navn)
    return {"navn": k.navn, "rolle": k.rolle, "funksjoner": sorted(bruker.funksjoner)}


def _faar_vaere(arbeid: Arbeid, bruker: Bruker | None, k: RegistrerBruker) -> Innpass:
    """What the user is to be: as the command says, or waiting for a leader. Refuses what whoever acts may not do."""
    foer = innpass(bruker) if bruker is not None else None
    etter = _oensket(foer, k)
    if bruker is not None:
        if bruker.navn == arbeid.bruker.navn:
            _krev_uendret(bruker, k)
        krev_leder_igjen(arbeid, bruker, etter)
    if slipper_inn(arbeid, foer, etter, k.gjenopprettingskode):
        return etter
    if foer is not None and foer.ser_saker:
        grunn = "Brukeren ser saker. Bare teamleder kan gi mer tilgang eller endre navnet på maskinen."
        nekt("ROLLE", grunn, loeses_av="teamleder")
    arbeid.advar("Brukeren slipper ikke inn før en teamleder har registrert den som aktiv.")
    return replace(etter, er_aktiv=False)


def _oensket(foer: Innpass | None, k: RegistrerBruker) -> Innpass:
    """What stands, with what the command says on top."""
    staar = foer or Innpass(k.rolle, frozenset(), None, er_aktiv=True)
    return Innpass(
        k.rolle,
        staar.funksjoner if k.funksjoner is None else frozenset(k.funksjoner),
        staar.os_navn if k.os_navn is None else k.os_navn,
        staar.er_aktiv if k.er_aktiv is None else k.er_aktiv,
    )


def _krev_uendret(bruker: Bruker, k: RegistrerBruker) -> None:
    nye = bruker.funksjoner if k.funksjoner is None else frozenset(k.funksjoner)
    if (bruker.rolle, bruker.funksjoner) != (k.rolle, nye):
        grunn = "Du kan ikke endre din egen rolle eller egne funksjoner. En annen må gjøre det."
        nekt("ROLLE", grunn, loeses_av="teamleder")


def _stand(bruker: Bruker) -> dict[str, Any]:
    return {
        "rolle": bruker.rolle,
        "funksjoner": sorted(bruker.funksjoner),
        "os_navn": bruker.os_navn,
        "er_aktiv": bruker.er_aktiv,
        "team": bruker.team,
    }
