"""The log of the program on this machine: the numbers of errors, and where they happened. Never about any person."""

import logging
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

FILNAVN = "boligtildeling.log"
_STOERST = 1_000_000
_FORM = "%(asctime)s %(levelname)s %(message)s"


def loggmappe() -> Path:
    """The user's own, where the system keeps logs."""
    from platformdirs import user_log_path

    return user_log_path("Boligtildeling", appauthor=False)


class _Loggskriver(logging.FileHandler):
    """Makes folder and file when there is something to write."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return super()._open()


def start_logg(mappe: Path | None = None) -> None:
    """From now on errors are written there; the first of them makes the file. A full log becomes `.1`."""
    fil = (mappe or loggmappe()) / FILNAVN
    with suppress(OSError):
        if fil.is_file() and fil.stat().st_size > _STOERST:
            fil.replace(fil.with_name(f"{FILNAVN}.1"))
    skriver = _Loggskriver(fil, encoding="utf-8", delay=True)
    skriver.setFormatter(logging.Formatter(_FORM))
    skriver.setLevel(logging.WARNING)
    logg = logging.getLogger("boligtildeling")
    logg.addHandler(skriver)
    if logging.lastResort is not None:  # stderr, which says nothing any more once there is another handler
        logg.addHandler(logging.lastResort)


def les_logg(mappe: Path | None = None) -> str:
    """What stands in the log, the oldest first; empty when nothing has gone wrong."""
    tekst = ""
    for navn in (f"{FILNAVN}.1", FILNAVN):
        with suppress(OSError):
            tekst += ((mappe or loggmappe()) / navn).read_text(encoding="utf-8", errors="replace")
    return tekst
