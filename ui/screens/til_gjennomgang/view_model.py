"""Readings to look at as rows, and who works here as options."""

from boligtildeling.casework.views.lesninger import Lesningsrad
from boligtildeling.domain.datoer import vis_tidspunkt
from boligtildeling.domain.leselogg import FLAGGNAVN, KONKLUSJONER

COLUMNS = ("Nr.", "Når", "Hvem", "Sak", "Hvorfor", "Leders konklusjon")


def row(rad: Lesningsrad) -> tuple[str, ...]:
    reasons = ", ".join(FLAGGNAVN[f] for f in FLAGGNAVN if f in rad.flagg)
    concluded = [KONKLUSJONER[k] for k in KONKLUSJONER if rad.gjennomganger and k == rad.gjennomganger[-1].konklusjon]
    return (
        str(rad.nummer),
        vis_tidspunkt(rad.tidspunkt),
        rad.bruker,
        rad.saksnummer,
        reasons,
        concluded[0] if concluded else "ikke gått gjennom",
    )


def waiting(rader: tuple[Lesningsrad, ...]) -> str:
    """How many are left, in words."""
    left = sum(not r.er_ferdig for r in rader)
    if not rader:
        return "Ingen lesninger de siste tretti dagene må ses på."
    return f"{left} av {len(rader)} er ikke gått gjennom." if left else "Alle er gått gjennom."
