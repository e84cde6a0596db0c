"""Arrears: how much is owed, since when, and what has changed since the list before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from boligtildeling.domain.penger import Kroner, summer

Endring = Literal["ny", "oekt", "uendret", "redusert", "loest"]


@dataclass(frozen=True, slots=True)
class Krav:
    """One claim: how much, and when it fell due."""

    beloep: Kroner
    forfall: date


@dataclass(frozen=True, slots=True)
class Innbetalt:
    """Money that came in (negative when the bank took it back)."""

    beloep: Kroner
    dato: date


def endring(foer: Kroner, naa: Kroner) -> Endring | None:
    """What has happened to the debt since the list before; None when nothing was owed then nor now."""
    if not foer and not naa:
        return None
    if not foer:
        return "ny"
    if not naa:
        return "loest"
    if naa == foer:
        return "uendret"
    return "oekt" if naa > foer else "redusert"


def staar_igjen(krav: Iterable[Krav], innbetalt: Iterable[Innbetalt], listen_er_per: date) -> tuple[Krav, ...]:
    """The claims of the list that are not paid since: what came in after its day is drawn from the oldest first."""
    betalt = max(summer(b.beloep for b in innbetalt if b.dato > listen_er_per), Kroner.null())
    rest: list[Krav] = []
    for ett in sorted(krav, key=lambda k: k.forfall):
        dekket = min(betalt, ett.beloep)
        betalt -= dekket
        if ett.beloep > dekket:
            rest.append(Krav(ett.beloep - dekket, ett.forfall))
    return tuple(rest)
