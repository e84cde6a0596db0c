"""Opening a data folder away from the window: heavy imports first, then the database; or making a new folder."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

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


def open_folder(mappe: Path | None, som: str | None, klokke: datetime | None) -> Opened:
    """Opens the folder, or the user's own. Runs on the database thread. Raises `Driftsfeil`, `Bruksfeil`."""
    with everything_here_stays():
        return _open(mappe, som, klokke)


def _open(mappe: Path | None, som: str | None, klokke: datetime | None) -> Opened:
    with plain_imports():
        from boligtildeling import app
        from ui.step_makers import MODULES

        for module in MODULES:
            import_module(module)
    folder = mappe or app.standardmappe()
    if not app.er_opprettet(folder):
        return Opened(folder, None)
    program = app.Program.aapne(folder, klokke=klokke)
    try:
        hvem = program.hvem(som)
        if hvem is not None and hvem not in dict(program.brukere()):
            return Opened(folder, program)
        navn, rolle = program.innlogget(hvem)
        return Opened(folder, program, navn, rolle, program.brukere())
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


def make_folder(mappe: Path, brukere: Sequence[tuple[str, "Rolle"]], slag: str, klokke: datetime | None) -> Opened:
    """Makes an empty folder and opens it."""
    from boligtildeling import app

    app.opprett(mappe, brukere, slag, klokke)
    return open_folder(mappe, None, klokke)


def make_demo(mappe: Path, naa: datetime) -> Opened:
    """Makes a demo folder beside the user's own, or takes the one that is there, and opens it."""
    from boligtildeling.demo import lag_demo

    folder = mappe.with_name(f"{mappe.name}-demo")
    lag_demo(folder, naa)
    return open_folder(folder, None, None)
