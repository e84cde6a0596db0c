"""The application in words: what the step shows of it, in groups."""

from boligtildeling.casework.views.saksformer import Saksvisning, TidligereLeie
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.sak import MidlertidigBotilbud
from boligtildeling.domain.soeknad import Husstandsmedlem, Pengepost, Person
from ui.words import choice

Pairs = list[tuple[str, str]]


def _yes(value: bool) -> str:
    return "Ja" if value else "Nei"


def about_application(sak: Saksvisning) -> Pairs:
    s = sak.soeknad
    pairs = [
        ("Gjelder", choice(s.soeknadstype)),
        ("Mottatt", f"{vis_dato(s.mottatt_dato)}, {choice(s.kanal).lower()}"),
        ("Målform", choice(s.maalform)),
        ("Hovedårsak", choice(s.hovedaarsak) if s.hovedaarsak else ""),
        ("Tolk", (s.tolk.spraak or "ja") if s.tolk and s.tolk.behov else "Ikke behov"),
        ("Mottar sosialhjelp", _yes(s.mottar_sosialhjelp)),
        ("Mottar bostøtte", _yes(s.mottar_bostoette)),
        ("Tjenester", ", ".join(s.tjenester)),
        ("Oppholdsgrunnlag", s.oppholdsgrunnlag or ""),
        ("Referanse", s.ekstern_referanse or ""),
    ]
    return _filled(pairs)


def about_people(sak: Saksvisning) -> Pairs:
    s = sak.soeknad
    pairs = [("Søker", person(s.soeker))]
    if s.medsoeker is not None:
        pairs.append(("Medsøker", person(s.medsoeker)))
    pairs += [("Husstand", member(m)) for m in s.husstand]
    pairs += [(choice(f.rolle), f"{f.navn}{f', {f.telefon}' if f.telefon else ''}") for f in s.fullmektige]
    return pairs


def person(p: Person) -> str:
    """Who, how to be found, and what to be careful with."""
    parts = [p.navn]
    if p.foedselsnummer:
        parts.append(f"{p.foedselsnummer[:6]} {p.foedselsnummer[6:]}")
    elif p.foedselsdato:
        parts.append(f"født {vis_dato(p.foedselsdato)}")
    if p.telefon:
        parts.append(f"tlf. {p.telefon}")
    if p.adresse:
        parts.append(p.adresse.paa_en_linje)
    parts.append(f"adressebeskyttelse: {choice(p.adressebeskyttelse).lower()}")
    return " · ".join(parts)


def member(m: Husstandsmedlem) -> str:
    born = f", født {vis_dato(m.foedselsdato)}" if m.foedselsdato else ""
    lives = "" if m.bor == "fast" else f", {choice(m.bor).lower()}"
    return f"{m.navn}, {choice(m.relasjon).lower()}{born}{lives}"


def about_need(sak: Saksvisning) -> Pairs:
    home, need = sak.soeknad.bosituasjon, sak.soeknad.behov
    since = f", siden {vis_dato(home.siden)}" if home.siden else ""
    access = [
        w for w, holds in (("rullestol", need.rullestol), ("trinnfri eller heis", need.trinnfri_eller_heis)) if holds
    ]
    return _filled(
        [
            ("Bor nå", f"{choice(home.type)}{since}"),
            ("Må flytte innen", vis_dato(home.maa_flytte_innen) if home.maa_flytte_innen else ""),
            *(("Kommunal bolig før", earlier_lease(lease)) for lease in sak.tidligere_leie),
            *(("Midlertidig botilbud", stay(botilbud)) for botilbud in sak.midlertidige_botilbud),
            ("Om bosituasjonen", home.beskrivelse or ""),
            ("Soverom", str(need.antall_soverom) if need.antall_soverom is not None else ""),
            ("Tilgjengelighet", ", ".join(access)),
            ("Bydeler", ", ".join(need.bydeler)),
            ("Husdyr", need.husdyr or ""),
            ("Om behovet", need.beskrivelse or ""),
        ]
    )


def earlier_lease(lease: TidligereLeie) -> str:
    """From when, to when, and whether it was short."""
    end = f" til {vis_dato(lease.til_dato)}" if lease.til_dato is not None else ", uten sluttdato"
    return f"Fra {vis_dato(lease.fra_dato)}{end}{', kort kontrakt' if lease.er_kort else ''}"


def stay(botilbud: MidlertidigBotilbud) -> str:
    """From when, to when, and where."""
    end = f" til {vis_dato(botilbud.til_dato)}" if botilbud.til_dato is not None else ""
    return f"Fra {vis_dato(botilbud.fra_dato)}{end}{f', {botilbud.sted}' if botilbud.sted else ''}"


def about_money(sak: Saksvisning) -> Pairs:
    s = sak.soeknad
    pairs = [("Inntekt", _post(p)) for p in s.inntekter] + [("Utgift", _post(p)) for p in s.utgifter]
    for debt in s.gjeld:
        monthly = f", {debt.per_maaned} per måned" if debt.per_maaned else ""
        pairs.append(("Gjeld", f"{debt.kreditor}: {debt.beloep}{monthly}"))
    return pairs


def _post(p: Pengepost) -> str:
    often = ", hver 14. dag" if p.hyppighet == "hver_14_dag" else ""
    return f"{p.type}: {p.per_maaned} per måned{often}"


def _filled(pairs: Pairs) -> Pairs:
    return [(what, value) for what, value in pairs if value]
