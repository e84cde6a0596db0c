"""What the builds of both systems have in common: places, version, time, and running a step or stopping."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any, NoReturn

INSTALLER = Path(__file__).resolve().parent
ROT = INSTALLER.parent
BYGG = ROT / "build"
DIST = ROT / "dist"


def stopp(hvorfor: str) -> NoReturn:
    """Ends the build with a sentence for whoever started it."""
    raise SystemExit(hvorfor)


def kjoer(*deler: object, i: Path = ROT, miljoe: Mapping[str, str] | None = None) -> str:
    """Runs a step and gives what it says on standard out. Ends the build, with all it said, when it fails."""
    linje = [str(del_) for del_ in deler]
    ferdig = subprocess.run(
        linje, cwd=i, env={**os.environ, **(miljoe or {})}, capture_output=True, text=True, check=False
    )
    if ferdig.returncode != 0:
        meld(f"{ferdig.stdout[-4000:]}\n{ferdig.stderr[-4000:]}")
        stopp(f"Dette steget feilet ({ferdig.returncode}): {' '.join(linje[:6])} …")
    return ferdig.stdout


def meld(tekst: str) -> None:
    sys.stderr.write(f"{tekst}\n")
    sys.stderr.flush()


def krev_programmer(pakker: Mapping[str, str]) -> None:
    """Ends the build unless every program is here; `pakker` tells which Debian package has it."""
    if mangler := sorted({pakke for program, pakke in pakker.items() if shutil.which(program) is None}):
        stopp(f"Bygget mangler dette fra Debian: apt-get install --no-install-recommends {' '.join(mangler)}")


def prosjekt() -> dict[str, Any]:
    data: dict[str, Any] = tomllib.loads((ROT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return data


def legg(fra: Path, til: Path) -> None:
    """Copies a file, and makes the folders above it."""
    til.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(fra, til)


def versjon() -> str:
    tall: str = prosjekt()["version"]
    return tall


def tidspunkt() -> int:
    """When the source was last changed, in seconds: the only time that stands in what is built."""
    satt = os.environ.get("SOURCE_DATE_EPOCH")
    return int(satt or kjoer("git", "log", "-1", "--format=%ct").strip())


def dato() -> str:
    return datetime.fromtimestamp(tidspunkt(), UTC).date().isoformat()


def sha256(fil: Path) -> str:
    with fil.open("rb") as stroem:
        return file_digest(stroem, "sha256").hexdigest()


def lag_miljoe(mappe: Path, laaser: Sequence[Path]) -> Path:
    """A Python environment with exactly what the lock files say; gives its Python."""
    python = mappe / "bin" / "python"
    merke, skal = mappe / "laast", "".join(sha256(laas) for laas in laaser)
    if merke.is_file() and merke.read_text(encoding="ascii") == skal:
        return python
    meld("Installerer det låsefilene sier …")
    kjoer(sys.executable, "-m", "venv", "--clear", mappe)
    for laas in laaser:
        kjoer(
            python, "-m", "pip", "install", "-q", "--only-binary", ":all:", "--no-deps", "--require-hashes", "-r", laas
        )
    merke.write_text(skal, encoding="ascii")
    return python


def skriv_sum(fil: Path) -> None:
    """The checksum beside the file, as `sha256sum -c` reads it; and what was made, to whoever started the build."""
    sum_ = sha256(fil)
    fil.with_name(f"{fil.name}.sha256").write_text(f"{sum_}  {fil.name}\n", encoding="ascii")
    meld(f"{fil.relative_to(ROT)}  {fil.stat().st_size / 1e6:.1f} MB  {sum_}")
