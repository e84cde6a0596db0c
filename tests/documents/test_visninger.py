"""A view that is kept can be read back as what it was, and gives the same paper again."""

from json import dumps, loads
from typing import Any

import pytest

from boligtildeling.casework.views.dokumentslag import DOKUMENTER
from boligtildeling.casework.views.dokumenttyper import VISNINGSTYPER, fra_data, som_data
from boligtildeling.documents.oppskrifter import bygg
from tests.documents.alle import ALLE


def test_hvert_dokument_har_sin_visning() -> None:
    assert set(VISNINGSTYPER) == set(DOKUMENTER)


@pytest.mark.parametrize(("navn", "visning"), ALLE)
def test_visningen_er_den_samme_etter_aa_ha_vaert_lagret(navn: str, visning: Any) -> None:
    lest = fra_data(navn, loads(dumps(som_data(visning), ensure_ascii=False)))
    assert lest == visning
    assert bygg(navn, lest) == bygg(navn, visning)
