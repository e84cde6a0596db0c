"""What the report screen shows: each table as rows, and what stands under it."""

from boligtildeling.casework.views.rapporter.celler import vis_celle
from boligtildeling.casework.views.rapporter.form import Rapport, Tabell
from boligtildeling.domain.datoer import vis_dato

Rows = list[tuple[str, ...]]


def columns(table: Tabell) -> tuple[str, ...]:
    return tuple(k.navn for k in table.kolonner)


def to_the_right(table: Tabell) -> tuple[int, ...]:
    """The columns of figures."""
    return tuple(i for i, k in enumerate(table.kolonner) if k.slag not in {"tekst", "dato"})


def rows(table: Tabell) -> Rows:
    return [tuple(vis_celle(table, i, j) for j in range(len(row.celler))) for i, row in enumerate(table.rader)]


def period(report: Rapport) -> str:
    """What the report is about, in words."""
    if report.fra is None or report.til is None:
        return f"Laget {vis_dato(report.laget)}"
    return f"{vis_dato(report.fra)} – {vis_dato(report.til)}"


def file_name(report: Rapport, ending: str) -> str:
    return f"rapport-{report.navn}-{report.laget:%Y%m%d}.{ending}"


def cases_behind(table: Tabell, row: int) -> tuple[str, ...]:
    return table.rader[row].saker if 0 <= row < len(table.rader) else ()
