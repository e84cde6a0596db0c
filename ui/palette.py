"""Everything there is to go to or to do, found by a few letters: what Ctrl+K looks through."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QMenuBar

from boligtildeling.domain.soekeord import brett

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Saksvisning
    from boligtildeling.domain.hjelp import Hjelp

MOST = 12
_NUMBER = re.compile(r"^[0-9]+ {2}")
Go = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Entry:
    """What it is called, what kind of thing it is, and how to get there. `more` can be found but is not shown."""

    title: str
    kind: str
    go: Go
    more: str = ""

    @property
    def in_words(self) -> str:
        return f"{self.title}, {self.kind}"


def from_menus(bar: QMenuBar) -> Iterator[Entry]:
    """What the menus have now."""
    for top in bar.actions():
        menu = top.menu()
        if top.isVisible() and isinstance(menu, QMenu):
            for action in menu.actions():
                if action.isVisible() and not action.isSeparator():
                    yield Entry(_plain(action.text()), _plain(top.text()), action.trigger)


def _plain(text: str) -> str:
    """Without its key, its number and its dots."""
    return _NUMBER.sub("", text.partition("\t")[0].replace("&", "")).rstrip(" …").strip()


def from_case(sak: "Saksvisning", to_point: Callable[[str], object]) -> Iterator[Entry]:
    """The checkpoints of the case that is open."""
    for p in sak.sjekkpunkter:
        yield Entry(f"{p.kode} {p.kort}", "Sjekkpunkt", lambda kode=p.kode: to_point(kode), p.tekst)  # type: ignore[misc]


def from_help(texts: "Hjelp", to_page: Callable[[str], object]) -> Iterator[Entry]:
    for side in texts.sider.values():
        yield Entry(side.tittel, "Hjelp", lambda navn=side.navn: to_page(navn), side.tekst)  # type: ignore[misc]


def matching(entries: Sequence[Entry], text: str) -> list[Entry]:
    """Those where every word begins a word, folded as Norwegians type; found in the title first, and there from the
    beginning. Everything, in its own order, when nothing is typed.
    """
    words = brett(text).split()
    if not words:
        return list(entries[:MOST])
    ranked = [(rank, number, e) for number, e in enumerate(entries) if (rank := _rank(e, words)) is not None]
    return [e for _, _, e in sorted(ranked, key=lambda found: found[:2])][:MOST]


def _rank(entry: Entry, words: Sequence[str]) -> int | None:
    title = brett(entry.title).split()
    if _has(title, words):
        return 0 if title[0].startswith(words[0]) else 1
    return 2 if _has([*title, *brett(f"{entry.kind} {entry.more}").split()], words) else None


def _has(text: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(one.startswith(word) for one in text) for word in words)
