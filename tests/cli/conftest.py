"""Folders to run the command line on. Those that take long to make are made once and copied."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.linje import Mappe, lag_mappe, soeknad
from tests.cli.spill import spill

SKRIPT = Path(__file__).parent / "hovedloep"


@pytest.fixture(scope="session")
def maler(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("maler")


@pytest.fixture(scope="session")
def tom_mal(maler: Path) -> Mappe:
    return lag_mappe(maler / "tom")


@pytest.fixture(scope="session")
def noekkel_mal(tom_mal: Mappe, maler: Path) -> Mappe:
    """A case whose key may be handed over at once (2026-12-15T10:00, kari)."""
    shutil.copytree(tom_mal.sti, maler / "noekkel")
    mal = Mappe(maler / "noekkel")
    assert spill(SKRIPT / "barnefamilie-med-tolk.jsonl", mal, stopp_foer="utlever_noekkel").feil == []
    return mal


@pytest.fixture
def kopi(tmp_path: Path) -> Callable[[Mappe], Mappe]:
    return lambda mal: Mappe(Path(shutil.copytree(mal.sti, tmp_path / "data")))


@pytest.fixture
def mappe(kopi: Callable[[Mappe], Mappe], tom_mal: Mappe) -> Mappe:
    """An empty trial folder with one user of every kind."""
    return kopi(tom_mal)


@pytest.fixture
def sak(mappe: Mappe) -> str:
    """The number of a case with nothing done on it."""
    nummer: str = mappe.utfoer("registrer_soeknad", soeknad=soeknad()).resultat["saksnummer"]
    return nummer


@pytest.fixture
def foer_noekkel(kopi: Callable[[Mappe], Mappe], noekkel_mal: Mappe) -> Mappe:
    """A folder with one case, 2026-0001, whose key may be handed over at once."""
    return kopi(noekkel_mal).naar("2026-12-15T10:30")
