"""The dwellings as rows."""

from boligtildeling.casework.views.saksformer import Boligvisning
from boligtildeling.domain.bolig import Boligdata
from boligtildeling.domain.datoer import vis_tall
from ui.words import choice

COLUMNS = ("Bolig", "Adresse", "Type", "Soverom", "Husleie", "Ledig fra", "Bydel", "Merknad")


def row(b: Boligvisning) -> tuple[str, ...]:
    return (
        b.boligid,
        b.adresse.paa_en_linje,
        choice(b.boligtype),
        str(b.antall_soverom),
        str(b.husleie),
        vis_tall(b.ledig_fra) if b.ledig_fra else "",
        b.bydel or "",
        "Du holder den tilbake" if b.holder_du_tilbake else "",
    )


def as_data(b: Boligvisning) -> Boligdata:
    """What a form for changing starts with."""
    return Boligdata(**{name: getattr(b, name) for name in Boligdata.__dataclass_fields__})
