"""What differs from the last version of the decision, word by word: in marks and strokes, not by colour alone."""

from collections.abc import Callable, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from boligtildeling.casework.kopi import som
from boligtildeling.casework.views.versjoner import Versjon
from boligtildeling.domain.base import omformer
from boligtildeling.domain.datoer import vis_tidspunkt
from boligtildeling.domain.endring import Feltendring, forskjeller
from boligtildeling.domain.ordforskjell import Tekstdel, ordforskjell
from boligtildeling.domain.vedtak import Vedtaksinnhold
from ui.case import Case
from ui.messages import in_words
from ui.widgets.basics import button, clear, column, label
from ui.widgets.message_panel import MessagePanel
from ui.words import place, value

if TYPE_CHECKING:
    from boligtildeling.app import Program

PARTS = "/vedtak"
KEY = "Det som er tatt ut, står i [−klammer med minus−] og er strøket over. Det nye står i [+klammer med pluss+]."
MARKS = {"likt": "{}", "borte": "[−{}−]", "nytt": "[+{}+]"}
TAGS = {"likt": "{}", "borte": "<s>{}</s>", "nytt": "<b><u>{}</u></b>"}


def since_stored(stored: Vedtaksinnhold, typed: Vedtaksinnhold) -> tuple[Feltendring, ...]:
    """What has been typed and not saved."""
    plain = omformer().unstructure
    return tuple(forskjeller(PARTS, plain(stored), plain(som(Vedtaksinnhold, typed))))


def newest(versions: Sequence[Versjon]) -> Versjon | None:
    """The last time that what the decision says was changed, not only where it stands."""
    return next((v for v in versions if of_content(v.endringer)), None)


def of_content(changes: Sequence[Feltendring]) -> list[Feltendring]:
    return [c for c in changes if c.sted.startswith(f"{PARTS}/") and c.sted != f"{PARTS}/status"]


def parts(change: Feltendring) -> tuple[Tekstdel, ...]:
    """Texts word by word; other values whole."""
    before, after = ("" if v is None else value(v) for v in (change.fra, change.til))
    return ordforskjell(before, after)


def in_marks(found: Sequence[Tekstdel]) -> str:
    return "".join(MARKS[part.slag].format(part.tekst) for part in found)


def in_strokes(found: Sequence[Tekstdel]) -> str:
    """The same as HTML; what people wrote is never read as any."""
    marked = (TAGS[part.slag].format(escape(MARKS[part.slag].format(part.tekst))) for part in found)
    return "".join(marked).replace("\n", "<br>")


class Changes(QWidget):
    """What differs, shown when the button `open`, which stands elsewhere, is pressed.

    From the stored draft while something is typed, else from the version before it.
    """

    def __init__(self, case: Case, typed: Callable[[], Vedtaksinnhold | None]) -> None:
        super().__init__()
        self._case, self._typed = case, typed
        self.open = button("Hva er endret?", self.toggle)
        self.problem, self.inside = MessagePanel(), QWidget()
        self.inside.hide()
        self._list = column(self.inside, 6)
        box = column(self, 8)
        box.addWidget(self.problem)
        box.addWidget(self.inside)

    def close_it(self) -> None:
        """What stood there was of another version."""
        self.inside.hide()
        self.problem.clear()

    def toggle(self) -> None:
        self.problem.clear()
        if not self.inside.isHidden():
            self.inside.hide()
            return
        typed, vedtak = self._typed(), self._case.shown.vedtak
        if typed is not None and vedtak is not None:
            self._show("Endret siden utkastet ble lagret", since_stored(vedtak.innhold, typed))
            return
        number, bruker = self._case.saksnummer, self._case.session.bruker

        def read(program: "Program") -> tuple[Versjon, ...]:
            from boligtildeling.casework.views.versjoner import VERSJONER

            return program.vis(VERSJONER, bruker, number)

        self._case.session.ask(
            read, self._show_newest, lambda error: self.problem.show_message(in_words(error)), owner=self
        )

    def _show_newest(self, versions: tuple[Versjon, ...]) -> None:
        version = newest(versions)
        if version is None:
            self._show("Dette er den første versjonen av vedtaket", ())
            return
        title = f"Endret {vis_tidspunkt(version.tidspunkt)} av {version.bruker}"
        self._show(title, of_content(version.endringer))

    def _show(self, title: str, changes: Sequence[Feltendring]) -> None:
        clear(self._list)
        self._list.addWidget(label(title, "h3"))
        if changes:
            self._list.addWidget(label(KEY, "liten"))
        for change in changes:
            self._list.addWidget(label(place(change.sted.removeprefix(PARTS)), "dempet"))
            self._list.addWidget(_difference(parts(change)))
        if not changes:
            self._list.addWidget(label("Ingenting er endret.", "dempet"))
        self.inside.show()


def _difference(found: Sequence[Tekstdel]) -> QLabel:
    made = label("")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(in_strokes(found))
    made.setAccessibleName(in_marks(found))
    return made
