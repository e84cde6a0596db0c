"""What is shielded as rows, and what can be shielded as options."""

from boligtildeling.casework.views.skjerminger import Skjermbart, Skjermingsvisning
from boligtildeling.domain.datoer import vis_tidspunkt

COLUMNS = ("Nr.", "Når", "Hvem", "Hvor", "Grunn", "Åpnet")
LONGEST = 70


def row(s: Skjermingsvisning) -> tuple[str, ...]:
    seen = ", ".join(f"{a.bruker} og {a.sammen_med} {vis_tidspunkt(a.tidspunkt)}" for a in s.aapninger)
    return (str(s.nummer), vis_tidspunkt(s.skjermet_tidspunkt), s.skjermet_av, s.hvor, s.grunn, seen or "ikke åpnet")


def options(places: tuple[Skjermbart, ...]) -> list[tuple[str, str]]:
    """Each place by its heading, its name and the beginning of what it says."""
    return [(p.hvor, f"{p.avsnitt}: {p.etikett}{_beginning(p.verdi)}") for p in places]


def _beginning(text: str) -> str:
    one_line = " ".join(text.split())
    if not one_line:
        return ""
    return f" – {one_line[:LONGEST]}{'…' if len(one_line) > LONGEST else ''}"
