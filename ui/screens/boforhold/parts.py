"""What every card of the page is."""

from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.widgets.basics import Card


class Part(Card):
    """One side of the tenancy: its facts, and the acts on it under buttons."""

    heading = ""

    def __init__(self, case: Case) -> None:
        super().__init__(self.heading)
        self.case = case

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        """Shows the tenancy as it stands; what the user is typing stays."""
        raise NotImplementedError
