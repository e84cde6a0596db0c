"""Who may live in the dwelling: what the tenant has asked, and the answers."""

from boligtildeling.casework.boforhold.husstand import SoekHusstandsendring, SvarHusstandsendring
from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.boforhold import view_model
from ui.screens.boforhold.parts import Part
from ui.widgets.act_fold import act_fold, starting_today
from ui.widgets.basics import Facts, label


class HouseholdPart(Part):
    """Applications to take someone in or to sublet; silence for a month is a yes."""

    heading = "Husstand og framleie"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.none = label("Leieren har ikke søkt om å ta inn noen eller leie ut.", "dempet")
        self.facts = Facts()
        self.apply = act_fold(
            case,
            SoekHusstandsendring,
            "Registrer søknad",
            "Søknaden er registrert.",
            begin=starting_today("mottatt_dato"),
        )
        self.answer = act_fold(
            case,
            SvarHusstandsendring,
            "Svar på søknad",
            "Svaret er lagret.",
            choose=("soeknad", self._waiting),
            begin=starting_today("dato"),
        )
        self.add(self.none, self.facts, self.apply, self.answer)

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        self.facts.show_pairs(view_model.household(tenancy))
        self.none.setVisible(not tenancy.husstandssoeknader)
        self.answer.setVisible(bool(view_model.waiting(tenancy)))
        self.answer.refill()

    def _waiting(self) -> list[tuple[int, str]]:
        tenancy = self.case.shown.leieforhold
        return view_model.waiting(tenancy) if tenancy is not None else []
