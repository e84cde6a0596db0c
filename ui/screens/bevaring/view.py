"""What is kept and what may go on the screen; disposal by the plan, and the key for what is shielded."""

from typing import TYPE_CHECKING

from boligtildeling.casework.kassasjon import Kasser
from boligtildeling.casework.skjermingsnoekkel import LagSkjermingsnoekkel
from boligtildeling.casework.views.bevaring import BEVARING, Bevaringsvisning
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.screens.bevaring import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, label
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

if TYPE_CHECKING:
    from boligtildeling.casework.act import Utfall

INTRO = "Saker kasseres aldri. Resten følger planen, og sporet av det som er kassert, står for alltid."
KEY = (
    "Det som skjermes i en sak, låses med denne nøkkelen. To må åpne sammen: teamleder og den arkivansvarlige, med "
    "hver sin kode. Vær to når du lager den."
)
CODES = "Skriv hver kode på sitt eget ark nå, og lås arkene inn hver for seg. Kodene vises ikke igjen."


class RetentionScreen(Page):
    """Reached from the program menu."""

    def __init__(self, session: Session) -> None:
        super().__init__("Bevaring og kassasjon", 1200)
        self.session, self.doer = session, ActDoer(session)
        self.plan: Bevaringsvisning | None = None
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem = MessagePanel()
        self.model, self.table = self._table("Planen", view_model.COLUMNS, 270)
        self.done_model, self.done = self._table("Det som er kassert", view_model.DONE_COLUMNS, 180)
        self.dispose = Fold("&Kasser etter planen", self._make_dispose)
        self.card("Planen", label(INTRO, "dempet"), self.problem, self.table, self.dispose)
        self.card("Det som er kassert", self.done)
        self.codes, self.codes_note = Facts(), label(CODES, "h3")
        self.codes.setAccessibleName("Kodene")
        self.key = Fold("&Lag ny nøkkel", self._make_key)
        self.card("Nøkkel for skjermede opplysninger", label(KEY, "dempet"), self.key, self.codes_note, self.codes)
        self.codes_note.hide()
        session.bus.changed.connect(lambda _: self.load())
        session.user_changed.connect(self.load)
        self.load()

    def _table(self, name: str, columns: tuple[str, ...], height: int) -> tuple[RowsModel, Table]:
        model, table = RowsModel(columns), Table(name)
        table.setModel(model)
        table.fit(0 if name == "Planen" else 2)
        table.setFixedHeight(height)
        return model, table

    def load(self) -> None:
        bruker = self.session.bruker
        self._forget_codes()
        self.session.ask(lambda p: p.vis(BEVARING, bruker), self._show, self._refused, owner=self, channel="bevaring")

    def _show(self, plan: Bevaringsvisning) -> None:
        self.plan = plan
        self.problem.clear()
        self.model.show_rows([view_model.row(r) for r in plan.regler])
        names = {r.id: r.hva for r in plan.regler}
        self.done_model.show_rows([view_model.done_row(k, names) for k in plan.kassasjoner])
        self.table.selectRow(0)
        self._allow(True)

    def _refused(self, error: Exception) -> None:
        self.model.show_rows([])
        self.done_model.show_rows([])
        self._allow(False)
        self.problem.show_message(in_words(error))

    def _allow(self, may: bool) -> None:
        for widget in (self.table, self.dispose, self.done, self.key):
            widget.setVisible(may)

    def _make_dispose(self) -> ActForm:
        options = {"slag": view_model.options(self.plan.regler if self.plan else ())}
        return ActForm(Kasser, self.doer, "Kasser", done_text="Kassert.", options=options)

    def _make_key(self) -> ActForm:
        users = [(navn, f"{navn} ({rolle})") for navn, rolle in self.session.brukere if navn != self.session.navn]
        form = ActForm(LagSkjermingsnoekkel, self.doer, "Lag nøkkel", options={"arkivansvarlig": users}, primary=False)
        form.done.connect(self._show_codes)
        return form

    def _show_codes(self, utfall: "Utfall") -> None:
        codes = utfall.resultat
        self.codes.show_pairs([("Leders kode", codes["leders_kode"]), ("Arkivets kode", codes["arkivets_kode"])])
        self.codes_note.show()

    def _forget_codes(self) -> None:
        self.codes.show_pairs([])
        self.codes_note.hide()
