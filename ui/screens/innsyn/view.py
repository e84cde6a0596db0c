"""Access to one's own information on the screen: make a package, go through it, take out others, release it."""

from typing import Any

from boligtildeling.casework.innsyn import (
    FjernIInnsynspakke,
    FrigiInnsynspakke,
    LagInnsynspakke,
    LeggTilbakeIInnsynspakke,
)
from boligtildeling.casework.views.innsyn import PAKKER, Innsynsvisning
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.messages import in_words
from ui.screens.innsyn import view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import label
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

INTRO = (
    "Pakken har alt om personen i de sakene du kan se. Programmet tar ut det som gjelder andre. Gå gjennom resten: se "
    "etter hvem som har sagt fra om noe, og andre som er nevnt (forvaltningsloven § 19)."
)


class AccessPage(StepPage):
    """Beside the steps."""

    step, title = "innsyn", "Innsyn"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.inside.setMaximumWidth(1200)
        self.package: Innsynsvisning | None = None
        self.places: list[str] = []
        self.problem, self.state = MessagePanel(), label("")
        self.make = self._fold("Lag innsynspakke", LagInnsynspakke, "Lag pakken", "Pakken er laget.")
        self.card("", label(INTRO, "dempet"), self.problem, self.state, self.make)
        self.model, self.table = RowsModel(view_model.COLUMNS), Table("Innholdet i pakken")
        self.table.setModel(self.model)
        self.table.set_widths(100, 160, 260, 330)
        self.table.setMinimumHeight(420)
        self.folds = (
            self._fold("Fjern den som er merket", FjernIInnsynspakke, "Fjern", "Fjernet."),
            self._fold("Legg tilbake den som er merket", LeggTilbakeIInnsynspakke, "Legg tilbake", "Lagt tilbake."),
            self._fold("Frigi pakken", FrigiInnsynspakke, "Frigi", "Pakken er frigitt."),
        )
        self.draft = self.card("Innholdet i pakken", self.table, *self.folds)
        self.draft.hide()

    def show_case(self, sak: Saksvisning) -> None:
        number, bruker = self.case.saksnummer, self.case.session.bruker
        self.case.session.ask(
            lambda p: p.vis(PAKKER, bruker, number), self._show, self._refused, owner=self, channel="innsyn"
        )

    def _show(self, packages: tuple[Innsynsvisning, ...]) -> None:
        self.problem.clear()
        self.package = packages[0] if packages else None
        self.state.setText(view_model.state(self.package))
        rows = view_model.rows(self.package) if self.package is not None else []
        marked = self.table.selected_row()
        self.places = [place for place, _ in rows]
        self.model.show_rows([row for _, row in rows])
        self.draft.setVisible(bool(rows))
        if rows:
            self.table.selectRow(marked if 0 <= marked < len(rows) else 0)

    def _refused(self, error: Exception) -> None:
        self.draft.hide()
        self.problem.show_message(in_words(error))

    def _fold(self, title: str, command: type, text: str, done: str) -> Fold:
        def make() -> ActForm:
            return ActForm(
                command,
                self.case,
                text,
                done_text=done,
                hidden=("pakke", "sted"),
                fixed=self._marked,
                primary=command is LagInnsynspakke,
            )

        return Fold(title, make, command=command)

    def _marked(self) -> dict[str, Any]:
        row = self.table.selected_row()
        place = self.places[row] if 0 <= row < len(self.places) else ""
        return {"pakke": self.package.id if self.package is not None else 0, "sted": place}
