"""Taking files in on the screen: the list with its columns and a look first, the bank file, the tray, undoing."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boligtildeling.casework.boforhold.bankfil import AngreImport, ImporterBetalinger, PlasserBetaling
from boligtildeling.casework.boforhold.filimport import ImporterRestanseliste
from boligtildeling.casework.views.boforhold.importer import IMPORTFORSLAG
from boligtildeling.casework.views.boforhold.restanseformer import Importforslag, Importoversikt, Importrad, Skuffrad
from boligtildeling.domain.boforhold.innlesing import Kolonner
from ui.act_doer import ActDoer
from ui.messages import in_words
from ui.screens.restanser import view_model
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Card, button, label
from ui.widgets.choice import ComboField
from ui.widgets.file_field import FileField
from ui.widgets.fold import Fold
from ui.widgets.message_panel import MessagePanel
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table

FIELDS = (("kid", "KID"), ("beloep", "Beløp"), ("forfall", "Forfall"), ("fakturanr", "Fakturanummer"))


class Listing(Table):
    """A table that is as tall as its rows, and hidden while it has none."""

    def __init__(self, name: str, columns: tuple[str, ...], growing: int) -> None:
        super().__init__(name)
        self.rows = RowsModel(columns)
        self.setModel(self.rows)
        self.fit(growing)

    def show_rows(self, rows: list[tuple[str, ...]]) -> None:
        self.rows.show_rows(rows)
        self.as_tall_as(len(rows))
        self.setVisible(bool(rows))


class FileCard(Card):
    """A card of the page that changes what is taken in.

    Signals:
    done: something is taken in, placed or undone.
    """

    done = Signal()

    def __init__(self, title: str, doer: ActDoer) -> None:
        super().__init__(title)
        self.doer = doer

    def table(self, name: str, columns: tuple[str, ...], growing: int) -> "Listing":
        made = Listing(name, columns, growing)
        self.add(made)
        return made

    def _did(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()
        self.doer.tell(text)
        self.done.emit()

    def add_told(self) -> None:
        """Where the card says what came of it."""
        self.told = label("", "h3")
        self.told.hide()
        self.add(self.told)


class ListCard(FileCard):
    """The landlord's list: which file, which columns, a look at it, and taking it in."""

    def __init__(self, doer: ActDoer) -> None:
        super().__init__("Les inn restanseliste", doer)
        self.profiles: tuple[str, ...] = ()
        intro = "Fra utleieren: CSV eller Excel. Se over listen først. Av det som står der, leses bare disse kolonnene."
        self.add(label(intro, "dempet"))
        self.columns = {name: ComboField(title, [], optional=name == "fakturanr") for name, title in FIELDS}
        self.form = ActForm(
            ImporterRestanseliste,
            doer,
            "Les inn listen",
            done_text="Listen er lest inn.",
            hidden=("kolonner",),
            fixed=self._chosen,
            extra=(button("Se over listen", self.look),),
            options={"profil": []},
            keeps_draft=False,
        )
        self.form.form.fields["per_dato"].fill(doer.today())
        self.form.done.connect(lambda utfall: self._did(view_model.list_done(utfall.resultat)))
        self.problem, self.verdict = MessagePanel(), label("", "h3")
        self.add(self.form)
        self.add_told()
        self.add(self.problem, self.verdict)
        self.choice = QWidget()
        row = QHBoxLayout(self.choice)
        row.setContentsMargins(0, 0, 0, 0)
        for field in self.columns.values():
            row.addWidget(field)
            field.touched.connect(self.look)
        row.addStretch(1)
        self.samples = Table("De første radene i filen")
        self.add(self.choice, self.samples)
        self.faults = self.table("Rader med feil", view_model.FAULT_COLUMNS, 1)
        self._clear()

    def show_profiles(self, profiles: tuple[str, ...]) -> None:
        field = self.form.form.fields["profil"]
        if isinstance(field, ComboField) and profiles != self.profiles:
            self.profiles = profiles
            field.set_options([(p, p) for p in profiles])
        field.setVisible(bool(profiles))

    def look(self) -> None:
        """Reads the file as it would be taken in; nothing is stored."""
        command = self.form.read()
        file = self.form.form.fields["fil"]
        if command is None or not isinstance(file, FileField):
            return
        user, root = self.doer.session.bruker, file.root
        asked: dict[str, Any] = {"fil": command.fil, "per_dato": command.per_dato}
        asked |= {"profil": command.profil, "kolonner": command.kolonner}
        self.doer.session.ask(
            lambda p: p.med_filer(root).vis(IMPORTFORSLAG, user, **asked),
            self._show,
            self._refused,
            owner=self,
            channel="importforslag",
        )

    def _chosen(self) -> dict[str, Any]:
        values = {name: field.combo.currentData() for name, field in self.columns.items()}
        is_whole = all(values[name] for name in ("kid", "beloep", "forfall"))
        return {"kolonner": Kolonner(**values)} if is_whole else {}

    def _show(self, proposal: Importforslag) -> None:
        self.problem.clear()
        self.told.hide()
        self.verdict.setText(view_model.proposal(proposal))
        self.verdict.show()
        for name, field in self.columns.items():
            field.set_options([(heading, heading) for heading in proposal.overskrifter])
            field.fill(proposal.kolonner.get(name))
        self.choice.setVisible(bool(proposal.overskrifter))
        sample = RowsModel(proposal.overskrifter)
        width = len(proposal.overskrifter)
        sample.show_rows([(*row, *("",) * width)[:width] for row in proposal.eksempler])
        self.samples.setModel(sample)
        self.samples.fit(max(0, width - 1))
        self.samples.as_tall_as(len(proposal.eksempler))
        self.samples.setVisible(bool(proposal.eksempler))
        self.faults.show_rows([(str(f.rad), f.grunn, f.innhold) for f in proposal.feil])

    def _refused(self, error: Exception) -> None:
        self._clear()
        self.problem.show_message(in_words(error))

    def _did(self, text: str) -> None:
        self._clear()
        self.form.reset()
        self.form.form.fields["per_dato"].fill(self.doer.today())
        super()._did(text)

    def _clear(self) -> None:
        for widget in (self.verdict, self.samples, self.faults, self.choice):
            widget.hide()
        for field in self.columns.values():
            field.set_options([])
            field.fill(None)


