"""The queue of begjæringer about eviction on the screen: register, choose, answer, decide, and look into why."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QSizePolicy

from boligtildeling.casework.boforhold.begjaering import AvgjoerBegjaering, OverstyrPrioritet, RegistrerBegjaering
from boligtildeling.casework.boforhold.utkastelse import BesvarFase3, Etterevaluer, GjennomfoerUtkastelse
from boligtildeling.casework.views.boforhold.begjaeringer import BEGJAERINGER, Begjaeringsrad, Fase3punkt
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.screens.begjaeringer import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, label
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

INTRO = (
    "Den øverste tas først. Rekkefølgen regnes ut: gjengangere, kriser, eldre, barnefamilier, saker der noe kan ha "
    "sviktet hos oss, og så debutanter. Du kan overstyre den med en grunn."
)
NONE = "Ingen begjæringer venter."


class EvictionsScreen(Page):
    """Reached from the menu for boforhold."""

    def __init__(self, session: Session) -> None:
        super().__init__("Begjæringer om utkastelse", 1200)
        self.session, self.doer = session, ActDoer(session)
        self.rows: tuple[Begjaeringsrad, ...] = ()
        self.points: list[Fase3punkt] = []
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem, self.none = MessagePanel(), label(NONE, "dempet")
        self.all = QCheckBox("Vis også dem som er ferdige")
        self.all.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.model, self.table = RowsModel(view_model.COLUMNS, right=(0, 6)), Table("Begjæringer")
        self.point_model, self.point_table = RowsModel(view_model.POINT_COLUMNS), Table("Punktene i fase 3")
        for table, model, height in ((self.table, self.model, 280), (self.point_table, self.point_model, 300)):
            table.setModel(model)
            table.fit(1)
            table.setFixedHeight(height)
        self.facts, self.progress = Facts(), label("", "h3")
        self.new = Fold("&Registrer begjæring", self._make_new)
        self._lay_out()
        self._connect()
        self.load()

    def _lay_out(self) -> None:
        self.card("", label(INTRO, "dempet"), self.problem, self.none, self.table, self.all, self.new)
        self.answer = self._fold(
            "&Besvar punktet som er merket", BesvarFase3, "Lagre svaret", "Svaret er lagret.", True
        )
        decide = self._fold("Registrer &utfall", AvgjoerBegjaering, "Lagre utfallet", "Utfallet er lagret.")
        override = self._fold("&Overstyr prioriteten", OverstyrPrioritet, "Lagre prioriteten", "Prioriteten er endret.")
        evict = self._fold(
            "&Gjennomfør utkastelse", GjennomfoerUtkastelse, "Lagre avgjørelsen", "Avgjørelsen er lagret."
        )
        look_back = self._fold("&Etterevaluer", Etterevaluer, "Lagre evalueringen", "Evalueringen er lagret.")
        self.about = self.card("Begjæringen som er merket", self.facts, override, decide, evict, look_back)
        self.phase = self.card("Fase 3: før noen kastes ut", self.progress, self.point_table, self.answer)

    def _connect(self) -> None:
        self.all.toggled.connect(lambda _: self.load())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_marked())
        self.point_table.opened.connect(lambda _: self._open_answer())
        self.session.bus.changed.connect(lambda _: self.load())
        self.session.user_changed.connect(self.load)

    def _open_answer(self) -> None:
        if not self.answer.is_open:
            self.answer.toggle()

    def _fold(self, text: str, command: type, button: str, done: str, of_point: bool = False) -> Fold:
        hidden = ("begjaering", "saksnummer", "punkt") if of_point else ("begjaering", "saksnummer")

        def fixed() -> dict[str, Any]:
            marked, point = self._marked(), self._marked_point()
            its: dict[str, Any] = {"begjaering": marked.begjaering if marked is not None else 0}
            return its | ({"punkt": point.kode if point is not None else ""} if of_point else {})

        return Fold(
            text, lambda: ActForm(command, self.doer, button, done_text=done, fixed=fixed, hidden=hidden, primary=False)
        )

    def _make_new(self) -> ActForm:
        return ActForm(RegistrerBegjaering, self.doer, "Lagre begjæringen", done_text="Begjæringen er registrert.")

    def load(self) -> None:
        bruker, alle = self.session.bruker, self.all.isChecked()
        self.session.ask(
            lambda p: p.vis(BEGJAERINGER, bruker, alle=alle),
            self._show,
            self._refused,
            owner=self,
            channel="begjaeringer",
        )

    def _show(self, rows: tuple[Begjaeringsrad, ...]) -> None:
        marked = self._marked()
        self.rows = rows
        self.problem.clear()
        self.model.show_rows([view_model.row(r) for r in rows])
        again = (i for i, r in enumerate(rows) if marked is not None and r.begjaering == marked.begjaering)
        if rows:
            self.table.selectRow(next(again, 0))
        self.none.setVisible(not rows)
        for part in (self.table, self.about, self.phase):
            part.setVisible(bool(rows))
        self._show_marked()

    def _show_marked(self) -> None:
        if (marked := self._marked()) is None:
            return
        point = self.point_table.selected_row()
        self.points = view_model.points(marked)
        self.facts.show_pairs(view_model.facts(marked))
        self.progress.setText(view_model.progress(marked))
        self.point_model.show_rows([view_model.point_row(p) for p in self.points])
        self.point_table.selectRow(max(0, min(point, len(self.points) - 1)))

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _marked(self) -> Begjaeringsrad | None:
        row = self.table.selected_row()
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def _marked_point(self) -> Fase3punkt | None:
        row = self.point_table.selected_row()
        return self.points[row] if 0 <= row < len(self.points) else None
