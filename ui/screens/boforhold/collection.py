"""Measures, what surrounds the debt, and gate I on the page of the tenancy."""

from collections.abc import Mapping, Sequence

from boligtildeling.casework.boforhold.gjeld import RegistrerGaranti, RegistrerGjeldsordning, RegistrerReservasjon
from boligtildeling.casework.boforhold.moeter import FoerReferat
from boligtildeling.casework.boforhold.oversendelser import OversendInkasso, SendBegjaering
from boligtildeling.casework.boforhold.virkemidler import VelgVirkemiddel
from boligtildeling.casework.views.boforhold.restanseformer import Restansevisning
from boligtildeling.casework.views.boforhold.restanser import VIRKEMIDLER
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.boforhold.virkemiddel import Trinn
from ui.case import Case
from ui.messages import in_words
from ui.screens.boforhold import arrears_words
from ui.screens.boforhold.arrears import ArrearsCard
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, label
from ui.widgets.choice import Option
from ui.widgets.fold import Fold


class MeasuresPart(ArrearsCard):
    """The ladder: what is tried, what is under way, and what waits."""

    heading = "Virkemidler"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.ladder: tuple[Trinn, ...] = ()
        self.add(label("Det mildeste først. Hopper du over noe, skriver du hvorfor.", "dempet"))
        self._add_table("Virkemidler", arrears_words.MEASURE_COLUMNS, 3)
        self.facts = Facts()
        self.add(
            Fold("Velg virkemiddel", self._make),
            self.facts,
            Fold("Registrer garanti", self._make_guarantee),
            Fold("Registrer gjeldsordning", self._make_settlement),
            Fold("Registrer reservasjon", self._make_reservation),
        )

    def show_arrears(self, sak: Saksvisning, arrears: Restansevisning) -> None:
        self.facts.show_pairs(arrears_words.around(arrears))
        if self.ladder:
            self._show_measures(arrears)
            return
        user = self.case.session.bruker
        self.case.session.ask(
            lambda p: p.vis(VIRKEMIDLER, user), self._got_ladder, self._no_ladder, owner=self, channel="virkemidler"
        )

    def _got_ladder(self, ladder: tuple[Trinn, ...]) -> None:
        self.ladder = ladder
        arrears = self.case.sak.oppfoelging_av_leie if self.case.sak is not None else None
        if arrears is not None:
            self._show_measures(arrears)

    def _no_ladder(self, error: Exception) -> None:
        self.case.tell(in_words(error).heading)

    def _show_measures(self, arrears: Restansevisning) -> None:
        names = {t.kode: t.tekst for t in self.ladder}
        self._show_rows([arrears_words.measure_row(v, names) for v in arrears.virkemidler])

    def _make(self) -> ActForm:
        options = {"virkemiddel": [(t.kode, t.tekst) for t in self.ladder]}
        return ActForm(VelgVirkemiddel, self.case, "Lagre", done_text="Virkemiddelet er lagret.", options=options)

    def _make_guarantee(self) -> ActForm:
        return ActForm(RegistrerGaranti, self.case, "Lagre garantien", done_text="Garantien er lagret.", primary=False)

    def _make_settlement(self) -> ActForm:
        return ActForm(RegistrerGjeldsordning, self.case, "Lagre", done_text="Gjeldsordningen er lagret.")

    def _make_reservation(self) -> ActForm:
        return ActForm(RegistrerReservasjon, self.case, "Lagre", done_text="Reservasjonen er lagret.", primary=False)


class GatePart(ArrearsCard):
    """What stands between the debt and debt collection or eviction, and the meetings where it was talked over."""

    heading = "Inkasso og fravikelse"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        intro = "Saken skal være drøftet og ferdigbehandlet først. Her står det som mangler, og når det blir lovlig."
        self.meetings, self.gates, self.sent = Facts(), Facts(), Facts()
        self.minutes = Fold("Før referat", self._make_minutes)
        self.add(
            label(intro, "dempet"),
            self.meetings,
            self.minutes,
            self.gates,
            self.sent,
            Fold("Oversend til inkasso", self._make_collection),
            Fold("Send begjæring", self._make_petition),
        )

    def show_arrears(self, sak: Saksvisning, arrears: Restansevisning) -> None:
        self.meetings.show_pairs([arrears_words.meeting(m) for m in arrears.moeter])
        self.minutes.setVisible(bool(arrears_words.open_meetings(arrears)))
        shown = ("inkasso", "a", "b") if arrears.restanse else ("b",)
        self.gates.show_pairs([(arrears_words.GATES[g], arrears_words.gate(sak.port_i[g])) for g in shown])
        self.sent.show_pairs([arrears_words.sent(o) for o in arrears.oversendelser])

    def _make_minutes(self) -> ActForm:
        arrears = self.case.shown.oppfoelging_av_leie
        users = [(name, f"{name} ({role})") for name, role in self.case.session.brukere]
        meetings = arrears_words.open_meetings(arrears) if arrears is not None else []
        options: Mapping[str, Sequence[Option]] = {"moete": meetings, "ansvarlig": users}
        return ActForm(FoerReferat, self.case, "Lagre referatet", done_text="Referatet er ført.", options=options)

    def _make_collection(self) -> ActForm:
        return ActForm(OversendInkasso, self.case, "Oversend", done_text="Kravet er oversendt.", primary=False)

    def _make_petition(self) -> ActForm:
        return ActForm(SendBegjaering, self.case, "Send begjæringen", done_text="Begjæringen er sendt.", primary=False)
