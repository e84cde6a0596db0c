"""What the agreements, consents and plans are made of; a part that is not known yet is None, and a line to write on."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from boligtildeling.casework.views.dokumentformer import Brevhode
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.planer import Samarbeid, Tiltak

Samtykkeslag = Literal["sosialhjelp", "bostoette", "deling"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Oppfoelgingsavtale:
    """What is agreed about follow-up in the home; voluntary, and no condition for the tenancy."""

    hode: Brevhode
    er_tom: bool
    soekere: tuple[str, ...]
    utleier: str
    maal: tuple[str, ...] = ()
    tiltak: tuple[Tiltak, ...] = ()
    evaluering_dato: date | None = None
    samarbeid: Samarbeid | None = None
    deles_med: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Nedbetalingsavtale:
    """How old rent is paid down, checked against what the household needs to live on.

    `igjen` is what is left per month when rent, subsistence and the instalment are paid.
    """

    hode: Brevhode
    er_tom: bool
    skyldnere: tuple[str, ...]
    utleier: str
    kostnad: str | None
    forfallsdag: int
    kontonummer: str | None
    beloep: Kroner | None = None
    per_maaned: Kroner | None = None
    antall_avdrag: int | None = None
    siste_avdrag: Kroner | None = None
    foerste_forfall: date | None = None
    livsopphold: Kroner | None = None
    igjen: Kroner | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Samtykke:
    """One consent to one thing: who, what, to whom, what they get to know, and how to take it back.

    Hjemmel: sosialtjenesteloven § 22, bustøttelova § 9, forvaltningsloven §§ 13 a–b.
    """

    hode: Brevhode
    er_tom: bool
    slag: Samtykkeslag
    navn: str | None
    foedselsdato: date | None
    utleier: str
    nav_kontor: str | None
    kontonummer: str | None
    deles_med: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Tjenesteoversikt:
    """Which decisions on services apply: apart from the lease, and no part of it."""

    hode: Brevhode
    er_tom: bool
    navn: tuple[str, ...]
    tjenester: tuple[str, ...]
    klageinstans: str | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Forfall:
    """One payment that is to be made."""

    dato: date
    hva: Literal["foerste_husleie", "husleie", "avdrag"]
    beloep: Kroner


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Betalingsplan:
    """How the rent is to be paid in the first months, and when bostøtte can come at the earliest.

    `bostoettetak` is the highest housing cost per month that Husbanken reckons with for the household; `purring` is
    the most that a reminder may cost.
    """

    hode: Brevhode
    er_tom: bool
    navn: tuple[str, ...]
    forfallsdag: int
    kontonummer: str | None
    husleie: Kroner | None = None
    kid: str | None = None
    forfall: tuple[Forfall, ...] = ()
    valg: tuple[tuple[str, str], ...] = ()
    overtakelse_dato: date | None = None
    bostoette_soekes_innen: date | None = None
    bostoette_kommer: date | None = None
    dager_uten_bostoette: int | None = None
    bostoettetak: Kroner | None = None
    igjen: Kroner | None = None
    purring: Kroner | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Godkjenningsark:
    """What a second person approves on paper: the decision in short, and each part that must be read."""

    hode: Brevhode
    er_tom: bool
    utgave: int | None = None
    utfall: str | None = None
    boligsosial: str | None = None
    antall_vilkaar: int | None = None
    deler: tuple[str, ...] = ()
    forfattere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Adressevedlegg:
    """The one page with the address of the new home of someone protected: printed by a named user, never kept."""

    hode: Brevhode
    leiere: tuple[str, ...]
    adresse: str
    bruksenhetsnummer: str | None
    kontrakt_dato: date
