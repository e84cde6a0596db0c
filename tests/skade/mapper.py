"""Folders that something is done to while a fault strikes, and what must hold of them afterwards."""

import os
import shutil
import signal
from dataclasses import dataclass
from pathlib import Path

from boligtildeling.app import Program
from boligtildeling.casework.bolighold import HoldTilbakeBolig
from boligtildeling.casework.soeknad import Noter
from boligtildeling.casework.tildeling import RegistrerBolig
from boligtildeling.storage.kopier import KOPIMAPPE, kopier_i
from boligtildeling.storage.rotering import bytt_noekkel
from tests.bygg import boligdata, databasedump
from tests.cli.linje import Mappe, lag_mappe, soeknad
from tests.skade.drap import start, vent

SAK = "2026-0001"


@dataclass(frozen=True)
class Mal:
    """A folder to copy, with everything that stands in it, and in the copy among its own by the name `kopi`."""

    sti: Path
    kopi: str
    innhold: tuple[str, ...]
    i_kopien: tuple[str, ...]

    def til(self, sti: Path) -> Path:
        return Path(shutil.copytree(self.sti, sti))


def lag_mal(sti: Path) -> Mal:
    """A case with notes; a user's key; a copy from before the key was changed; a journal that a dead process left."""
    mappe = lag_mappe(sti)
    assert mappe.utfoer("registrer_soeknad", soeknad=soeknad()).kode == 0
    with Program.aapne(sti) as program:
        program.utfoer(RegistrerBolig(bolig=boligdata()), "kari")
        program.utfoer(HoldTilbakeBolig(boligid="B-1", grunn="Pusses opp."), "kari")
    kopi = Path(mappe("sikkerhetskopier").json["mappe"]).name
    i_kopien = tuple(databasedump(sti))
    bytt_noekkel(sti, lambda: None)

    def noter_og_doe() -> None:
        program = Program.aapne(sti)
        for nummer in range(4):
            program.utfoer(Noter(saksnummer=SAK, tekst=f"notat {nummer}" * 300), "kari")
        os.kill(os.getpid(), signal.SIGKILL)

    assert vent(start(noter_og_doe)) == -signal.SIGKILL
    til_maaling = Path(shutil.copytree(sti, sti.with_name("lest")))
    return Mal(sti, kopi, tuple(databasedump(til_maaling)), i_kopien)


def krev_hel(mappe: Path) -> tuple[str, ...]:
    """Opens the folder as the next user would: all is well, nothing half is left. Gives all that stands in it."""
    with Program.aapne(mappe) as program:
        funn = program.kontroller().funn
    assert funn == ()
    assert [fil.name for fil in mappe.iterdir() if fil.name.startswith(".") and fil.name != ".laas"] == []
    assert len(list((mappe / "noekler").glob("*.noekkel"))) == 1
    assert kopier_i(mappe / KOPIMAPPE)[1] == []
    return tuple(databasedump(mappe))


def i_bruk(mappe: Path) -> Mappe:
    return Mappe(mappe)
