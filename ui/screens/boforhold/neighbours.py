"""Complaints about the tenant: what they say, what has been done, and the next step."""

from boligtildeling.casework.boforhold.naboklager import BehandleNaboklage, RegistrerNaboklage
from boligtildeling.casework.views.boforhold.leieforhold import Leieforholdsvisning
from boligtildeling.casework.views.boforhold.naboklager import NABOKLAGER, Naboklagerad
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.boforhold.naboklage import STEGNAVN
from boligtildeling.domain.datoer import vis_dato
from ui.case import Case
from ui.messages import in_words
from ui.screens.boforhold.parts import Part
from ui.widgets.act_fold import act_fold, starting_today
from ui.widgets.basics import Facts, label
from ui.widgets.message_panel import MessagePanel
from ui.words import choice


class NeighboursPart(Part):
    """Who complained is never told to the tenant; nobody is warned before they have been heard."""

    heading = "Klager på leieren"

    def __init__(self, case: Case) -> None:
        super().__init__(case)
        self.rows: tuple[Naboklagerad, ...] = ()
        self.none, self.facts, self.problem = label("Ingen har klaget på leieren.", "dempet"), Facts(), MessagePanel()
        self.new = act_fold(
            case,
            RegistrerNaboklage,
            "Registrer klage på leieren",
            "Klagen er registrert.",
            begin=starting_today("mottatt_dato"),
        )
        self.go_on = act_fold(
            case,
            BehandleNaboklage,
            "Gjør noe med klagen",
            "Lagret.",
            choose=("naboklage", self._open_ones),
            begin=starting_today("dato"),
        )
        self.add(self.none, self.facts, self.problem, self.new, self.go_on)

    def show_tenancy(self, sak: Saksvisning, tenancy: Leieforholdsvisning) -> None:
        bruker, number = self.case.session.bruker, sak.saksnummer
        self.case.session.ask(
            lambda p: p.vis(NABOKLAGER, bruker, number), self._show, self._refused, owner=self, channel="naboklager"
        )

    def _show(self, rows: tuple[Naboklagerad, ...]) -> None:
        self.rows = rows
        self.problem.clear()
        self.none.setVisible(not rows)
        self.facts.show_pairs([pair for row in rows for pair in _facts(row)])
        self.go_on.setVisible(bool(self._open_ones()))
        self.go_on.refill()

    def _refused(self, error: Exception) -> None:
        self.problem.show_message(in_words(error))

    def _open_ones(self) -> list[tuple[int, str]]:
        return [(r.id, f"{vis_dato(r.mottatt_dato)}: {r.hva[:60]}") for r in self.rows if r.avsluttet_dato is None]


def _facts(row: Naboklagerad) -> list[tuple[str, str]]:
    by = f" Meldt av {row.melder} (vises ikke for leieren)." if row.melder else ""
    return [
        (f"Klage {vis_dato(row.mottatt_dato)}", f"{row.hva}{by}"),
        *((f"{choice(STEGNAVN[s.steg])} {vis_dato(s.dato)}", f"{s.tekst} ({s.gjort_av})") for s in row.steg),
    ]
