"""What the kontraktskontroll proposes, in words."""

from boligtildeling.casework.views.saksformer import Saksvisning
from ui.words import choice


def proposal(sak: Saksvisning) -> str:
    """The proposal in one line; it binds nobody."""
    raad = sak.kontraktsraad
    length = f", {raad.maaneder} måneder" if raad.maaneder else ""
    return f"Forslag: {choice(raad.type).lower()}{length}"


def reasons(sak: Saksvisning) -> tuple[str, ...]:
    return sak.kontraktsraad.grunner


def warnings(sak: Saksvisning) -> tuple[str, ...]:
    """What stands against the stored choice; nothing while none is made."""
    return sak.kontraktsraad.advarsler if sak.kontraktsvalg is not None else ()
