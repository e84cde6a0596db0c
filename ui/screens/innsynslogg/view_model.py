"""Readings and earlier editions as rows."""

from boligtildeling.casework.views.lesninger import Lesningsrad
from boligtildeling.casework.views.versjoner import Versjon
from boligtildeling.domain.datoer import vis_tidspunkt
from boligtildeling.domain.leselogg import FLAGGNAVN, KONKLUSJONER
from ui.words import choice, place, value

READ_COLUMNS = ("Når", "Hvem", "Hva", "Maskin", "Hvorfor se på den", "Leders konklusjon")
CHANGE_COLUMNS = ("Når", "Hvem", "Handling", "Felt", "Fra", "Til")
_WHAT = {
    "vis_sak": "Åpnet saken",
    "vis_lesninger": "Så innsynsloggen",
    "vis_versjoner": "Så tidligere versjoner",
    "vis_skjerminger": "Så skjermede opplysninger",
    "vis_skjermbart": "Så hva som kan skjermes",
    "vis_innsyn": "Så innsynspakkene",
    "innsyn": "Laget innsynspakke",
}


def what(hva: str) -> str:
    """What was read, in words."""
    name, _, of = hva.partition(" ")
    if name == "skriv_ut":
        return f"Skrev ut {of.replace('-', ' ')}"
    if name == "bunke":
        return f"Så på {of.replace('-', ' ')} for flere saker"
    return f"Åpnet skjerming {of}" if name == "aapne_skjermet" else _WHAT.get(hva, choice(hva))


def reasons(rad: Lesningsrad) -> str:
    """Why a reading is taken up."""
    return ", ".join(FLAGGNAVN.get(f, f) for f in rad.flagg)  # type: ignore[call-overload]


def conclusion(rad: Lesningsrad) -> str:
    """What the leader found last."""
    if not rad.gjennomganger:
        return ""
    last = rad.gjennomganger[-1]
    return f"{KONKLUSJONER.get(last.konklusjon, last.konklusjon)} ({last.gjennomgaatt_av})"  # type: ignore[call-overload]


def read_row(rad: Lesningsrad) -> tuple[str, ...]:
    return (vis_tidspunkt(rad.tidspunkt), rad.bruker, what(rad.hva), rad.maskin, reasons(rad), conclusion(rad))


def change_rows(versjoner: tuple[Versjon, ...]) -> list[tuple[str, ...]]:
    return [
        (vis_tidspunkt(v.tidspunkt), v.bruker, v.tittel, place(e.sted), value(e.fra), value(e.til))
        for v in versjoner
        for e in v.endringer
    ]
