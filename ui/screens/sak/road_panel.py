"""Veien til nøkkelen: how much remains, gate by gate, each a link to where it is cleared."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boligtildeling.domain.datoer import vis_tidspunkt
from ui.step_page import Page
from ui.veien import Hinder, Portgruppe, Vei, veien
from ui.widgets.basics import Card, clear, column, label
from ui.widgets.link import Link

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Saksvisning

NEWEST = 4


class RoadPanel(Page):
    """The right pane.

    Signals:
    wanted: the user follows a link to this step and this code.
    history_wanted: the user wants the whole history.
    """

    wanted = Signal(str, str)
    history_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.heading.hide()
        self.card_ = Card("Veien til nøkkelen", 8)
        self._list = column(spacing=4)
        self.card_.add_layout(self._list)
        self.history = Card("Siste hendelser", 6)
        self._events = column(spacing=8)
        self.history.add_layout(self._events)
        self.add(self.card_, self.history)
        self.vei = Vei((), "")

    def show_case(self, sak: "Saksvisning") -> None:
        """Shows the road anew; not painted before the new links have found their heights."""
        self.setUpdatesEnabled(False)
        QTimer.singleShot(0, lambda: self.setUpdatesEnabled(True))
        self.vei = veien(sak)
        clear(self._list)
        self._list.addLayout(self._head())
        for gruppe in self.vei.grupper:
            self._add_group(gruppe)
        if self.vei.grupper:
            text = "Teamleder kan gi unntak der det er lov. Et unntak vises alltid."
            self._list.addWidget(label(text, "liten"))
        self._show_events(sak)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        if self.vei.grupper:
            row.addWidget(label(str(self.vei.antall), "stor", wrap=False))
        row.addWidget(label(self.vei.setning, "dempet"), 1)
        return row

    def _add_group(self, gruppe: Portgruppe) -> None:
        title = label(f"{gruppe.tittel} ({len(gruppe.hindre)})", "h3")
        title.setContentsMargins(6, 8, 0, 0)
        self._list.addWidget(title)
        for hinder in gruppe.hindre:
            self._list.addWidget(self._link(hinder))

    def _link(self, hinder: Hinder) -> QWidget:
        now = hinder.kan_gjoeres_naa
        link = Link(
            hinder.kort,
            lambda: self.wanted.emit(hinder.steg, hinder.kode),
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
        clear(self._events)
        for rad in sak.historikk[:NEWEST]:
            self._events.addWidget(label(f"{rad.tittel} – {rad.bruker}"))
            self._events.addWidget(label(vis_tidspunkt(rad.tidspunkt), "liten"))
        self._events.addWidget(Link("Vis hele historikken", self.history_wanted.emit))
