"""Readings that a leader should look at: of colleagues, of own family, without a task, at odd hours, many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, Tidspunkt, Verdi
from boligtildeling.domain.frist import er_virkedag
from boligtildeling.domain.identitet import tolk_nummer
from boligtildeling.domain.soekeord import brett
from boligtildeling.domain.soeknad import Adresse, Person, Soeknad

Flagg = Literal["egen_sak", "kollega", "familie", "tilknytning", "uten_oppgave", "utenfor_arbeidstid", "mange"]
FLAGGNAVN: Mapping[Flagg, str] = {
    "egen_sak": "Leste sin egen sak",
    "kollega": "Saken gjelder en kollega",
    "familie": "Samme etternavn og adresse som en i saken",
    "tilknytning": "Har en registrert tilknytning til en part",
    "uten_oppgave": "Har ikke saken og har ikke gjort noe i den",
    "utenfor_arbeidstid": "Utenfor arbeidstid",
    "mange": "Mange saker på kort tid",
}
Konklusjon = Literal["tjenstlig_behov", "ikke_tjenstlig_behov", "maa_undersoekes"]
KONKLUSJONER: Mapping[Konklusjon, str] = {
    "tjenstlig_behov": "Tjenstlig behov",
    "ikke_tjenstlig_behov": "Ikke tjenstlig behov",
    "maa_undersoekes": "Må undersøkes",
}


class Ansattopplysning(Base):
    """Who a user is outside work: only so that readings of colleagues and own family can be found."""

    __tablename__ = "ansattopplysning"

    bruker: Mapped[str] = mapped_column(ForeignKey("bruker.navn"), primary_key=True)
    fornavn: Mapped[str]
    etternavn: Mapped[str]
    foedselsdato: Mapped[date | None]
    adresse: Mapped[Adresse | None] = mapped_column(Verdi(Adresse))


class Lesegjennomgang(Base):
    """A leader has looked at a reading: what it was, why it was looked at, and what came of it. Never changed.

    It says again who read what, so that it stands when the log of readings is disposed of by its plan.
    """

    __tablename__ = "lesegjennomgang"

    id: Mapped[int] = mapped_column(primary_key=True)
    lesning: Mapped[int] = mapped_column(index=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    leser: Mapped[str]
    lest_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)
    hva: Mapped[str]
    flagg: Mapped[tuple[str, ...]] = mapped_column(Verdi(tuple[str, ...]))
    konklusjon: Mapped[str]
    gjennomgaatt_av: Mapped[str]
    gjennomgaatt_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


@dataclass(frozen=True, slots=True)
class Lesegrenser:
    """When a reading is taken up; the kommune decides.

    `arbeidstid` is from and to on working days; `mange_saker` different cases by one user within `mange_innen`.
    """

    arbeidstid: tuple[time, time]
    mange_saker: int
    mange_innen: timedelta


@dataclass(frozen=True, slots=True, repr=False)
class Lest:
    """One reading, as far as the rules look at it."""

    nummer: int
    tidspunkt: datetime
    bruker: str
    saksnummer: str


@dataclass(frozen=True, slots=True, repr=False)
class Kjennskap:
    """What the folder knows about who works here, who is in the cases, and who has something to do with them."""

    ansatte: Mapping[str, Ansattopplysning]
    saker: Mapping[str, Soeknad]
    har_oppgave: frozenset[tuple[str, str]]
    """User and case: responsible, has done something in it, or is named on it."""
    tilknytninger: frozenset[tuple[str, str]] = frozenset()
    """User and case: a tie to a party that is registered, also one that has ended."""


def flagg(lesninger: Sequence[Lest], kjennskap: Kjennskap, grenser: Lesegrenser) -> dict[int, tuple[Flagg, ...]]:
    """The reasons to look at each reading, by its number; none for most. `lesninger` in the order they were made."""
    mange = _mange(lesninger, grenser)
    funn: dict[int, tuple[Flagg, ...]] = {}
    for lest in lesninger:
        soeknad = kjennskap.saker.get(lest.saksnummer)
        grunner: list[Flagg] = list(_om_hvem(lest.bruker, soeknad, kjennskap.ansatte)) if soeknad else []
        if (lest.bruker, lest.saksnummer) in kjennskap.tilknytninger:
            grunner.append("tilknytning")
        if (lest.bruker, lest.saksnummer) not in kjennskap.har_oppgave:
            grunner.append("uten_oppgave")
        if er_utenfor(lest.tidspunkt, grenser):
            grunner.append("utenfor_arbeidstid")
        if lest.nummer in mange:
            grunner.append("mange")
        funn[lest.nummer] = tuple(grunner)
    return funn


def er_utenfor(tidspunkt: datetime, grenser: Lesegrenser) -> bool:
    """Whether it was outside working hours, in the local time that the reader saw."""
    fra, til = grenser.arbeidstid
    return not er_virkedag(tidspunkt.date()) or not fra <= tidspunkt.time() < til


def _om_hvem(leser: str, soeknad: Soeknad, ansatte: Mapping[str, Ansattopplysning]) -> list[Flagg]:
    kolleger = {navn for navn, ansatt in ansatte.items() if _er_i(ansatt, soeknad)}
    funn: list[Flagg] = ["egen_sak"] if leser in kolleger else []
    if kolleger - {leser}:
        funn.append("kollega")
    if leser in ansatte and leser not in kolleger and _er_familie(ansatte[leser], soeknad):
        funn.append("familie")
    return funn


def _er_i(ansatt: Ansattopplysning, soeknad: Soeknad) -> bool:
    """The same name, and the same birth date when both are known."""
    navn, foedt = brett(f"{ansatt.fornavn} {ansatt.etternavn}"), _dag_maaned_aar(ansatt.foedselsdato)
    kjente = [(p.navn, _foedt(p)) for p in soeknad.soekere]
    kjente += [(m.navn, _dag_maaned_aar(m.foedselsdato)) for m in soeknad.husstand]
    return any(brett(annet) == navn and (None in {dag, foedt} or dag == foedt) for annet, dag in kjente)


def _foedt(person: Person) -> str | None:
    if person.foedselsdato is None and person.foedselsnummer is not None:
        return tolk_nummer(person.foedselsnummer).dag_maaned_aar
    return _dag_maaned_aar(person.foedselsdato)


def _dag_maaned_aar(dato: date | None) -> str | None:
    """The form that a person number has it in, so that both can be compared."""
    return f"{dato:%d%m%y}" if dato is not None else None


def _er_familie(ansatt: Ansattopplysning, soeknad: Soeknad) -> bool:
    bosted = _bosted(ansatt.adresse)
    if bosted is None or bosted not in {_bosted(p.adresse) for p in soeknad.soekere}:
        return False
    etternavn = brett(ansatt.etternavn)
    navn = [p.etternavn for p in soeknad.soekere] + [m.navn.split()[-1] for m in soeknad.husstand]
    return any(brett(n) == etternavn for n in navn)


def _bosted(adresse: Adresse | None) -> tuple[str, str] | None:
    return (brett(adresse.linje), adresse.postnummer) if adresse is not None else None


def _mange(lesninger: Sequence[Lest], grenser: Lesegrenser) -> set[int]:
    """Every reading in a stretch where one user read too many different cases."""
    funn: set[int] = set()
    stund: dict[str, list[Lest]] = {}
    for lest in lesninger:
        naa = stund.setdefault(lest.bruker, [])
        naa.append(lest)
        while lest.tidspunkt - naa[0].tidspunkt > grenser.mange_innen:
            naa.pop(0)
        if len({x.saksnummer for x in naa}) > grenser.mange_saker:
            funn |= {x.nummer for x in naa}
    return funn
