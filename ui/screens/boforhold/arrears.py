"""Arrears on the page of the tenancy: what is owed, the purreplan, warnings, contact and the agreement."""

from boligtildeling.casework.boforhold.oppfoelging import InngaaNedbetalingsavtale, LoggKontakt
from boligtildeling.casework.boforhold.varsler import SendVarsel
from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.boforhold.restanseformer import Restansevisning
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.boforhold import arrears_words
from ui.screens.boforhold.parts import Part
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, label
from ui.widgets.fold import Fold
from ui.widgets.rows_model import RowsModel
from ui.widgets.table import Table


class ArrearsCard(Part):
    """A card that shows something of the arrears."""

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        if sak.oppfoelging_av_leie is not None:
            self.show_arrears(sak, sak.oppfoelging_av_leie)

    def show_arrears(self, sak: Saksvisning, arrears: Restansevisning) -> None:
        raise NotImplementedError

    def _add_table(self, name: str, columns: tuple[str, ...], growing: int, right: tuple[int, ...] = ()) -> None:
        """The table of this card; hidden while it is empty."""
        self.model, self.table = RowsModel(columns, right=right), Table(name)
        self.table.setModel(self.model)
        self.table.fit(growing)
        self.add(self.table)

    def _show_rows(self, rows: list[tuple[str, ...]]) -> None:
        self.model.show_rows(rows)
        self.table.as_tall_as(len(rows))
        self.table.setVisible(bool(rows))


class ArrearsPart(ArrearsCard):
    """What is owed, and what is to be done about it when."""

    heading = "Restanse"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.verdict, self.facts = label("", "h3"), Facts()
        self.plan_title, self.plan = label("Purreplanen", "h3"), Facts(width=300)
        self.add(self.verdict, self.facts, self.plan_title, self.plan)
        self._add_table("Varsler som er sendt", arrears_words.NOTICE_COLUMNS, 1, right=(3, 4))
        self.add(Fold("Send varsel", self._make_notice))

    def show_arrears(self, sak: Saksvisning, arrears: Restansevisning) -> None:
        self.verdict.setText(arrears_words.verdict(arrears))
        self.facts.show_pairs(arrears_words.facts(arrears))
        self.plan.show_pairs(arrears_words.plan(arrears, self.case.today()))
        self.plan_title.setVisible(bool(arrears.kalender))
        self._show_rows([arrears_words.notice_row(v) for v in arrears.varsler])

    def _make_notice(self) -> ActForm:
        return ActForm(SendVarsel, self.case, "Send varselet", done_text="Varselet er registrert som sendt.")


class ContactPart(ArrearsCard):
    """Every attempt to reach the tenant, and what to try now."""

    heading = "Kontakt med leieren"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.next = label("", "dempet")
        self.add(self.next)
        self._add_table("Kontakt med leieren", arrears_words.CONTACT_COLUMNS, 4)
        self.add(Fold("Loggfør kontakt", self._make, self._fill))

    def show_arrears(self, sak: Saksvisning, arrears: Restansevisning) -> None:
        self.next.setText(arrears_words.next_channel(arrears))
        self.next.setVisible(bool(self.next.text()))
        self._show_rows([arrears_words.contact_row(k) for k in arrears.kontakter])

    def _make(self) -> ActForm:
        return ActForm(LoggKontakt, self.case, "Lagre kontakten", done_text="Kontakten er loggført.")

    def _fill(self, form: ActForm) -> None:
        arrears = self.case.shown.oppfoelging_av_leie
        if not form.is_touched and arrears is not None:
            form.form.fields["dato"].fill(self.case.today())
            form.form.fields["kanal"].fill(arrears.neste_kanal)


class AgreementPart(ArrearsCard):
    """The agreement to pay old rent down."""

    heading = "Nedbetalingsavtale"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.none, self.facts = label("Det er ingen avtale.", "dempet"), Facts()
        self.add(self.none, self.facts, Fold("Inngå avtale", self._make, self._fill))

    def show_arrears(self, sak: Saksvisning, arrears: Restansevisning) -> None:
        self.none.setVisible(arrears.avtale is None)
        self.facts.show_pairs(arrears_words.agreement(arrears.avtale))

    def _make(self) -> ActForm:
        return ActForm(InngaaNedbetalingsavtale, self.case, "Lagre avtalen", done_text="Avtalen er inngått.")

    def _fill(self, form: ActForm) -> None:
        arrears = self.case.shown.oppfoelging_av_leie
        if not form.is_touched and arrears is not None:
            form.form.fields["beloep"].fill(arrears.restanse or None)
            form.form.fields["signert_dato"].fill(self.case.today())
