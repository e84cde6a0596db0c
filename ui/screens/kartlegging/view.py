"""The mapping on the screen: facts that decide which checkpoints count, and the checkpoints."""

from functools import partial

from boligtildeling.casework.sjekkpunkt import SettKjennetegn
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.sak import KJENNETEGNTEKST
from ui.case import Case
from ui.messages import in_words
from ui.screens.kartlegging.view_model import kjennetegn
from ui.step_page import StepPage
from ui.widgets.basics import label
from ui.widgets.fields import CheckField
from ui.widgets.message_panel import MessagePanel


class MappingStep(StepPage):
    """Step 2."""

    step, title = "kartlegging", "Kartlegging"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.panel = MessagePanel()
        self.boxes: dict[str, CheckField] = {}
        self.add(self.checkpoints)
        card = self.card("Kjennetegn ved saken", label("Kryss av det som gjelder. Det lagres med en gang.", "dempet"))
        card.content.setSpacing(6)
        for code, text in KJENNETEGNTEKST.items():
            box = self.boxes[code] = CheckField(text)
            box.touched.connect(partial(self._set, code))
            card.add(box)
        card.add(self.panel)
        self.end_with(primary=True)

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        for code, _, holds in kjennetegn(sak):
            self.boxes[code].fill(holds)

    def _set(self, code: str) -> None:
        self.panel.clear()
        value = bool(self.boxes[code].value(self.case.today()))
        command = SettKjennetegn(**self.case.case_fields(), kjennetegn=code, verdi=value)  # type: ignore[arg-type]
        self.case.act(command, lambda _: self.case.tell("Kjennetegnet er lagret."), self._refused, owner=self)

    def _refused(self, error: Exception) -> None:
        self.show_case(self.case.shown)
        self.panel.show_message(in_words(error))
