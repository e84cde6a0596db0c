"""Imports go down only: the contracts stand in pyproject.toml, and each of them can be broken."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.source import ROOT

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]

PLANTED = {
    "boligtildeling/domain/planted.py": ("boligtildeling.casework", "PySide6", "cryptography", "pydantic", "reportlab"),
    "ui/screens/planted/__init__.py": ("boligtildeling.storage", "sqlalchemy", "ui.screens.other_planted"),
    "ui/screens/other_planted/__init__.py": (),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports" + (".exe" if sys.platform == "win32" else ""))
    return subprocess.run(
        [program, "--no-logo", "--no-cache"], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )


def test_imports_go_down_only() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_contract_can_be_broken(tmp_path: Path) -> None:
    for room in ("boligtildeling", "ui", "resources"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__", "*.ttf"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for file, imports in PLANTED.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("".join(f"import {name}\n" for name in imports), encoding="utf-8")
    done = lint_imports(tmp_path)
    kept = [contract["name"] for contract in CONTRACTS if f"{contract['name']} BROKEN" not in done.stdout]
    assert kept == [], done.stdout + done.stderr
