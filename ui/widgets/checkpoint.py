"""Checkpoints: what each asks, how it stands in shape and word, why, and the answer given in place."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from boligtildeling.domain.datoer import vis_dato
from ui.case import Case
from ui.idle_jobs import IdleJobs, Job
from ui.veien import grunn
from ui.widgets.answer_form import AnswerForm
from ui.widgets.basics import Card, Merke, button, chip, column, label, restyle, set_shown
from ui.widgets.icons import State, StateIcon
from ui.words import choice

if TYPE_CHECKING:
    from boligtildeling.casework.views.saksformer import Punktvisning

CODE_WIDTH, INDENT = 54, 32


class CheckpointRow(QFrame):
    """One checkpoint, when `show_point` has told which; `take_form` gives the form that opens below it."""

    punkt: "Punktvisning"

    def __init__(self, take_form: Callable[[], AnswerForm]) -> None:
        super().__init__()
        self.setProperty("flate", "rad")
        self._take_form = take_form
        self.form: AnswerForm | None = None
        self.icon, self.state = StateIcon(), chip("")
        self.code, self.text = label("", "h3", wrap=False), label()
        self.why, self.help = label("", "liten"), label("", "liten")
        self.answer = button("Svar", self.toggle, "liten")
        self._box = column(self, 8)
        self._box.setContentsMargins(0, 8, 0, 10)
        self._box.addLayout(self._head())
        self.help.setContentsMargins(INDENT, 0, 0, 0)
        self.help.hide()
        self._box.addWidget(self.help)

    def _head(self) -> QHBoxLayout:
        middle = column(spacing=2)
        middle.addWidget(self.text)
        middle.addWidget(self.why)
        head = QHBoxLayout()
        head.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        self.code.setMinimumWidth(CODE_WIDTH)
        head.addWidget(self.icon, 0, top)
        head.addWidget(self.code, 0, top)
        head.addLayout(middle, 1)
        head.addWidget(self.state, 0, top)
        head.addWidget(self.answer, 0, top)
        return head

    def show_point(self, punkt: "Punktvisning") -> None:
        """The checkpoint as it stands now; an open form keeps what is typed."""
        if self.form is not None and self.form.is_touched and punkt.svar is not None and punkt.svar != self.punkt.svar:
            self.form.meet(punkt.svar)
        self.punkt = punkt
        self.code.setText(punkt.kode)
        self.text.setText(punkt.tekst)
        state, word, merke = stand(punkt)
        self.icon.set_state(state)
        self.state.setText(word)
        restyle(self.state, "merke", merke)
        self.why.setText(why(punkt))
        self.help.setText(f"{punkt.hjelp} {_rule(punkt.hjemmel)}".strip())
        answered = punkt.svar is not None
        self.answer.setText("Endre svar" if answered else "Svar")
        set_shown(self.answer, not punkt.beregnet)
        self.answer.setAccessibleName(f"{'Endre svar på' if answered else 'Svar på'} {punkt.kode}: {punkt.kort}")
        self.answer.setAccessibleDescription(f"{word}. {self.why.text()}")

    def toggle(self) -> None:
        """Opens the answer form, or closes it."""
        if self.form is not None and not self.form.isHidden():
            self._close()
            return
        form = self.form or self._place_form()
        form.start(self.punkt)
        form.show()
        self.help.setVisible(bool(self.help.text()))
        form.form.focus_on("svar")

    def focus(self) -> None:
        """Moves the focus here, and opens the form when there is something to answer."""
        if self.punkt.beregnet:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setAccessibleName(f"{self.punkt.kode} {self.punkt.tekst}. {self.why.text()}")
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.form is None or self.form.isHidden():
            self.toggle()
        else:
            self.form.form.focus_on("svar")

    def _place_form(self) -> AnswerForm:
        form = self.form = self._take_form()
        form.closed.connect(self._close)
        form.setContentsMargins(INDENT, 0, 0, 4)
        self._box.addWidget(form)
        return form

    def let_go(self) -> None:
        """The checkpoint is not shown any more; what is typed at it is a draft."""
        if self.form is not None:
            self.form.let_go()

    def _close(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.let_go()
        self.help.hide()
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)


class CheckpointCard(Card):
    """The checkpoints of one step; those that do not count now stand last, folded."""

    def __init__(self, case: Case, title: str = "Sjekkpunkter") -> None:
        super().__init__(title, 2)
        self.case = case
        self.rows: dict[str, CheckpointRow] = {}
        self._spare_rows: deque[CheckpointRow] = deque()
        self._spare_form: AnswerForm | None = None
        self._ahead = IdleJobs(self)
        self._counting, self._resting = QVBoxLayout(), QVBoxLayout()
        for box in (self._counting, self._resting):
            box.setSpacing(0)
        self.fold = button("", self._toggle, "lenke")
        self._folded = True
        self.content.addLayout(self._counting)
        self.content.addWidget(self.fold)
        self.content.addLayout(self._resting)

    def show_points(self, punkter: "list[Punktvisning]") -> None:
        """Shows these checkpoints; rows that are already here keep what is typed in them."""
        set_shown(self, bool(punkter))
        for kode in set(self.rows) - {p.kode for p in punkter}:
            gone = self.rows.pop(kode)
            gone.let_go()
            gone.deleteLater()
        for punkt in punkter:
            row = self.rows.get(punkt.kode)
            if row is None:
                row = self.rows[punkt.kode] = self._spare_rows.popleft() if self._spare_rows else self._new_row()
                row.show_point(punkt)
            elif row.punkt != punkt:
                row.show_point(punkt)
        for box, counts in ((self._counting, True), (self._resting, False)):
            put(box, [self.rows[punkt.kode] for punkt in punkter if punkt.gjelder is counts])
        self._show_fold()

    def spare_parts(self, wanted: int) -> Iterator[Job]:
        """Makes ready as many rows as are wanted beside those in use, and one form, in parts."""
        for _ in range(wanted - len(self._spare_rows)):
            yield self._make_spare_row
        if wanted:
            yield from self._spare_form_in_parts()

    def _new_row(self) -> CheckpointRow:
        row = CheckpointRow(self._take_form)
        row.setParent(self)
        return row

    def _make_spare_row(self) -> None:
        """It is dressed and out of sight until it is wanted."""
        row = self._new_row()
        row.hide()
        row.ensurePolished()
        self._spare_rows.append(row)

    def _take_form(self) -> AnswerForm:
        """The form that is ready, or a new one; then the next is made ready."""
        form, self._spare_form = self._spare_form or AnswerForm(self.case), None
        self._ahead.begin(self._spare_form_in_parts())
        return form

    def _spare_form_in_parts(self) -> Iterator[Job]:
        if self._spare_form is None:
            form = AnswerForm(self.case, at_once=False)
            form.setParent(self)
            form.hide()
            yield from form.form.parts
            yield form.insist_on_proof
            yield partial(self._keep_form, form)

    def _keep_form(self, form: AnswerForm) -> None:
        self._spare_form = form

    def focus_point(self, kode: str) -> bool:
        """Moves the focus to a checkpoint, unfolding when it rests."""
        row = self.rows.get(kode)
        if row is None:
            return False
        if not row.punkt.gjelder:
            self._folded = False
            self._show_fold()
        row.focus()
        return True

    def _toggle(self) -> None:
        self._folded = not self._folded
        self._show_fold()

    def _show_fold(self) -> None:
        resting = [r for r in self.rows.values() if not r.punkt.gjelder]
        set_shown(self.fold, bool(resting))
        verb = "Vis" if self._folded else "Skjul"
        text = f"{verb} {len(resting)} som ikke gjelder nå"
        self.fold.setText(text)
        self.fold.setAccessibleName(text)
        for row in self.rows.values():
            set_shown(row, row.punkt.gjelder or not self._folded)


def put(box: QVBoxLayout, rows: Sequence[CheckpointRow]) -> None:
    """Lays the rows in a box in this order; those that stand there already are not laid anew."""
    if [box.indexOf(row) for row in rows] != list(range(box.count())):
        for row in rows:
            box.addWidget(row)


def stand(punkt: "Punktvisning") -> tuple[State, str, Merke]:
    """How a checkpoint stands, in shape, word and colour."""
    if not punkt.gjelder:
        return "senere", "Gjelder ikke nå", "rolig"
    if punkt.unntak is not None:
        return "unntak", "Unntak", "advarsel"
    if punkt.svar is not None and punkt.svar.svar == "utsatt":
        return "unntak", "Utsatt", "advarsel"
    if punkt.er_oppfylt:
        return "ferdig", "Oppfylt" if punkt.beregnet else "Svart", "ok"
    if punkt.beregnet:
        return "mangler", "Regnes ut", "galt"
    return "mangler", "Må fylles ut" if punkt.svar is None else "Ikke oppfylt", "galt"


def why(punkt: "Punktvisning") -> str:
    """The answer that was given, or what is missing."""
    if punkt.unntak is not None:
        return f"Unntak gitt av {punkt.unntak.gitt_av}, {vis_dato(punkt.unntak.gitt_dato)}: {punkt.unntak.grunn}"
    svar = punkt.svar
    if svar is not None:
        parts = [f"{choice(svar.svar)}, {vis_dato(svar.dato)}, {svar.av}"]
        if svar.frist is not None:
            parts.append(f"frist {vis_dato(svar.frist)}, {svar.ansvarlig}")
        if svar.merknad:
            parts.append(svar.merknad)
        return " – ".join(parts)
    if punkt.mangler is None:
        return "Programmet regner det ut." if punkt.beregnet else ""
    return grunn(punkt.mangler, punkt)


def _rule(hjemmel: str) -> str:
    return f"{hjemmel[:1].upper()}{hjemmel[1:]}." if hjemmel else ""
