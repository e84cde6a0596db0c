"""The window's road past Python's garbage collector."""

import gc
from collections.abc import Iterator

import pytest

from ui.collector import everything_here_stays


class Node:
    """Something that holds on to itself, as modules and classes do."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_det_som_ble_til_mens_mappen_ble_aapnet_letes_ikke_gjennom_siden() -> None:
    with everything_here_stays():
        kept = Node()
    later = Node()
    assert not any(found is kept for found in gc.get_objects())
    assert any(found is later for found in gc.get_objects())


def test_ingenting_samles_mens_mappen_aapnes() -> None:
    with everything_here_stays():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_den_som_selv_har_slaatt_av_samlingen_faar_den_ikke_paa_igjen() -> None:
    gc.disable()
    try:
        with everything_here_stays():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
