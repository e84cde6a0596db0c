"""What must hold for every source file, whoever wrote it."""

import re
import tokenize
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, files, name, python_files, references

PROGRAM = ("boligtildeling", "ui", "resources")
EVERYTHING = (*PROGRAM, "tests")

CLOCK = "boligtildeling/clock.py"
READS_THE_CLOCK = re.compile(
    r"datetime\.datetime\.(now|utcnow|today)"
    r"|datetime\.date\.today"
    r"|time\.(time|time_ns|localtime|gmtime|ctime)"
    r"|sqlalchemy\.(sql\.)?func\.(now|current_date|current_time|current_timestamp|localtime|localtimestamp)"
    r"|PySide6\.QtCore\.(QDate\.currentDate|QTime\.currentTime|QDateTime\.current\w+)"
)
NOT_IN_TESTS = re.compile(
    r"(unittest\.)?mock(\..*)?|unittest\.mock.*|time\.sleep|PySide6\.QtTest\.QTest\.q(Sleep|Wait)"
)


def uses(source: str, unwanted: re.Pattern[str]) -> list[str]:
    return sorted({f"line {line}: {full}" for line, full in references(source) if unwanted.fullmatch(full)})


@pytest.mark.parametrize("path", python_files("boligtildeling", "ui"), ids=name)
def test_a_file_has_at_most_400_lines(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 400, f"{lines} lines: this file answers for more than one thing"


@pytest.mark.parametrize("path", [*python_files(*EVERYTHING), ROOT / "dev.py"], ids=name)
def test_nothing_is_put_off_in_a_comment(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if re.search(r"\b(T[O]DO|FIX[M]E|X[X]X)\b", line)] == []


@pytest.mark.parametrize("path", [path for path in python_files(*PROGRAM) if name(path) != CLOCK], ids=name)
def test_only_the_clock_reads_the_clock(path: Path) -> None:
    assert uses(path.read_text(encoding="utf-8"), READS_THE_CLOCK) == []


@pytest.mark.parametrize("path", python_files("tests"), ids=name)
def test_tests_use_fakes_and_never_sleep(path: Path) -> None:
    assert uses(path.read_text(encoding="utf-8"), NOT_IN_TESTS) == []


@pytest.mark.parametrize("path", [*python_files(*EVERYTHING), ROOT / "dev.py"], ids=name)
def test_identifiers_are_ascii(path: Path) -> None:
    with tokenize.open(path) as file:
        words = {token.string for token in tokenize.generate_tokens(file.readline) if token.type == tokenize.NAME}
    assert sorted(word for word in words if not word.isascii()) == []


def test_file_names_are_ascii() -> None:
    everything = files(*EVERYTHING, "docs", "installer", ".ci", ".github")
    assert [name(path) for path in everything if not name(path).isascii()] == []


@pytest.mark.parametrize("path", python_files(*PROGRAM), ids=name)
def test_a_module_opens_with_what_it_answers_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not text.strip() or text.startswith('"""'), "no sentence first"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from datetime import datetime\nx = datetime.now()", True),
        ("import datetime as dt\nx = dt.date.today", True),
        ("from time import time", True),
        ("from sqlalchemy import func\nx = func.now()", True),
        ("from PySide6.QtCore import QDate\nx = QDate.currentDate()", True),
        ("from datetime import date\nx = date(2026, 11, 2)", False),
        ("import time\nx = time.perf_counter()", False),
        ("def f(klokke): return klokke.now()", False),
    ],
)
def test_the_clock_rule_sees_through_names(source: str, found: bool) -> None:
    assert bool(uses(source, READS_THE_CLOCK)) is found


@pytest.mark.parametrize(
    "source", ["from unittest.mock import Mock", "from unittest import mock", "import time\ntime.sleep(1)"]
)
def test_the_rule_against_mocks_and_sleep_sees_them(source: str) -> None:
    assert uses(source, NOT_IN_TESTS)
