"""What the team lead should look at on the screen: readings that stand out, and what came of each."""

from typing import Any

from boligtildeling.casework.lesegjennomgang import GjennomgaaLesning, RegistrerAnsatt
from boligtildeling.casework.views.lesninger import LESNINGER, Lesningsrad
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.screens.til_gjennomgang import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.act_form import ActForm
from ui.widgets.basics import label
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

INTRO = (
    "Her er lesninger av saker som du bør se på: egne saker, kolleger og familie, saker uten oppgave, uvanlige tider "
    "og mange på kort tid. Det er ikke sikkert at noe er galt."
)
WHO = "Med navn, fødselsdato og adresse kjenner programmet igjen kolleger og familie. Det står ikke i historikken."


class ReviewScreen(Page):
    """Reached from the program menu."""

    def __init__(self, session: Session) -> None:
        super().__init__("Til gjennomgang", 1200)
        self.session, self.doer = session, ActDoer(session)
        self.rows: tuple[Lesningsrad, ...] = ()
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem, self.waiting = MessagePanel(), label("", "dempet")
        self.model = RowsModel(view_model.COLUMNS, right=(0,))
        self.table = Table("Lesninger til gjennomgang")
        self.table.setModel(self.model)
        self.table.fit(4)
        self.table.setMinimumHeight(340)
        self.review = Fold("Skriv konklusjon for den som er merket", self._make_review)
        self.card("", label(INTRO, "dempet"), self.problem, self.waiting, self.table, self.review)
        self.card("Hvem som arbeider her", label(WHO, "dempet"), Fold("Registrer hvem en bruker er", self._make_who))
        self.table.opened.connect(lambda _: self._open_review())
        session.bus.changed.connect(lambda _: self.load())
        session.user_changed.connect(self.load)
        self.load()

    def load(self) -> None:
        bruker = self.session.bruker
        self.session.ask(lambda p: p.vis(LESNINGER, bruker), self._show, self._refused, owner=self, channel="lesninger")

    def _show(self, rows: tuple[Lesningsrad, ...]) -> None:
        marked = self._marked()
        self.rows = rows
        self.problem.clear()
        self.waiting.setText(view_model.waiting(rows))
        self.model.show_rows([view_model.row(r) for r in rows])
        if rows:
            self.table.selectRow(next((i for i, r in enumerate(rows) if r.nummer in marked), 0))
        self.table.setVisible(bool(rows))
        self.review.setVisible(bool(rows))

    def _refused(self, error: Exception) -> None:
        self.rows = ()
        self.model.show_rows([])
        self.waiting.setText("")
        self.table.hide()
        self.review.hide()
        self.problem.show_message(in_words(error))

    def _open_review(self) -> None:
        if not self.review.is_open:
            self.review.toggle()

    def _marked(self) -> tuple[int, ...]:
        row = self.table.selected_row()
        return (self.rows[row].nummer,) if 0 <= row < len(self.rows) else ()

    def _make_review(self) -> ActForm:
        def marked() -> dict[str, Any]:
            return {"lesninger": self._marked()}

        return ActForm(
            GjennomgaaLesning,
            self.doer,
            "Lagre konklusjonen",
            done_text="Konklusjonen er lagret.",
            hidden=("lesninger",),
            fixed=marked,
        )

    def _make_who(self) -> ActForm:
        users = [(navn, f"{navn} ({rolle})") for navn, rolle in self.session.brukere]
        return ActForm(RegistrerAnsatt, self.doer, "Lagre", options={"bruker": users}, primary=False)
