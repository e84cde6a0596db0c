"""A process killed mid-act: the database opens, is sound, has every act that was told as done, and no half one."""

import os
import select
import signal
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from boligtildeling.app import Program
from boligtildeling.casework.administrasjon import RegistrerBruker
from boligtildeling.casework.soeknad import Noter, RegistrerSoeknad
from tests import bygg
from tests.bygg import DYBDE
from tests.cli.linje import Mappe, soeknad
from tests.lager import raa
from tests.skade.drap import DREPT, tilfeldig
from tests.storage.prosess import filer

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="only Unix can fork a process to kill")
DRAP, OPPRETTINGER = 40 * DYBDE, 20 * DYBDE
DOEDE_AV_SEG_SELV = 97


@contextmanager
def barn(arbeid: Callable[[int], None]) -> Iterator[tuple[int, int]]:
    """A forked process that does `arbeid` with a pipe to tell on; gives its pid and the other end."""
    les, skriv = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(les)
            arbeid(skriv)
        finally:
            os._exit(DOEDE_AV_SEG_SELV)
    os.close(skriv)
    try:
        yield pid, les
    finally:
        os.close(les)


def drep_etter(pid: int, les: int, sekunder: float, etter_linjer: int = 0) -> list[str]:
    """Kills the process so long after it told this many lines, and gives every line that it told before it died."""
    fortalt = b""
    while fortalt.count(b"\n") < etter_linjer and (bit := os.read(les, 65_536)):
        fortalt += bit
    select.select([], [], [], sekunder)
    os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    DREPT["handling"] += 1
    return (fortalt.decode() + les_alt(les)).split()


def les_alt(les: int) -> str:
    biter = []
    while bit := os.read(les, 65_536):
        biter.append(bit)
    return b"".join(biter).decode()


def handle_uten_stans(mappe: Mappe, nummer: str, runde: int) -> Callable[[int], None]:
    """Act upon act of three kinds, each told when it is done; the folder is let go of and opened again in between."""
    vanlig = bygg.soeknad(mottatt_dato=date(2026, 11, 2))

    def arbeid(skriv: int) -> None:
        program = Program.aapne(mappe.sti, klokke=datetime(2026, 11, 20, 10))
        for nr in count():
            if nr % 4 == 3:  # the last to leave moves the journal into the database
                program.lukk()
                program = Program.aapne(mappe.sti, klokke=datetime(2026, 11, 20, 10))
            merke = f"{runde}-{nr}"
            kommandoer = (
                Noter(saksnummer=nummer, tekst=merke),
                RegistrerSoeknad(soeknad=replace(vanlig, ekstern_referanse=merke)),
                RegistrerBruker(navn=merke, rolle="leser"),
            )
            program.utfoer(kommandoer[nr % 3], "tove")
            os.write(skriv, f"{merke}\n".encode())

    return arbeid


def sett_i_databasen(fil: Path) -> set[str]:
    """The marks of every act that has left its trace in the tables."""
    with closing(raa(fil.parent)) as db:
        rader = db.execute(
            "SELECT tekst FROM notat UNION SELECT ekstern_referanse FROM sak WHERE ekstern_referanse IS NOT NULL "
            "UNION SELECT navn FROM bruker WHERE navn LIKE '%-%'"
        ).fetchall()
    return {rad[0] for rad in rader}


def krev_at_ingen_er_halv(fil: Path) -> None:
    """One line of history for each thing done, the case's version in step with it, and every new case can be found."""
    with closing(raa(fil.parent)) as db:
        for tabell, handling, ekstra in (
            ("notat", "noter", ""),
            ("sak", "registrer_soeknad", ""),
            ("bruker", "registrer_bruker", "WHERE navn LIKE '%-%'"),
        ):
            rader = db.execute(f"SELECT count(*) FROM {tabell} {ekstra}").fetchone()
            linjer = db.execute("SELECT count(*) FROM hendelse WHERE handling = ?", (handling,)).fetchone()
            assert rader == linjer, tabell
        uten_soekeord = "SELECT count(*) FROM sak WHERE saksnummer NOT IN (SELECT saksnummer FROM soekeord)"
        assert db.execute(uten_soekeord).fetchone() == (0,)
        ulike = (
            "SELECT count(*) FROM sak s WHERE versjon <> "
            "(SELECT max(sak_versjon) FROM hendelse h WHERE h.saksnummer = s.saksnummer)"
        )
        assert db.execute(ulike).fetchone() == (0,)


