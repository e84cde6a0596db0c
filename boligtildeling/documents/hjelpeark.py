"""Help pages on paper."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Literal

from boligtildeling.documents.blokker import Ark, Avsnitt, Blokk, Liste, Overskrift, Topp
from boligtildeling.domain.hjelp import Hjelpedel, Hjelpeside

_FLERE = "Hjelp til Boligtildeling"


def hjelpeark(sider: Sequence[Hjelpeside], dato: date) -> Ark:
    """One page of help with its own title, or several after each other under a common one."""
    tittel = sider[0].tittel if len(sider) == 1 else _FLERE
    blokker: list[Blokk] = [Overskrift(tittel, 1)]
    for side in sider:
        if len(sider) > 1:
            blokker.append(Overskrift(side.tittel, 2))
        blokker += _blokker(side.deler, 2 if len(sider) == 1 else 3)
    return Ark(
        tittel=tittel,
        maalform="nb",
        dato=dato,
        topp=Topp(avsender="Boligtildeling", enhet=("Hjelp",)),
        blokker=tuple(blokker),
        bunntekst=tittel,
        oppsett="skjema",
    )


def _blokker(deler: Sequence[Hjelpedel], nivaa: Literal[2, 3]) -> Iterable[Blokk]:
    for slag, gruppe in groupby(deler, key=lambda d: d.slag):
        tekster = [d.tekst for d in gruppe]
        if slag == "punkt":
            yield Liste(tuple(tekster))
        else:
            yield from (Avsnitt(t) if slag == "avsnitt" else Overskrift(t, nivaa) for t in tekster)
