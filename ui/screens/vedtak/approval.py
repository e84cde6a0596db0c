"""The second person's page: each part is opened and read, then the decision is approved or sent back with reasons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from boligtildeling.casework.act import Utfall
from boligtildeling.casework.vedtak import GodkjennVedtak, ReturnerVedtak
from ui.case import Case
from ui.messages import in_words
from ui.screens.vedtak.view_model import Part
from ui.session import SignIn
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Card, button, button_row, column, label
from ui.widgets.fold import Fold
from ui.widgets.icons import StateIcon
from ui.widgets.message_panel import MessagePanel
from ui.widgets.sign_in_for_one import SignInForOne

INTRO = "Åpne og les hver del før du godkjenner. Den som har skrevet vedtaket, kan ikke godkjenne det."


class PartRow(QWidget):
    """One part: closed until the approver opens it, and marked once it has been."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part, self.is_read = part, False
        self.icon, self.text = StateIcon("senere"), label(part.text)
        self.word = label("ikke åpnet", "liten", wrap=False)
        self.open = button("Åpne", self.toggle, "liten", name=f"Åpne {part.title.lower()}")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.icon)
        head.addWidget(label(part.title, "h3"), 1)
        head.addWidget(self.word)
        head.addWidget(self.open)
        box = column(self, 6)
        box.addLayout(head)
        self.text.setContentsMargins(32, 0, 0, 8)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.setAccessibleName(part.title)
        self.text.hide()
        box.addWidget(self.text)

    def toggle(self) -> None:
        """Shows or hides the text; shown once is read."""
        self.text.setVisible(self.text.isHidden())
        self.is_read = True
        self.icon.set_state("ferdig")
        self.word.setText("åpnet")
        verb = "Åpne" if self.text.isHidden() else "Lukk"
        self.open.setText(verb)
        self.open.setAccessibleName(f"{verb} {self.part.title.lower()}, lest")


class ApprovalCard(Card):
    """Shown while the decision waits for a second person."""

    def __init__(self, case: Case, see_letter: QPushButton) -> None:
        super().__init__("Godkjenning")
        self.case = case
        self.rows: dict[str, PartRow] = {}
        self._shown: list[Part] = []
        self._parts = column(spacing=8)
        self.panel = MessagePanel()
        self.approve = button("Godkjenn vedtaket", self._approve, "primaer")
        self.by_other = SignInForOne("En annen godkjenner her", "Godkjenn i mitt navn")
        self.by_other.answered.connect(lambda who, password: self._approve((who, password)))
        self.send_back = Fold("Returner med grunn", self._make_return, command=ReturnerVedtak)
        self.add(label(INTRO, "dempet"))
        self.add_layout(self._parts)
        self.add(self.panel)
        self.add_layout(button_row([self.approve, see_letter]))
        self.add(self.by_other, self.send_back)
        self.panel.go_to_point.connect(case.go_to_point)
        self.panel.fetch_newest.connect(case.fetch_newest)

    def show_parts(self, parts: list[Part]) -> None:
        """Shows the parts; what has been read stays read as long as the text is the same."""
        if parts == self._shown:
            return
        self._shown = parts
        self.panel.clear()
        for row in self.rows.values():
            self._parts.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {part.code: PartRow(part) for part in parts}
        for row in self.rows.values():
            self._parts.addWidget(row)

    def _approve(self, sign_in: SignIn | None = None) -> None:
        self.panel.clear()
        read = tuple(code for code, row in self.rows.items() if row.is_read)
        command = GodkjennVedtak(**self.case.case_fields(), kontrollert=read)  # type: ignore[arg-type]
        self.case.act(command, self._approved, self._refused, owner=self, sign_in=sign_in)

    def _refused(self, error: Exception) -> None:
        self.panel.show_message(in_words(error))

    def _approved(self, utfall: Utfall) -> None:
        if not self.by_other.fields.isHidden():
            self.by_other.close_fields()
        self.case.tell("Vedtaket er godkjent.")

    def _make_return(self) -> ActForm:
        done = "Vedtaket er sendt tilbake."
        return ActForm(ReturnerVedtak, self.case, "Returner vedtaket", done_text=done, primary=False)
