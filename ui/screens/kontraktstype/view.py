"""Type of contract on the screen: the proposal with its reasons, the choice, and what stands against it."""

from boligtildeling.casework.planer import VelgKontraktstype
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.kontraktstype import view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import button, button_row, label
from ui.widgets.message_panel import MessagePanel

ASIDE = "Heller oppfølgingsavtale med evaluering enn en kort kontrakt."


class ContractTypeStep(StepPage):
    """Step 5."""

    step, title = "kontraktstype", "Kontraktstype"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.proposal, self.reasons = label("", "h3"), label("")
        card = self.card("Kontraktskontrollen", self.proposal, self.reasons, label(ASIDE, "dempet"))
        card.add_layout(button_row([button("Bruk forslaget", self._use_proposal)]))
        self.against = MessagePanel()
        self.form = ActForm(VelgKontraktstype, case, "Lagre kontraktstype", done_text="Kontraktstypen er lagret.")
        self.card("Valget", self.against, self.form)
        self.end_with()

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        self.proposal.setText(view_model.proposal(sak))
        self.reasons.setText("\n".join(f"• {reason}" for reason in view_model.reasons(sak)))
        if sak.kontraktsvalg is not None:
            self.form.fill(sak.kontraktsvalg)
        warnings = view_model.warnings(sak)
        self.against.setVisible(bool(warnings))
        if warnings:
            self.against.show_good("Dette står mot valget:", warnings)

    def _use_proposal(self) -> None:
        raad = self.case.shown.kontraktsraad
        for name, value in (("type", raad.type), ("maaneder", raad.maaneder)):
            self.form.form.fields[name].fill(value)
        self.form.form.is_touched = True
        self.form.form.show_what_counts()
        self.form.form.focus_on("begrunnelse")
