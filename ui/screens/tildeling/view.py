"""Offers on the screen: the free dwellings, an offer, the answer."""

from datetime import timedelta

from boligtildeling.casework.tildeling import SvarPaaTilbud, TilbyBolig, TrekkTilbud
from boligtildeling.casework.views.saksformer import Boligvisning, Saksvisning
from ui.case import Case
from ui.messages import in_words
from ui.screens.tildeling import view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, label
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

TABLE_HEIGHT = 250


class OfferStep(StepPage):
    """Step 7."""

    step, title = "tildeling", "Tildeling"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.dwellings: list[Boligvisning] = []
        self.offers = label("")
        self.offers_card = self.card("Tilbud", self.offers)
        self.envelope = Facts()
        self.envelope_card = self.card("Konvolutten med adressen", self.envelope)
        self._add_answer()
        self._add_dwellings()
        self.end_with()

    def _add_answer(self) -> None:
        self.answer = ActForm(SvarPaaTilbud, self.case, "Lagre svaret", done_text="Svaret er lagret.")
        self.withdraw = Fold(
            "Trekk tilbudet",
            lambda: ActForm(TrekkTilbud, self.case, "Trekk tilbudet", done_text="Tilbudet er trukket.", primary=False),
            command=TrekkTilbud,
        )
        self.answer_card = self.card("Søkerens svar", self.answer, self.withdraw)

    def _add_dwellings(self) -> None:
        self.wanted, self.none = label("", "dempet"), label("")
        self.model = RowsModel(view_model.COLUMNS, right=(3,))
        self.table = Table("Ledige boliger")
        self.table.setModel(self.model)
        self.table.setFixedHeight(TABLE_HEIGHT)
        self.table.fit(1)
        self.problem = MessagePanel()
        self.offer = ActForm(
            TilbyBolig,
            self.case,
            "Gi tilbud",
            done_text="Tilbudet er gitt.",
            hidden=("boligid",),
            fixed=lambda: {"boligid": self._chosen()},
        )
        self.dwellings_card = self.card("Ledige boliger", self.wanted, self.none, self.table, self.problem, self.offer)
        self.table.opened.connect(lambda _: self.offer.form.focus_on("frist"))

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        today = self.case.today()
        self.offers.setText("\n".join(view_model.offer(t, today) for t in sak.tilbud))
        self.offers_card.setVisible(bool(sak.tilbud))
        envelope = view_model.envelope(sak)
        self.envelope.show_pairs(envelope)
        self.envelope_card.setVisible(bool(envelope))
        waiting, taken = view_model.open_offer(sak), view_model.accepted(sak)
        self.answer_card.setVisible(waiting is not None)
        self.dwellings_card.setVisible(waiting is None and taken is None)
        self.wanted.setText(view_model.wanted(sak))
        if waiting is not None and not self.answer.is_touched:
            self.answer.form.fields["dato"].fill(today)
        if waiting is None and taken is None:
            self._ask_for_dwellings()
            if not self.offer.is_touched:
                self.offer.form.fields["frist"].fill(today + timedelta(days=view_model.ANSWER_DAYS))

    def focus_point(self, kode: str) -> bool:
        if kode == "TIL-2" and not self.answer_card.isHidden():
            return self.answer.form.focus_on("svar")
        if kode in {"TIL-1", "TIL-2", "BOLIG"} and not self.dwellings_card.isHidden():
            self.table.setFocus()
            return True
        return super().focus_point(kode)

    def _chosen(self) -> str:
        row = self.table.selected_row()
        return self.dwellings[row].boligid if 0 <= row < len(self.dwellings) else ""

    def _ask_for_dwellings(self) -> None:
        bruker = self.case.session.bruker
        self.case.session.ask(
            lambda p: p.vis_boliger(bruker, True), self._show_dwellings, self._refused, owner=self, channel="ledige"
        )

    def _show_dwellings(self, found: tuple[Boligvisning, ...]) -> None:
        chosen = self._chosen()
        self.dwellings = view_model.best_first(found, self.case.shown)
        self.model.show_rows([view_model.dwelling_row(b) for b in self.dwellings])
        row = next((i for i, b in enumerate(self.dwellings) if b.boligid == chosen), 0)
        if self.dwellings:
            self.table.selectRow(row)
        self.none.setText("" if found else "Ingen boliger er ledige. Du registrerer boliger under Program › Boliger.")
        self.none.setVisible(not found)
        self.table.setVisible(bool(found))

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))
