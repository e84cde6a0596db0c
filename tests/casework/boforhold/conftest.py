"""What the tests of the tenancy share."""

from pathlib import Path

import pytest

from tests.bygg import Kontor, Paa
from tests.casework.boforhold.kontorfiler import Leie


@pytest.fixture
def leie(paa: Paa, tmp_path: Path) -> Leie:
    """The tenant of 2026-0001 has the key, and there is a folder to take files in from."""
    vei, mappe = paa("utlevert"), tmp_path / "filer"
    mappe.mkdir()
    program = vei.kontor.program.med_filer(mappe)
    return Leie(Kontor(program, vei.kontor.ur, vei.kontor.dokumenter).vei(vei.saksnummer), mappe)
