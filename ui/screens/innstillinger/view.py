"""Settings and users on the screen."""

from collections.abc import Mapping
from dataclasses import fields

from boligtildeling.casework.administrasjon import RegistrerBruker, SettInnstilling
from boligtildeling.casework.innlogging import BytPassord
from boligtildeling.casework.konvoluttarbeid import LagBrukernoekkel
from boligtildeling.casework.stedfortreder import AvsluttStedfortreder, UtpekStedfortreder
from boligtildeling.casework.views.brukere import BRUKERE, Brukerrad
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.screens.innstillinger import view_model
from ui.session import Session
from ui.step_page import Page
from ui.widgets.act_form import ActForm
from ui.widgets.basics import label
from ui.widgets.choice import ComboField
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

ARE_USERS = frozenset({"bruker", "stedfortreder", "for_bruker"})
FOLDS: tuple[tuple[type, str, str], ...] = (
    (BytPassord, "Bytt passord", "Passordet er byttet."),
    (LagBrukernoekkel, "Lag ny brukernøkkel", "Du har en ny brukernøkkel."),
    (UtpekStedfortreder, "Utpek stedfortreder", "Stedfortrederen er utpekt."),
    (AvsluttStedfortreder, "Avslutt stedfortreder", "Stedfortrederen er avsluttet."),
)
LOCKED = "IT har bestemt denne innstillingen for hele maskinen."
WHO = "Teamleder og administrator kan endre innstillinger og brukere. Bare teamleder slipper noen inn til saker."
Answer = tuple[Mapping[str, str | None], frozenset[str], str, tuple[Brukerrad, ...]]


class SettingsScreen(Page):
    """Reached from the program menu."""

    def __init__(self, session: Session) -> None:
        super().__init__("Innstillinger og brukere", 1000)
        self.session = session
        doer = ActDoer(session)
        self.values: Mapping[str, str | None] = {}
        self.locked: frozenset[str] = frozenset()
        self.user_rows: tuple[Brukerrad, ...] = ()
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem = MessagePanel()
        self.add(label(WHO, "dempet"), self.problem)
        self.model = RowsModel(view_model.COLUMNS)
        self.table = self._table("Innstillinger", self.model, 420)
        self.form = ActForm(
            SettInnstilling, doer, "Lagre innstillingen", done_text="Lagret.", options={"navn": view_model.options()}
        )
        self.place = label("", "dempet")
        self.card("Innstillinger", self.place, self.table, self.form)
        self.user_model = RowsModel(view_model.USER_COLUMNS)
        self.users = self._table("Brukere", self.user_model, 200)
        self.user_form = ActForm(
            RegistrerBruker, doer, "Lagre brukeren", done_text="Brukeren er lagret.", primary=False
        )
        self.card("Brukere", self.users, self.user_form)
        self._is_active_from_the_start()
        self.user_form.done.connect(lambda _: self._is_active_from_the_start())
        self.folds = tuple(self._fold(doer, *each) for each in FOLDS)
        self.card("Passord, nøkkel og stedfortreder", *self.folds)
        self.users.opened.connect(self._edit_user)
        session.user_changed.connect(self.load)
        self.table.opened.connect(self._edit)
        session.bus.changed.connect(lambda _: self.load())
        self.load()

    def _fold(self, doer: ActDoer, command: type, text: str, done_text: str) -> Fold:
        def make() -> ActForm:
            users = view_model.choices(self.user_rows)
            named = {f.name: users for f in fields(command) if f.name in ARE_USERS}
            return ActForm(command, doer, text, done_text=done_text, options=named)

        return Fold(text, make)

    def _is_active_from_the_start(self) -> None:
        self.user_form.form.fields["er_aktiv"].fill(True)

    def _edit_user(self, row: int) -> None:
        self.user_form.form.fill(self.user_rows[row])
        self.user_form.form.focus_on("rolle")

    def _table(self, name: str, model: RowsModel, height: int) -> Table:
        table = Table(name)
        table.setModel(model)
        table.fit(1)
        table.setFixedHeight(height)
        return table

    def load(self) -> None:
        bruker = self.session.bruker
        self.session.ask(
            lambda p: (
                p.innstillinger(),
                p.laaste,
                view_model.locked_words(p.mappe, p.mappen_er_bestemt, p.laaste),
                p.vis(BRUKERE, bruker),
            ),
            self._show,
            self._refused,
            owner=self,
            channel="innstillinger",
        )

    def _show(self, answer: Answer) -> None:
        self.values, self.locked, place, self.user_rows = answer
        self.problem.clear()
        self.place.setText(place)
        self.model.show_rows(view_model.rows(self.values, self.locked))
        field = self.form.form.fields["navn"]
        if isinstance(field, ComboField):
            field.set_options([each for each in view_model.options() if each[0] not in self.locked])
        self.user_model.show_rows([view_model.user_row(b) for b in self.user_rows])
        self.session.brukere = tuple((b.navn, b.rolle) for b in self.user_rows if b.er_aktiv)

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _edit(self, row: int) -> None:
        name, _ = view_model.options()[row]
        if name in self.locked:
            self.session.told.emit(LOCKED)
            return
        self.form.form.fields["navn"].fill(name)
        self.form.form.fields["verdi"].fill(self.values.get(name))
        self.form.form.focus_on("verdi")
