"""Sentences to begin with in the decision: chosen by name, read, and put in where the cursor is."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from boligtildeling.domain.frase import Frase, Frasesamling, aapne_steder
from boligtildeling.domain.vedtak import Vilkaar
from ui.messages import in_words
from ui.session import Session
from ui.widgets.advice import mark
from ui.widgets.basics import button, button_row, column, label
from ui.widgets.chooser import Chooser
from ui.widgets.form import Form
from ui.widgets.groups import GroupField
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows import RowsField

if TYPE_CHECKING:
    from boligtildeling.app import Program

PARTS = {"begrunnelse": "Begrunnelsen", "bistand": "Bistanden", "vilkaar": "Vilkår"}
EXPLAIN = "Setningen er en begynnelse. Det i klammer skriver du for denne søkeren."


class PhrasePicker(QWidget):
    """The sentences of the case's own målform, shown when the button `open`, which stands elsewhere, is pressed."""

    def __init__(self, session: Session, form: Form) -> None:
        super().__init__()
        self._session, self._form, self._maalform = session, form, "nb"
        self.phrases: tuple[Frase, ...] = ()
        self.open = button("Sett inn en setning", self.toggle)
        self.chooser, self.text, self.problem = Chooser(), label(""), MessagePanel()
        self.chooser.setAccessibleName("Setning")
        self.chooser.currentIndexChanged.connect(self._show_text)
        self.put_in = button("Sett inn", self.insert)
        self.inside = QWidget()
        self.inside.hide()
        inner = column(self.inside, 8)
        row = QHBoxLayout()
        row.addWidget(self.chooser)
        row.addStretch(1)
        inner.addWidget(label(EXPLAIN, "dempet"))
        inner.addLayout(row)
        inner.addWidget(self.text)
        inner.addWidget(self.problem)
        inner.addLayout(button_row([self.put_in]))
        column(self, 0).addWidget(self.inside)

    def show_for(self, maalform: str) -> None:
        """The målform that the decision is written in."""
        self._maalform = maalform

    def toggle(self) -> None:
        """Fetches the sentences anew each time: the kommune's own may have been written meanwhile."""
        if not self.inside.isHidden():
            self.inside.hide()
            self.open.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        maalform, bruker = self._maalform, self._session.bruker

        def read(program: "Program") -> Frasesamling:
            from boligtildeling.casework.views.fraser import FRASER

            return program.vis(FRASER, bruker, maalform=maalform)

        self._session.ask(read, self._show, lambda error: self.problem.show_message(in_words(error)), owner=self)

    def _show(self, found: Frasesamling) -> None:
        self.phrases = found.fraser
        self.chooser.clear()
        for phrase in self.phrases:
            self.chooser.addItem(f"{PARTS[phrase.felt]}: {phrase.navn}")
        self.problem.clear()
        if found.feil:
            self.problem.show_good("Kommunens egne setninger", found.feil)
        self.inside.show()
        self.chooser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_text(self, number: int) -> None:
        if 0 <= number < len(self.phrases):
            phrase = self.phrases[number]
            self.text.setText("\n".join(t for t in (phrase.tekst, phrase.grunn, phrase.oppfylles) if t))
            self.chooser.setAccessibleDescription(self.text.text())

    def insert(self) -> None:
        """Puts the sentence in its field and marks the first place that is still to be written."""
        number = self.chooser.currentIndex()
        if not 0 <= number < len(self.phrases):
            return
        phrase = self.phrases[number]
        if phrase.felt == "vilkaar":
            self._add_condition(phrase)
            return
        edit = self._edit(phrase)
        if edit is not None:
            _write(edit, phrase.tekst)

    def _edit(self, phrase: Frase) -> QPlainTextEdit | None:
        field: Any = self._form.fields["begrunnelse"]
        if phrase.felt == "bistand":
            group = self._form.fields["boligsosial"]
            field = group.form.fields["bistand"] if isinstance(group, GroupField) else None
        edit = getattr(field, "edit", None)
        return edit if isinstance(edit, QPlainTextEdit) else None

    def _add_condition(self, phrase: Frase) -> None:
        rows = self._form.fields["vilkaar"]
        if not isinstance(rows, RowsField):
            return
        taken = {str(row.form.raw("kode")) for row in rows.rows}
        kode = next(f"V{number}" for number in range(1, len(taken) + 2) if f"V{number}" not in taken)
        value = Vilkaar(kode=kode, tekst=phrase.tekst, grunn=phrase.grunn, oppfylles=phrase.oppfylles)
        row = rows.add_with(value)
        name = next((n for n in ("tekst", "grunn", "oppfylles") if aapne_steder(getattr(value, n))), "tekst")
        row.form.focus_on(name)
        for place in aapne_steder(getattr(value, name))[:1]:
            mark(row.form.focusWidget(), place)


def _write(edit: QPlainTextEdit, text: str) -> None:
    """Where the cursor is, with a space where it stands against another word; one undo takes it out again."""
    cursor = edit.textCursor()
    written = edit.toPlainText()
    before, after = written[: cursor.selectionStart()], written[cursor.selectionEnd() :]
    start = " " if before and not before[-1].isspace() else ""
    end = " " if after and not after[0].isspace() else ""
    begins = cursor.selectionStart() + len(start)
    cursor.insertText(start + text + end)
    edit.setFocus(Qt.FocusReason.OtherFocusReason)
    places = aapne_steder(text)
    cursor.setPosition(begins + (places[0][0] if places else len(text)))
    if places:
        cursor.setPosition(begins + places[0][1], cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
