"""A folder from version 0001: its history still stands, and whatever was wrong with it is told for ever."""

import gzip
from contextlib import closing
from pathlib import Path

import pytest

from boligtildeling.app import Program
from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.storage.database import FILNAVN
from boligtildeling.storage.rotering import krypter_klartekst
from tests.bygg import databasedump
from tests.lager import raa

GULL = Path(__file__).parents[1] / "data" / "versjon-0001.db.gz"
"""Two cases played by the command line of version 0001: 95 lines of history, 11 readings, six documents."""


@pytest.fixture
def gammel(tmp_path: Path) -> Path:
    (tmp_path / FILNAVN).write_bytes(gzip.decompress(GULL.read_bytes()))
    krypter_klartekst(tmp_path, "noekkelfil")
    return tmp_path


def rader(mappe: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(raa(mappe)) as db:
        svar: list[tuple[object, ...]] = db.execute(sql).fetchall()
    return svar


def endre(mappe: Path, *setninger: str) -> None:
    """Changes the file as somebody who holds it could."""
    with closing(raa(mappe)) as db:
        for (navn,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {navn}")
        vern = "CREATE TRIGGER {0}_{1}_nektes BEFORE {2} ON {0} BEGIN SELECT RAISE(ABORT, '{0} kan bare vokse'); END"
        for setning in setninger:
            db.execute(setning)
        for tabell in ("hendelse", "lesning", "dokument", "sjekklisteutgave", "mappe"):
            for endring in ("UPDATE", "DELETE"):
                db.execute(vern.format(tabell, endring.lower(), endring))


def oppgradert_kontroll(mappe: Path) -> tuple[str, ...]:
    with Program.aapne(mappe) as program:
        return program.kontroller().funn


def test_hver_linje_og_hver_lesning_er_der_som_foer_og_kjeden_er_hel(gammel: Path) -> None:
    felt = "id, tidspunkt, bruker, maskin, saksnummer, sak_versjon, handling, hendelse, data"
    linjer = rader(gammel, f"SELECT {felt} FROM hendelse ORDER BY id")
    lesninger = rader(gammel, "SELECT id, tidspunkt, bruker, maskin, saksnummer, hva FROM lesning ORDER BY id")
    assert oppgradert_kontroll(gammel) == ()
    innhold = "hendelse JOIN hendelsesinnhold ON hendelsesinnhold.hendelse = hendelse.id"
    naa = rader(gammel, f"SELECT {felt.replace(' hendelse,', ' hendelse.hendelse,')} FROM {innhold} ORDER BY id")
    assert naa[:-1] == linjer
    assert naa[-1][2:8] == ("programmet", "", None, None, "oppgrader", "HistorikkLenketPaaNytt")
    assert rader(gammel, "SELECT id, tidspunkt, bruker, maskin, saksnummer, hva FROM lesning ORDER BY id") == lesninger


def test_ingen_gammel_hash_staar_igjen_aa_gjette_mot(gammel: Path) -> None:
    hasher = {str(h) for (h,) in rader(gammel, "SELECT hash FROM hendelse")}
    oppgradert_kontroll(gammel)
    alt = "\n".join(databasedump(gammel))
    assert [h for h in hasher if h in alt] == []


def test_en_oppgradert_mappe_brukes_videre(gammel: Path) -> None:
    with Program.aapne(gammel) as program:
        (sak, *_) = program.vis_saker("kari", Saksutvalg()).saker
        program.vis_sak(sak.saksnummer, "kari")
        assert program.kontroller().funn == ()


@pytest.mark.parametrize(
    ("juks", "nummer"),
    [
        ("UPDATE hendelse SET bruker = 'ola' WHERE id = 7", 7),
        ("UPDATE hendelse SET data = replace(data, 'kommando', 'kommandoen') WHERE id = 12", 12),
        ("DELETE FROM hendelse WHERE id = 20", 20),
        ("UPDATE hendelse SET data = 'ikke json' WHERE id = 9", 9),
    ],
)
def test_det_som_var_galt_foer_oppgraderingen_sies_ogsaa_etterpaa(gammel: Path, juks: str, nummer: int) -> None:
    endre(gammel, juks)
    setning = f"Linje {nummer} i historikken var endret eller borte før mappen ble oppgradert."
    for _ in range(2):
        assert setning in oppgradert_kontroll(gammel)


def test_en_oppgradering_som_ikke_gaar_hele_veien_etterlater_den_gamle(gammel: Path) -> None:
    foer = rader(gammel, "SELECT id, hash FROM hendelse")
    endre(gammel, "CREATE TABLE kjedehode (x)")
    with pytest.raises(Exception, match="kjedehode"):
        Program.aapne(gammel)
    assert rader(gammel, "SELECT id, hash FROM hendelse") == foer
    assert rader(gammel, "SELECT version_num FROM alembic_version") == [("0001",)]
