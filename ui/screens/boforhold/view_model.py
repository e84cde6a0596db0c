"""The tenancy in words."""

from datetime import date

from boligtildeling.casework.views.boforhold.leieforhold import Husstandsrad, Leieforholdsvisning, Leierad
from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.boforhold.oppsigelse import OPPSIGELSESGRUNNER
from boligtildeling.domain.boforhold.utloep import UTLOEPSKONKLUSJONER
from boligtildeling.domain.datoer import vis_dato
from ui.words import FRISTER, choice, when

Pairs = list[tuple[str, str]]
STANDS = {
    "loeper": "Leieren kan protestere",
    "protestert": "Leieren har protestert i tide",
    "sak_reist": "Sak er reist",
    "staar": "Oppsigelsen står",
    "falt_bort": "Oppsigelsen har falt bort",
    "satt_til_side": "Retten har satt oppsigelsen til side",
}


def tenancy(sak: Saksvisning, t: Leieforholdsvisning, today: date) -> Pairs:
    """Where the tenant lives, since when, until when, for how much, and what must be done by when."""
    pairs = [("Begynte", vis_dato(t.begynt_dato))]
    if t.boligid is not None:
        pairs.append(("Bolig", f"{t.boligid}{f', {sak.bolig.adresse.paa_en_linje}' if sak.bolig else ''}"))
    if t.fra_dato is not None:
        pairs.append(("Leietid", _term(t)))
    if t.husleie is not None:
        pairs.append(("Husleie", f"{t.husleie} per måned"))
    if extended := [number for number in t.kontrakter if number != sak.saksnummer]:
        pairs.append(("Forlenget i sak", ", ".join(extended)))
    if t.opphoert_dato is not None:
        pairs.append(("Tok slutt", vis_dato(t.opphoert_dato)))
    for name, day in sorted(sak.frister.items(), key=lambda f: f[1]):
        later = sak.utsettelser.get(name)
        note = f" (sett på det {vis_dato(later.til_dato)}: {later.grunn})" if later and later.til_dato > today else ""
        pairs.append((FRISTER.get(name, name), f"{_day(day, today)}{note}"))
    return pairs


def _term(t: Leieforholdsvisning) -> str:
    start = vis_dato(t.fra_dato) if t.fra_dato else ""
    if t.til_dato is None:
        return f"{start}, uten sluttdato"
    end = f"{start} til {vis_dato(t.til_dato)}"
    lost = t.er_tidsubestemt and t.tidsubestemt_fra is not None and t.opphoert_dato is None
    return f"{end}. Tidsubestemt fra {vis_dato(t.tidsubestemt_fra)}" if lost and t.tidsubestemt_fra else end


def _day(day: date, today: date) -> str:
    near = when(day, today)
    return near if near == vis_dato(day) else f"{vis_dato(day)} ({near[:1].lower()}{near[1:]})"


def household(t: Leieforholdsvisning) -> Pairs:
    """Each application, and how it stands."""
    return [
        (f"Søkt {vis_dato(s.mottatt_dato)}", f"{s.hvem}: {choice(s.slag).lower()}. {_answer(s)}")
        for s in t.husstandssoeknader
    ]


def _answer(s: Husstandsrad) -> str:
    if s.stand == "venter":
        return f"Svar innen {vis_dato(s.svarfrist)}, ellers er den godkjent fra {vis_dato(s.godkjent_ved_taushet_fra)}."
    if s.stand == "godkjent_ved_taushet":
        return f"Godkjent fra {vis_dato(s.godkjent_ved_taushet_fra)}, fordi ingen svarte innen en måned."
    day = f" {vis_dato(s.svar_dato)}" if s.svar_dato else ""
    why = f": {choice(s.svar_grunn).lower()}. {s.svar_begrunnelse}" if s.svar_grunn else "."
    return f"{choice(s.stand)}{day}{why}"


def waiting(t: Leieforholdsvisning) -> list[tuple[int, str]]:
    """The applications that are not answered, as options."""
    open_ = [s for s in t.husstandssoeknader if s.svar_dato is None]
    return [(s.id, f"{s.hvem} ({vis_dato(s.mottatt_dato)})") for s in open_]


def rent(t: Leieforholdsvisning) -> Pairs:
    """What the rent is, and each change of it, the newest first."""
    now = [("Nå", f"{t.husleie} per måned")] if t.husleie is not None else []
    return [*now, *((f"Fra {vis_dato(e.fra_dato)}", _change(e)) for e in reversed(t.leieendringer))]


def _change(e: Leierad) -> str:
    index = f" ({e.kpi_fra} til {e.kpi_til})" if e.kpi_fra and e.kpi_til else ""
    note = f" {e.merknad}" if e.merknad else ""
    told = f"Varslet {vis_dato(e.varslet_dato)}.{note}"
    return f"{e.forrige_husleie} til {e.husleie}, {choice(e.slag).lower()}{index}. {told}"


