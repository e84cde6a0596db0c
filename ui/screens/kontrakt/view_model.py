"""The lease in words: the conditions before it, what it says, who has signed, and the first rent while it is typed."""

from dataclasses import dataclass
from datetime import date

from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.husleie import foerste_husleie
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.vedtak import Vilkaar
from ui.picture_facts import Mark, Period
from ui.words import choice

PARTIES = {"leier": "Leier", "medleier": "Medleier", "utleier": "Utleier"}


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of the decision and how it stands."""

    kode: str
    text: str
    state: str
    is_met: bool


def conditions(sak: Saksvisning) -> list[Condition]:
    v = sak.vedtak
    return [] if v is None else [_condition(sak, c) for c in v.innhold.vilkaar]


def _condition(sak: Saksvisning, c: Vilkaar) -> Condition:
    check = sak.vedtak.vilkaarskontroll.get(c.kode) if sak.vedtak is not None else None
    if check is None:
        deadline = f" Frist {vis_dato(c.frist)}." if c.frist else ""
        return Condition(c.kode, c.tekst, f"Ikke kontrollert. Oppfylles slik: {c.oppfylles}.{deadline}", False)
    word = "Oppfylt" if check.oppfylt else "Ikke oppfylt"
    return Condition(c.kode, c.tekst, f"{word} {vis_dato(check.dato)}, {check.kontrollert_av}", check.oppfylt)


def lease(sak: Saksvisning) -> list[tuple[str, str]]:
    """What the lease says; empty while there is none."""
    k = sak.kontrakt
    if k is None:
        return []
    end = f" til {vis_dato(k.til_dato)}" if k.til_dato else ", uten sluttdato"
    return [
        ("Bolig", f"{k.boligid}{f', {sak.bolig.adresse.paa_en_linje}' if sak.bolig else ''}"),
        ("Type", choice(k.type)),
        ("Leietid", f"{vis_dato(k.fra_dato)}{end}"),
        ("Overtakelse", vis_dato(k.overtakelse_dato)),
        ("Husleie", f"{k.husleie} per måned"),
        ("Første husleie", f"{k.foerste_husleie.beloep}, forfaller {vis_dato(k.foerste_husleie.forfall)}"),
        ("KID", k.kid),
    ]


def lease_picture(sak: Saksvisning) -> tuple[tuple[Period, ...], tuple[Mark, ...]]:
    """The time of the lease, with the days that matter in it; nothing while there is none."""
    k = sak.kontrakt
    if k is None:
        return (), ()
    marks = [Mark("Overtakelse", k.overtakelse_dato, "square")]
    if sak.utlevering is not None:
        marks.append(Mark("Nøkkel", sak.utlevering.tidspunkt.date(), "circle", "ok_text"))
    last_day = sak.frister.get("flytteoppfordring")
    if last_day is not None:
        marks.append(Mark("Be leieren flytte innen", last_day, "triangle", "wrong_text"))
    return (Period(f"Leieavtale, {choice(k.type).lower()}", k.fra_dato, k.til_dato, "filled"),), tuple(marks)


def signatures(sak: Saksvisning) -> list[tuple[str, str]]:
    k = sak.kontrakt
    if k is None:
        return []
    return [(PARTIES[p], vis_dato(k.signert[p]) if p in k.signert else "ikke signert ennå") for p in k.parter]


def missing_parties(sak: Saksvisning) -> list[tuple[str, str]]:
    """Who is still to sign, as options."""
    return [(p, PARTIES[p]) for p in sak.kontrakt.mangler_signatur] if sak.kontrakt is not None else []


def first_rent(fra_dato: date | None, husleie: Kroner | None) -> str:
    """What the first rent will be with what stands in the form."""
    if fra_dato is None or husleie is None or husleie.oere < 0:
        return ""
    return f"Første husleie blir {foerste_husleie(husleie, fra_dato)}."


def suggested_start(sak: Saksvisning, today: date) -> date | None:
    """When the dwelling is free, unless that day has passed."""
    free = sak.bolig.ledig_fra if sak.bolig is not None else None
    return free if free is not None and free >= today else None
