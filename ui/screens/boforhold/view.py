"""The tenancy on the screen: a card for each side of it, shown when the key is handed over."""

from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.boforhold.arrears import AgreementPart, ArrearsPart, ContactPart
from ui.screens.boforhold.collection import GatePart, MeasuresPart
from ui.screens.boforhold.ending import ExpiryPart, MoveOutPart, NoticePart
from ui.screens.boforhold.follow_up import FollowUpPart
from ui.screens.boforhold.household import HouseholdPart
from ui.screens.boforhold.neighbours import NeighboursPart
from ui.screens.boforhold.parts import Part
from ui.screens.boforhold.rent import RentPart
from ui.screens.boforhold.tenancy import TenancyPart
from ui.step_page import StepPage
from ui.widgets.basics import label

PARTS: tuple[type[Part], ...] = (
    TenancyPart,
    ArrearsPart,
    ContactPart,
    AgreementPart,
    MeasuresPart,
    GatePart,
    FollowUpPart,
    NeighboursPart,
    HouseholdPart,
    RentPart,
    ExpiryPart,
    NoticePart,
    MoveOutPart,
)
"""The cards of the page, from the top."""
NOT_BEGUN = "Boforholdet begynner når nøkkelen er utlevert, eller når en forlengelse er signert."


class TenancyPage(StepPage):
    """The case's second life."""

    step, title = "boforhold", "Boforhold"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.not_begun = label(NOT_BEGUN, "dempet")
        self.add(self.not_begun)
        self.parts = [make(case) for make in PARTS]
        self.add(*self.parts)

    def show_case(self, sak: Saksvisning) -> None:
        self.not_begun.setVisible(sak.leieforhold is None)
        for part in self.parts:
            part.setVisible(sak.leieforhold is not None)
            if sak.leieforhold is not None:
                part.show_tenancy(sak, sak.leieforhold)
