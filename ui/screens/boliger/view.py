"""The dwellings on the screen: all of them, registering one, changing the one that is marked."""

from typing import Any

from boligtildeling.casework.bolighold import FrigiBolig, HoldTilbakeBolig
from boligtildeling.casework.tildeling import EndreBolig, RegistrerBolig
from boligtildeling.casework.views.saksformer import Boligvisning
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.screens.boliger import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.act_form import ActForm
from ui.widgets.basics import label
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table


class DwellingsScreen(Page):
    """Reached from the program menu."""

    def __init__(self, session: Session) -> None:
        super().__init__("Boliger", 1100)
        self.session, self.doer = session, ActDoer(session)
        self.dwellings: tuple[Boligvisning, ...] = ()
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem, self.none = MessagePanel(), label("Ingen boliger er registrert ennå.", "dempet")
        self.model = RowsModel(view_model.COLUMNS, right=(3, 4))
        self.table = Table("Boliger")
        self.table.setModel(self.model)
        self.table.fit(1)
        self.table.setMinimumHeight(360)
        self.new = Fold("&Registrer bolig", self._make_new)
        self.change = Fold("&Endre boligen som er merket", self._make_change)
        self.card("", self.problem, self.none, self.table)
        self.hold = Fold("H&old tilbake boligen som er merket", self._make_hold)
        self.free = Fold("&Frigi boligen som er merket", self._make_free)
        self.card("", self.new, self.change, self.hold, self.free)
        self.table.opened.connect(lambda _: self._open_change())
        session.bus.changed.connect(lambda _: self.load())
        session.user_changed.connect(self.load)
        self.load()

    def load(self) -> None:
        bruker = self.session.bruker
        self.session.ask(lambda p: p.vis_boliger(bruker), self._show, self._refused, owner=self, channel="boliger")

    def _show(self, dwellings: tuple[Boligvisning, ...]) -> None:
        marked = self._marked()
        self.dwellings = dwellings
        self.problem.clear()
        self.model.show_rows([view_model.row(b) for b in dwellings])
        again = next((i for i, b in enumerate(dwellings) if marked is not None and b.boligid == marked.boligid), 0)
        if dwellings:
            self.table.selectRow(again)
        self.none.setVisible(not dwellings)
        self.table.setVisible(bool(dwellings))
        for fold in (self.change, self.hold, self.free):
            fold.setVisible(bool(dwellings))

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _marked(self) -> Boligvisning | None:
        row = self.table.selected_row()
        return self.dwellings[row] if 0 <= row < len(self.dwellings) else None

    def _make_new(self) -> ActForm:
        return ActForm(RegistrerBolig, self.doer, "Lagre boligen", done_text="Boligen er registrert.")

    def _make_change(self) -> ActForm:
        self._changing = self._marked()
        form = ActForm(EndreBolig, self.doer, "Lagre endringen", done_text="Boligen er endret.", fixed=self._seen)
        self._fill_change(form)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._fill_change(form))
        return form

    def _make_hold(self) -> ActForm:
        return self._about_marked(HoldTilbakeBolig, "Hold boligen tilbake", "Boligen holdes tilbake.")

    def _make_free(self) -> ActForm:
        return self._about_marked(FrigiBolig, "Frigi boligen", "Du holder ikke lenger boligen tilbake.")

    def _about_marked(self, kommando: type, button: str, done: str) -> ActForm:
        return ActForm(
            kommando,
            self.doer,
            button,
            done_text=done,
            hidden=("boligid",),
            fixed=lambda: {"boligid": marked.boligid if (marked := self._marked()) is not None else ""},
        )

    def _seen(self) -> dict[str, Any]:
        return {"sett_versjon": self._changing.versjon} if self._changing is not None else {}

    def _fill_change(self, form: ActForm) -> None:
        marked = self._marked()
        if marked is not None and not form.is_touched:
            self._changing = marked
            form.fill(_Change(marked))

    def _open_change(self) -> None:
        if not self.change.is_open:
            self.change.toggle()


class _Change:
    """What the form for changing starts with."""

    def __init__(self, dwelling: Boligvisning) -> None:
        self.bolig = view_model.as_data(dwelling)
