"""Work away from the window: in order, newest wins, nothing to those who are gone."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.runner import Runner


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    made = Runner()
    yield made
    made.close()


def fail(error: Exception) -> None:
    raise AssertionError(error)


def test_svaret_kommer_paa_vinduets_traad(runner: Runner, qtbot: QtBot) -> None:
    where: list[object] = []
    owner = QObject()
    runner.database(
        lambda: threading.current_thread().name, lambda name: where.extend([name, thread()]), fail, owner=owner
    )
    qtbot.waitUntil(lambda: len(where) == 2)
    assert str(where[0]).startswith("database")
    assert where[1] is True


def thread() -> bool:
    return QThread.currentThread() is QApplication.instance().thread()  # type: ignore[union-attr]


def test_arbeid_paa_databasetraaden_gaar_i_rekkefoelge(runner: Runner, qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    for number in range(20):
        runner.database(lambda n=number: n, done.append, fail, owner=owner)
    qtbot.waitUntil(lambda: runner.is_idle)
    assert done == list(range(20))


def test_den_nyeste_forespoerselen_vinner(runner: Runner, qtbot: QtBot) -> None:
    gate, done, owner = threading.Event(), [], QObject()
    runner.database(gate.wait, lambda _: None, fail, owner=owner)
    for text in ("f", "fj", "fjo"):
        runner.database(lambda t=text: t, done.append, fail, owner=owner, channel="søk")
    gate.set()
    qtbot.waitUntil(lambda: runner.is_idle)
    assert done == ["fjo"]


def test_den_som_er_borte_faar_ikke_svar(runner: Runner, qtbot: QtBot) -> None:
    gate, done = threading.Event(), []
    owner = QObject()
    runner.database(gate.wait, done.append, fail, owner=owner)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not alive(owner))
    gate.set()
    qtbot.waitUntil(lambda: runner.is_idle)
    assert done == []


def alive(owner: QObject) -> bool:
    from shiboken6 import isValid

    return bool(isValid(owner))


def test_en_feil_kommer_til_den_som_spurte(runner: Runner, qtbot: QtBot) -> None:
    found: list[Exception] = []
    owner = QObject()

    def work() -> None:
        raise ValueError("x")

    runner.database(work, fail, found.append, owner=owner)
    qtbot.waitUntil(lambda: bool(found))
    assert isinstance(found[0], ValueError)


def test_etter_at_vinduet_er_lukket_skjer_ingenting(runner: Runner, qtbot: QtBot) -> None:
    done: list[object] = []
    runner.close()
    runner.database(lambda: 1, done.append, fail, owner=QObject())
    assert runner.is_idle
    assert done == []


def test_smaa_jobber_gjoeres_i_rekkefoelge_og_en_for_hver_runde(runner: Runner, qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    runner.in_turns([lambda: done.append("en"), lambda: done.append("to")], owner=owner)
    QTimer.singleShot(0, lambda: done.append("imellom"))
    assert done == []
    assert not runner.is_idle
    qtbot.waitUntil(lambda: runner.is_idle)
    assert done == ["en", "imellom", "to"]


def test_den_som_er_borte_faar_ikke_gjort_mer(runner: Runner, qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    runner.in_turns([lambda: delete(owner), lambda: done.append("for sent")], owner=owner)
    qtbot.waitUntil(lambda: runner.is_idle)
    assert done == []


def test_en_jobb_som_feiler_tar_med_seg_de_neste_og_sperrer_ikke(runner: Runner, qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()
    with qtbot.captureExceptions() as raised:
        runner.in_turns([lambda: fail(KeyError("x")), lambda: done.append("bygger på den")], owner=owner)
        qtbot.waitUntil(lambda: runner.is_idle)
    assert [kind for kind, *_ in raised] == [AssertionError]
    assert done == []
