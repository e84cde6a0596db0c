"""What F1 says: about the field that has the focus, the checkpoint it answers, and the page it is on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.widgets.checkpoint import CheckpointRow
from ui.widgets.fields import Field

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Punktvisning
    from boligtildeling.domain.hjelp import Hjelp, Hjelpeside, Punkthjelp

MAY_BE_EMPTY, MUST_BE_FILLED = "Feltet kan stå tomt.", "Feltet må fylles ut."


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    texts: tuple[str, ...]


def sections(focus: QWidget | None, page: str, texts: "Hjelp") -> list[Section]:
    """From the nearest to the widest: the field, the checkpoint, the page. Empty when there is nothing to say."""
    found = [
        section
        for widget in _outwards(focus)
        for section in ([*_field(widget)] if isinstance(widget, Field) else [*_point(widget, texts)])
    ]
    side = texts.sider.get(page)
    return [*found, *(_page(side) if side is not None else ())]


def _outwards(focus: QWidget | None) -> Iterator[QWidget]:
    """The innermost field and checkpoint that the focus is in."""
    seen: set[type] = set()
    widget = focus
    while widget is not None:
        kind = next((k for k in (Field, CheckpointRow) if isinstance(widget, k)), None)
        if kind is not None and kind not in seen:
            seen.add(kind)
            yield widget
        widget = widget.parentWidget()


def _field(field: Field) -> Iterator[Section]:
    needs = MAY_BE_EMPTY if field.optional else MUST_BE_FILLED
    said = (field.help_text, field.how, *(k.i_ord for k in field.krav), needs)
    yield Section(field.called, tuple(text for text in said if text))


def _point(widget: QWidget, texts: "Hjelp") -> Iterator[Section]:
    if isinstance(widget, CheckpointRow):
        punkt = widget.punkt
        yield Section(f"{punkt.kode} {punkt.kort}", tuple(about_point(punkt, texts.punkter.get(punkt.kode))))


def about_point(punkt: "Punktvisning", more: "Punkthjelp | None") -> Iterator[str]:
    """What it is, why, what counts as proof, the law, and an example."""
    yield punkt.hjelp
    if more is not None:
        yield f"Hvorfor: {more.hvorfor}"
        yield f"Dette holder: {more.bevis}"
    if punkt.hjemmel:
        yield f"Loven: {punkt.hjemmel}."
    if more is not None:
        yield f"Eksempel: {more.eksempel}"


def _page(side: "Hjelpeside") -> Iterator[Section]:
    """A section for each heading."""
    title, texts = side.tittel, list[str]()
    for part in side.deler:
        if part.slag == "overskrift":
            yield Section(title, tuple(texts))
            title, texts = part.tekst, []
        else:
            texts.append(f"•  {part.tekst}" if part.slag == "punkt" else part.tekst)
    yield Section(title, tuple(texts))
