"""The journal that a killed program left: a torn end opens, and a turned bit in what was saved is told."""

import os
import random
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boligtildeling.storage.journal import journalen_er_skadet
from boligtildeling.storage.tilkobling import koble
from tests.lager import NOEKKEL

HODE, RAMME = 32, 24 + 4096
LAGRINGER = 12
PROEVER = 150


@pytest.fixture(scope="module")
def etterlatt(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, list[int]]:
    """A database and its journal as a kill leaves them, and how long the journal was after each of twelve savings."""
    fil = tmp_path_factory.mktemp("journal") / "a.db"
    lengder = []
    with closing(koble(fil, NOEKKEL, ny=True)) as db:
        db.execute("PRAGMA wal_autocheckpoint=0")
        db.execute("CREATE TABLE t (nummer INTEGER PRIMARY KEY, innhold BLOB)")
        for _ in range(3):  # older pieces in the file behind the newest
            db.execute("INSERT INTO t (innhold) VALUES (?)", (os.urandom(9000),))
        db.execute("DELETE FROM t")
        db.execute("PRAGMA wal_checkpoint(RESTART)").fetchall()
        for nummer in range(LAGRINGER):
            db.execute("BEGIN IMMEDIATE")
            for del_ in range(3):
                db.execute("INSERT INTO t VALUES (?, ?)", (nummer * 10 + del_, os.urandom(3000)))
            db.execute("COMMIT")
            lengder.append(_slutt(fil))
        return fil.read_bytes(), fil.with_name("a.db-wal").read_bytes(), lengder


def _slutt(fil: Path) -> int:
    """Where the last frame of the present generation ends."""
    data = fil.with_name(f"{fil.name}-wal").read_bytes()
    salt, ende = data[16:24], HODE
    while data[ende + 8 : ende + 16] == salt:
        ende += RAMME
    return ende


@pytest.fixture
def proev(etterlatt: tuple[bytes, bytes, list[int]], tmp_path: Path) -> Callable[[bytes], int | None]:
    """How many savings can be read with this journal; None when it is told to be damaged."""

    def les(journal: bytes) -> int | None:
        for rest in tmp_path.iterdir():
            rest.unlink()
        fil = tmp_path / "a.db"
        fil.write_bytes(etterlatt[0])
        (tmp_path / "a.db-wal").write_bytes(journal)
        if journalen_er_skadet(fil):
            return None
        with closing(koble(fil, NOEKKEL)) as db:
            rader = int(db.execute("SELECT count(*) FROM t").fetchone()[0])
        assert rader % 3 == 0, "half a transaction"
        return rader // 3

    return les


def test_en_hel_journal_leses_helt(
    proev: Callable[[bytes], int | None], etterlatt: tuple[bytes, bytes, list[int]]
) -> None:
    assert proev(etterlatt[1]) == LAGRINGER
    assert proev(etterlatt[1][: etterlatt[2][-1]]) == LAGRINGER


def test_ingen_journal_og_en_tom_er_ikke_skadet(tmp_path: Path) -> None:
    assert journalen_er_skadet(tmp_path / "a.db") is False
    (tmp_path / "a.db-wal").touch()
    assert journalen_er_skadet(tmp_path / "a.db") is False


def test_hver_snudd_bit_i_det_som_var_lagret_oppdages(
    proev: Callable[[bytes], int | None], etterlatt: tuple[bytes, bytes, list[int]]
) -> None:
    tilfeldig, journal = random.Random(20261125), etterlatt[1]
    for _ in range(PROEVER):
        skadet = bytearray(journal)
        sted = tilfeldig.randrange(etterlatt[2][-1])
        skadet[sted] ^= 1 << tilfeldig.randrange(8)
        assert proev(bytes(skadet)) is None, sted


def test_snudde_biter_i_den_siste_lagringen_er_ikke_en_avrevet_ende(
    proev: Callable[[bytes], int | None], etterlatt: tuple[bytes, bytes, list[int]]
) -> None:
    tilfeldig, journal = random.Random(7), etterlatt[1]
    for _ in range(PROEVER):
        skadet = bytearray(journal)
        sted = tilfeldig.randrange(etterlatt[2][-2], etterlatt[2][-1])
        skadet[sted] ^= 1 << tilfeldig.randrange(8)
        assert proev(bytes(skadet)) is None, sted


def test_en_snudd_bit_i_gamle_rester_bak_enden_betyr_ingenting(
    proev: Callable[[bytes], int | None], etterlatt: tuple[bytes, bytes, list[int]]
) -> None:
    journal, ende = etterlatt[1], etterlatt[2][-1]
    rester = journal + os.urandom(3 * RAMME)
    assert proev(rester) == LAGRINGER
    for sted in range(ende, len(journal), 997):
        skadet = bytearray(journal)
        skadet[sted] ^= 1
        assert proev(bytes(skadet)) == LAGRINGER


def test_en_siste_lagring_som_er_revet_av_aapnes_uten_den(
    proev: Callable[[bytes], int | None], etterlatt: tuple[bytes, bytes, list[int]]
) -> None:
    """What a power cut leaves of a saving that nobody was told of: any of its blocks may be missing."""
    journal, (foer, ende) = etterlatt[1], etterlatt[2][-2:]
    tilfeldig = random.Random(3)
    for _ in range(PROEVER):
        avrevet = bytearray(journal[:ende])
        for blokk in range(foer // 512 + 1, ende // 512):
            if tilfeldig.random() < 0.3:
                avrevet[blokk * 512 : (blokk + 1) * 512] = tilfeldig.choice((bytes(512), os.urandom(512)))
        if bytes(avrevet) != journal[:ende]:
            assert proev(bytes(avrevet)) == LAGRINGER - 1


def test_en_avkortet_journal_aapnes_med_hele_lagringer(
    proev: Callable[[bytes], int | None], etterlatt: tuple[bytes, bytes, list[int]]
) -> None:
    journal, lengder = etterlatt[1], etterlatt[2]
    for lengde in range(HODE, lengder[-1], 3517):
        assert proev(journal[:lengde]) == sum(ende <= lengde for ende in lengder)


@pytest.mark.parametrize("fyll", [b"\0", b"\xff", b"\xa5"])
def test_en_odelagt_blokk_i_det_som_var_lagret_oppdages(
    proev: Callable[[bytes], int | None], etterlatt: tuple[bytes, bytes, list[int]], fyll: bytes
) -> None:
    journal, lengder = etterlatt[1], etterlatt[2]
    for start in range(0, lengder[-3], 5000):
        skadet = journal[:start] + fyll * 512 + journal[start + 512 :]
        assert proev(skadet) is None, start
