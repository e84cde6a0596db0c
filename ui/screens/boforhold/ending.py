"""How the tenancy may end: the lease runs out, somebody gives notice, the tenant moves out."""

from boligtildeling.casework.boforhold.oppsigelse import RegistrerProtest, RegistrerSoeksmaal, SiOpp
from boligtildeling.casework.boforhold.utflytting import RegistrerUtflytting
from boligtildeling.casework.boforhold.utloep import ForlengLeieforhold, KonkluderUtloep, SendFlytteoppfordring
from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.boforhold import view_model
from ui.screens.boforhold.parts import Part
from ui.widgets.act_fold import act_fold, starting_today
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, label


class ExpiryPart(Part):
    """The end of a fixed term."""

    heading = "Når kontrakten løper ut"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.facts = Facts()
        self.conclude = act_fold(case, KonkluderUtloep, "Konkluder", "Konklusjonen er lagret.")
        self.extend = act_fold(case, ForlengLeieforhold, "Forleng leieforholdet", "Leieforholdet er forlenget.")
        self.demand = act_fold(
            case,
            SendFlytteoppfordring,
            "Send flytteoppfordring",
            "Flytteoppfordringen er registrert.",
            begin=starting_today("dato"),
        )
        self.add(self.facts, self.conclude, self.extend, self.demand)

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        self.facts.show_pairs(view_model.expiry(tenancy, self.case.today()))
        can_run_out = view_model.can_run_out(tenancy)
        self.conclude.setVisible(can_run_out)
        self.demand.setVisible(can_run_out and view_model.is_to_leave(tenancy))
        self.extend.setVisible(tenancy.opphoert_dato is None)


class NoticePart(Part):
    """Notice, and what came of it."""

    heading = "Oppsigelse"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.none = label("", "dempet")
        self.facts = Facts()
        self.give = act_fold(
            case, SiOpp, "Si opp leieavtalen", "Oppsigelsen er registrert.", begin=starting_today("mottatt_dato")
        )
        self.protest = act_fold(
            case,
            RegistrerProtest,
            "Registrer protest",
            "Protesten er registrert.",
            begin=starting_today("mottatt_dato"),
        )
        self.court = act_fold(
            case, RegistrerSoeksmaal, "Registrer søksmål", "Søksmålet er registrert.", begin=starting_today("dato")
        )
        self.add(self.none, self.facts, self.give, self.protest, self.court)

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        self.none.setText(view_model.no_notice(tenancy))
        self.none.setVisible(tenancy.oppsigelse is None)
        self.facts.show_pairs(view_model.notice(tenancy))
        self.give.setVisible(view_model.may_give_notice(tenancy))
        given = tenancy.oppsigelse.oppsigelse if tenancy.oppsigelse is not None else None
        from_landlord = given is not None and given.av == "utleier" and tenancy.opphoert_dato is None
        self.protest.setVisible(from_landlord and given is not None and given.protest_dato is None)
        self.court.setVisible(from_landlord and given is not None and given.protest_dato is not None)


class MoveOutPart(Part):
    """The keys back, and the protocol."""

    heading = "Utflytting"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.none = label("Leieren bor i boligen.", "dempet")
        self.facts = Facts()
        self.move_out = act_fold(
            case, RegistrerUtflytting, "Registrer utflytting", "Utflyttingen er registrert.", begin=self._begin
        )
        self.add(self.none, self.facts, self.move_out)

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        self.none.setVisible(tenancy.opphoert_dato is None)
        self.facts.show_pairs(view_model.moved_out(tenancy))
        self.move_out.setVisible(tenancy.opphoert_dato is None)

    def _begin(self, form: ActForm) -> None:
        form.form.fields["dato"].fill(self.case.today())
        handed_out = self.case.shown.utlevering
        form.form.fields["noekler"].fill(handed_out.noekler if handed_out is not None else ())
