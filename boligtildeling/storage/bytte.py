"""Puts a new database, and the bundle that opens it, in place of a folder's own: both of them or neither.

They are made in a folder beside the present ones. One rename says that they are whole: killed before it, they are
thrown away; killed after it, they are put in place by whoever opens the folder next. So the folder never has the one
without the other, and the journal of one database is never read into another.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import FILNAVN
from boligtildeling.storage.knippe import FILNAVN as KNIPPE
from boligtildeling.storage.noekler import fjern_noekkel, fjern_tidligere_noekler, les_knippe
from boligtildeling.storage.skriving import fest, rydd_deler

UNDER_ARBEID = ".byttes"
FERDIG = ".byttes-ferdig"
UNDER_OPPRETTING = ".opprettes"
"""Where the very first database of a folder is made."""
OPPRETTINGSLAAS = f"{UNDER_OPPRETTING}.laas"


@contextmanager
def bytte(mappe: Path) -> Iterator[Path]:
    """A place to make the new database and its bundle in; they are put in place when the block ends well.

    The caller has the folder alone. When the block fails, the folder is as it was. Raises `OSError`, `Driftsfeil`.
    """
    fullfoer(mappe)
    arbeid = mappe / UNDER_ARBEID
    arbeid.mkdir(mode=0o700)
    try:
        yield arbeid
        fest(arbeid)
        arbeid.rename(mappe / FERDIG)
    except BaseException:
        _kast(mappe)
        raise
    fest(mappe)
    fullfoer(mappe)


def er_paabegynt(mappe: Path) -> bool:
    """Whether a change was cut off, so that `fullfoer` has something to do."""
    return (mappe / FERDIG).exists() or (mappe / UNDER_ARBEID).exists()


def er_ferdig(mappe: Path) -> bool:
    """Whether a whole new database waits to be put in place."""
    return (mappe / FERDIG / FILNAVN).is_file()


def fullfoer(mappe: Path) -> None:
    """Ends what was cut off: puts in place what is whole, throws away what is not. Raises `OSError`, `Driftsfeil`."""
    ferdig = mappe / FERDIG
    if ferdig.exists():
        _sett_paa_plass(ferdig, mappe)
        if (mappe / KNIPPE).is_file():
            fjern_tidligere_noekler(mappe, les_knippe(mappe / KNIPPE))
        shutil.rmtree(ferdig)
        fest(mappe)
    if (mappe / UNDER_ARBEID).exists():
        _kast(mappe)
    if (mappe / FILNAVN).is_file():  # made, and then killed before it was tidied
        shutil.rmtree(mappe / UNDER_OPPRETTING, ignore_errors=True)
        for rest in mappe.glob(f"{OPPRETTINGSLAAS}*"):
            rest.unlink(missing_ok=True)
    rydd_deler(mappe)


def _sett_paa_plass(ferdig: Path, mappe: Path) -> None:
    """Can be cut off anywhere and done again; the former journal goes before the new database comes."""
    if (ferdig / KNIPPE).is_file():
        (ferdig / KNIPPE).replace(mappe / KNIPPE)
    if (ferdig / FILNAVN).is_file():
        for ende in ("-wal", "-shm"):
            (mappe / f"{FILNAVN}{ende}").unlink(missing_ok=True)
        fest(mappe)
        (ferdig / FILNAVN).replace(mappe / FILNAVN)
    fest(mappe)


def _kast(mappe: Path) -> None:
    """Takes away what was not finished, and the key that was made for it and locks nothing else."""
    arbeid = mappe / UNDER_ARBEID
    with suppress(Driftsfeil):  # no bundle yet, so no key was kept; or one that cannot be read, and says nothing
        nytt = les_knippe(arbeid / KNIPPE)
        if not (mappe / KNIPPE).exists() or les_knippe(mappe / KNIPPE).navn != nytt.navn:
            fjern_noekkel(mappe, nytt)
    shutil.rmtree(arbeid, ignore_errors=True)
