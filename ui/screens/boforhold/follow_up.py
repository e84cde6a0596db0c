"""The follow-up: the talks about it, and when the next is."""

from boligtildeling.casework.boforhold.evaluering import EvaluerOppfoelging
from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.boforhold import view_model
from ui.screens.boforhold.parts import Part
from ui.widgets.act_fold import act_fold, starting_today
from ui.widgets.basics import Facts


class FollowUpPart(Part):
    """What was found when it was last talked about."""

    heading = "Oppfølging"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.facts = Facts()
        self.evaluate = act_fold(
            case, EvaluerOppfoelging, "Evaluer oppfølgingen", "Evalueringen er lagret.", begin=starting_today("dato")
        )
        self.add(self.facts, self.evaluate)

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        self.facts.show_pairs(view_model.follow_up(tenancy))
