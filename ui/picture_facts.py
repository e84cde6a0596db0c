"""What the drawings show, as plain values: each knows its own sentence, for those who hear it instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from boligtildeling.domain.datoer import vis_dato, vis_kort, vis_tall
from boligtildeling.domain.penger import Kroner

Pattern = Literal["filled", "hatched", "outlined"]
Shape = Literal["circle", "square", "diamond", "triangle", "line"]


@dataclass(frozen=True, slots=True)
class Figure:
    """Someone in the household. `notes` stand under the name; `is_part_time` is drawn with a broken line."""

    name: str
    notes: tuple[str, ...]
    is_child: bool = False
    is_applicant: bool = False
    is_part_time: bool = False

    @property
    def sentence(self) -> str:
        return f"{self.name}: {', '.join(self.notes)}."


@dataclass(frozen=True, slots=True)
class Period:
    """From one day to another; no `start`: since before anyone has said, no `end`: until further notice."""

    title: str
    start: date | None
    end: date | None
    pattern: Pattern = "outlined"

    @property
    def sentence(self) -> str:
        start = f" fra {vis_dato(self.start)}" if self.start is not None else ""
        end = f" til {vis_dato(self.end)}" if self.end is not None else ", uten sluttdato"
        return f"{self.title}{start}{end}."


@dataclass(frozen=True, slots=True)
class Mark:
    """One day that matters."""

    title: str
    day: date
    shape: Shape = "circle"
    colour: str = "accent"

    @property
    def sentence(self) -> str:
        return f"{self.title}: {vis_dato(self.day)}."

    def label(self, *, with_year: bool) -> str:
        if self.shape == "line":
            return self.title
        return f"{self.title} {vis_tall(self.day) if with_year else vis_kort(self.day)}"


@dataclass(frozen=True, slots=True)
class Step:
    """An amount, positive or negative, and what is left after it."""

    name: str
    amount: Kroner
    rest: Kroner

    @property
    def sentence(self) -> str:
        return f"{self.name}: {self.amount}. Igjen: {self.rest}."


def steps(amounts: Iterable[tuple[str, Kroner]]) -> tuple[Step, ...]:
    """The amounts in order, each with the rest after it."""
    rest, found = Kroner.null(), []
    for name, amount in amounts:
        rest += amount
        found.append(Step(name, amount, rest))
    return tuple(found)
