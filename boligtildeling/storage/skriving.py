"""Writes a file whole or not at all: beside it first, on the disk for certain, then in its place."""

import errno
import os
from pathlib import Path

EIERENS = 0o600
_DEL = ".del"
_KAN_IKKE_FESTE = (errno.EINVAL, errno.ENOTSUP)
"""What file systems of other machines answer when they have no such thing; a backup may lie on one."""


def erstatt(fil: Path, innhold: bytes) -> None:
    """Puts `innhold` in place of `fil`; only its owner may read it. Raises `OSError`, and then `fil` is untouched."""
    ved_siden_av = fil.with_name(f".{fil.name}.{os.getpid()}{_DEL}")
    try:
        nummer = os.open(ved_siden_av, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), EIERENS)
        with os.fdopen(nummer, "wb") as stroem:
            stroem.write(innhold)
            stroem.flush()
            os.fsync(stroem.fileno())
        ved_siden_av.replace(fil)
    finally:
        ved_siden_av.unlink(missing_ok=True)
    fest(fil.parent)


def rydd_deler(mappe: Path) -> None:
    """Takes away what was killed before it was whole. The caller has the folder alone. Raises `OSError`."""
    for rest in mappe.glob(f".*{_DEL}"):
        rest.unlink(missing_ok=True)


def fest(mappe: Path) -> None:
    """Makes sure that names just put into the folder are still there after a power cut, where the system can."""
    if os.name == "nt":  # Windows has no handle of a folder to flush
        return
    nummer = os.open(mappe, os.O_RDONLY)
    try:
        os.fsync(nummer)
    except OSError as feil:
        if feil.errno not in _KAN_IKKE_FESTE:
            raise
    finally:
        os.close(nummer)
