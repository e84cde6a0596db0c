"""Rates with the day each edition is in force from: bostøtte and what late payment may cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from boligtildeling.domain.penger import Kroner


class MedStart(Protocol):
    """An edition of a rate."""

    @property
    def gyldig_fra(self) -> date: ...


U = TypeVar("U", bound=MedStart)


def gjeldende_utgave(utgaver: Iterable[U], dag: date) -> U | None:
    """The newest edition in force on the day; None when there is none."""
    return max((u for u in utgaver if u.gyldig_fra <= dag), key=lambda u: u.gyldig_fra, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bostoettesats:
    """Husbanken's rates: the highest yearly housing cost they reckon with, by size of household."""

    gyldig_fra: date
    boutgiftstak: tuple[Kroner, ...]
    kommunetillegg: Mapping[str, Kroner]

    def tak_per_maaned(self, personer: int, kommune: str) -> Kroner:
        """The highest housing cost per month that counts; an addition for some kommuner. ValueError for nobody."""
        if personer < 1:
            raise ValueError("Husstanden må ha minst én person.")
        tak = self.boutgiftstak[min(personer, len(self.boutgiftstak)) - 1]
        tillegg = (t for navn, t in self.kommunetillegg.items() if kommune.casefold().startswith(navn.casefold()))
        return (tak + next(tillegg, Kroner.null())).andel(1, 12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebyrsats:
    """What a reminder may cost, and a demand for payment: shares of one sum, in whole kroner, half up.

    Hjemmel: inkassoloven §§ 9 og 10.
    """

    gyldig_fra: date
    inkassosats: Kroner
    purring_andel: tuple[int, int]
    betalingsoppfordring_andel: tuple[int, int]

    @property
    def purring(self) -> Kroner:
        return _hele_kroner(self.inkassosats.andel(*self.purring_andel))

    @property
    def betalingsoppfordring(self) -> Kroner:
        return _hele_kroner(self.inkassosats.andel(*self.betalingsoppfordring_andel))


def _hele_kroner(beloep: Kroner) -> Kroner:
    return Kroner((beloep.oere + 50) // 100 * 100)
