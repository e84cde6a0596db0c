"""The tenancy itself: where, since when, until when, for how much."""

from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.boforhold import view_model
from ui.screens.boforhold.parts import Part
from ui.widgets.basics import Facts


class TenancyPart(Part):
    """Facts only."""

    heading = "Leieforholdet"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.facts = Facts()
        self.add(self.facts)

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        self.facts.show_pairs(view_model.tenancy(sak, tenancy, self.case.today()))
