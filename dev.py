#!/usr/bin/env python3
"""Sets up, starts, tests and checks Boligtildeling; the standard library only, the same on Windows and Linux."""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
EXE = ".exe" if sys.platform == "win32" else ""
PYTHON = BIN / f"python{EXE}"
LOCK = ROOT / "lock.txt"
LOCK_DEV = ROOT / "lock-dev.txt"  # everything in lock.txt, and the test tools

# Shared library -> the Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class Stop(Exception):
    """The reason we cannot go on, in words for whoever typed the command, and the exit code."""

    def __init__(self, message: str, code: int = 1) -> None:
        super().__init__(message)
        self.code = code


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def call(command: Sequence[str | Path], env: Mapping[str, str] | None = None, stdout: int | None = None) -> int:
    """Run in the project folder with our own input and output; returns the exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env, stdout=stdout, check=False).returncode


def require(command: Sequence[str | Path], problem: str) -> None:
    """Run a step of the set-up, or stop. It talks on stderr: stdout belongs to the program started afterwards."""
    code = call(command, stdout=sys.stderr.fileno())
    if code != 0:
        raise Stop(problem, code if code > 0 else 1)


# --- what the machine must have ------------------------------------------------------------------------------------


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages when we may; otherwise stop and give the one line that does it."""
    line = f"apt-get install --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        raise Stop(f"Maskinen mangler noe. På Debian heter pakkene: {' '.join(packages)}")
    if sys.platform == "win32" or os.geteuid() != 0:
        raise Stop(f"Maskinen mangler noe. Kjør denne linjen, og prøv igjen:\n\n    sudo {line}\n")
    say(f"Installerer fra Debian: {' '.join(packages)}")
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    require(["apt-get", "update", "-qq"], "Fikk ikke hentet Debians pakkeliste.")
    require([*shlex.split(line), "-y", "-qq"], f"Fikk ikke installert: {' '.join(packages)}")


