"""The first rent on the screen: what remains, payments, a new one, and taking one back."""

from typing import Any

from boligtildeling.casework.kontrakt import RegistrerBetaling
from boligtildeling.casework.views.saksformer import Betalingsvisning, Saksvisning
from ui.case import Case
from ui.screens.foerste_husleie import view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, label
from ui.widgets.fold import Fold
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table


class FirstRentStep(StepPage):
    """Step 9."""

    step, title = "foerste_husleie", "Første husleie"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.payments: tuple[Betalingsvisning, ...] = ()
        self.verdict, self.facts = label("", "h3"), Facts()
        self.card("Hva som skal betales", self.verdict, self.facts)
        self.model = RowsModel(view_model.COLUMNS, right=(1,))
        self.table = Table("Betalinger")
        self.table.setModel(self.model)
        self.table.fit(4)
        self.table.setFixedHeight(170)
        self.reverse = Fold("Reverser betalingen som er merket", self._make_reversal)
        self.payments_card = self.card("Betalinger", self.table, self.reverse)
        self.form = ActForm(
            RegistrerBetaling, case, "Registrer betaling", done_text="Betalingen er registrert.", hidden=("reverserer",)
        )
        self.form_card = self.card("Ny betaling eller garanti", self.form)
        self.end_with()

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        self.verdict.setText(view_model.verdict(sak))
        self.facts.show_pairs(view_model.summary(sak))
        self.payments = sak.kontrakt.betalinger if sak.kontrakt is not None else ()
        self.model.show_rows([view_model.row(b) for b in self.payments])
        self.payments_card.setVisible(bool(self.payments))
        self.form_card.setVisible(sak.kontrakt is not None)
        if self.payments:
            self.table.selectRow(len(self.payments) - 1)
        if sak.kontrakt is not None and not self.form.is_touched:
            left = sak.kontrakt.gjenstaar
            self.form.form.fields["beloep"].fill(left if left else None)
            self.form.form.fields["dato"].fill(self.case.today())
            self.form.form.fields["kid"].fill(sak.kontrakt.kid)

    def focus_point(self, kode: str) -> bool:
        if kode == "NOE-1" and not self.form_card.isHidden():
            return self.form.form.focus_on("beloep")
        return super().focus_point(kode)

    def _make_reversal(self) -> ActForm:
        form = ActForm(
            RegistrerBetaling,
            self.case,
            "Reverser betalingen",
            done_text="Betalingen er reversert.",
            hidden=("reverserer", "beloep", "kid"),
            fixed=self._marked,
            primary=False,
            keeps_draft=False,
        )
        form.form.fields["dato"].fill(self.case.today())
        return form

    def _marked(self) -> dict[str, Any]:
        row = self.table.selected_row()
        marked = self.payments[row] if 0 <= row < len(self.payments) else self.payments[-1]
        return {"reverserer": marked.id, "beloep": marked.beloep, "kid": marked.kid}
