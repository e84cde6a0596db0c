"""The application on the screen, the check of address protection, and correcting."""

from boligtildeling.casework.soeknad import RettSoeknad
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.screens.soeknad import pictures, view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts
from ui.widgets.fold import Fold
from ui.widgets.pictures.family import FamilyPicture
from ui.widgets.pictures.timeline import Timeline


class ApplicationStep(StepPage):
    """Step 1."""

    step, title = "soeknad", "Søknad"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.application, self.people, self.need, self.money = Facts(), Facts(), Facts(), Facts()
        self.add(self.checkpoints)
        self.card("Om søknaden", self.application)
        self.family, self.housing = FamilyPicture(), Timeline("Hvor søkeren har bodd")
        self.card("Søker og husstand", self.family, self.people)
        self.card("Bosituasjon og behov", self.housing, self.need)
        self.money_card = self.card("Økonomi, slik søkeren har oppgitt den", self.money)
        self.correct = Fold("Rett søknaden", self._make_form, self._fill_form, RettSoeknad)
        self.card("Er noe feil?", self.correct)
        self.end_with()

    def _make_form(self) -> ActForm:
        return ActForm(
            RettSoeknad, self.case, "Lagre rettingen", done_text="Søknaden er rettet.", primary=False, at_once=False
        )

    def _fill_form(self, form: ActForm) -> None:
        if self.case.sak is not None:
            form.fill(_Correction(self.case.sak))

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        self.application.show_pairs(view_model.about_application(sak))
        self.people.show_pairs(view_model.about_people(sak))
        self.family.show_family(pictures.family(sak, self.case.today()))
        self.housing.show_time(*pictures.housing(sak), today=self.case.today())
        self.need.show_pairs(view_model.about_need(sak))
        money = view_model.about_money(sak)
        self.money.show_pairs(money)
        self.money_card.setVisible(bool(money))
        if self.correct.is_open:
            self.correct.refill()


class _Correction:
    """What the form for correcting starts with."""

    def __init__(self, sak: Saksvisning) -> None:
        self.soeknad = sak.soeknad
        self.grunn = None
