"""The help pages on the screen: a field to search in, the pages that say it, the one that is read, and paper."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from ui.accessibility import announce, name
from ui.help_texts import FIRST_PAGE
from ui.messages import in_words
from ui.session import Session
from ui.step_page import Page
from ui.widgets.basics import Card, button, button_row, clear, column, label, set_shown
from ui.widgets.link import Link
from ui.widgets.message_panel import MessagePanel
from ui.widgets.pdf_view import PdfView

if TYPE_CHECKING:
    from boligtildeling.domain.hjelp import Hjelp, Hjelpedel, Hjelpeside

LIST_WIDTH = 280
NONE_FOUND = "Ingen side sier noe om dette. Prøv et annet ord."


class HelpScreen(Page):
    """Reached from the help menu and from every help pane."""

    def __init__(self, session: Session) -> None:
        super().__init__("Hjelp", 1000)
        self.session = session
        self.texts: Hjelp | None = None
        self.shown: Hjelpeside | None = None
        self.body.setContentsMargins(24, 4, 24, 0)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Søk i hjelpen")
        name(self.search, "Søk i hjelpen")
        self.search.setMaximumWidth(420)
        self.search.textEdited.connect(self._list_pages)
        self.problem, self.none = MessagePanel(), label(NONE_FOUND, "dempet")
        self.links, self.content = column(spacing=2), column(spacing=8)
        self.faults = label("", "dempet")
        self.add(self.search, self.problem, self.faults)
        self.page_card, beside = Card(), QHBoxLayout()
        beside.setSpacing(16)
        beside.addWidget(self._pages(), 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(self.page_card, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(beside)
        self.page_card.add_layout(self.content)
        self.print_one = button("Skriv ut d&enne siden", self._print_shown)
        self.print_all = button("Skriv ut alle sidene", self._print_all)
        self.page_card.add_layout(button_row([self.print_one, self.print_all]))
        self.preview = PdfView(session.runner)
        self.preview_card = self.card("På papir", self.preview)
        self.preview_card.hide()
        self.faults.hide()

    def _pages(self) -> Card:
        pages = Card("Sider")
        pages.setFixedWidth(LIST_WIDTH)
        pages.add(self.none)
        pages.add_layout(self.links)
        return pages

    def open_page(self, page: str) -> None:
        """Shows the page with this name, the first one when there is none."""
        self.session.help_texts.ask(partial(self._open, page), self)

    def _open(self, page: str, texts: "Hjelp") -> None:
        self.texts = texts
        self.faults.setText("\n".join(texts.feil))
        set_shown(self.faults, bool(texts.feil))
        self._list_pages(self.search.text())
        self._show_page(texts.sider.get(page) or texts.sider[FIRST_PAGE])

    def _list_pages(self, text: str) -> None:
        from boligtildeling.hjelp import sider_om

        if self.texts is None:
            return
        found = sider_om(self.texts, text)
        clear(self.links)
        for side in found:
            self.links.addWidget(Link(side.tittel, partial(self._chosen, side)))
        set_shown(self.none, not found)
        if text:
            announce(self, f"{len(found)} sider" if found else NONE_FOUND)

    def _chosen(self, side: "Hjelpeside") -> None:
        self._show_page(side)
        self.print_one.setFocus()
        announce(self, side.tekst)

    def _show_page(self, side: "Hjelpeside") -> None:
        self.shown = side
        self.preview_card.hide()
        self.page_card.title.setText(side.tittel)
        self.page_card.title.show()
        clear(self.content)
        for part in side.deler:
            self.content.addWidget(self._part(part))

    @staticmethod
    def _part(part: "Hjelpedel") -> QLabel:
        if part.slag == "overskrift":
            return label(part.tekst, "h3")
        return label(f"•  {part.tekst}" if part.slag == "punkt" else part.tekst)

    def _print_shown(self) -> None:
        if self.shown is not None:
            self._print((self.shown,), self.shown.navn)

    def _print_all(self) -> None:
        if self.texts is not None:
            self._print(tuple(self.texts.sider.values()), "alle")

    def _print(self, sider: "Sequence[Hjelpeside]", filename: str) -> None:
        def draw() -> bytes:
            from boligtildeling.hjelp import paa_papir

            return paa_papir(sider)

        self.problem.clear()
        self.session.runner.drawing(
            draw,
            lambda pdf: self._show_paper(pdf, sider[0].tittel if len(sider) == 1 else "Hjelp", f"hjelp-{filename}.pdf"),
            lambda error: self.problem.show_message(in_words(error)),
            owner=self,
            channel="hjelp",
        )

    def _show_paper(self, pdf: bytes, title: str, filename: str) -> None:
        self.preview_card.show()
        self.preview.show_pdf(pdf, title, filename, ())
        self.preview.print_button.setFocus()
