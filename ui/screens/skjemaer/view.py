"""The empty forms on the screen: choose one, look at it, print it, save it."""

from functools import partial

from boligtildeling.casework.views.dokumentslag import filnavn
from ui.messages import in_words
from ui.screens.skjemaer import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.basics import label
from ui.widgets.link import Link
from ui.widgets.message_panel import MessagePanel
from ui.widgets.pdf_view import PdfView

INTRO = "Skriv ut en tom sjekkliste eller et tomt skjema. De utfylte finner du i hver sak, under Dokumenter."


class EmptyFormsScreen(Page):
    """Reached from the program menu."""

    def __init__(self, session: Session) -> None:
        super().__init__("Tomme skjemaer")
        self.session = session
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem = MessagePanel()
        self.add(label(INTRO, "dempet"))
        choose = self.card("Velg skjema")
        choose.content.setSpacing(2)
        for navn, title in view_model.empty_forms():
            choose.add(Link(title, partial(self.open_form, navn, title)))
        choose.add(self.problem)
        self.preview = PdfView(session.runner)
        self.preview_card = self.card("", self.preview)
        self.preview_card.hide()

    def open_form(self, navn: str, title: str) -> None:
        """Makes the form and shows it."""
        self.problem.clear()
        bruker = self.session.bruker
        self.session.ask(
            lambda p: p.lag_papir(navn, None, bruker, True),
            lambda paper: self._show(navn, title, *paper),
            lambda error: self.problem.show_message(in_words(error)),
            owner=self,
            channel="skjema",
        )

    def _show(self, navn: str, title: str, pdf: bytes, to_know: tuple[str, ...]) -> None:
        self.preview_card.show()
        self.preview.show_pdf(pdf, title, filnavn(navn, None), to_know)
        self.preview.print_button.setFocus()
