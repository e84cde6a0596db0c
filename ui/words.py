"""What fields, values, gates, steps and deadlines are called on the screen."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from boligtildeling.domain.datoer import vis_dato, vis_kort
from boligtildeling.domain.feltnavn import FRISTNAVN, feltnavn, valgnavn

if TYPE_CHECKING:
    from boligtildeling.domain.sjekkliste import Port

SOLVED_BY: Mapping[str, str] = {"saksbehandler": "du", "ingen": "ingen"}
PORTER: Mapping["Port", str] = {
    "V": "Før vedtak",
    "G": "Før vedtaket sendes",
    "T": "Før tilbud",
    "K": "Før kontrakt",
    "N": "Før nøkkel",
}
FRISTER = FRISTNAVN
SAKSSTEG: Mapping[str, str] = {
    "soeknad": "Søknad",
    "kartlegging": "Kartlegging og planer",
    "vedtak": "Vedtak",
    "tildeling": "Tildeling",
    "kontrakt": "Kontrakt",
    "noekkel": "Første husleie og nøkkel",
    "boforhold": "Boforhold",
    "avsluttet": "Avsluttet",
}


def when(day: date, today: date) -> str:
    """A deadline in words: how far away it is, or that it has passed."""
    days = (day - today).days
    if days < 0:
        return f"Forfalt {vis_kort(day)}" if day.year == today.year else f"Forfalt {vis_dato(day)}"
    if days <= 1:
        return "I dag" if days == 0 else "I morgen"
    return f"Om {days} dager" if days <= 7 else vis_dato(day)


title, choice = feltnavn, valgnavn


def place(pointer: str) -> str:
    """A JSON pointer in words."""
    parts = [str(int(p) + 1) if p.isdigit() else title("", p) for p in pointer.split("/") if p]
    return " – ".join(parts)


def value(plain: object) -> str:
    if plain is None:
        return "ingenting"
    if isinstance(plain, bool):
        return "ja" if plain else "nei"
    return str(plain)
