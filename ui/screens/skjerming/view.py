"""What must not be seen, on the screen: taking it out, what is taken out, and opening it, two together."""

from typing import TYPE_CHECKING, Any

from boligtildeling.casework.skjerming import SkjermOpplysning
from boligtildeling.casework.skjermingsaapning import AapneSkjermetOpplysning
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.casework.views.skjerminger import SKJERMBART, SKJERMINGER, Skjermbart, Skjermingsvisning
from ui.case import Case
from ui.messages import in_words
from ui.screens.skjerming import view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, label
from ui.widgets.choice import ComboField
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

if TYPE_CHECKING:
    from boligtildeling.casework.act import Utfall

INTRO = (
    "En skjult adresse som er skrevet ved en feil, eller noe om en som ikke har med saken å gjøre, tas ut overalt i "
    "saken og krypteres. Et merke med nummer står igjen."
)
OPENED = "Dette vises bare nå. Det legges ikke tilbake i saken."


class ShieldPage(StepPage):
    """Beside the steps."""

    step, title = "skjerming", "Skjermede opplysninger"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.rows: tuple[Skjermingsvisning, ...] = ()
        self.places: tuple[Skjermbart, ...] = ()
        self.problem = MessagePanel()
        self.shield = Fold("Skjerm en opplysning", self._make_shield)
        self.card("", label(INTRO, "dempet"), self.problem, self.shield)
        self.model, self.table = RowsModel(view_model.COLUMNS, right=(0,)), Table("Det som er skjermet")
        self.table.setModel(self.model)
        self.table.fit(4)
        self.table.setMinimumHeight(200)
        self.open = Fold("Åpne den som er merket", self._make_open)
        self.opened, self.opened_note = Facts(), label(OPENED, "h3")
        self.shielded = self.card("Det som er skjermet", self.table, self.open, self.opened_note, self.opened)
        self.shielded.hide()
        self.opened_note.hide()

    def show_case(self, sak: Saksvisning) -> None:
        number, bruker = self.case.saksnummer, self.case.session.bruker
        self.case.session.ask(
            lambda p: (p.vis(SKJERMINGER, bruker, number), p.vis(SKJERMBART, bruker, number)),
            self._show,
            self._refused,
            owner=self,
            channel="skjerming",
        )

    def _show(self, answer: tuple[tuple[Skjermingsvisning, ...], tuple[Skjermbart, ...]]) -> None:
        self.rows, self.places = answer
        self.problem.clear()
        self.model.show_rows([view_model.row(s) for s in self.rows])
        self.shielded.setVisible(bool(self.rows))
        if self.rows:
            self.table.selectRow(len(self.rows) - 1)
        if self.shield.form is not None:
            field = self.shield.form.form.fields["hvor"]
            if isinstance(field, ComboField) and not self.shield.form.is_touched:
                field.set_options(view_model.options(self.places))

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _make_shield(self) -> ActForm:
        return ActForm(
            SkjermOpplysning,
            self.case,
            "Skjerm",
            done_text="Opplysningen er skjermet.",
            options={"hvor": view_model.options(self.places)},
        )

    def _make_open(self) -> ActForm:
        def marked() -> dict[str, Any]:
            row = self.table.selected_row()
            return {"skjerming": self.rows[row].nummer if 0 <= row < len(self.rows) else 0}

        form = ActForm(
            AapneSkjermetOpplysning,
            self.case,
            "Åpne",
            done_text="Åpnet.",
            hidden=("skjerming",),
            fixed=marked,
            primary=False,
        )
        form.done.connect(self._show_opened)
        return form

    def _show_opened(self, utfall: "Utfall") -> None:
        answer = utfall.resultat
        said = answer["opplysning"]
        pairs = [("Opplysningen", said if isinstance(said, str) else f"{len(answer['filer'])} filer")]
        pairs.append(("Stemmer med historikken", "ja" if answer["bekreftet"] else "nei, den er endret"))
        self.opened.show_pairs(pairs)
        self.opened_note.show()
