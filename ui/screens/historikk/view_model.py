"""The history and what stands beside it, as rows and pairs."""

from boligtildeling.casework.hasteloep import AVVIKSNAVN
from boligtildeling.casework.views.saksformer import Historikkrad, Saksvisning
from boligtildeling.domain.datoer import vis_dato, vis_tidspunkt
from boligtildeling.domain.tilgang import TILKNYTNINGER
from ui.words import FRISTER

COLUMNS = ("Når", "Hva", "Hvem", "Kan angres")
Pairs = list[tuple[str, str]]


def row(h: Historikkrad) -> tuple[str, ...]:
    return (vis_tidspunkt(h.tidspunkt), h.tittel, who(h), "ja" if h.kan_angres else "nei")


def who(h: Historikkrad) -> str:
    """Who did it; and whose machine it was done at, when it was another's."""
    return f"{h.bruker} (hos {h.innlogget})" if h.innlogget else h.bruker


def tasks(sak: Saksvisning) -> Pairs:
    return [
        (f"{'Ferdig' if o.er_ferdig else vis_dato(o.frist)}", f"{o.kode or ''} {o.tekst}, {o.ansvarlig}".strip())
        for o in sak.oppgaver
    ]


def to_finish(sak: Saksvisning) -> list[tuple[int, str]]:
    """Open tasks that no checkpoint finishes, as options."""
    return [(o.id, o.tekst) for o in sak.oppgaver if not o.er_ferdig and o.id is not None and o.kode is None]


def to_put_off(sak: Saksvisning) -> list[tuple[str, str]]:
    """Open tasks by their number and deadlines by their name, as options."""
    open_ = [(str(o.id), o.tekst) for o in sak.oppgaver if not o.er_ferdig and o.id is not None]
    return [*open_, *((name, f"{FRISTER.get(name, name)} {vis_dato(day)}") for name, day in sak.frister.items())]


def notes(sak: Saksvisning) -> Pairs:
    return [(f"{n.skrevet_av}, {vis_tidspunkt(n.skrevet_tidspunkt)}", n.tekst) for n in sak.notater]


def special(sak: Saksvisning) -> Pairs:
    """What must stay visible for ever: deviations, an urgent road, temporary housing, and who may see the case."""
    pairs = [(f"Avvik {vis_dato(a.dato)}", f"{AVVIKSNAVN.get(a.hva, a.hva)}: {a.grunn}") for a in sak.avvik]
    if sak.hasteloep is not None:
        h = sak.hasteloep
        pairs.append(("Hasteløp", f"{h.grunn} Åpnet av {h.aapnet_av}, ferdig innen {vis_dato(h.frist)}."))
    if sak.paa_vent is not None:
        pairs.append(("På vent", f"{sak.paa_vent.grunn} Til {vis_dato(sak.paa_vent.til_dato)}."))
    for m in sak.midlertidige_botilbud:
        end = f" til {vis_dato(m.til_dato)}" if m.til_dato else ""
        pairs.append(("Midlertidig botilbud", f"{m.sted}, {vis_dato(m.fra_dato)}{end}"))
    if sak.avslutning is not None:
        pairs.append(("Avsluttet", f"{vis_dato(sak.avslutning.dato)}: {sak.avslutning.grunn}"))
    if sak.er_skjermet:
        pairs.append(("Kan se saken", ", ".join(sak.tilganger)))
    pairs += [("Låst for", f"{t.bruker}, som {TILKNYTNINGER[t.slag]}") for t in sak.tilknytninger]
    return pairs
