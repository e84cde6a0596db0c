"""The rent: how it has changed, and changing it."""

from boligtildeling.casework.boforhold.leie import EndreLeie
from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.boforhold import view_model
from ui.screens.boforhold.parts import Part
from ui.widgets.act_fold import act_fold, starting_today
from ui.widgets.basics import Facts


class RentPart(Part):
    """What the rent is, and has been."""

    heading = "Husleien"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.facts = Facts()
        self.change = act_fold(
            case, EndreLeie, "Endre leien", "Den nye leien er lagret.", begin=starting_today("varslet_dato")
        )
        self.add(self.facts, self.change)

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        self.facts.show_pairs(view_model.rent(tenancy))
