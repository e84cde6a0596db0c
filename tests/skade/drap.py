"""Kills a process that is at work in a data folder: at the n-th thing it does to the disk, or at some moment."""

import os
import random
import select
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path

from tests.bygg import DYBDE

Arbeid = Callable[[Path], object]
DREPT: Counter[str] = Counter()
"""How many were killed at each kind of work, for the summary at the end of the run."""
_SPOR = frozenset(("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree", "sqlite3.connect"))
_FERDIG, _FEILET = 0, 97


def tilfeldig(fro: int) -> random.Random:
    """The same numbers each time in the suite; new ones each time where more is tried."""
    return random.Random(fro if DYBDE == 1 else None)


def antall_spor(arbeid: Arbeid, mappe: Path) -> int:
    """How many things the work does to the disk from its beginning to its end."""
    les, skriv = os.pipe()
    pid = os.fork()
    if pid == 0:
        spor = count()
        _se_paa_disken(lambda: next(spor))
        arbeid(mappe)
        os.write(skriv, str(next(spor)).encode())
        os._exit(_FERDIG)
    os.close(skriv)
    _, status = os.waitpid(pid, 0)
    svar = os.read(les, 100)
    os.close(les)
    assert os.waitstatus_to_exitcode(status) == _FERDIG
    return int(svar)


def drep_ved_spor(slag: str, arbeid: Arbeid, mappe: Path, nummer: int) -> None:
    """Kills the work just before the n-th thing that it does to the disk."""

    def barn() -> None:
        spor = count(1)
        _se_paa_disken(lambda: os.kill(os.getpid(), signal.SIGKILL) if next(spor) == nummer else None)
        arbeid(mappe)

    tell_drept(slag, vent(start(barn)))


def drep_etter(slag: str, arbeid: Arbeid, mappe: Path, sekunder: float) -> None:
    """Kills the work after so long; it may have ended by then."""
    pid = start(lambda: arbeid(mappe))
    select.select([], [], [], sekunder)
    os.kill(pid, signal.SIGKILL)
    tell_drept(slag, vent(pid))


def start(barn: Callable[[], object]) -> int:
    """Does `barn` in a process of its own, which ends with 0, or tells on standard error what went wrong."""
    pid = os.fork()
    if pid != 0:
        return pid
    try:
        barn()
        os._exit(_FERDIG)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(_FEILET)


def vent(pid: int) -> int:
    """The exit code of the process; minus the signal that killed it."""
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def tell_drept(slag: str, kode: int) -> None:
    """Counts one that was killed; one that ended by itself had done its work."""
    assert kode in {-signal.SIGKILL, _FERDIG}, "the work failed by itself"
    DREPT[slag] += kode == -signal.SIGKILL


def _se_paa_disken(gjort: Callable[[], object]) -> None:
    """Calls `gjort` before each thing that this process does to the disk, for the rest of its life."""

    def krok(hendelse: str, argumenter: tuple[object, ...]) -> None:
        flagg = argumenter[2] if hendelse == "open" else 0
        if hendelse in _SPOR or (isinstance(flagg, int) and flagg & (os.O_WRONLY | os.O_RDWR)):
            gjort()

    sys.addaudithook(krok)