def is_missing(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return True
    return False


def ensure_libraries(libraries: Mapping[str, str]) -> None:
    """Qt's wheel brings Qt, not the libraries that every Linux desktop has and a server has not."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in libraries.items() if is_missing(library)]
    if missing:
        apt_install(missing)


def ensure_venv() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - this line is what tells an older Python
        raise Stop(f"Boligtildeling trenger Python 3.11 eller nyere. Dette er {sys.version.split()[0]}.")
    if PYTHON.exists() and call([PYTHON, "-c", "import pip"]) == 0:
        return
    if importlib.util.find_spec("ensurepip") is None:
        apt_install(["python3-venv"])
    say("Lager .venv …")
    require([sys.executable, "-m", "venv", "--clear", VENV], "Fikk ikke laget .venv.")


def ensure_installed(lock: Path) -> None:
    """Bring .venv to what the lock says. The stamp is taken away first and written last, so a killed try is redone."""
    ensure_venv()
    project = (ROOT / "pyproject.toml").read_bytes()
    wanted = {path: hashlib.sha256(path.read_bytes() + project).hexdigest() for path in (LOCK, LOCK_DEV)}
    stamps = {path: VENV / f"{path.stem}.stamp" for path in wanted}
    if stamps[lock].is_file() and stamps[lock].read_text(encoding="ascii") == wanted[lock]:
        return
    for stamp in stamps.values():
        stamp.unlink(missing_ok=True)
    say(f"Installerer det {lock.name} sier …")
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    require(
        [*pip, "--only-binary", ":all:", "--require-hashes", "-r", lock],
        f"Fikk ikke installert det {lock.name} sier. Er maskinen på nett? Prøv igjen; ingenting er ødelagt.",
    )
    require([*pip, "--no-build-isolation", "--no-deps", "--editable", ROOT], "Fikk ikke installert selve programmet.")
    for satisfied in (LOCK, lock):  # the test lock has everything that the other has
        stamps[satisfied].write_text(wanted[satisfied], encoding="ascii")


# --- the commands --------------------------------------------------------------------------------------------------


def has_display() -> bool:
    return not sys.platform.startswith("linux") or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def play_demo() -> int:
    """The whole main job on the command line, for a machine without a screen."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "boligtildeling" / "demo"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    say("Ingen skjerm her (verken DISPLAY eller WAYLAND_DISPLAY er satt), så vinduet kan ikke åpnes.")
    say("Spiller demosaken på kommandolinjen i stedet …")
    command = [PYTHON, "-m", "boligtildeling", "--data", folder, "demo"]
    done = subprocess.run([str(part) for part in command], cwd=ROOT, stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        return done.returncode
    answer = json.loads(done.stdout)
    print(f"Demomappen: {answer['mappe']}")
    print(f"Saker: {', '.join(map(str, answer['saker']))}" if isinstance(answer["saker"], list) else "")
    print("PDF-ene ligger her:")
    for path in answer["pdfer"]:
        print(f"    {path}")
    print(f"\nSe videre med: {shlex.join([str(BIN / 'boligtildeling'), '--data', str(folder), 'vis', 'saker'])}")
    return 0


def run(arguments: Sequence[str]) -> int:
    ensure_installed(LOCK)
    try:
        ensure_libraries({**QT_LIBRARIES, **X11_LIBRARIES})
    except Stop as stop:
        if has_display():
            raise
        say(f"Vinduet kan ikke åpnes på denne maskinen ennå. {stop}")
    if not arguments and not has_display():
        return play_demo()
    return call([PYTHON, "-m", "boligtildeling", *arguments])


OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
FIRST_HALF = ("cli", "installer", "storage", "ui")
"""Folders of tests that together take about as long as all the others."""


def pytest(arguments: Sequence[str]) -> int:
    ensure_installed(LOCK_DEV)
    ensure_libraries(QT_LIBRARIES)
    return call([PYTHON, "-m", "pytest", *arguments], {**os.environ, **OFFSCREEN})


def test(arguments: Sequence[str]) -> int:
    """Every test, in two processes side by side; or in one, what is asked for."""
    if arguments:
        return pytest(arguments)
    ensure_installed(LOCK_DEV)
    ensure_libraries(QT_LIBRARIES)
    folders = sorted(folder.name for folder in (ROOT / "tests").iterdir() if any(folder.rglob("test_*.py")))
    rest = [f"tests/{name}" for name in folders if name not in {*FIRST_HALF, "bench"}]
    run = [str(PYTHON), "-m", "pytest", "-p", "no:cacheprovider"]
    environment = {**os.environ, **OFFSCREEN}
    with tempfile.TemporaryFile() as told:
        beside = subprocess.Popen([*run, *rest], cwd=ROOT, env=environment, stdout=told, stderr=subprocess.STDOUT)
        try:
            code = call([*run, *(f"tests/{name}" for name in FIRST_HALF)], environment)
            code = beside.wait() or code
        finally:
            beside.kill()
        told.seek(0)
        sys.stdout.flush()
        shutil.copyfileobj(told, sys.stdout.buffer)
    return code


def bench(arguments: Sequence[str]) -> int:
    return pytest(["-p", "no:cacheprovider", "-s", "tests/bench", *arguments])


def torture(arguments: Sequence[str]) -> int:
    """The faults of tests/skade, thirty times as many as in the suite, and new ones each time; then the fuzzer."""
    environment = {"BOLIGTILDELING_DYBDE": "30", **os.environ}
    os.environ.update(environment)
    code = pytest(["-p", "no:cacheprovider", "-o", "faulthandler_timeout=0", "tests/skade", *arguments])
    return call([PYTHON, "-m", "tests.skade.fuzz"]) or code


def appimage(arguments: Sequence[str]) -> int:
    return call([sys.executable, "-m", "installer.appimage", *arguments])


def msi(arguments: Sequence[str]) -> int:
    return call([sys.executable, "-m", "installer.msi", *arguments])


def check(arguments: Sequence[str]) -> int:
    """Format, lint, types and import rules. All are run, so that all faults are seen at once."""
    if arguments:
        raise Stop("dev.py check tar ingen argumenter.", 2)
    ensure_installed(LOCK_DEV)
    commands: dict[str, list[str | Path]] = {
        "format": [PYTHON, "-m", "ruff", "format", "--check"],
        "regler": [PYTHON, "-m", "ruff", "check"],
        "typer": [PYTHON, "-m", "mypy"],
        "importer": [BIN / f"lint-imports{EXE}", "--no-logo"],
    }
    failed = []
    for name, command in commands.items():
        say(f"— {name}: {' '.join([Path(command[0]).stem, *map(str, command[1:])])}")
        if call(command) != 0:
            failed.append(name)
    say(f"Feil i: {', '.join(failed)}" if failed else "Alt i orden.")
    return 1 if failed else 0


COMMANDS: dict[str, tuple[Callable[[Sequence[str]], int], str]] = {
    "run": (run, "setter opp alt og åpner vinduet; uten skjerm: spiller demosaken"),
    "test": (test, "setter opp alt og kjører alle prøver; resten av linjen går til pytest"),
    "check": (check, "format, regler, typer og importregler"),
    "bench": (bench, "måler hurtighet (tests/bench)"),
    "appimage": (appimage, "bygger programmet for Linux til dist/"),
    "msi": (msi, "bygger programmet for Windows til dist/"),
    "torture": (torture, "dreper, fyller disken og snur biter tusenvis av ganger (tests/skade); tar en time"),
}


def main(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Boligtildeling: sett opp, start, prøv.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"  {name:<10}{text}" for name, (_, text) in COMMANDS.items()),
    )
    parser.add_argument("kommando", choices=COMMANDS)
    parser.add_argument("argumenter", nargs=argparse.REMAINDER, help="går videre til det som kjøres")
    chosen = parser.parse_args(argv)
    try:
        return COMMANDS[chosen.kommando][0](chosen.argumenter)
    except Stop as stop:
        say(str(stop))
        return stop.code
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
