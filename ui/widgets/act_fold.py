"""An act folded under a button: its form is made when it is wanted, and begins with what the case has then."""

from collections.abc import Callable, Sequence

from ui.act_doer import ActDoer
from ui.widgets.act_form import ActForm
from ui.widgets.choice import ComboField, Option
from ui.widgets.fold import Fold

Choices = Callable[[], Sequence[Option]]


def act_fold(
    doer: ActDoer,
    command: type,
    text: str,
    done_text: str,
    *,
    choose: tuple[str, Choices] | None = None,
    begin: Callable[[ActForm], None] | None = None,
) -> Fold:
    """The act under a button that says `text`. `choose` is a field, and the options for it when the form is opened.

    `begin` puts in what the form starts with.
    """

    def make() -> ActForm:
        options = {choose[0]: ()} if choose is not None else None
        return ActForm(command, doer, text, done_text=done_text, options=options, primary=False)

    def fill(form: ActForm) -> None:
        if choose is not None:
            field = form.form.fields[choose[0]]
            if isinstance(field, ComboField):
                field.set_options(choose[1]())
        if begin is not None and not form.is_touched:
            begin(form)

    return Fold(text, make, fill, command)


def starting_today(*names: str) -> Callable[[ActForm], None]:
    """Begins a form with today in these fields."""

    def begin(form: ActForm) -> None:
        for name in names:
            form.form.fields[name].fill(form.doer.today())

    return begin
