"""The facts that only the caseworker can know, as the step shows them."""

from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.sak import KJENNETEGNTEKST


def kjennetegn(sak: Saksvisning) -> list[tuple[str, str, bool]]:
    """Code, text, and whether it is set in this case."""
    return [(code, text, code in sak.kjennetegn) for code, text in KJENNETEGNTEKST.items()]