class BankFileCard(FileCard):
    """Payments from the bank."""

    def __init__(self, doer: ActDoer) -> None:
        super().__init__("Les inn betalinger", doer)
        self.add(label("Fra banken: camt.054 eller OCR giro. Betalinger med KID går til leieavtalen selv.", "dempet"))
        self.form = ActForm(
            ImporterBetalinger, doer, "Les inn betalingene", primary=False, done_text="Lest inn.", keeps_draft=False
        )
        self.form.done.connect(lambda utfall: self._took(utfall.resultat))
        self.add(self.form)
        self.add_told()

    def _took(self, result: Any) -> None:
        self.form.reset()
        self._did(view_model.payments_done(result))


class TrayCard(FileCard):
    """What could not be placed: payments, and claims with an unknown KID."""

    def __init__(self, doer: ActDoer) -> None:
        super().__init__("Skuffen", doer)
        self.rows: tuple[Skuffrad, ...] = ()
        intro = "Det som ingen leieavtale her har KID-en til. Merk en betaling og skriv saken den hører til."
        self.add(label(intro, "dempet"))
        self.payments = self.table("Betalinger i skuffen", view_model.TRAY_COLUMNS, 6)
        self.place = Fold("Plasser betalingen som er merket", self._make_place)
        self.add(self.place)
        self.unknown_title = label("Krav i listen med ukjent KID", "h3")
        self.add(self.unknown_title)
        self.unknown = self.table("Krav med ukjent KID", view_model.UNKNOWN_COLUMNS, 1)

    def show_tray(self, overview: Importoversikt) -> None:
        self.rows = overview.skuffen
        self.payments.show_rows([view_model.tray_row(r) for r in self.rows])
        self.unknown.show_rows([view_model.unknown_row(u) for u in overview.ukjente_krav])
        self.place.setVisible(bool(self.rows))
        self.unknown_title.setVisible(bool(overview.ukjente_krav))
        if self.rows:
            self.payments.selectRow(0)
        self.setVisible(bool(self.rows or overview.ukjente_krav))

    def _make_place(self) -> ActForm:
        form = ActForm(
            PlasserBetaling,
            self.doer,
            "Plasser betalingen",
            done_text="Betalingen er plassert.",
            hidden=("bankbetaling",),
            fixed=self._marked,
            filled_in=("sett_versjon",),
            keeps_draft=False,
        )
        form.done.connect(self.done)
        return form

    def _marked(self) -> dict[str, Any]:
        row = self.payments.selected_row()
        return {"bankbetaling": self.rows[row].id} if 0 <= row < len(self.rows) else {"bankbetaling": 0}


class ImportsCard(FileCard):
    """The files that are taken in, their faults, and taking one back."""

    def __init__(self, doer: ActDoer) -> None:
        super().__init__("Lest inn før", doer)
        self.rows: tuple[Importrad, ...] = ()
        self.imports = self.table("Importer", view_model.IMPORT_COLUMNS, 6)
        self.undo = Fold("Angre importen som er merket", self._make_undo)
        self.fault_title = label("Rader i importen som er merket, som ikke ble lest inn", "h3")
        self.add(self.undo, self.fault_title)
        self.faults = self.table("Feil i importen", view_model.FAULT_COLUMNS, 1)
        self.imports.selectionModel().currentRowChanged.connect(lambda *_: self._show_faults())

    def show_imports(self, overview: Importoversikt) -> None:
        marked = self._marked()["import_nummer"]
        self.rows = overview.importer
        self.imports.show_rows([view_model.import_row(i) for i in self.rows])
        if self.rows:
            self.imports.selectRow(next((n for n, i in enumerate(self.rows) if i.id == marked), 0))
        self._show_faults()
        self.setVisible(bool(self.rows))

    def _show_faults(self) -> None:
        row = self.imports.selected_row()
        faults = self.rows[row].feil if 0 <= row < len(self.rows) else ()
        self.faults.show_rows([(str(f.rad), f.grunn, f.innhold) for f in faults])
        self.fault_title.setVisible(bool(faults))

    def _make_undo(self) -> ActForm:
        form = ActForm(
            AngreImport,
            self.doer,
            "Angre importen",
            done_text="Importen er angret.",
            hidden=("import_nummer",),
            fixed=self._marked,
            primary=False,
        )
        form.done.connect(self.done)
        return form

    def _marked(self) -> dict[str, Any]:
        row = self.imports.selected_row()
        return {"import_nummer": self.rows[row].id if 0 <= row < len(self.rows) else 0}
