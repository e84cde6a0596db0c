"""The history on the screen: each line, undoing the one that is marked, tasks, notes, and what stays visible."""

from typing import Any

from boligtildeling.casework.angring import Angre
from boligtildeling.casework.boforhold.oppgaver import FerdigstillOppgave, UtsettOppgave
from boligtildeling.casework.soeknad import Noter
from boligtildeling.casework.views.saksformer import Historikkrad, Saksvisning
from ui.case import Case
from ui.screens.historikk import view_model
from ui.step_page import StepPage
from ui.widgets.act_fold import act_fold
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Card, Facts, label, set_shown
from ui.widgets.fold import Fold
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

EXPLAIN = "Å angre er en ny hendelse med grunn. Historikken beholder begge."


class HistoryPage(StepPage):
    """Beside the steps."""

    step, title = "historikk", "Historikk og notater"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.rows: tuple[Historikkrad, ...] = ()
        self.groups: dict[str, tuple[Card, Facts]] = {}
        for name in ("Oppgaver", "Viktig i saken"):
            facts = Facts(width=220)
            self.groups[name] = (self.card(name, facts), facts)
        self.finish = act_fold(
            case, FerdigstillOppgave, "Ferdigstill oppgave", "Oppgaven er ferdig.", choose=("oppgave", self._to_finish)
        )
        self.later = act_fold(
            case, UtsettOppgave, "Utsett oppgave eller påminnelse", "Utsatt.", choose=("oppgave", self._to_put_off)
        )
        self.groups["Oppgaver"][0].add(self.finish, self.later)
        self.notes = Facts(width=220)
        write = Fold(
            "Skriv notat", lambda: ActForm(Noter, case, "Lagre notatet", done_text="Notatet er lagret."), command=Noter
        )
        self.card("Notater", self.notes, write)
        self.model = RowsModel(view_model.COLUMNS)
        self.table = Table("Historikk")
        self.table.setModel(self.model)
        self.table.fit(1)
        self.table.setMinimumHeight(420)
        self.why_not = label("")
        self.undo = Fold("Angre handlingen som er merket", self._make_undo, command=Angre)
        self.card("Historikk", self.table, label(EXPLAIN, "dempet"), self.why_not, self.undo)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_whether())

    def show_case(self, sak: Saksvisning) -> None:
        marked = self._marked_id()
        self.rows = sak.historikk
        self.model.show_rows([view_model.row(h) for h in self.rows])
        again = next((i for i, h in enumerate(self.rows) if h.id == marked), 0)
        if self.rows:
            self.table.selectRow(again)
        self._show_whether()
        for name, pairs in (("Oppgaver", view_model.tasks(sak)), ("Viktig i saken", view_model.special(sak))):
            card, facts = self.groups[name]
            facts.show_pairs(pairs)
            card.setVisible(bool(pairs))
        self.finish.setVisible(bool(view_model.to_finish(sak)))
        self.later.setVisible(bool(view_model.to_put_off(sak)))
        self.groups["Oppgaver"][0].setVisible(bool(view_model.tasks(sak) or view_model.to_put_off(sak)))
        self.notes.show_pairs(view_model.notes(sak))

    def _show_whether(self) -> None:
        """The way to undo the act that is marked, or why there is none."""
        marked = self._marked()
        why_not = marked.hvorfor_ikke if marked is not None else ""
        self.why_not.setText(why_not or "")
        set_shown(self.why_not, bool(why_not))
        set_shown(self.undo, marked is not None and marked.kan_angres)

    def focus_point(self, kode: str) -> bool:
        """To the newest act that can be undone, with the reason to be written; else to the history, which says why."""
        newest = next((i for i, h in enumerate(self.rows) if h.kan_angres), None)
        if newest is None:
            self.table.setFocus()
            return True
        self.table.selectRow(newest)
        if not self.undo.is_open:
            self.undo.toggle()
        return True

    def _marked(self) -> Historikkrad | None:
        row = self.table.currentIndex().row()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def _to_finish(self) -> list[tuple[int, str]]:
        return view_model.to_finish(self.case.shown)

    def _to_put_off(self) -> list[tuple[str, str]]:
        return view_model.to_put_off(self.case.shown)

    def _marked_id(self) -> int:
        marked = self._marked()
        return marked.id if marked is not None else 0

    def _make_undo(self) -> ActForm:
        def marked() -> dict[str, Any]:
            return {"hendelse": self._marked_id()}

        return ActForm(
            Angre, self.case, "Angre", done_text="Angret.", hidden=("hendelse",), fixed=marked, primary=False
        )
