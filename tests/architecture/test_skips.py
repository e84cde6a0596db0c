"""A skip that nobody has named with its reason fails the run, and so does a run that ran nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.plugins.skips import SkipRules

RULES = [{"test": "tests/cli/*", "reason": "no such folder", "why": "it lies beside some checkouts only"}]


def skipped(nodeid: str, reason: str) -> pytest.TestReport:
    return pytest.TestReport(nodeid, (nodeid, 1, ""), {}, "skipped", (nodeid, 1, f"Skipped: {reason}"), "setup")


@pytest.mark.parametrize(
    ("nodeid", "reason", "refused"),
    [
        ("tests/cli/test_a.py::test_b", "no such folder", []),
        ("tests/cli/test_a.py::test_b", "not today", ["tests/cli/test_a.py::test_b: not today"]),
        ("tests/ui/test_a.py::test_b", "no such folder", ["tests/ui/test_a.py::test_b: no such folder"]),
    ],
)
def test_only_a_named_skip_with_its_own_reason_passes(nodeid: str, reason: str, refused: list[str]) -> None:
    rules = SkipRules(RULES)
    rules.pytest_runtest_logreport(skipped(nodeid, reason))
    assert rules.refused == refused


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("def test_a(): pass", 0),
        ("import pytest\ndef test_a(): pass\ndef test_b(): pytest.skip('not today')", 1),
        ("import pytest\ndef test_a(): pass\n@pytest.mark.skip(reason='x')\ndef test_b(): pass", 1),
        ("import pytest\npytest.skip('whole file', allow_module_level=True)", 5),
        ("import pytest\n@pytest.mark.xfail(strict=True)\ndef test_a(): assert False\ndef test_b(): pass", 0),
        ("def test_a(): assert False", 1),
        ("", 5),
    ],
)
def test_the_exit_code_of_a_run(tmp_path: Path, source: str, code: int) -> None:
    (tmp_path / "test_it.py").write_text(source, encoding="utf-8")
    options = ["-p", "tests.plugins.skips", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)]
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    run = [sys.executable, "-m", "pytest", *options, "-c", str(tmp_path / "pytest.ini"), str(tmp_path)]
    env = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(run, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == code, done.stdout + done.stderr
