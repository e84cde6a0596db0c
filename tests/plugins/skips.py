"""Fails a run with a skip that `tests/allowed_skips.toml` does not name with its reason, and a run that ran no test."""

import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

ALLOWED = Path(__file__).parents[1] / "allowed_skips.toml"


class SkipRules:
    """Watches every report; skips are judged when the run is over."""

    def __init__(self, allowed: list[dict[str, str]]) -> None:
        self.allowed = allowed
        self.ran = 0
        self.refused: list[str] = []

    def _judge(self, nodeid: str, reason: str) -> None:
        if not any(fnmatchcase(nodeid, rule["test"]) and rule["reason"] == reason for rule in self.allowed):
            self.refused.append(f"{nodeid}: {reason}")

    @staticmethod
    def _reason(report: pytest.TestReport | pytest.CollectReport) -> str:
        text = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        return text.removeprefix("Skipped: ")

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and not report.skipped:
            self.ran += 1
        if report.skipped and not hasattr(report, "wasxfail"):
            self._judge(report.nodeid, self._reason(report))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self._judge(report.nodeid, self._reason(report))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if session.config.option.collectonly or session.exitstatus != pytest.ExitCode.OK:
            return
        if self.refused:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        elif self.ran == 0:
            session.exitstatus = pytest.ExitCode.NO_TESTS_COLLECTED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.refused:
            terminalreporter.section(f"skips that {ALLOWED.name} does not name", red=True)
            for line in self.refused:
                terminalreporter.line(line)


def pytest_configure(config: pytest.Config) -> None:
    rules = tomllib.loads(ALLOWED.read_text(encoding="utf-8")).get("skip", [])
    if faulty := [rule for rule in rules if set(rule) != {"test", "reason", "why"} or not all(rule.values())]:
        raise pytest.UsageError(f"{ALLOWED.name}: each [[skip]] has test, reason and why, and nothing else: {faulty}")
    config.pluginmanager.register(SkipRules(rules), "skip-rules")
