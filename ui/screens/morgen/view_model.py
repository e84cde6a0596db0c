"""The morning as rows: what, when, which case, whose."""

from boligtildeling.casework.views.boforhold.morgen import Morgen, Morgenpunkt
from boligtildeling.domain.boforhold.morgen import Naar
from boligtildeling.domain.datoer import vis_dato, vis_tall

COLUMNS = ("Når", "Hva", "Sak", "Søker", "Ansvarlig", "Dag")
HEADINGS: dict[Naar, str] = {
    "oversittet": "For sent",
    "i_dag": "I dag",
    "denne_uka": "Denne uka",
    "se_paa": "Se på",
}


def row(p: Morgenpunkt) -> tuple[str, ...]:
    return (
        HEADINGS[p.naar],
        p.tekst,
        p.saksnummer or "",
        p.soeker or "",
        p.ansvarlig or "",
        vis_tall(p.frist) if p.frist else "",
    )


def summary(morning: Morgen) -> str:
    """The day in one line."""
    late = sum(p.naar == "oversittet" for p in morning.punkter)
    today = sum(p.naar == "i_dag" for p in morning.punkter)
    imported = f" Siste restanseliste er per {vis_dato(morning.siste_import)}." if morning.siste_import else ""
    if not morning.punkter:
        return f"{vis_dato(morning.dag)}: ingenting haster.{imported}"
    return f"{vis_dato(morning.dag)}: {late} for sent, {today} i dag, {len(morning.punkter)} i alt.{imported}"
