"""The documents of a case on the screen: choose one, look at it, print it, save it; and put in enclosures."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLabel

from boligtildeling.casework.adressevedlegg import ADRESSEVEDLEGG
from boligtildeling.casework.soeknad import LeggVed
from boligtildeling.casework.views.dokumentslag import DOKUMENTER, filnavn
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.feil import Sperret
from ui.case import Case
from ui.idle_jobs import Job
from ui.messages import in_words
from ui.screens.dokumenter import view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, column, label
from ui.widgets.fields import LineField
from ui.widgets.fold import Fold
from ui.widgets.link import Link
from ui.widgets.message_panel import MessagePanel
from ui.widgets.pdf_view import PdfView


class DocumentsPage(StepPage):
    """Beside the steps."""

    step, title = "dokumenter", "Dokumenter"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self._links = column(spacing=2)
        self._notes: dict[str, QLabel] = {}
        self.empty = QCheckBox("Vis sjekklistene og skjemaene tomme")
        self.problem = MessagePanel()
        choose = self.card("Velg dokument")
        choose.add_layout(self._links)
        choose.add(self.empty)
        choose.add(self.problem)
        self.reason = LineField("Hvorfor adressevedlegget skrives ut en gang til")
        choose.add(self.reason)
        self.reason.hide()
        self.preview = PdfView(case.session.runner)
        self.preview_card = self.card("", self.preview)
        self.preview_card.hide()
        self.enclosures = Facts()
        enclose = Fold(
            "Legg ved", lambda: ActForm(LeggVed, case, "Legg ved", done_text="Vedlegget er lagret."), command=LeggVed
        )
        self.card("Vedlegg", self.enclosures, enclose)
        self.problem.go_to_point.connect(case.go_to_point)

    def spare_parts(self) -> Iterable[Job]:
        return [partial(self._note, navn) for navn in DOKUMENTER]

    def _note(self, navn: str) -> QLabel:
        """The line under a document's link; the link is made the first time, under the heading of its group."""
        if navn not in self._notes:
            if (heading := view_model.heading(navn)) is not None:
                self._links.addSpacing(10)
                self._links.addWidget(label(heading, "h3"))
            link = Link(view_model.title(navn), partial(self.open_document, navn))
            self._notes[navn] = link.add_note()
            self._links.addWidget(link)
        return self._notes[navn]

    def show_case(self, sak: Saksvisning) -> None:
        for navn, note in view_model.notes(sak).items():
            self._note(navn).setText(note)
        self.enclosures.show_pairs(view_model.enclosures(sak) or [("Ingen vedlegg", "")])

    def focus_point(self, kode: str) -> bool:
        """`kode` is here the name of a document."""
        self.open_document(kode)
        return True

    def open_document(self, navn: str) -> None:
        """Makes the document, or fetches the one that was kept, and shows it."""
        self.problem.clear()
        number, bruker = self.case.saksnummer, self.case.session.bruker
        reason = self.reason.edit.text() or None if navn == ADRESSEVEDLEGG else None
        empty = self.empty.isChecked() and navn in view_model.CHECKLISTS
        self.case.session.ask(
            lambda p: p.lag_papir(navn, None if empty else number, bruker, empty, reason),
            lambda paper: self._show(navn, paper, empty),
            partial(self._refused, navn),
            owner=self,
            channel="dokument",
        )

    def _show(self, navn: str, paper: tuple[bytes, tuple[str, ...]], empty: bool) -> None:
        if navn == ADRESSEVEDLEGG:
            self.reason.fill(None)
            self.reason.hide()
        self.preview_card.show()
        pdf, to_know = paper
        file_name = filnavn(navn, None if empty else self.case.saksnummer)
        self.preview.show_pdf(pdf, view_model.title(navn), file_name, to_know)
        self.preview.print_button.setFocus()

    def _refused(self, navn: str, error: Exception) -> None:
        self.problem.show_message(in_words(error))
        if navn == ADRESSEVEDLEGG and isinstance(error, Sperret):
            self.reason.setVisible(any(s.kode == "ALLEREDE" for s in error.sperrer))
