"""What the drawings of the application hold: who is in the household, and where the applicant has lived."""

from datetime import date

from boligtildeling.casework.views.saksformer import Saksvisning, TidligereLeie
from boligtildeling.domain.datoer import alder
from boligtildeling.domain.sak import MidlertidigBotilbud
from boligtildeling.domain.soeknad import SKJERMET, Adressebeskyttelse, Husstandsmedlem, Person
from ui.picture_facts import Figure, Mark, Period
from ui.words import choice


def family(sak: Saksvisning, today: date) -> tuple[Figure, ...]:
    """Those who apply, then the household in the order of the application."""
    s = sak.soeknad
    applicants = [_applicant(s.soeker, "søker", today)]
    if s.medsoeker is not None:
        applicants.append(_applicant(s.medsoeker, "medsøker", today))
    return (*applicants, *(_member(m, today) for m in s.husstand))


def _applicant(p: Person, what: str, today: date) -> Figure:
    notes = (_with_age(what, p.foedselsdato, today), *_protection(p.adressebeskyttelse))
    return Figure(p.navn, notes, is_applicant=True)


def _member(m: Husstandsmedlem, today: date) -> Figure:
    lives = () if m.bor == "fast" else (choice(m.bor).lower(),)
    notes = (_with_age(choice(m.relasjon).lower(), m.foedselsdato, today), *lives, *_protection(m.adressebeskyttelse))
    return Figure(m.navn, notes, is_child=m.er_barn(today), is_part_time=m.bor != "fast")


def _with_age(what: str, born: date | None, today: date) -> str:
    return f"{what}, {alder(born, today)} år" if born is not None and born <= today else what


def _protection(protection: Adressebeskyttelse | None) -> tuple[str, ...]:
    return (choice(protection).lower(),) if protection in SKJERMET else ()


def housing(sak: Saksvisning) -> tuple[tuple[Period, ...], tuple[Mark, ...]]:
    """Where the applicant has lived and lives, as far as the case knows days: now, temporarily, by lease."""
    home, lease = sak.soeknad.bosituasjon, sak.kontrakt
    end = home.maa_flytte_innen or home.forventet_ut_dato
    periods = [_earlier(lease) for lease in sak.tidligere_leie]
    periods += [Period(f"Ved søknaden: {choice(home.type).lower()}", home.siden, end)] if home.siden or end else []
    periods += [_temporary(stay) for stay in sak.midlertidige_botilbud]
    if lease is not None:
        periods.append(Period("Leieavtale om kommunal bolig", lease.fra_dato, lease.til_dato, "filled"))
    if not periods:
        return (), ()
    marks = [Mark("Søknad", sak.soeknad.mottatt_dato, "diamond")]
    if home.maa_flytte_innen is not None:
        marks.append(Mark("Må flytte innen", home.maa_flytte_innen, "triangle"))
    if sak.utlevering is not None:
        marks.append(Mark("Nøkkel", sak.utlevering.tidspunkt.date(), "square"))
    return tuple(periods), tuple(marks)


def _earlier(lease: TidligereLeie) -> Period:
    length = ", kort kontrakt" if lease.er_kort else ""
    return Period(f"Kommunal bolig før{length}", lease.fra_dato, lease.til_dato, "filled")


def _temporary(stay: MidlertidigBotilbud) -> Period:
    return Period("Midlertidig botilbud", stay.fra_dato, stay.til_dato, "hatched")
