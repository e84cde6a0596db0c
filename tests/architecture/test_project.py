"""What lies at the top of the project, and what the lock files promise."""

import re
import tomllib
from fnmatch import fnmatchcase

import pytest

from tests.architecture.source import ROOT

TOP_LEVEL = {
    ".ci",
    ".github",
    ".gitignore",
    ".pre-commit-config.yaml",
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "boligtildeling",
    "dev.py",
    "docs",
    "installer",
    "lock-dev.txt",
    "lock.txt",
    "pyproject.toml",
    "resources",
    "tests",
    "ui",
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(file: str) -> dict[str, tuple[str, set[str]]]:
    """Name -> (version, hashes) of a lock file."""
    text = (ROOT / file).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found = {}
    for line in lines:
        match = re.match(r"([a-z0-9-]+)==(\S+)", line)
        assert match, f"{file}: no exact version: {line[:80]}"
        found[match[1]] = (match[2], set(re.findall(r"--hash=sha256:([0-9a-f]{64})(?=\s|$)", line)))
    return found


def requirement_name(requirement: str) -> str:
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower().replace("_", "-")


def test_the_top_level_holds_what_it_should_and_nothing_else() -> None:
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").split()]
    names = {
        path.name for path in ROOT.iterdir() if not any(fnmatchcase(path.name, rule) for rule in [*ignored, ".git"])
    }
    assert names == TOP_LEVEL


@pytest.mark.parametrize("file", ["lock.txt", "lock-dev.txt"])
def test_lock_files_hold_versions_and_hashes_and_no_address(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if "://" in line or "@" in line] == []
    assert [name for name, (_, hashes) in locked(file).items() if not hashes] == []


def test_the_test_lock_has_all_that_the_program_runs_on() -> None:
    run, test = locked("lock.txt"), locked("lock-dev.txt")
    assert run.items() <= test.items()


@pytest.mark.parametrize(
    ("file", "requirements"),
    [
        ("lock.txt", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"]),
        ("lock-dev.txt", PROJECT["dependency-groups"]["test"]),
    ],
)
def test_every_dependency_is_locked(file: str, requirements: list[str]) -> None:
    assert {requirement_name(requirement) for requirement in requirements} <= locked(file).keys()
