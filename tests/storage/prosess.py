"""The program in processes of its own, for faults that only a process can meet."""

import os
import subprocess
from pathlib import Path
from typing import Any

from tests.cli.linje import PROGRAM, ROT, Mappe, som_bytes


def start(mappe: Mappe, *argumenter: Any, inn: Any = b"") -> subprocess.Popen[bytes]:
    """Starts a command and gives it its input; it runs on."""
    prosess = subprocess.Popen(
        [*PROGRAM, *mappe.linje(*argumenter)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROT,
    )
    assert prosess.stdin is not None
    prosess.stdin.write(som_bytes(inn))
    prosess.stdin.close()
    return prosess


def slipp(prosess: subprocess.Popen[bytes]) -> None:
    """Waits for the process and closes its pipes."""
    prosess.wait(timeout=120)
    for roer in (prosess.stdout, prosess.stderr):
        if roer is not None:
            roer.close()


def filer(mappe: Path) -> dict[str, bytes]:
    """Every file below `mappe`, byte for byte."""
    return {str(f.relative_to(mappe)): f.read_bytes() for f in sorted(mappe.rglob("*")) if f.is_file()}


def er_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
