"""The structure of a paper: what each thing on the pages is, in the order that it is read aloud."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

Egenskaper = Mapping[str, str | tuple[float, ...]]
_FLYT = frozenset({"Document", "Div", "LBody", "TD"})
_FORELDRE: dict[str, frozenset[str]] = {
    "Div": frozenset({"Document", "Div"}),
    "H1": frozenset({"Document", "Div"}),
    "H2": frozenset({"Document", "Div"}),
    "H3": frozenset({"Document", "Div"}),
    "P": _FLYT,
    "L": _FLYT,
    "LI": frozenset({"L"}),
    "Lbl": frozenset({"LI"}),
    "LBody": frozenset({"LI"}),
    "Table": _FLYT,
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TR": frozenset({"THead", "TBody"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "Form": frozenset({"P", "Lbl", "LBody", "TD"}),
    "Figure": frozenset({"Document", "Div"}),
    "Span": frozenset({"H1", "H2", "H3", "P", "Lbl", "LBody", "TH", "TD"}),
}


class Innhold(NamedTuple):
    """A marked piece of a page: the index of the page and the mark on it."""

    side: int
    merke: int


class Felt(NamedTuple):
    """A box to tick on the screen: the index of its page and its number there."""

    side: int
    nummer: int


@dataclass(eq=False, slots=True)
class Element:
    """A node of the structure tree, under the standard names of PDF 1.7.

    `spraak` is a language tag, set where it changes. `beskrivelse` tells what a picture shows; `leses` is read
    instead of what is drawn. `egenskaper` are PDF attributes: their owner under «O», names as str.
    """

    slag: str
    spraak: str | None = None
    beskrivelse: str = ""
    leses: str = ""
    egenskaper: Egenskaper | None = None
    barn: "list[Element | Innhold | Felt]" = field(default_factory=list)

    def ny(
        self,
        slag: str,
        *,
        spraak: str | None = None,
        beskrivelse: str = "",
        leses: str = "",
        egenskaper: Egenskaper | None = None,
    ) -> "Element":
        """A new last child. Raises ValueError for a kind that may not stand here."""
        if self.slag not in _FORELDRE.get(slag, ()):
            raise ValueError(f"{slag} may not stand in {self.slag}")
        barn = Element(slag, spraak, beskrivelse, leses, egenskaper)
        self.barn.append(barn)
        return barn

    def alle(self) -> "Iterator[Element]":
        """This element and all below it, in reading order."""
        yield self
        for barn in self.barn:
            if isinstance(barn, Element):
                yield from barn.alle()


class Bokmerke(NamedTuple):
    """A heading that can be jumped to: its text, its level, the index of its page and its height on it in points."""

    tekst: str
    nivaa: int
    side: int
    y: float
