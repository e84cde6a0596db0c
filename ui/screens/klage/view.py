"""Complaints on the screen: what has come in, how far it has come, and the next step with it."""

from boligtildeling.casework.boforhold.klage import BehandleKlage, RegistrerKlage
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.klage import view_model
from ui.step_page import StepPage
from ui.widgets.act_fold import act_fold, starting_today
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Card, Facts, clear, column, label


class ComplaintPage(StepPage):
    """Beside the steps."""

    step, title = "klage", "Klage"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.none = label("", "dempet")
        self.add(self.none)
        self._complaints = column(spacing=14)
        self.body.addLayout(self._complaints)
        self.cards: list[Card] = []
        self.next_step = act_fold(
            case, BehandleKlage, "Behandle klagen", "Steget er lagret.", choose=("klage", self._open_complaints)
        )
        self.receive = act_fold(case, RegistrerKlage, "Registrer klage", "Klagen er registrert.", begin=self._begin)
        self.work = self.card("Behandle", self.next_step)
        self.card("Ny klage", self.receive)

    def show_case(self, sak: Saksvisning) -> None:
        self.none.setText(view_model.none_yet(sak))
        self.none.setVisible(not sak.klager)
        clear(self._complaints)
        self.cards = []
        for complaint in sak.klager:
            card = Card(view_model.heading(complaint))
            card.add(Facts(view_model.facts(complaint)))
            self._complaints.addWidget(card)
            self.cards.append(card)
        self.work.setVisible(bool(view_model.open_complaints(sak)))
        self.next_step.refill()

    def _open_complaints(self) -> list[tuple[int, str]]:
        return view_model.open_complaints(self.case.shown)

    def _begin(self, form: ActForm) -> None:
        starting_today("mottatt_dato")(form)
        form.form.fields["klager"].fill(self.case.shown.soeker)
