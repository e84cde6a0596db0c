"""The folder that faults strike, made once; and at the end of the run, how many did and what was lost."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.cli.conftest import foer_noekkel, kopi, maler, mappe, noekkel_mal, sak, tom_mal
from tests.lett import lette_fraser
from tests.skade.drap import DREPT
from tests.skade.mapper import Mal, lag_mal

__all__ = ["foer_noekkel", "kopi", "lette_fraser", "maler", "mappe", "noekkel_mal", "sak", "tom_mal"]


@pytest.fixture(scope="session")
def mal(tmp_path_factory: pytest.TempPathFactory) -> Mal:
    return lag_mal(tmp_path_factory.mktemp("skade") / "mal")


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """In memory where there is a disk of that kind: what a kill leaves is the same, and thousands are done sooner."""
    minne = Path("/dev/shm")
    if not (minne.is_dir() and os.access(minne, os.W_OK)):
        yield tmp_path
        return
    with TemporaryDirectory(dir=minne, prefix="boligtildeling-") as navn:
        yield Path(navn)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """A run in which a test failed tells so itself: in one that is green, nothing was lost."""
    if DREPT:
        linje = ", ".join(f"{slag} {antall}" for slag, antall in sorted(DREPT.items()))
        terminalreporter.write_line(f"drept med kill -9: {DREPT.total()} ({linje})")
