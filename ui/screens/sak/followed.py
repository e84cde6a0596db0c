"""The reason that was followed to a field: it stays in sight, with the law, while it is cleared."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.accessibility import announce
from ui.veien import Hinder
from ui.widgets.basics import button, column, label
from ui.widgets.message_panel import WHO


class Followed(QFrame):
    """Hidden until a link on the road is followed, and again when what it was about is done."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "advarsel")
        self.hinder: Hinder | None = None
        self.title, self.reason, self.rule = label("", "h3"), label(""), label("", "liten")
        words = column(spacing=4)
        for widget in (self.title, self.reason, self.rule):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.addLayout(words, 1)
        row.addWidget(button("Lukk", self.close_it, "lenke", name="Lukk grunnen du fulgte"))
        self.hide()

    def show_hinder(self, hinder: Hinder) -> None:
        self.hinder = hinder
        code = f"{hinder.kode}  " if "-" in hinder.kode else ""
        self.title.setText(f"{code}{hinder.kort}")
        self.reason.setText(hinder.grunn)
        who = WHO.get(hinder.loeses_av, f"Løses av: {hinder.loeses_av}.")
        self.rule.setText(f"{hinder.hjemmel[:1].upper()}{hinder.hjemmel[1:]}. {who}")
        self.show()
        announce(self, f"{self.title.text()}. {hinder.grunn} {self.rule.text()}")

    def close_it(self) -> None:
        self.hinder = None
        self.hide()
