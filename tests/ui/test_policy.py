"""What IT has settled shows as locked in the window."""

from collections.abc import Callable
from dataclasses import replace

from pytestqt.qtbot import QtBot

from boligtildeling.app import Program
from tests.bygg import Paa
from tests.ui.conftest import settle
from ui.main_window import MainWindow
from ui.navigation import Place
from ui.screens.innstillinger import view_model
from ui.screens.innstillinger.view import LOCKED, SettingsScreen
from ui.widgets.choice import ComboField


def settings_with(
    paa: Paa, window_on: Callable[..., MainWindow], qtbot: QtBot, laaste: dict[str, str]
) -> SettingsScreen:
    vei = paa("tomt").kontor.ny_sak()
    program = vei.kontor.program
    vei.kontor.program = Program(
        program.mappe, program._database, replace(program._rammer, laaste=laaste), program._slag
    )
    window = window_on(vei, "tove")
    window.go(Place("innstillinger"))
    settle(qtbot, window.session)
    screen = window.screens.currentWidget()
    assert isinstance(screen, SettingsScreen)
    return screen


def cells(screen: SettingsScreen, row: int) -> list[str]:
    return [screen.model.data(screen.model.index(row, column)) for column in (1, 2)]


def test_en_bestemt_innstilling_vises_som_laast_og_kan_ikke_velges(
    paa: Paa, window_on: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    screen = settings_with(paa, window_on, qtbot, {"enhet": "Bolig og velferd"})
    order = [name for name, _ in view_model.options()]
    assert cells(screen, order.index("enhet")) == ["Bolig og velferd", view_model.BY_IT]
    assert cells(screen, order.index("utleier"))[1] == view_model.BY_THE_KOMMUNE
    field = screen.form.form.fields["navn"]
    assert isinstance(field, ComboField)
    assert field.combo.findData("enhet") == -1
    assert field.combo.findData("utleier") >= 0
    assert "IT bestemmer" in screen.place.text()
    told: list[str] = []
    screen.session.told.connect(told.append)
    screen._edit(order.index("enhet"))
    assert told == [LOCKED]


def test_uten_policy_sier_skjermen_bare_hvor_mappen_er(
    paa: Paa, window_on: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    screen = settings_with(paa, window_on, qtbot, {})
    assert screen.place.text() == f"Datamappen er {screen.session._open.mappe}."
