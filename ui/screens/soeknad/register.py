"""Registering an application: typed in whole, or fetched from a file and looked through."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal

from boligtildeling.casework.act import Utfall
from boligtildeling.casework.soeknad import RegistrerSoeknad
from boligtildeling.domain.soeknad import Soeknad
from ui.act_doer import ActDoer
from ui.application_file import read_application
from ui.file_dialogs import ask_open
from ui.idle_jobs import Job
from ui.messages import in_words
from ui.session import Session
from ui.step_page import Page
from ui.widgets.act_form import ActForm
from ui.widgets.basics import button, button_row, label
from ui.widgets.groups import GroupField
from ui.widgets.message_panel import MessagePanel

INTRO = "Fyll ut det søkeren har oppgitt. Du kan rette alt senere. Ingenting i søknaden er et samtykke."


class RegisterScreen(Page):
    """A new case out of an application. The form is long: the screen is whole when `parts` are done.

    Signals:
    case_wanted: the case with this number is registered.
    """

    case_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("Ny søknad", 980)
        self.session = session
        self.body.setContentsMargins(24, 4, 24, 0)
        self.problem = MessagePanel()
        self.fetch = button("Hent fra &fil …", self._choose_file)
        self.form = ActForm(
            RegistrerSoeknad,
            ActDoer(session),
            "&Registrer søknaden",
            done_text="Søknaden er registrert.",
            at_once=False,
        )
        self.open_case = button("&Åpne saken", self._open_case, "primaer")
        self._registered = ""
        self.add(label(INTRO, "dempet"))
        self.body.addLayout(button_row([self.fetch]))
        self.add(self.problem)
        self.card("", self.form)
        self.body.addLayout(button_row([self.open_case]))
        self.open_case.hide()
        self.form.done.connect(self._done)
        self.form.touched.connect(self._begin_again)
        self.parts = self._make_parts()

    def _make_parts(self) -> Iterator[Job]:
        yield from self.form.form.parts
        yield self._start_values
        yield self.ensurePolished

    def complete(self) -> None:
        """Does what is left of `parts`."""
        for part in self.parts:
            part()

    def _start_values(self) -> None:
        whole = self.form.form.fields["soeknad"]
        if isinstance(whole, GroupField):
            today = self.session.i_dag()
            whole.start({"soeknadstype": "ny", "kanal": "papir", "maalform": "nb", "mottatt_dato": today})

    def load_file(self, path: Path) -> None:
        """Reads the file away from the window, and shows what it holds."""
        today = self.session.i_dag()
        self.session.runner.database(
            lambda: read_application(path, today), self._fill, self._refused, owner=self, channel="søknadsfil"
        )

    def _choose_file(self) -> None:
        path = ask_open(self, "Hent søknad fra fil", "Søknader (*.json)")
        if path is not None:
            self.load_file(path)

    def _fill(self, soeknad: Soeknad) -> None:
        self._begin_again()
        self.form.reset()
        self.form.form.fill(RegistrerSoeknad(soeknad=soeknad))
        self.form.form.is_touched = True
        self.form.touched.emit()
        self.problem.show_good("Søknaden er hentet fra filen. Se gjennom den, og trykk «Registrer søknaden».")
        self.form.button.setFocus()

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _begin_again(self) -> None:
        self.problem.clear()
        self.open_case.hide()

    def _done(self, utfall: Utfall) -> None:
        self._registered = str(utfall.resultat["saksnummer"])
        self.problem.clear()
        if utfall.resultat.get("advarsler"):
            self.open_case.show()
            self.open_case.setFocus()
            return
        text = "var allerede registrert som" if utfall.resultat.get("fantes") else "er registrert som"
        self.session.told.emit(f"Søknaden {text} sak {self._registered}.")
        self._open_case()

    def _open_case(self) -> None:
        self.form.reset()
        self._start_values()
        self.open_case.hide()
        self.case_wanted.emit(self._registered)
