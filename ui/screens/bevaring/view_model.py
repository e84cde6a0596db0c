"""The plan and the disposals as rows and options."""

from boligtildeling.casework.views.bevaring import Bevaringsrad, Kassasjonsrad
from boligtildeling.domain.datoer import vis_dato, vis_tidspunkt

COLUMNS = ("Hva", "Hvor lenge", "Kan kasseres nå", "Kan kasseres fra", "Hjemmel")
DONE_COLUMNS = ("Når", "Hvem", "Hva", "Antall", "Fra", "Til")


def row(r: Bevaringsrad) -> tuple[str, ...]:
    if r.tiltak == "bevares":
        return (r.hva, "bevares", "nei", "aldri", r.hjemmel)
    return (
        r.hva,
        r.varighet,
        str(r.kan_kasseres),
        vis_dato(r.kan_kasseres_fra) if r.kan_kasseres_fra else "ingenting ennå",
        r.hjemmel,
    )


def done_row(k: Kassasjonsrad, names: dict[str, str]) -> tuple[str, ...]:
    return (
        vis_tidspunkt(k.kassert_tidspunkt),
        k.kassert_av,
        names.get(k.slag, k.slag),
        str(k.antall),
        vis_dato(k.fra_dato),
        vis_dato(k.til_dato),
    )


def options(rows: tuple[Bevaringsrad, ...]) -> list[tuple[str, str]]:
    """What may be disposed of at all."""
    return [(r.id, r.hva) for r in rows if r.tiltak == "kasseres"]
