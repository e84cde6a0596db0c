"""A report on paper: each table, and under it what is counted."""

from boligtildeling.casework.views.rapporter.celler import vis_celle
from boligtildeling.casework.views.rapporter.form import Kolonne as Rapportkolonne
from boligtildeling.casework.views.rapporter.form import Rapport
from boligtildeling.casework.views.rapporter.form import Tabell as Rapporttabell
from boligtildeling.documents.blokker import Ark, Avsnitt, Blokk, Kolonne, Overskrift, Sammen, Tabell, Topp
from boligtildeling.domain.datoer import vis_dato

_BREDDE = {"tekst": 3.0, "dato": 1.6, "kroner": 1.8}
_DELING = "Tall under fem er ikke vist, og heller ikke tall som kunne vært brukt til å regne dem ut."


def rapportark(rapport: Rapport, avsender: str, er_proeve: bool) -> Ark:
    """The report as an `Ark`, in bokmål; `avsender` is the kommune."""
    return Ark(
        tittel=rapport.tittel,
        maalform="nb",
        dato=rapport.laget,
        topp=Topp(avsender=avsender, enhet=(), merke="PRØVE" if er_proeve else "", fakta=_fakta(rapport)),
        blokker=(
            Overskrift(rapport.tittel, 1),
            *((Avsnitt(_DELING),) if rapport.til_deling else ()),
            *(blokk for tabell in rapport.tabeller for blokk in _tabell(tabell)),
            *(Avsnitt(merknad, "liten") for merknad in rapport.merknader),
        ),
        bunntekst=rapport.tittel,
        vannmerker=("PRØVE",) if er_proeve else (),
        oppsett="liggende",
    )


def _fakta(rapport: Rapport) -> tuple[tuple[str, str], ...]:
    laget = (("Laget", vis_dato(rapport.laget)),)
    if rapport.fra is None or rapport.til is None:
        return laget
    return (("Periode", f"{vis_dato(rapport.fra)} – {vis_dato(rapport.til)}"), *laget)


def _tabell(tabell: Rapporttabell) -> tuple[Blokk, ...]:
    celler = tuple(tuple(vis_celle(tabell, i, j) for j in range(len(rad.celler))) for i, rad in enumerate(tabell.rader))
    if not celler:
        return (Sammen((Overskrift(tabell.tittel), Avsnitt("Ingenting å vise for perioden."))),)
    bredder = [_BREDDE.get(k.slag, 1.2) for k in tabell.kolonner]
    kolonner = tuple(_kolonne(k, b / sum(bredder)) for k, b in zip(tabell.kolonner, bredder, strict=True))
    return (
        Overskrift(tabell.tittel),
        Tabell(kolonner, celler),
        *(Avsnitt(merknad, "liten") for merknad in tabell.merknader),
    )


def _kolonne(kolonne: Rapportkolonne, andel: float) -> Kolonne:
    return Kolonne(kolonne.navn, andel, hoeyrestilt=kolonne.slag not in {"tekst", "dato"})
