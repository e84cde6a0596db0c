"""A folder from before there were tenancies: every case where the key is handed over gets its own."""

import gzip
from contextlib import closing
from pathlib import Path

import pytest

from boligtildeling.app import Program
from boligtildeling.storage.database import FILNAVN
from boligtildeling.storage.rotering import krypter_klartekst
from tests.lager import raa

GULL = Path(__file__).parents[1] / "data" / "versjon-0001.db.gz"
"""In 2026-0001 the key of B-2001 is handed over; in 2026-0002 the tenant alone has signed for B-6001."""
ALLE_HAR_SIGNERT = """UPDATE kontrakt SET signert = '{"leier": "2026-11-18", "utleier": "2026-11-18"}' WHERE id = 3"""
FORLENGELSE = (
    """UPDATE sak SET soeknad = json_set(soeknad, '$.soeknadstype', 'forlengelse') WHERE saksnummer = '2026-0002'"""
)
SAMME_BOLIG = "UPDATE kontrakt SET boligid = 'B-2001', fra_dato = '2029-12-15', til_dato = '2032-12-14' WHERE id = 3"
SAMME_LEIER = """UPDATE kontrakt SET leiere = '["43899012004"]' WHERE id = 3"""


@pytest.fixture
def gammel(tmp_path: Path) -> Path:
    (tmp_path / FILNAVN).write_bytes(gzip.decompress(GULL.read_bytes()))
    krypter_klartekst(tmp_path, "noekkelfil")
    return tmp_path


@pytest.mark.parametrize(
    ("endringer", "leieforhold", "kontrakter"),
    [
        ((), [("2026-0001", "2026-12-15", None)], [(1, "2026-0001")]),
        (
            ("""UPDATE sak SET avslutning = '{"dato": "2027-02-01", "grunn": "Flyttet.", "utfall": "flyttet"}'""",),
            [("2026-0001", "2026-12-15", "2027-02-01")],
            [(1, "2026-0001")],
        ),
        (
            (
                "UPDATE noekkelutlevering SET er_avvik = 1, kontrakt_id = NULL",
                "INSERT INTO avvik VALUES (1, '2026-0001', 'noekkel_utlevert', '2026-12-11', 'Brann.', 'tove')",
            ),
            [("2026-0001", "2026-12-11", None)],
            [(1, "2026-0001")],
        ),
        ((ALLE_HAR_SIGNERT,), [("2026-0001", "2026-12-15", None)], [(1, "2026-0001")]),
        ((FORLENGELSE,), [("2026-0001", "2026-12-15", None)], [(1, "2026-0001")]),
        (
            (FORLENGELSE, ALLE_HAR_SIGNERT, SAMME_BOLIG, SAMME_LEIER),
            [("2026-0001", "2026-12-15", None)],
            [(1, "2026-0001"), (3, "2026-0001")],
        ),
        (
            (FORLENGELSE, ALLE_HAR_SIGNERT, SAMME_BOLIG),
            [("2026-0001", "2026-12-15", None), ("2026-0002", "2029-12-15", None)],
            [(1, "2026-0001"), (3, "2026-0002")],
        ),
    ],
    ids=[
        "innflyttet",
        "flyttet",
        "nøkkelen utlevert utenom",
        "ny bolig uten nøkkel",
        "forlengelse som ikke er signert av alle",
        "forlengelse av leieforholdet",
        "forlengelse av et leieforhold ingen kjenner",
    ],
)
def test_saker_der_noekkelen_er_utlevert_faar_sitt_leieforhold(
    gammel: Path,
    endringer: tuple[str, ...],
    leieforhold: list[tuple[str, str, str | None]],
    kontrakter: list[tuple[int, str]],
) -> None:
    with closing(raa(gammel)) as db:
        for setning in endringer:
            db.execute(setning)
    with Program.aapne(gammel) as program:
        program.vis_sak("2026-0001", "kari")
    with closing(raa(gammel)) as db:
        naa = db.execute("SELECT saksnummer, begynt_dato, opphoert_dato FROM leieforhold ORDER BY saksnummer")
        assert naa.fetchall() == leieforhold
        naa = db.execute("SELECT kontrakt_id, leieforhold FROM leieforholdskontrakt ORDER BY kontrakt_id")
        assert naa.fetchall() == kontrakter
