"""The page of one act: what it means, its fields, its button."""

from dataclasses import fields
from typing import TYPE_CHECKING

from boligtildeling.casework.act import HANDLINGER
from boligtildeling.domain.tilgang import TILKNYTNINGER
from ui.case import Case
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import button, label
from ui.widgets.choice import ComboField, Option

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Saksvisning


class ActPage(StepPage):
    """An act that the case menu leads to."""

    def __init__(self, case: Case, act: str, meaning: str) -> None:
        super().__init__(case)
        self.act = HANDLINGER[act]
        self.heading.setText(self.act.tittel)
        self.form = ActForm(
            self.act.kommando,
            case,
            self.act.tittel,
            done_text=f"{self.act.tittel}: gjort.",
            extra=[button("Avbryt", self._leave)],
            options=self._options(),
        )
        self.form.done.connect(self._done)
        card = self.card("", label(meaning), self.form)
        card.content.setSpacing(16)

    def _options(self) -> dict[str, list[Option]]:
        names = {f.name for f in fields(self.act.kommando)}
        found: dict[str, list[Option]] = {}
        if "bruker" in names:
            found["bruker"] = [(navn, f"{navn} ({rolle})") for navn, rolle in self.case.session.brukere]
        found |= {name: [] for name in ("sjekkpunkt", "tilknytning") if name in names}
        return found

    def show_case(self, sak: "Saksvisning") -> None:
        points = self.form.form.fields.get("sjekkpunkt")
        if isinstance(points, ComboField):
            points.set_options([(p.kode, f"{p.kode} {p.kort}") for p in sak.sjekkpunkter if p.kan_ha_unntak])

        ties = self.form.form.fields.get("tilknytning")
        if isinstance(ties, ComboField):
            ties.set_options([(t.id, f"{t.bruker}: {TILKNYTNINGER[t.slag]}") for t in sak.tilknytninger])

    def focus_point(self, kode: str) -> bool:
        return self.form.form.focus_on()

    def _done(self) -> None:
        if not self.form.panel.isVisible():
            self._leave()

    def _leave(self) -> None:
        self.form.reset()
        self.left.emit()
