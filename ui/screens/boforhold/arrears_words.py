"""Arrears in words: what is owed and what has changed, the plan, contact, agreement, measures and gate I."""

from collections.abc import Mapping
from datetime import date

from boligtildeling.casework.views.boforhold.restanseformer import (
    Avtalevisning,
    Kontaktrad,
    Moeterad,
    Oversendelsesrad,
    Restansevisning,
    Varselrad,
    Virkemiddelrad,
)
from boligtildeling.domain.datoer import vis_dato, vis_tall
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.feltnavn import valgnavn

CONTACT_COLUMNS = ("Dato", "Kanal", "Hvem", "Svar", "Hva som ble sagt", "Av")
MEASURE_COLUMNS = ("Virkemiddel", "Status", "Valgt", "Grunn")
NOTICE_COLUMNS = ("Sendt", "Varsel", "Frist", "Beløp", "Gebyr")
NONE_DUE = "Ingen rater er kjent som forfalt ennå"
GATES: Mapping[str, str] = {
    "inkasso": "Til inkasso",
    "a": "Fravikelse: leien er ikke betalt",
    "b": "Fravikelse: leietiden er ute",
    "c": "Fravikelse: leieavtalen er sagt opp",
    "d": "Fravikelse: leieavtalen er hevet",
}


def verdict(r: Restansevisning) -> str:
    """How it stands, in one sentence."""
    if r.listen_er_per is None:
        return "Ingen restanseliste er lest inn ennå."
    if not r.restanse:
        return f"Leieren er à jour, etter listen per {vis_dato(r.listen_er_per)}."
    return f"Leieren skylder {r.restanse}."


def facts(r: Restansevisning) -> list[tuple[str, str]]:
    """What is owed, since when, and what has changed."""
    pairs = [(f"Forfalt {vis_dato(k.forfall)}", str(k.beloep)) for k in r.krav]
    if r.endring is not None:
        pairs.append(("Siden forrige liste", f"{valgnavn(r.endring)} (da {r.forrige})"))
    if r.listen_er_per is not None:
        pairs.append(("Listen er per", vis_dato(r.listen_er_per)))
    return pairs


def plan(r: Restansevisning, today: date) -> list[tuple[str, str]]:
    """The purreplan of this debt: each step with its day, and whether it is done."""
    return [(d.tekst, _step(d.dag, d.gjort, today)) for d in r.kalender]


def _step(day: date, done: date | None, today: date) -> str:
    if done is not None:
        return f"Gjort {vis_dato(done)}"
    return f"{vis_dato(day)} – skulle vært gjort" if day < today else vis_dato(day)


def contact_row(k: Kontaktrad) -> tuple[str, ...]:
    answer = "Ja" if k.fikk_svar else "Nei"
    return (vis_tall(k.dato), valgnavn(k.kanal), valgnavn(k.aktoer), answer, k.referat, k.loggfoert_av)


def next_channel(r: Restansevisning) -> str:
    """What to try now."""
    if r.neste_kanal is not None and r.kontakter:
        return f"Forrige forsøk ga ikke svar. Prøv {valgnavn(r.neste_kanal).lower()}."
    if r.neste_kanal is not None:
        return "Ingen har tatt kontakt med leieren ennå."
    if r.kontakter and not r.kontakter[0].fikk_svar:
        return "Alle kanaler er prøvd uten svar."
    return "Leieren svarte sist." if r.kontakter else ""


def agreement(a: Avtalevisning | None) -> list[tuple[str, str]]:
    """The agreement that stands."""
    if a is None:
        return []
    state = valgnavn(a.status)
    if a.brutt_fra is not None:
        state = f"{state}: raten {vis_dato(a.brutt_fra)} er ikke betalt"
    last = a.rater[-1]
    return [
        ("Avtalen", f"{a.beloep}, inngått {vis_dato(a.inngaatt_dato)}"),
        ("Rater", f"{len(a.rater)}, den første {vis_dato(a.rater[0].forfall)}, den siste {vis_dato(last.forfall)}"),
        ("Betalt", f"{a.betalt} av {a.skulle_vaert_betalt} som er forfalt" if a.skulle_vaert_betalt else NONE_DUE),
        ("Status", state),
    ]


def measure_row(v: Virkemiddelrad, names: Mapping[str, str]) -> tuple[str, ...]:
    name = names.get(v.virkemiddel, v.virkemiddel)
    return (name, valgnavn(v.status), vis_tall(v.valgt_dato), v.grunn)


def around(r: Restansevisning) -> list[tuple[str, str]]:
    """Guarantees, debt settlement and reservation."""
    pairs = []
    for g in r.garantier:
        until = f", til {vis_dato(g.til_dato)}" if g.til_dato else ""
        called = f". Utløst {vis_dato(g.utloest_dato)}: {g.utloest_beloep}" if g.utloest_dato else ""
        pairs.append((f"Garanti nr. {g.id}", f"{g.beloep} fra {g.garantist}{until}{called}"))
    if r.gjeldsordning is not None:
        pairs.append(("Gjeldsordning", f"{valgnavn(r.gjeldsordning.status)} ({vis_dato(r.gjeldsordning.dato)})"))
    if r.har_reservert_seg:
        pairs.append(("Reservert", "Leieren vil ikke at sosialtjenesten varsles."))
    return pairs


def notice_row(v: Varselrad) -> tuple[str, ...]:
    about = f": {valgnavn(v.gjelder).lower()}" if v.gjelder else ""
    amount, fee = (str(b) if b else "" for b in (v.beloep, v.gebyr))
    return (vis_tall(v.sendt_dato), f"{valgnavn(v.slag)}{about}", vis_tall(v.frist) if v.frist else "", amount, fee)


def gate(reasons: tuple[Sperre, ...]) -> str:
    """Every reason on a line of its own."""
    if not reasons:
        return "Ingenting står i veien."
    return "\n".join(f"• {s.grunn} ({s.hjemmel})" for s in reasons)


def sent(o: Oversendelsesrad) -> tuple[str, str]:
    ground = f", {valgnavn(o.grunnlag).lower()}" if o.grunnlag else ""
    amount = f": {o.beloep}" if o.beloep else ""
    return (f"{valgnavn(o.slag)}{ground}", f"Sendt {vis_dato(o.sendt_dato)} til {o.mottaker}{amount}")


def meeting(m: Moeterad) -> tuple[str, str]:
    ended = valgnavn(m.konklusjon) if m.konklusjon else "Referatet er ikke ført"
    without = ", uten sosialtjenesten" if m.uten_sosialtjenesten else ""
    return (f"{m.serie} {vis_tall(m.dato)}", f"{ended}{without}")


def open_meetings(r: Restansevisning) -> list[tuple[int, str]]:
    """The meetings that this case has no minutes from, to choose between."""
    return [(m.moete, f"{m.serie} {vis_tall(m.dato)}") for m in r.moeter if m.konklusjon is None]
