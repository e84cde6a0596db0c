"""The lease on the screen: conditions, checkpoints, writing, signing, and setting it aside."""

from boligtildeling.casework.kontrakt import AnnullerKontrakt, SignerKontrakt, SkrivKontrakt
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.kontrakt import view_model
from ui.screens.kontrakt.condition import ConditionRow
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, button, button_row, column, label
from ui.widgets.choice import ComboField
from ui.widgets.fold import Fold
from ui.widgets.pictures.timeline import Timeline


class LeaseStep(StepPage):
    """Step 8."""

    step, title = "kontrakt", "Kontrakt"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.conditions: dict[str, ConditionRow] = {}
        self._condition_box = column(spacing=0)
        self.conditions_card = self.card("Vilkårene i vedtaket")
        self.conditions_card.add_layout(self._condition_box)
        self.add(self.checkpoints)
        self._add_writing()
        self._add_written()
        self.end_with()

    def _add_writing(self) -> None:
        self.first_rent = label("", "h3")
        self.write = ActForm(SkrivKontrakt, self.case, "Skriv kontrakt", done_text="Kontrakten er skrevet.")
        self.write_card = self.card("Skriv kontrakten", self.write, self.first_rent)
        self.write.touched.connect(self._show_first_rent)

    def _add_written(self) -> None:
        self.facts, self.signatures, self.time = Facts(), Facts(), Timeline("Leietiden")
        self.written_card = self.card("Kontrakten", self.time, self.facts)
        see = button("Se leieavtalen", lambda: self.document_wanted.emit("leieavtale"))
        self.written_card.add_layout(button_row([see]))
        self.sign = ActForm(
            SignerKontrakt, self.case, "Lagre signatur", done_text="Signaturen er lagret.", options={"part": []}
        )
        self.sign_card = self.card("Signaturer", self.signatures, self.sign)
        self.annul = Fold(
            "Annuller kontrakten",
            lambda: ActForm(
                AnnullerKontrakt, self.case, "Annuller kontrakten", done_text="Kontrakten er annullert.", primary=False
            ),
            command=AnnullerKontrakt,
        )
        self.sign_card.add(self.annul)

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        self._show_conditions(sak)
        is_written = sak.kontrakt is not None
        self.write_card.setVisible(not is_written)
        self.written_card.setVisible(is_written)
        self.sign_card.setVisible(is_written)
        self.facts.show_pairs(view_model.lease(sak))
        self.time.show_time(*view_model.lease_picture(sak), today=self.case.today())
        self.signatures.show_pairs(view_model.signatures(sak))
        self._show_signing(sak)
        self.annul.setVisible(sak.utlevering is None)
        if not is_written and not self.write.is_touched:
            self.write.form.fields["fra_dato"].fill(view_model.suggested_start(sak, self.case.today()))
            self.write.form.fields["husleie"].fill(sak.bolig.husleie if sak.bolig is not None else None)
            self._show_first_rent()

    def _show_signing(self, sak: Saksvisning) -> None:
        missing = view_model.missing_parties(sak)
        self.sign.setVisible(bool(missing))
        parties = self.sign.form.fields["part"]
        if isinstance(parties, ComboField):
            parties.set_options(missing)
            if parties.value(self.case.today()) is None and missing:
                parties.fill(missing[0][0])
        if missing and not self.sign.is_touched:
            self.sign.form.fields["dato"].fill(self.case.today())

    def _show_conditions(self, sak: Saksvisning) -> None:
        found = view_model.conditions(sak)
        self.conditions_card.setVisible(bool(found))
        for gone in set(self.conditions) - {c.kode for c in found}:
            self.conditions.pop(gone).deleteLater()
        for condition in found:
            row = self.conditions.get(condition.kode)
            if row is None:
                row = self.conditions[condition.kode] = ConditionRow(self.case, condition)
                self._condition_box.addWidget(row)
            row.show_condition(condition)

    def _show_first_rent(self) -> None:
        form = self.write.form
        self.first_rent.setText(view_model.first_rent(form.raw("fra_dato"), form.raw("husleie")))

    def focus_point(self, kode: str) -> bool:
        if kode == "KTR-1":
            open_rows = [r for r in self.conditions.values() if not r.condition.is_met]
            return bool(open_rows) and open_rows[0].open_form()
        if kode == "STEG" and not self.write_card.isHidden():
            return self.write.form.focus_on()
        return super().focus_point(kode)
