"""Papers for many cases on the screen: choose, see whom each goes to, then save or print them."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar

from boligtildeling.casework.views.saker import Saksutvalg
from boligtildeling.domain.feil import Driftsfeil
from ui.file_dialogs import ask_folder, ask_save, write_whole
from ui.messages import Message, in_words
from ui.screens.bunke import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.basics import button, button_row, label
from ui.widgets.chooser import Chooser
from ui.widgets.message_panel import MessagePanel
from ui.widgets.pdf_view import name_problem, print_papers
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table
from ui.words import SAKSSTEG

INTRO = (
    "Velg papir og saker. Se etter at hvert papir går til rett person før du skriver ut. Det som ikke stemmer, "
    "blir ikke med. Enter tar en sak med, eller lar den være."
)
GIVEN = "merket"
ONE_FILE = "Én fil er til å skrive ut eller lese samlet. Arkivet skal ha hvert papir for seg."


class PileScreen(Page):
    """Reached from the program menu."""

    def __init__(self, session: Session) -> None:
        super().__init__("Skriv ut for flere saker", 1100)
        self.session, self.pile = session, view_model.Pile(session)
        self.body.setContentsMargins(24, 4, 24, 0)
        self.kind, self.step, self.mine = Chooser(), Chooser(), QCheckBox("Bare mine saker")
        self.fetch = button("Finn sakene", self._find, "primaer")
        self.model = RowsModel(view_model.COLUMNS)
        self.table = Table("Papirene")
        self.progress, self.cancel = QProgressBar(), button("Avbryt", self._stop)
        self.panel, self.count = MessagePanel(), label("", "dempet")
        self.print_all = button("Skriv ut …", lambda: self._make("print"))
        self.save_one = button("Lagre som én fil …", lambda: self._make("one"))
        self.save_many = button("Lagre hver for seg …", lambda: self._make("many"))
        self._wanted, self._given = "", tuple[str, ...]()
        self._lay_out()
        self.table.opened.connect(self.pile.toggle)
        self.pile.changed.connect(self._show)
        self.pile.moved.connect(self._moved)
        self.pile.made.connect(self._made)
        self.pile.failed.connect(lambda error: self._tell(in_words(error)))
        self._show()

    def _lay_out(self) -> None:
        self.kind.setAccessibleName("Papir")
        for navn, title in view_model.kinds():
            self.kind.addItem(title, navn)
        self.step.setAccessibleName("Steg")
        self.step.addItem("Alle åpne steg", None)
        for code, title in SAKSSTEG.items():
            self.step.addItem(title, code)
        choices = QHBoxLayout()
        choices.setSpacing(16)
        for control in (self.kind, self.step, self.mine, self.fetch):
            choices.addWidget(control)
        choices.addStretch(1)
        self.table.setModel(self.model)
        self.table.fit(4)
        self.table.setMinimumHeight(380)
        self.progress.setAccessibleName("Hvor langt arbeidet er kommet")
        self.progress.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add(label(INTRO, "dempet"))
        card = self.card("")
        card.add_layout(choices)
        for widget in (self.count, self.table, self.progress, self.panel):
            card.add(widget)
        card.add_layout(button_row([self.print_all, self.save_one, self.save_many, self.cancel]))
        card.add(label(ONE_FILE, "liten"))

    def take_cases(self, numbers: tuple[str, ...]) -> None:
        """Shows the papers of these cases, as long as no other cases are chosen."""
        self._given = numbers
        place = self.step.findData(GIVEN)
        if place < 0:
            self.step.insertItem(0, "", GIVEN)
            place = 0
        count = len(numbers)
        self.step.setItemText(place, "Saken du merket" if count == 1 else f"De {count} sakene du merket")
        self.step.setCurrentIndex(place)
        self._find()

    def _find(self) -> None:
        self.panel.clear()
        if self.step.currentData() == GIVEN:
            self.pile.find_these(self.kind.currentData(), self._given)
            return
        mine = self.session.bruker if self.mine.isChecked() else None
        utvalg = Saksutvalg(steg=self.step.currentData(), ansvarlig=mine, med_avsluttede=False)
        self.pile.find(self.kind.currentData(), utvalg)

    def _show(self) -> None:
        marked = self.table.selected_row()
        self.model.show_rows([view_model.row(r, r.saksnummer in self.pile.taken) for r in self.pile.rows])
        if self.pile.rows:
            self.table.selectRow(max(marked, 0))
        stopped = sum(r.stopp is not None for r in self.pile.rows)
        self.count.setText(f"{len(self.pile.taken)} tas med. {stopped} blir ikke med fordi noe ikke stemmer.")
        self._at_work(False)

    def _moved(self, done: int, of: int) -> None:
        self.progress.setRange(0, max(of, 1))
        self.progress.setValue(done)
        self.progress.setFormat(f"{done} av {of}")
        self._at_work(done < of)

    def _at_work(self, is_at_work: bool) -> None:
        for widget in (self.progress, self.cancel):
            widget.setVisible(is_at_work)

    def _stop(self) -> None:
        self.pile.stop()
        self._show()
        self.panel.show_good("Avbrutt. Ingenting er skrevet ut eller lagret.")
        self.fetch.setFocus()

    def _make(self, wanted: str) -> None:
        self.panel.clear()
        if not self.pile.taken:
            self._tell(Message("sperret", "Ingen papirer er valgt.", ("Finn sakene først, og ta med minst én.",)))
            return
        self._wanted = wanted
        self.pile.make()

    def _made(self, papers: list[tuple[str, bytes]]) -> None:
        self._at_work(False)
        if self._wanted == "print":
            self._print(papers)
        elif self._wanted == "one":
            path = ask_save(self, "Lagre som én fil", f"{self.pile.navn}.pdf", "PDF (*.pdf)")
            if path is not None:
                self.save_in_one(papers, path)
        else:
            folder = ask_folder(self, "Lagre hver for seg")
            if folder is not None:
                self.save_each(papers, folder)

    def save_in_one(self, papers: list[tuple[str, bytes]], path: Path) -> None:
        """All pages in one file; not under a name with a person's number."""
        if (problem := name_problem(path)) is not None:
            self._tell(problem)
            return
        navn = self.pile.navn
        self.session.ask(
            lambda p: p.samle([pdf for _, pdf in papers], navn),
            lambda pdf: self._write([(path, pdf)]),
            lambda error: self._tell(in_words(error)),
            owner=self,
        )

    def save_each(self, papers: list[tuple[str, bytes]], folder: Path) -> None:
        """One file for each case; the names hold the case number and the kind of paper, and nobody's name."""
        self._write([(folder / f"{number}-{self.pile.navn}.pdf", pdf) for number, pdf in papers])

    def _write(self, files: list[tuple[Path, bytes]]) -> None:
        written = 0
        for path, pdf in files:
            try:
                write_whole(path, pdf)
                written += 1
            except Driftsfeil:
                what = f"{written} av {len(files)} filer er lagret. Så kunne ikke disken skrives til."
                self._tell(in_words(Driftsfeil(what, "Sakene er ikke rørt.", "Velg en annen mappe og prøv igjen.")))
                return
        self.panel.show_good("Papirene er lagret.", (f"Antall filer: {written}", *self.pile.to_know))

    def _print(self, papers: list[tuple[str, bytes]]) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() != QPrintDialog.DialogCode.Accepted:
            return
        self.session.runner.drawing(
            lambda: print_papers(printer, [pdf for _, pdf in papers]),
            self._printed,
            lambda error: self._tell(in_words(error)),
            owner=self,
        )

    def _printed(self, problem: Message | None) -> None:
        if problem is not None:
            self._tell(problem)
        else:
            self.panel.show_good("Papirene er sendt til skriveren.", self.pile.to_know)

    def _tell(self, message: Message) -> None:
        self._at_work(False)
        self.panel.show_message(message)
