"""What a report is: tables of cells with what they mean, and the cases behind each row."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal

from boligtildeling.domain.boforhold.tall import skjul_smaa
from boligtildeling.domain.penger import Kroner

Celle = str | int | Decimal | Kroner | date | None
Slag = Literal["tekst", "antall", "prosent", "tall", "dager", "kroner", "dato"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolonne:
    """A column: its heading, and what its cells are."""

    navn: str
    slag: Slag = "antall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rad:
    """A row; `saker` are the case numbers behind it, of those that the reader may know of. `er_sum` is a total."""

    celler: tuple[Celle, ...]
    saker: tuple[str, ...] = ()
    er_sum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabell:
    """One table. `merknader` says what is counted and what is not. `skjult` are cells (row, column) not to be told."""

    tittel: str
    kolonner: tuple[Kolonne, ...]
    rader: tuple[Rad, ...]
    merknader: tuple[str, ...] = ()
    skjult: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapport:
    """A report on a period; `fra` and `til` are None when it is about today, or about what is given."""

    navn: str
    tittel: str
    tabeller: tuple[Tabell, ...]
    laget: date
    fra: date | None = None
    til: date | None = None
    til_deling: bool = False
    merknader: tuple[str, ...] = ()


def til_deling(rapport: Rapport) -> Rapport:
    """The report as others may have it: no case numbers, and no count so small that it may tell who it is."""
    return replace(rapport, til_deling=True, tabeller=tuple(_uten_smaa(t) for t in rapport.tabeller))


def _uten_smaa(tabell: Tabell) -> Tabell:
    skjult: set[tuple[int, int]] = set()
    antall = [i for i, kolonne in enumerate(tabell.kolonner) if kolonne.slag == "antall"]
    vanlige = [i for i, rad in enumerate(tabell.rader) if not rad.er_sum]
    for j in antall:
        borte = skjul_smaa([_tall(tabell.rader[i].celler[j]) for i in vanlige])
        skjult |= {(i, j) for i, vekk in zip(vanlige, borte, strict=True) if vekk}
        skjult |= {
            (i, j) for i, rad in enumerate(tabell.rader) if rad.er_sum and skjul_smaa([_tall(rad.celler[j])]) == (True,)
        }
    regnet = [j for j, kolonne in enumerate(tabell.kolonner) if kolonne.slag in {"prosent", "tall", "dager", "kroner"}]
    for i in {i for i, _ in skjult}:  # a share or a median of a row with a small number would tell the number
        skjult |= {(i, j) for j in regnet}
    rader = tuple(
        replace(rad, saker=(), celler=tuple(None if (i, j) in skjult else celle for j, celle in enumerate(rad.celler)))
        for i, rad in enumerate(tabell.rader)
    )
    return replace(tabell, rader=rader, skjult=frozenset(skjult))


def _tall(celle: Celle) -> int:
    return celle if isinstance(celle, int) else 0
