"""Which documents can be printed empty."""

from boligtildeling.casework.views.dokumentslag import DOKUMENTER


def empty_forms() -> list[tuple[str, str]]:
    """Name and title."""
    return [(navn, slag.tittel) for navn, slag in DOKUMENTER.items() if slag.kan_vaere_tom]
