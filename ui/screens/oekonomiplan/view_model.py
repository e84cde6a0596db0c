"""The month in sums while the plan is typed, what to begin with, and when money comes and goes after moving in."""

from dataclasses import dataclass
from typing import Literal

from boligtildeling.casework.views.saksformer import Saksvisning
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.penger import Kroner, summer
from boligtildeling.domain.planer import Budsjettpost, Oekonomiplan
from ui.picture_facts import Mark, Period, Step, steps
from ui.words import choice

MOST_POSTS = 8
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Month:
    """The budget as it stands in the form."""

    sums: list[tuple[str, str, str]]
    left: Kroner
    rent: Kroner | None
    has_living: bool

    @property
    def left_in_words(self) -> str:
        """What is left; before the plan is stored, subsistence is not yet reckoned."""
        return (
            f"Igjen til husleie: {self.left}" if self.has_living else f"Igjen til livsopphold og husleie: {self.left}"
        )

    @property
    def verdict(self) -> tuple[str, Literal["ok", "advarsel", "rolig"]]:
        """Whether the rent is covered, in words and colour."""
        if self.rent is None or not self.has_living:
            return "Husleien er ikke kjent ennå", "rolig"
        if self.left >= self.rent:
            return f"Husleie {self.rent}: dekket", "ok"
        return f"Husleie {self.rent}: mangler {self.rent - self.left}", "advarsel"


def starting_plan(sak: Saksvisning) -> Oekonomiplan:
    """The stored plan, or a first one out of what the applicant has stated."""
    if sak.oekonomiplan is not None:
        return sak.oekonomiplan
    s = sak.soeknad
    poster = [
        *(_post("inntekt", p.type, p.per_maaned, p.utbetales_dag) for p in s.inntekter),
        *(_post("utgift", p.type, p.per_maaned, None) for p in s.utgifter),
        *(_post("gjeld", g.kreditor, g.per_maaned, None) for g in s.gjeld if g.per_maaned),
    ]
    return Oekonomiplan(poster=tuple(poster))


def _post(slag: Literal["inntekt", "utgift", "gjeld"], navn: str, beloep: Kroner, dag: int | None) -> Budsjettpost:
    return Budsjettpost(slag=slag, navn=navn[:1].upper() + navn[1:], per_maaned=beloep, utbetales_dag=dag)


def month(sak: Saksvisning, poster: tuple[Budsjettpost, ...], monthly_debt: Kroner | None) -> Month:
    """The sums of what stands in the form, with the household's subsistence as the program reckons it."""
    plan = Oekonomiplan(poster=poster)
    living = sak.budsjett.livsopphold if sak.budsjett is not None else Kroner.null()
    debt = monthly_debt or Kroner.null()
    left = plan.til_husleie_og_livsopphold - debt - living
    sums = [
        ("Inntekter", str(plan.sum("inntekt")), ""),
        ("Utgifter", str(-plan.sum("utgift")), ""),
        ("Gjeld", str(-plan.sum("gjeld")), ""),
    ]
    if debt:
        sums.append(("Nedbetaling av gammel husleie", str(-debt), ""))
    if sak.budsjett is not None:
        since = f"anslag, sats fra {vis_dato(sak.budsjett.sats_fra)}" if sak.budsjett.sats_fra else "anslag"
        sums.append(("Livsopphold", str(-living), since))
    return Month(sums, left, _rent(sak), has_living=sak.budsjett is not None)


def running_rest(sak: Saksvisning, poster: tuple[Budsjettpost, ...], monthly_debt: Kroner | None) -> tuple[Step, ...]:
    """The same month post by post, incomes first; what is small and many of a kind is taken together."""
    amounts: list[tuple[str, Kroner]] = []
    for slag, sign in (("inntekt", 1), ("utgift", -1), ("gjeld", -1)):
        of_kind = [(p.navn, p.per_maaned * sign) for p in poster if p.slag == slag]
        amounts += of_kind if len(of_kind) <= MOST_POSTS else [*of_kind[: MOST_POSTS - 1], _together(of_kind, slag)]
    if monthly_debt:
        amounts.append(("Nedbetaling av gammel husleie", -monthly_debt))
    if sak.budsjett is not None:
        amounts.append(("Livsopphold", -sak.budsjett.livsopphold))
    return steps(amounts)


def _together(of_kind: list[tuple[str, Kroner]], slag: str) -> tuple[str, Kroner]:
    rest = of_kind[MOST_POSTS - 1 :]
    return f"{choice(slag)}, {len(rest)} poster til", summer(amount for _, amount in rest)


def _rent(sak: Saksvisning) -> Kroner | None:
    if sak.kontrakt is not None:
        return sak.kontrakt.husleie
    return sak.bolig.husleie if sak.bolig is not None else None


def calendar(sak: Saksvisning) -> Pairs:
    """When bostøtte can first come, and when rent is next due; empty while there is no lease."""
    if sak.betalingskalender is None:
        return []
    b = sak.betalingskalender.bostoette
    return [
        ("Innflytting", vis_dato(b.innflytting)),
        ("Bostøtte regnes fra", vis_dato(b.situasjonsdato)),
        ("Søk bostøtte innen", vis_dato(b.soeknadsfrist)),
        ("Første utbetaling", vis_dato(b.utbetaling)),
        ("Dager uten bostøtte", str(b.dager_uten_bostoette)),
        ("Neste husleie forfaller", vis_dato(sak.betalingskalender.neste_forfall)),
    ]


def calendar_picture(sak: Saksvisning) -> tuple[tuple[Period, ...], tuple[Mark, ...]]:
    """The same days along a line, and the time that must be bridged; nothing while there is no lease."""
    if sak.betalingskalender is None:
        return (), ()
    b = sak.betalingskalender.bostoette
    gap = Period(f"{b.dager_uten_bostoette} dager uten bostøtte", b.innflytting, b.utbetaling, "hatched")
    marks = (
        Mark("Innflytting", b.innflytting, "square"),
        Mark("Regnes fra", b.situasjonsdato, "diamond", "muted"),
        Mark("Søk innen", b.soeknadsfrist, "triangle", "wrong_text"),
        Mark("Utbetaling", b.utbetaling, "circle", "ok_text"),
    )
    return (gap,), marks
