"""The follow-up plan on the screen."""

from boligtildeling.casework.planer import LagreOppfoelgingsplan
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.oppfoelgingsplan.view_model import stored_plan
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm


class FollowUpStep(StepPage):
    """Step 4."""

    step, title = "oppfoelgingsplan", "Oppfølgingsplan"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        text = "Oppfølgingsplanen er lagret."
        self.form = ActForm(LagreOppfoelgingsplan, case, "Lagre oppfølgingsplan", done_text=text)
        self.card("Planen", self.form)
        self.end_with()

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        plan = stored_plan(sak)
        if plan is not None:
            self.form.fill(plan)
