"""What is looked for at every application is found by an index, also when nearly all cases are alike."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.stor_mappe import bygg
from tests.lager import raa

PARTENE = "SELECT saksnummer FROM sak WHERE partsnoekkel IN (?) OR medpartsnoekkel IN (?)"


@pytest.mark.parametrize(("brutt", "leser_alle"), [(False, False), (True, True)])
def test_partene_finnes_uten_aa_lese_alle_sakene(tmp_path: Path, brutt: bool, leser_alle: bool) -> None:
    """With every case in the index of co-applicants the database would rather read them all."""
    mappe = bygg(tmp_path / "mappe", 200, om_saken=())
    with closing(raa(mappe.sti)) as db:
        if brutt:
            db.execute("DROP INDEX ix_sak_medpartsnoekkel")
            db.execute("CREATE INDEX ix_sak_medpartsnoekkel ON sak (medpartsnoekkel)")
            db.execute("ANALYZE")
        plan = [rad[3] for rad in db.execute(f"EXPLAIN QUERY PLAN {PARTENE}", ("x", "x"))]
    assert any(linje.startswith("SCAN sak") for linje in plan) == leser_alle
