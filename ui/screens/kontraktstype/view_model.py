"""What the kontraktskontroll proposes and says of a choice, in words; and the choice as it stands while it is made."""

from typing import Any

from boligtildeling.casework.planer import VelgKontraktstype
from boligtildeling.casework.views.saksformer import Raadsvisning, Saksvisning
from ui.words import choice

NOT_WRITTEN = "–"
"""Stands for the reason while it is not written: the kontraktskontroll does not read it."""
NOTHING_AGAINST = "Kontraktskontrollen har ingenting mot dette valget."
AGAINST = "Dette står mot valget:"


def proposal(raad: Raadsvisning) -> str:
    """The proposal in one line; it binds nobody."""
    length = f", {raad.maaneder} måneder" if raad.maaneder else ""
    return f"Forslag: {choice(raad.type).lower()}{length}"


def reasons(raad: Raadsvisning) -> str:
    return "\n".join(f"• {reason}" for reason in raad.grunner)


def as_it_stands(case_fields: dict[str, Any], values: dict[str, Any]) -> VelgKontraktstype | None:
    """The choice with what can be read so far; None while there is no type, or no length of a fixed term."""
    type_, months = values.get("type"), values.get("maaneder")
    if type_ is None or (type_ == "tidsbestemt" and months is None):
        return None
    chosen = {**values, "begrunnelse": values.get("begrunnelse") or NOT_WRITTEN}
    return VelgKontraktstype(**case_fields, **chosen)


def stored(sak: Saksvisning) -> Raadsvisning | None:
    """What stands against the stored choice; None while none is made."""
    return sak.kontraktsraad if sak.kontraktsvalg is not None else None
