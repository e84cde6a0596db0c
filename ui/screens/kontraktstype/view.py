"""Type of contract on the screen: the proposal with its reasons, the choice, and what stands against it meanwhile."""

from PySide6.QtCore import QTimer

from boligtildeling.casework.planer import VelgKontraktstype
from boligtildeling.casework.views.saksformer import Raadsvisning, Saksvisning
from ui.case import Case
from ui.screens.kontraktstype import view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import button, button_row, label
from ui.widgets.faults import Faults
from ui.widgets.message_panel import MessagePanel

ASIDE = "Heller oppfølgingsavtale med evaluering enn en kort kontrakt."
PAUSE_MS = 300


class ContractTypeStep(StepPage):
    """Step 5. The kontraktskontroll speaks a moment after each choice; nothing is stored before it is saved."""

    step, title = "kontraktstype", "Kontraktstype"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.proposal, self.reasons = label("", "h3"), label("")
        card = self.card("Kontraktskontrollen", self.proposal, self.reasons, label(ASIDE, "dempet"))
        card.add_layout(button_row([button("Bruk forslaget", self._use_proposal)]))
        self.against = MessagePanel()
        self.form = ActForm(VelgKontraktstype, case, "Lagre kontraktstype", done_text="Kontraktstypen er lagret.")
        self.card("Valget", self.against, self.form)
        self._said: Raadsvisning | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.form.touched.connect(self._pause.start)
        self.end_with()

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        self._show_proposal(sak.kontraktsraad)
        if sak.kontraktsvalg is not None:
            self.form.fill(sak.kontraktsvalg)
        if not self.form.is_touched:
            self._show_against(view_model.stored(sak))

    def ask(self) -> None:
        """What the kontraktskontroll says of what stands in the form now."""
        form = self.form.form
        command = view_model.as_it_stands(self.case.case_fields(), form.values(Faults()))
        if command is None:
            self._show_against(None)
            return
        bruker = self.case.session.bruker
        self.case.session.ask(
            lambda p: p.proev_kontraktsvalg(command, bruker),
            self._show_answer,
            lambda _: self._show_against(None),
            owner=self,
            channel="kontraktskontroll",
        )

    def _show_answer(self, raad: Raadsvisning) -> None:
        self._show_proposal(raad)
        self._show_against(raad)

    def _show_proposal(self, raad: Raadsvisning) -> None:
        self.proposal.setText(view_model.proposal(raad))
        self.reasons.setText(view_model.reasons(raad))

    def _show_against(self, raad: Raadsvisning | None) -> None:
        """Said once: what is on the screen already is not read aloud again."""
        if raad == self._said:
            return
        self._said = raad
        if raad is None:
            self.against.clear()
        elif raad.advarsler:
            self.against.show_good(view_model.AGAINST, raad.advarsler)
        else:
            self.against.show_good(view_model.NOTHING_AGAINST)

    def _use_proposal(self) -> None:
        raad = self.case.shown.kontraktsraad
        for name, value in (("type", raad.type), ("maaneder", raad.maaneder)):
            self.form.form.fields[name].fill(value)
        self.form.form.is_touched = True
        self.form.form.show_what_counts()
        self.form.form.focus_on("begrunnelse")
        self.ask()
