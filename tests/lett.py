"""Phrases that cost next to nothing to try, for tests that open and lock all day long. The program's own weigh more."""

from collections.abc import Iterator

import pytest

from boligtildeling.forsegling import Vekt
from boligtildeling.storage import knippe

LETT = Vekt(minne_kib=8, runder=1, spor=1)


@pytest.fixture(autouse=True, scope="session")
def lette_fraser() -> Iterator[None]:
    """What a bundle is made with stands in it, so the program opens a light one as it opens any other."""
    with pytest.MonkeyPatch.context() as bytte:
        bytte.setattr(knippe, "FRASEVEKT", LETT)
        bytte.setattr(knippe, "KODEVEKT", LETT)
        yield