def test_drept_paa_tilfeldige_steder_mister_ingenting_og_gjoer_ingenting_halvt(mappe: Mappe, sak: str) -> None:
    trekk = tilfeldig(20261120)
    fortalt: set[str] = set()
    for runde in range(DRAP):
        with barn(handle_uten_stans(mappe, sak, runde)) as (pid, les):
            fortalt |= set(drep_etter(pid, les, trekk.uniform(0, 0.03), runde % 4))
        assert fortalt <= sett_i_databasen(mappe.database)
        krev_at_ingen_er_halv(mappe.database)
        if runde % 10 == 9:
            assert mappe("kontroller").json["alt_er_i_orden"] is True
    assert len(fortalt) >= DRAP
    assert mappe.utfoer("noter", saksnummer=sak, tekst="etterpå").kode == 0


@pytest.mark.parametrize(
    ("hendelse", "er_gjort"), [("before_flush", False), ("before_commit", False), ("after_commit", True)]
)
def test_drept_rett_foer_eller_rett_etter_lagring(mappe: Mappe, sak: str, hendelse: str, er_gjort: bool) -> None:
    foer = mappe.avtrykk()

    def arbeid(_skriv: int) -> None:
        event.listen(Session, hendelse, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        mappe.utfoer("noter", saksnummer=sak, tekst="den siste")

    with barn(arbeid) as (pid, _les):
        _, status = os.waitpid(pid, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    assert mappe("kontroller").json["alt_er_i_orden"] is True
    notater = mappe("vis", "sak", sak).json["notater"]
    assert [n["tekst"] for n in notater] == (["den siste"] if er_gjort else [])
    assert (mappe.avtrykk()["hendelse"] - foer["hendelse"]) == int(er_gjort)


def test_drept_i_en_noekkelutlevering_gir_verken_noekkel_uten_kvittering_eller_kvittering_uten_noekkel(
    foer_noekkel: Mappe,
) -> None:
    utlevering = {
        "saksnummer": "2026-0001",
        "mottaker": "Lys Morgen",
        "noekler": [{"merke": "A-1", "antall": 3}],
        "legitimasjon": "pass",
    }
    steder = []

    def tell(skriv: int) -> None:
        event.listen(Session, "after_flush", lambda *_: os.write(skriv, b"x"))
        event.listen(Session, "before_commit", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        foer_noekkel("utfoer", "utlever_noekkel", inn=utlevering)

    with barn(tell) as (pid, les):
        os.waitpid(pid, 0)
        steder = list(les_alt(les))
    assert len(steder) >= 3
    for sted in range(1, len(steder) + 1):

        def arbeid(_skriv: int, sted: int = sted) -> None:
            telt = count(1)
            event.listen(
                Session, "after_flush", lambda *_: os.kill(os.getpid(), signal.SIGKILL) if next(telt) == sted else None
            )
            foer_noekkel("utfoer", "utlever_noekkel", inn=utlevering)

        with barn(arbeid) as (pid, _les):
            _, status = os.waitpid(pid, 0)
        assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        sak = foer_noekkel("vis", "sak", "2026-0001").json
        assert sak["utlevering"] is None
        assert "noekkelkvittering" not in [d["navn"] for d in sak["dokumenter"]]
    assert foer_noekkel("utfoer", "utlever_noekkel", inn=utlevering).kode == 0
    assert foer_noekkel("kontroller").json["alt_er_i_orden"] is True


def test_opprett_som_drepes_gir_en_hel_mappe_eller_ingen(tmp_path: Path) -> None:
    trekk = tilfeldig(2)
    hele = halve = 0
    for runde in range(OPPRETTINGER):
        ny = Mappe(tmp_path / str(runde), bruker=None, klokke=None)

        def arbeid(_skriv: int, ny: Mappe = ny) -> None:
            ny("opprett", "--proeve", "--bruker", "kari:saksbehandler")
            select.select([], [], [])

        with barn(arbeid) as (pid, les):
            drep_etter(pid, les, trekk.uniform(0.0, 0.12))
        if ny("vis", "saker").kode == 0:
            hele += 1
            assert ny("kontroller").json["alt_er_i_orden"] is True
            assert ny.som("kari").utfoer("registrer_soeknad", soeknad=soeknad(mottatt_dato="2026-01-05")).kode == 0
        else:
            halve += 1
            ny("vis", "saker").feilet(5)
            assert "boligtildeling.db" not in filer(ny.sti) if ny.sti.exists() else True
    assert halve > 0
    assert hele + halve == OPPRETTINGER
