"""The key on the screen: what must be done first, handing over, the receipt."""

from boligtildeling.casework.noekkel import UtleverNoekkel
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.noekkel import view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, button, button_row, label


class KeyStep(StepPage):
    """Step 10."""

    step, title = "noekkel", "Nøkkel"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.takeover, self.facts = label("", "dempet"), Facts()
        self.delivered_card = self.card("Nøkkelen er utlevert", self.facts)
        see = button("Se kvitteringen", lambda: self.document_wanted.emit("noekkelkvittering"), "primaer")
        self.delivered_card.add_layout(button_row([see]))
        self.add(self.checkpoints)
        self.form = ActForm(UtleverNoekkel, case, "Utlever nøkkel", done_text="Nøkkelen er utlevert.")
        self.form_card = self.card("Utlever nøkkel", self.takeover, self.form)
        self.end_with()

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        self.takeover.setText(view_model.takeover(sak))
        delivered = view_model.delivered(sak)
        self.facts.show_pairs(delivered)
        self.delivered_card.setVisible(bool(delivered))
        self.form_card.setVisible(not delivered)
        if not delivered and not self.form.is_touched:
            self.form.form.fields["mottaker"].fill(sak.soeker)
            self.form.form.fields["noekler"].fill(view_model.suggested_keys(sak))

    def focus_point(self, kode: str) -> bool:
        if kode == "NOE-4" and not self.form_card.isHidden():
            return self.form.form.focus_on("legitimasjon")
        return super().focus_point(kode)
