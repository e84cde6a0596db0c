"""The economic plan on the screen: the month in sums, changing while it is typed, the plan, the calendar."""

from collections.abc import Iterator

from boligtildeling.casework.planer import LagreOekonomiplan
from boligtildeling.casework.views.saksformer import Saksvisning
from ui.case import Case
from ui.idle_jobs import Job
from ui.screens.oekonomiplan import view_model
from ui.step_page import StepPage
from ui.widgets.act_form import ActForm
from ui.widgets.basics import Facts, Sums, chip, label, restyle, rule
from ui.widgets.groups import GroupField
from ui.widgets.pictures.running_rest import RunningRest
from ui.widgets.pictures.timeline import Timeline
from ui.widgets.rows import RowsField

USUAL_POSTS = 12


class EconomyStep(StepPage):
    """Step 3."""

    step, title = "oekonomiplan", "Økonomisk plan"
    asks_for_more = False

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.sums, self.rest, self.verdict = Sums(), label("", "h2"), chip("")
        self.running = RunningRest()
        self.month_card = self.card("Måneden", self.sums, rule(), self.rest, self.verdict, self.running)
        self.source = label("Postene er hentet fra søknaden. Planen er ikke lagret ennå.", "dempet")
        self.form = ActForm(LagreOekonomiplan, case, "Lagre økonomisk plan", done_text="Økonomisk plan er lagret.")
        self.posts = self.form.form.fields["poster"]
        self.card("Planen", self.source, self.form)
        self.calendar = Facts(width=250)
        self.calendar_picture = Timeline("Når kommer bostøtten?")
        self.calendar_card = self.card("Når kommer bostøtten?", self.calendar_picture, self.calendar)
        self.form.touched.connect(self._show_month)
        self.end_with()

    def spare_parts(self) -> Iterator[Job]:
        yield from super().spare_parts()
        if isinstance(self.posts, RowsField):
            yield from self.posts.spare_parts(USUAL_POSTS)

    def show_case(self, sak: Saksvisning) -> None:
        super().show_case(sak)
        if not self.form.is_touched:
            self.form.fill(view_model.starting_plan(sak))
            self._suggest_arrears(sak)
        self.source.setVisible(sak.oekonomiplan is None and bool(self.form.form.raw("poster")))
        calendar = view_model.calendar(sak)
        self.calendar.show_pairs(calendar)
        self.calendar_picture.show_time(*view_model.calendar_picture(sak))
        self.calendar_card.setVisible(bool(calendar))
        self._show_month()

    def _suggest_arrears(self, sak: Saksvisning) -> None:
        arrears = self.form.form.fields["restanse"]
        if sak.oekonomiplan is None and sak.restanse and isinstance(arrears, GroupField):
            arrears.present.setChecked(True)
            arrears.start({"beloep": sak.restanse})

    def _show_month(self) -> None:
        arrears = self.form.form.fields["restanse"]
        monthly = arrears.form.raw("per_maaned") if isinstance(arrears, GroupField) and arrears.is_present else None
        posts = self.form.form.raw("poster") or ()
        month = view_model.month(self.case.shown, posts, monthly)
        self.running.show_steps(view_model.running_rest(self.case.shown, posts, monthly))
        self.sums.show_sums(month.sums)
        self.rest.setText(month.left_in_words)
        text, colour = month.verdict
        self.verdict.setText(text)
        restyle(self.verdict, "merke", colour)
