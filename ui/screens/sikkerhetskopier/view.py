"""The backup copies on the screen: how it stands, which there are, what one holds; and the key of the folder."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QMessageBox

from boligtildeling.casework.views.sikkerhetskopi import Innhold, Kopirad, Kopistatus
from boligtildeling.clock import Klokke
from ui import copy_words
from ui.accessibility import name
from ui.file_dialogs import ask_folder
from ui.messages import in_words
from ui.session import Session
from ui.step_page import Page
from ui.widgets.basics import Facts, button, button_row, label
from ui.widgets.message_panel import MessagePanel
from ui.widgets.recovery_sheet import RecoverySheet
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

if TYPE_CHECKING:
    from boligtildeling.app import Program
    from boligtildeling.vedlikehold import Utfoert

COLUMNS = ("Tatt", "Hvorfor", *copy_words.COUNTED.values(), "Sist noe ble gjort")
COMPARED = ("", "Databasen nå", "Kopien")
INTRO = "Programmet tar en kopi hver dag. Kopiene er kryptert, og de er åpnet og kontrollert før de teller."
IN_USE = (
    "Tar du en kopi i bruk, får alle databasen slik den var da kopien ble tatt. Den som er der nå, blir selv en kopi i "
    "listen, så ingenting går tapt. Ingen andre kan ha mappen åpen imens."
)
FROM_ELSEWHERE = "Er kopien fra en annen maskin eller mappe, trenger du gjenopprettingskoden som hører til den."
KEY = (
    "Nøkkelen ligger på denne maskinen. Gjenopprettingskoden låser opp når den er borte. Er arket med koden på avveie, "
    "lag en ny kode. Er nøkkelen på avveie, bytt den: da krypteres alt på nytt, og koden er den samme."
)
Answer = tuple[Kopistatus, tuple[Kopirad, ...], Innhold]


class CopiesScreen(Page):
    """Reached from the program menu and the status line."""

    def __init__(self, session: Session) -> None:
        super().__init__("Sikkerhetskopier", 1200)
        self.session = session
        self.copies: tuple[Kopirad, ...] = ()
        self.now = Innhold(None, None)
        self.body.setContentsMargins(24, 4, 24, 0)
        self._add_status()
        self._add_copies()
        self._add_key()
        session.user_changed.connect(self.load)
        session.copies_changed.connect(self.load)
        self.load()

    def _add_status(self) -> None:
        self.problem, self.warning, self.facts = MessagePanel(), label("", "feil"), Facts()
        card = self.card("Slik står det til", label(INTRO, "dempet"), self.problem, self.warning, self.facts)
        self.take = button("&Ta en kopi nå", self._take, "primaer")
        card.add_layout(button_row([self.take]))

    def _add_copies(self) -> None:
        self.model, self.table = self._table("Kopier", COLUMNS, 1, 300)
        self.compared_model, self.compared = self._table("Kopien mot databasen nå", COMPARED, 0, 190)
        self.code, code_title = QLineEdit(), label("Gjenopprettingskode", "h3", wrap=False)
        self.code.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.code.setMaximumWidth(420)
        code_title.setBuddy(self.code)
        name(self.code, "Gjenopprettingskode")
        self.in_use_panel = MessagePanel()
        rest = (label(IN_USE, "dempet"), code_title, label(FROM_ELSEWHERE, "dempet"), self.code, self.in_use_panel)
        card = self.card("Kopiene", self.table, self.compared, *rest)
        self.put = button("Ta &kopien i bruk …", self._put_marked)
        self.fetch = button("Ta i bruk en kopi fra en annen &mappe …", self._put_other)
        card.add_layout(button_row([self.put, self.fetch]))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._compare())
        self.table.opened.connect(lambda _: self._put_marked())

    def _add_key(self) -> None:
        self.key_panel = MessagePanel()
        self.sheet = RecoverySheet(self.session.runner, "Jeg har &arket")
        self.sheet.hide()
        self.sheet.confirmed.connect(self._has_sheet)
        card = self.card("Nøkkelen", label(KEY, "dempet"), self.key_panel, self.sheet)
        self.new_code = button("Lag ny &gjenopprettingskode …", self._ask_new_code)
        self.new_key = button("&Bytt nøkkel …", self._ask_new_key)
        card.add_layout(button_row([self.new_code, self.new_key]))

    def _table(self, spoken: str, columns: tuple[str, ...], growing: int, height: int) -> tuple[RowsModel, Table]:
        numbers = range(2, 2 + len(copy_words.COUNTED)) if columns is COLUMNS else (1, 2)
        model, table = RowsModel(columns, right=tuple(numbers)), Table(spoken)
        table.setModel(model)
        table.fit(growing)
        table.setFixedHeight(height)
        return model, table

    def load(self) -> None:
        now = Klokke().naa()

        def read(program: "Program") -> Answer:
            shelf = program.hylle()
            return shelf.status(now), shelf.rader(), shelf.naavaerende()

        self.session.ask_beside(read, self._show, self._refused, owner=self, channel="kopiliste")

    def _show(self, answer: Answer) -> None:
        status, copies, self.now = answer
        marked = self._marked()
        self.copies = copies
        self.problem.clear()
        self.facts.show_pairs(copy_words.facts(status))
        self.warning.setText(" ".join(copy_words.problems(status)))
        self.warning.setVisible(copy_words.is_warning(status))
        self.model.show_rows([copy_words.row(c) for c in copies])
        paths = [c.sti for c in copies]
        if copies:
            self.table.selectRow(paths.index(marked.sti) if marked and marked.sti in paths else 0)
        self._compare()

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _marked(self) -> Kopirad | None:
        row = self.table.selected_row()
        return self.copies[row] if 0 <= row < len(self.copies) else None

    def _compare(self) -> None:
        copy = self._marked()
        self.compared_model.show_rows(copy_words.compared(self.now, copy.innhold) if copy else [])
        for widget in (self.compared, self.put):
            widget.setVisible(copy is not None)

    def _take(self) -> None:
        self._work(False)
        self.session.ask_beside(lambda p: p.hylle().ta("bestilt"), self._taken, self._not_taken, owner=self)

    def _taken(self, _: object) -> None:
        self._work(True)
        self.session.copies_changed.emit()
        self.session.told.emit("Kopien er tatt og kontrollert.")

    def _not_taken(self, error: Exception) -> None:
        self._work(True)
        self.problem.show_message(in_words(error))

    def _put_marked(self) -> None:
        if (copy := self._marked()) is not None:
            self._put_in_use(copy.sti)

    def _put_other(self) -> None:
        if (folder := ask_folder(self, "Velg mappen med kopien")) is not None:
            self._put_in_use(folder)

    def _put_in_use(self, path: Path) -> None:
        if not self._sure("Ta kopien i bruk?", IN_USE, "&Ta den i bruk"):
            return
        code = self.code.text().strip() or None
        self._alone(lambda upkeep: upkeep.ta_i_bruk_fra(path), self._in_use, self.in_use_panel, lambda: code)

    def _in_use(self, done: "Utfoert") -> None:
        self.code.clear()
        self.in_use_panel.show_good("Kopien er tatt i bruk. Databasen som var der, er øverst i listen.", done.advarsler)

    def _ask_new_code(self) -> None:
        what = "Den gamle koden slutter å virke, men åpner fortsatt kopier som er tatt før. Ha en skriver klar."
        if self._sure("Lage ny gjenopprettingskode?", what, "&Lag ny kode"):
            self._alone(lambda upkeep: (upkeep.ny_kode(), upkeep.mappe), self._show_code, self.key_panel)

    def _show_code(self, answer: tuple["Utfoert", Path]) -> None:
        done, folder = answer
        self.key_panel.show_good("Den nye koden gjelder fra nå.", done.advarsler)
        self.sheet.show()
        self.session.runner.drawing(
            lambda: _sheet(folder, done.kode or ""),
            lambda pdf: self.sheet.show_code(done.kode or "", pdf),
            lambda error: self.key_panel.show_message(in_words(error)),
            owner=self,
        )

    def _has_sheet(self) -> None:
        self.sheet.hide()
        self.key_panel.clear()
        self.new_code.setFocus()

    def _ask_new_key(self) -> None:
        what = "Alt krypteres på nytt. Gjenopprettingskoden er den samme. Ingen andre kan ha mappen åpen imens."
        if self._sure("Bytte nøkkel?", what, "&Bytt nøkkel"):
            self._alone(lambda upkeep: upkeep.bytt_noekkel(), self._new_key_made, self.key_panel)

    def _new_key_made(self, done: "Utfoert") -> None:
        self.key_panel.show_good("Nøkkelen er byttet, og alt er kryptert på nytt.", done.advarsler)

    def _alone(
        self,
        work: Callable[[Any], Any],
        done: Callable[[Any], object],
        panel: MessagePanel,
        ask_code: Callable[[], str | None] = lambda: None,
    ) -> None:
        """Work that needs the folder alone; when it is done, every screen reads anew."""

        def finished(answer: Any) -> None:
            self._work(True)
            done(answer)
            self.session.look_again()

        def failed(error: Exception) -> None:
            self._work(True)
            panel.show_message(in_words(error))

        panel.clear()
        self._work(False)
        self.session.told.emit("Arbeider …")
        self.session.look_after(work, finished, failed, owner=self, ask_code=ask_code)

    def _work(self, free: bool) -> None:
        for pressed in (self.take, self.put, self.fetch, self.new_code, self.new_key):
            pressed.setEnabled(free)

    def _sure(self, title: str, what: str, yes: str) -> bool:
        box = QMessageBox(self)
        box.setWindowTitle("Sikkerhetskopier")
        box.setText(title)
        box.setInformativeText(what)
        no = box.addButton("&Avbryt", QMessageBox.ButtonRole.RejectRole)
        go = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        return box.clickedButton() is go


def _sheet(folder: Path, code: str) -> bytes:
    from boligtildeling.app import gjenopprettingsark

    return gjenopprettingsark(folder, code)