def follow_up(t: Leieforholdsvisning) -> Pairs:
    """When it is evaluated next, and each talk, the newest first."""
    following = vis_dato(t.neste_evaluering) if t.neste_evaluering else "ikke avtalt"
    pairs = [("Neste evaluering", following)]
    for e in reversed(t.evalueringer):
        said = f" Leieren: {e.leiers_syn}" if e.leiers_syn else ""
        text = f"{choice(e.utfall)}. {e.vurdering}{said} Med: {', '.join(e.deltakere)}."
        pairs.append((f"Evaluert {vis_dato(e.dato)}", text))
    return pairs


def can_run_out(t: Leieforholdsvisning) -> bool:
    """Whether the lease has an end that can still be concluded about."""
    demanded = t.utloep is not None and t.utloep.flytteoppfordring is not None
    return t.til_dato is not None and t.opphoert_dato is None and not t.er_tidsubestemt and not demanded


def is_to_leave(t: Leieforholdsvisning) -> bool:
    return t.utloep is not None and t.utloep.konklusjon != "forlenges"


def expiry(t: Leieforholdsvisning, today: date) -> Pairs:
    """When the lease runs out, what is concluded, and what happens if nobody asks the tenant to move."""
    if t.til_dato is None:
        return [("Leietid", "Leieavtalen har ingen sluttdato.")]
    pairs = [("Leietiden er ute", _day(t.til_dato, today))]
    if t.varsler:
        days = ", ".join(f"{vis_dato(day)} ({months} md.)" for months, day in t.varsler.items())
        pairs.append(("Varsles", days))
    if t.utloep is not None:
        u = t.utloep
        said = f" Leieren: {u.leiers_syn}" if u.leiers_syn else ""
        text = f"{UTLOEPSKONKLUSJONER[u.konklusjon].capitalize()}. {u.grunn}{said}"
        pairs.append((f"Konkludert {vis_dato(u.dato)}", text))
        if u.varslet_dato is not None:
            pairs.append(("Leieren ble varslet", vis_dato(u.varslet_dato)))
        if u.flytteoppfordring is not None:
            by = f", flytt innen {vis_dato(u.flytteoppfordring.flytt_innen)}" if u.flytteoppfordring.flytt_innen else ""
            pairs.append(("Bedt om å flytte", f"{vis_dato(u.flytteoppfordring.sendt_dato)}{by}"))
            return pairs
    if t.opphoert_dato is None and t.tidsubestemt_fra is not None:
        word = "Tidsubestemt fra" if t.er_tidsubestemt else "Blir tidsubestemt fra"
        why = "" if t.er_tidsubestemt else ", hvis leieren ikke er bedt om å flytte før da"
        pairs.append((word, f"{_day(t.tidsubestemt_fra, today)}{why}"))
    return pairs


def may_give_notice(t: Leieforholdsvisning) -> bool:
    """Whether nothing stands in the way that the page can know."""
    fallen = t.oppsigelse is not None and t.oppsigelse.stand in {"falt_bort", "satt_til_side"}
    return t.opphoert_dato is None and t.er_tidsubestemt and (t.oppsigelse is None or fallen)


def no_notice(t: Leieforholdsvisning) -> str:
    """What there is to say when nobody has given notice."""
    if t.er_tidsubestemt or t.til_dato is None:
        return "Ingen har sagt opp leieavtalen."
    return "En tidsbestemt leieavtale kan ikke sies opp i leietiden (husleieloven § 9-2)."


def notice(t: Leieforholdsvisning) -> Pairs:
    """The notice and how it stands."""
    if t.oppsigelse is None:
        return []
    o = t.oppsigelse.oppsigelse
    pairs = [("Sagt opp av", choice(o.av).lower()), ("Mottatt", vis_dato(o.mottatt_dato))]
    if o.grunnlag is not None:
        pairs.append(("Grunn", f"{OPPSIGELSESGRUNNER[o.grunnlag].capitalize()}. {o.begrunnelse}"))
    pairs += [("Siste dag", vis_dato(o.opphoer_dato)), ("Nå", STANDS[t.oppsigelse.stand])]
    if t.oppsigelse.stand == "loeper" and t.oppsigelse.protestfrist is not None:
        pairs.append(("Protest innen", vis_dato(t.oppsigelse.protestfrist)))
    if o.protest_dato is not None:
        pairs.append((f"Protest {vis_dato(o.protest_dato)}", o.protest))
    if t.oppsigelse.stand == "protestert" and t.oppsigelse.soeksmaalsfrist is not None:
        pairs.append(("Reis sak innen", vis_dato(t.oppsigelse.soeksmaalsfrist)))
    return pairs


def moved_out(t: Leieforholdsvisning) -> Pairs:
    """What the protocol says."""
    u = t.utflytting
    if u is None:
        return []
    keys = ", ".join(f"{n.antall} stk. {n.merke}" for n in u.noekler) or "ingen"
    pairs = [
        ("Flyttet ut", f"{vis_dato(u.dato)}, {choice(u.grunn).lower()}"),
        ("Nøkler tilbake", keys),
        ("Tilstand", u.tilstand),
        ("Krav mot leieren", u.krav),
        ("Etterlatte ting", u.etterlatt),
        ("Ledig fra", vis_dato(u.ledig_fra) if u.ledig_fra else "ikke kjent"),
        ("Tomgang til nå", str(t.tomgang) if t.tomgang else ""),
        ("Registrert av", u.registrert_av),
    ]
    return [(what, value) for what, value in pairs if value]
