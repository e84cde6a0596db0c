"""One condition of the decision: what it asks, how it stands, and the check of it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from boligtildeling.casework.kontrakt import KontrollerVilkaar
from ui.case import Case
from ui.screens.kontrakt.view_model import Condition
from ui.widgets.act_form import ActForm
from ui.widgets.basics import column, label
from ui.widgets.fold import Fold
from ui.widgets.icons import StateIcon


class ConditionRow(QFrame):
    """Its form opens below it."""

    def __init__(self, case: Case, condition: Condition) -> None:
        super().__init__()
        self.setProperty("flate", "rad")
        self.case, self.condition = case, condition
        self.icon, self.text, self.state = StateIcon(), label(""), label("", "liten")
        words = column(spacing=2)
        words.addWidget(self.text)
        words.addWidget(self.state)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.icon)
        head.addLayout(words, 1)
        self.check = Fold("Kontroller", self._make_form, command=KontrollerVilkaar, part=condition.kode)
        self.check.button.setAccessibleName(f"Kontroller vilkår {condition.kode}")
        box = column(self, 8)
        box.setContentsMargins(0, 8, 0, 10)
        box.addLayout(head)
        box.addWidget(self.check)
        self.check.setContentsMargins(32, 0, 0, 0)

    def show_condition(self, condition: Condition) -> None:
        self.condition = condition
        self.icon.set_state("ferdig" if condition.is_met else "mangler")
        self.text.setText(f"{condition.kode}  {condition.text}")
        self.state.setText(condition.state)

    def open_form(self) -> bool:
        """Moves the focus into the form."""
        if not self.check.is_open:
            self.check.toggle()
        return True

    def _make_form(self) -> ActForm:
        form = ActForm(
            KontrollerVilkaar,
            self.case,
            "Lagre kontrollen",
            done_text=f"Vilkår {self.condition.kode} er kontrollert.",
            hidden=("vilkaar",),
            part=self.condition.kode,
            fixed=lambda: {"vilkaar": self.condition.kode},
        )
        form.form.fields["dato"].fill(self.case.today())
        return form
