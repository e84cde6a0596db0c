"""Opening a data folder away from the window: heavy imports first, then the database; or making a new folder."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ui.collector import everything_here_stays
from ui.heavy_imports import plain_imports

if TYPE_CHECKING:
    from boligtildeling.app import Program
    from boligtildeling.domain.drift import Rolle


@dataclass(frozen=True, slots=True)
class Opened:
    """An open folder and who acts in it.

    With no program the folder is still to be made; with no name, whoever sits at the machine must sign in first.
    """

    mappe: Path
    program: "Program | None"
    navn: str = ""
    rolle: str = ""
    brukere: tuple[tuple[str, str], ...] = ()
    passphrase: str | None = field(default=None, repr=False)
    """What the folder was opened by, where it is locked by one."""


@dataclass(frozen=True, slots=True, repr=False)
class Made:
    """A folder that was just made, open; its recovery code, which is kept nowhere; and the sheet to print it on."""

    opened: Opened
    code: str
    sheet: bytes


WayIn = Callable[[Path | None, str | None, datetime | None], Opened]
"""Opens a folder for a user at a time: plainly, by a passphrase, or by the recovery code."""


def open_folder(mappe: Path | None, som: str | None, klokke: datetime | None, passphrase: str | None = None) -> Opened:
    """Opens the folder, or the user's own. Runs on the database thread. Raises `Driftsfeil`, `Bruksfeil`."""
    with everything_here_stays():
        return _open(mappe, som, klokke, passphrase)


def _open(mappe: Path | None, som: str | None, klokke: datetime | None, passphrase: str | None) -> Opened:
    with plain_imports():
        from boligtildeling import app
        from ui.step_makers import MODULES

        for module in MODULES:
            import_module(module)
    folder = mappe or app.standardmappe()
    if not app.er_opprettet(folder):
        return Opened(folder, None)
    program = app.Program.aapne(folder, klokke=klokke, spoer=lambda: passphrase)
    try:
        try:
            hvem = program.hvem(som)
        except app.UkjentPaaMaskinen:
            return Opened(folder, program, passphrase=passphrase)
        if hvem is not None and hvem not in dict(program.brukere()):
            return Opened(folder, program, passphrase=passphrase)
        navn, rolle = program.innlogget(hvem)
        return Opened(folder, program, navn, rolle, program.brukere(), passphrase)
    except Exception:
        program.lukk()
        raise


def warm_up(today: date) -> None:
    """Imports what the first case would else wait for: the holidays. Runs on the database thread."""
    if "holidays" in sys.modules:
        return
    with everything_here_stays(), plain_imports():
        from boligtildeling.domain.frist import er_virkedag

        er_virkedag(today)


def what_unlocks(error: Exception) -> Literal["passfrase", "kode"] | None:
    """What a person can have that opens the folder, when that is why it could not be opened."""
    from boligtildeling.storage.noekler import Laast

    return error.med if isinstance(error, Laast) else None


def open_with_code(mappe: Path | None, som: str | None, klokke: datetime | None, code: str) -> Opened:
    """Puts the key of the folder back by its recovery code, and opens it. Raises `Driftsfeil`, `Bruksfeil`."""
    from boligtildeling import app
    from boligtildeling.vedlikehold import Vedlikehold

    folder = mappe or app.standardmappe()
    Vedlikehold(folder, lambda p: p.hvem(som), spoer_kode=lambda: code, klokke=klokke).gjenopprett_noekkel()
    return open_folder(folder, som, klokke)


def make_folder(mappe: Path, brukere: Sequence[tuple[str, "Rolle"]], slag: str, klokke: datetime | None) -> Made:
    """Makes an empty folder and opens it."""
    from boligtildeling import app

    code = app.opprett(mappe, brukere, slag, klokke)
    return Made(open_folder(mappe, None, klokke), code, app.gjenopprettingsark(mappe, code))


def make_demo(mappe: Path, naa: datetime) -> Opened:
    """Makes a demo folder beside the user's own, or takes the one that is there, and opens it."""
    from boligtildeling.demo import lag_demo

    folder = mappe.with_name(f"{mappe.name}-demo")
    lag_demo(folder, naa)
    return open_folder(folder, None, None)
