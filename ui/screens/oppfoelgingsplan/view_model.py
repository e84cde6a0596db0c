"""What the follow-up plan starts with."""

from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.planer import Oppfoelgingsplan


def stored_plan(sak: Saksvisning) -> Oppfoelgingsplan | None:
    """The plan as it is stored; None when none is made."""
    return sak.oppfoelgingsplan
