"""`dev.py` sets the project up: what a machine lacks is said in one line, and a killed set-up is done again."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import dev


class FakeMachine:
    """Writes down what `dev.py` would have run, and answers with an exit code."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.fails_at: str | None = None

    def call(self, command: Sequence[str | Path], env: object = None, stdout: object = None) -> int:
        line = " ".join(map(str, command))
        self.ran.append(line)
        return 7 if self.fails_at is not None and self.fails_at in line else 0

    def count(self, part: str) -> int:
        return sum(part in line for line in self.ran)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeMachine:
    machine = FakeMachine()
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").touch()
    monkeypatch.setattr(dev, "call", machine.call)
    monkeypatch.setattr(dev, "VENV", venv)
    monkeypatch.setattr(dev, "BIN", venv / "bin")
    monkeypatch.setattr(dev, "PYTHON", venv / "bin" / "python")
    return machine


def test_the_second_time_nothing_is_installed(machine: FakeMachine) -> None:
    dev.ensure_installed(dev.LOCK_DEV)
    dev.ensure_installed(dev.LOCK_DEV)
    dev.ensure_installed(dev.LOCK)
    assert machine.count("--require-hashes") == 1
    assert machine.count("--editable") == 1


def test_the_test_tools_are_installed_after_the_program(machine: FakeMachine) -> None:
    dev.ensure_installed(dev.LOCK)
    dev.ensure_installed(dev.LOCK_DEV)
    assert machine.count("--require-hashes") == 2


@pytest.mark.parametrize("fails_at", ["--require-hashes", "--editable"])
def test_a_set_up_that_stopped_half_way_is_done_again(machine: FakeMachine, fails_at: str) -> None:
    dev.ensure_installed(dev.LOCK)
    machine.fails_at = fails_at
    with pytest.raises(dev.Stop) as stopped:
        dev.ensure_installed(dev.LOCK_DEV)
    assert stopped.value.code == 7
    machine.fails_at = None
    before = machine.count("--require-hashes")
    dev.ensure_installed(dev.LOCK)
    assert machine.count("--require-hashes") == before + 1


def test_a_changed_lock_is_installed(machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("a==1\n", encoding="utf-8")
    monkeypatch.setattr(dev, "LOCK", lock)
    dev.ensure_installed(lock)
    lock.write_text("a==2\n", encoding="utf-8")
    dev.ensure_installed(lock)
    assert machine.count("--require-hashes") == 2


def test_check_tells_all_that_fails(machine: FakeMachine, capfd: pytest.CaptureFixture[str]) -> None:
    machine.fails_at = "ruff"
    assert dev.main(["check"]) == 1
    assert machine.count("mypy") == machine.count("lint-imports") == 1
    assert "Feil i: format, regler\n" in capfd.readouterr().err


def test_the_exit_code_of_the_tests_is_passed_on(machine: FakeMachine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "ensure_libraries", print)
    machine.fails_at = "-m pytest"
    assert dev.main(["test", "-k", "noekkel"]) == 7
    assert machine.ran[-1].endswith("-m pytest -k noekkel")


@pytest.mark.skipif(sys.platform == "win32", reason="only Linux has apt-get")
def test_who_may_not_install_gets_the_one_line_that_does(
    machine: FakeMachine, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.shutil, "which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setattr(dev, "is_missing", lambda library: library in ("libEGL.so.1", "libdbus-1.so.3"))
    assert dev.main(["test"]) == 1
    assert "\n    sudo apt-get install --no-install-recommends libegl1 libdbus-1-3\n" in capfd.readouterr().err
    assert machine.count("-m pytest") == machine.count("apt-get") == 0


def test_an_old_python_is_told_what_is_needed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(dev.sys, "version_info", (3, 10, 0))
        code = dev.main(["run"])
    assert code == 1
    assert "Python 3.11 eller nyere" in capfd.readouterr().err


def test_an_unknown_command_is_wrong_usage(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        dev.main(["tset"])
    assert stopped.value.code == 2


@pytest.mark.parametrize(("first", "second", "code"), [(True, True, 0), (False, True, 1), (True, False, 1)])
def test_both_halves_of_the_tests_are_run_and_one_that_fails_is_not_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes],
    first: bool, second: bool, code: int,
) -> None:  # fmt: skip
    for folder in dev.FIRST_HALF:
        (tmp_path / "tests" / folder).mkdir(parents=True)
    for folder, holds in (("ui", first), ("unit", second)):
        (tmp_path / "tests" / folder).mkdir(exist_ok=True)
        (tmp_path / "tests" / folder / f"test_{folder}.py").write_text(f"def test_it(): assert {holds}\n")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "ensure_installed", lambda _: None)
    monkeypatch.setattr(dev, "ensure_libraries", lambda _: None)
    assert dev.test([]) == code
    told = capfdbinary.readouterr().out
    assert b"test_ui.py" in told
    assert b"test_unit.py" in told
