"""Settings and users on the screen."""

from collections.abc import Mapping

from boligtildeling.casework.administrasjon import RegistrerBruker, SettInnstilling
from boligtildeling.casework.fordeling import GiTilgangerVidere
from boligtildeling.casework.innlogging import BytPassord
from boligtildeling.casework.stedfortreder import AvsluttStedfortreder, UtpekStedfortreder
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.screens.innstillinger import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.act_form import ActForm
from ui.widgets.basics import label
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

WHO = "Teamleder og administrator kan endre innstillinger og brukere."
Answer = tuple[Mapping[str, str | None], tuple[tuple[str, str], ...]]


class SettingsScreen(Page):
    """Reached from the program menu."""

    def __init__(self, session: Session) -> None:
        super().__init__("Innstillinger og brukere", 1000)
        self.session = session
        doer = ActDoer(session)
        self.values: Mapping[str, str | None] = {}
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem = MessagePanel()
        self.add(label(WHO, "dempet"), self.problem)
        self.model = RowsModel(view_model.COLUMNS)
        self.table = self._table("Innstillinger", self.model, 420)
        self.form = ActForm(
            SettInnstilling, doer, "Lagre innstillingen", done_text="Lagret.", options={"navn": view_model.options()}
        )
        self.card("Innstillinger", self.table, self.form)
        self.user_model = RowsModel(view_model.USER_COLUMNS)
        self.users = self._table("Brukere", self.user_model, 200)
        self.user_form = ActForm(
            RegistrerBruker, doer, "Lagre brukeren", done_text="Brukeren er lagret.", primary=False
        )
        self.card("Brukere", self.users, self.user_form)
        password = Fold(
            "Bytt passord", lambda: ActForm(BytPassord, doer, "Bytt passord", done_text="Passordet er byttet.")
        )
        stand_in = Fold(
            "Utpek stedfortreder",
            lambda: ActForm(UtpekStedfortreder, doer, "Utpek stedfortreder", done_text="Stedfortrederen er utpekt."),
        )
        back = Fold(
            "Avslutt stedfortreder",
            lambda: ActForm(AvsluttStedfortreder, doer, "Avslutt", done_text="Stedfortrederen er avsluttet."),
        )
        pass_on = Fold(
            "Gi tilganger videre",
            lambda: ActForm(GiTilgangerVidere, doer, "Gi tilgangene videre", done_text="Tilgangene er gitt videre."),
        )
        self.card("Passord og stedfortreder", password, stand_in, back, pass_on)
        self.table.opened.connect(self._edit)
        session.bus.changed.connect(lambda _: self.load())
        self.load()

    def _table(self, name: str, model: RowsModel, height: int) -> Table:
        table = Table(name)
        table.setModel(model)
        table.fit(1)
        table.setFixedHeight(height)
        return table

    def load(self) -> None:
        self.session.ask(
            lambda p: (p.innstillinger(), p.brukere()), self._show, self._refused, owner=self, channel="innstillinger"
        )

    def _show(self, answer: Answer) -> None:
        self.values, users = answer
        self.problem.clear()
        self.model.show_rows(view_model.rows(self.values))
        self.user_model.show_rows(list(users))
        self.session.brukere = users

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _edit(self, row: int) -> None:
        name, _ = view_model.options()[row]
        self.form.form.fields["navn"].fill(name)
        self.form.form.fields["verdi"].fill(self.values.get(name))
        self.form.form.focus_on("verdi")
