"""Veien til nøkkelen: how much remains, gate by gate, each a link to where it is cleared."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boligtildeling.domain.datoer import vis_tidspunkt
from ui.idle_jobs import IdleJobs, Job
from ui.step_page import Page
from ui.veien import Hinder, Portgruppe, Vei, veien
from ui.widgets.basics import Card, button, clear, column, label
from ui.widgets.event_line import EventLine
from ui.widgets.link import Link

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Saksvisning

NEWEST = 4
LINKS_A_TURN = 5


class RoadPanel(Page):
    """The right pane.

    Signals:
    wanted: the user follows the link of this Hinder.
    history_wanted: the user wants the whole history.
    document_wanted: the user wants the document with this name; without one, all of them.
    hide_wanted: the user wants the room for something else.
    """

    wanted = Signal(object)
    history_wanted = Signal()
    document_wanted = Signal(str)
    hide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName("Veien til nøkkelen")
        self.heading.hide()
        self.card_ = Card("", 8)
        self.card_.add_layout(self._title_row())
        self._list = column(spacing=4)
        self.card_.add_layout(self._list)
        self.history = Card("Siste hendelser", 6)
        self.events = EventLine()
        self.history.add(self.events, Link("Vis hele historikken", self.history_wanted.emit))
        self.documents = Card("Dokumenter", 4)
        self._papers = column(spacing=2)
        self.documents.add_layout(self._papers)
        self.documents.add(Link("Vis alle dokumenter", lambda: self.document_wanted.emit("")))
        self.add(self.card_, self.history, self.documents)
        self.vei = Vei((), "")
        self._links: dict[Hinder, QWidget] = {}
        self._shown: object = None
        self._jobs = IdleJobs(self)

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label("Veien til nøkkelen", "h2"), 1)
        row.addWidget(button("Skjul", self.hide_wanted.emit, "lenke", name="Skjul veien til nøkkelen"))
        return row

    def show_case(self, sak: "Saksvisning") -> None:
        """Shows the road when it has changed, a few links a turn after the step itself, so that it holds nothing up."""
        self.vei = veien(sak)
        documents = tuple(rad.id for rad in sak.dokumenter)
        shown = (sak.saksnummer, self.vei, documents, tuple(rad.id for rad in sak.historikk[:NEWEST]))
        if shown == self._shown:
            return
        self._shown = shown
        self._jobs.begin(self._parts(sak))

    def _parts(self, sak: "Saksvisning") -> Iterator[Job]:
        """Not painted before all of it is there and has found its height: that is what takes time, not the making."""
        yield self._start
        for gruppe in self.vei.grupper:
            yield partial(self._add_title, gruppe)
            for start in range(0, len(gruppe.hindre), LINKS_A_TURN):
                yield partial(self._add_links, gruppe.hindre[start : start + LINKS_A_TURN])
        yield self._add_last_line
        yield partial(self._show_events, sak)
        yield partial(self._show_documents, sak)
        yield partial(self.setUpdatesEnabled, True)

    def _start(self) -> None:
        """Links that still stand are kept: making one anew costs more than all the rest."""
        self.setUpdatesEnabled(False)
        kept = {hinder for gruppe in self.vei.grupper for hinder in gruppe.hindre}
        for hinder, link in self._links.items():
            self._list.removeWidget(link)
            if hinder not in kept:
                link.hide()
                link.deleteLater()
        self._links = {hinder: link for hinder, link in self._links.items() if hinder in kept}
        clear(self._list)
        self._list.addLayout(self._head())

    def _add_last_line(self) -> None:
        if self.vei.grupper:
            text = "Teamleder kan gi unntak der det er lov. Et unntak vises alltid."
            self._list.addWidget(label(text, "liten"))

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        if self.vei.grupper:
            row.addWidget(label(str(self.vei.antall), "stor", wrap=False))
        row.addWidget(label(self.vei.setning, "dempet"), 1)
        return row

    def _add_title(self, gruppe: Portgruppe) -> None:
        title = label(f"{gruppe.tittel} ({len(gruppe.hindre)})", "h3")
        title.setContentsMargins(6, 8, 0, 0)
        self._list.addWidget(title)

    def _add_links(self, hindre: Sequence[Hinder]) -> None:
        for hinder in hindre:
            link = self._links.get(hinder)
            if link is None:
                link = self._links[hinder] = self._link(hinder)
            self._list.addWidget(link)

    def _link(self, hinder: Hinder) -> QWidget:
        now = hinder.kan_gjoeres_naa
        link = Link(
            hinder.kort,
            lambda: self.wanted.emit(hinder),
            kode=hinder.kode if "-" in hinder.kode else "",
            state="mangler" if now else "senere",
            slag="lenke" if now else "senere",
        )
        rule = f"{hinder.hjemmel[:1].upper()}{hinder.hjemmel[1:]}."
        who = f"Løses av: {hinder.loeses_av}."
        link.setToolTip(f"{hinder.grunn}\n{rule}\n{who}")
        link.setAccessibleDescription(f"{hinder.grunn} {rule} {who}")
        if hinder.loeses_av != "saksbehandler":
            link.add_note(who)
        return link

    def _show_events(self, sak: "Saksvisning") -> None:
        newest = sak.historikk[:NEWEST]
        self.events.show_events([(rad.tidspunkt, rad.tittel, rad.bruker) for rad in newest])

    def _show_documents(self, sak: "Saksvisning") -> None:
        """The newest that are kept in the case, one of each kind."""
        clear(self._papers)
        newest = {rad.navn: rad for rad in sorted(sak.dokumenter, key=lambda rad: rad.laget_tidspunkt)}
        for rad in list(reversed(newest.values()))[:NEWEST]:
            link = Link(rad.tittel, partial(self.document_wanted.emit, rad.navn))
            link.add_note(f"{vis_tidspunkt(rad.laget_tidspunkt)}, {rad.laget_av}")
            self._papers.addWidget(link)
