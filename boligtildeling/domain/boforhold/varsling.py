"""Warnings before debt collection and eviction: when each may be sent, and what it must say to count."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta
from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, KronerKolonne
from boligtildeling.domain.datoer import vis_dato
from boligtildeling.domain.feil import Sperre
from boligtildeling.domain.frist import tidligste_dag_etter
from boligtildeling.domain.penger import Kroner

Leievarselslag = Literal["purring", "inkassovarsel", "varsel_4_18", "varsel_9_11"]
Fravikelsesgrunn = Literal["a", "b", "c", "d"]
Varselgrunn = Literal["a", "b"]
"""The grounds that the tenant is warned of before eviction: rent, and a term that is out."""
INKASSOL_9 = "inkassoloven § 9"
TVANGSL_4_18, TVANGSL_4_19 = "tvangsfullbyrdelsesloven § 4-18", "tvangsfullbyrdelsesloven § 4-19"
TVANGSL_13_2 = "tvangsfullbyrdelsesloven § 13-2 tredje ledd"
HUSLL_9_11 = "husleieloven § 9-11"
INKASSOFRIST_DAGER = 14
VENTETID_UKER = 2
VARSEL_HOLDER_AAR = 1


class Leievarsel(Base):
    """A warning that was sent because of the tenancy.

    `frist` is what it gave the tenant to pay or answer by; `gjelder` is the ground that a warning of eviction names;
    `leier_varslet_dato` is when the tenant was told of a warning to sosialtjenesten.
    """

    __tablename__ = "leievarsel"
    __table_args__ = (
        CheckConstraint("slag IN ('purring','inkassovarsel','varsel_4_18','varsel_9_11')", name="slag"),
        CheckConstraint("gjelder IS NULL OR gjelder IN ('a','b')", name="gjelder"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    saksnummer: Mapped[str] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    slag: Mapped[str]
    sendt_dato: Mapped[date]
    maate: Mapped[str]
    frist: Mapped[date | None]
    gjelder: Mapped[str | None]
    beloep: Mapped[Kroner | None] = mapped_column(KronerKolonne)
    gebyr: Mapped[Kroner] = mapped_column(KronerKolonne)
    leier_varslet_dato: Mapped[date | None]
    sendt_av: Mapped[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Varselfakta:
    """What decides whether a warning may be sent, and counts.

    `eldste_forfall` is when the oldest unpaid claim fell due, `utloep` when a fixed term ends or has ended.
    """

    slag: Leievarselslag
    sendes: date
    eldste_forfall: date | None
    frist: date | None = None
    gjelder: Varselgrunn | None = None
    utloep: date | None = None
    har_reservert_seg: bool = False
    leier_varslet: date | None = None
    har_klausul: bool = True
    er_sagt_opp_eller_hevet: bool = False


def sperrer_for_varsel(f: Varselfakta) -> tuple[Sperre, ...]:
    """Everything that stands against sending this warning now, and from which day it may be sent."""
    return {
        "purring": _purring,
        "inkassovarsel": _inkassovarsel,
        "varsel_4_18": _varsel_4_18,
        "varsel_9_11": _varsel_9_11,
    }[f.slag](f)


def _ingen_restanse() -> Sperre:
    return Sperre("RESTANSE", "Det står ingen restanse på leieforholdet.")


def _purring(f: Varselfakta) -> tuple[Sperre, ...]:
    """A reminder is about rent that has fallen due."""
    return () if f.eldste_forfall is not None and f.sendes > f.eldste_forfall else (_ingen_restanse(),)


def _inkassovarsel(f: Varselfakta) -> tuple[Sperre, ...]:
    """Sent after the due day, with at least 14 days to pay.

    Hjemmel: inkassoloven § 9.
    """
    if f.eldste_forfall is None:
        return (_ingen_restanse(),)
    funn: list[Sperre] = []
    if f.sendes <= f.eldste_forfall:
        dag = vis_dato(f.eldste_forfall + timedelta(days=1))
        funn.append(Sperre("FRIST", f"Inkassovarselet sendes etter forfall, tidligst {dag}.", INKASSOL_9))
    minst = f.sendes + timedelta(days=INKASSOFRIST_DAGER)
    if f.frist is None or f.frist < minst:
        grunn = f"Leieren skal ha minst 14 dager: fristen kan tidligst være {vis_dato(minst)}."
        funn.append(Sperre("FRIST", grunn, INKASSOL_9))
    return tuple(funn)


def _varsel_4_18(f: Varselfakta) -> tuple[Sperre, ...]:
    """Sent on the due day at the earliest, and about what the lease lets eviction be asked for.

    That it says what will happen, and for rent that payment stops it, is demanded of the letter.

    Hjemmel: tvangsfullbyrdelsesloven §§ 4-18 og 13-2.
    """
    if f.gjelder is None:
        return (
            Sperre(
                "VARSEL", "Si hva varselet gjelder: leie som ikke er betalt, eller leietid som er ute.", TVANGSL_4_18
            ),
        )
    funn: list[Sperre] = []
    forfall = f.eldste_forfall if f.gjelder == "a" else f.utloep
    if f.gjelder == "a" and forfall is None:
        funn.append(_ingen_restanse())
    elif forfall is None:
        funn.append(Sperre("UTLOEP", "Leieavtalen har ingen sluttdato.", TVANGSL_13_2))
    elif f.sendes < forfall:
        grunn = f"Varselet kan tidligst sendes {vis_dato(forfall)}, på forfallsdagen."
        funn.append(Sperre("FRIST", grunn, TVANGSL_4_18))
    if not f.har_klausul:
        funn.append(Sperre("KLAUSUL", "Leieavtalen sier ikke at fravikelse kan kreves av denne grunnen.", TVANGSL_13_2))
    return tuple(funn)


def _varsel_9_11(f: Varselfakta) -> tuple[Sperre, ...]:
    """To sosialtjenesten, unless the tenant has reserved against it; the tenant is told no later than the same day.

    Hjemmel: husleieloven § 9-11.
    """
    if f.har_reservert_seg:
        return (
            Sperre("RESERVERT", "Leieren har reservert seg mot varsel til sosialtjenesten.", HUSLL_9_11, "leieren"),
        )
    funn: list[Sperre] = []
    if f.eldste_forfall is None and not f.er_sagt_opp_eller_hevet:
        funn.append(
            Sperre("VARSEL", "Det er ikke grunnlag for å begjære fravikelse, så du kan ikke varsle.", HUSLL_9_11)
        )
    if f.leier_varslet is None or f.leier_varslet > f.sendes:
        grunn = "Leieren skal få vite om varselet senest samtidig. Skriv datoen leieren får beskjed."
        funn.append(Sperre("VARSEL", grunn, HUSLL_9_11))
    return tuple(funn)


def inkassovarsel_er_ute(frist: date) -> date:
    """The first day something may follow an inkassovarsel: the day after the day it gave.

    Hjemmel: inkassoloven § 9.
    """
    return frist + timedelta(days=1)


def varsel_er_ute(sendt: date) -> date:
    """The first day a petition may follow a warning of eviction, or to sosialtjenesten: two weeks must have gone.

    Hjemmel: tvangsfullbyrdelsesloven § 4-18, husleieloven § 9-11.
    """
    return tidligste_dag_etter(sendt, uker=VENTETID_UKER)


def varsel_er_for_gammelt(sendt: date, i_dag: date) -> bool:
    """Whether a warning of eviction is more than a year old, so that a new one must be sent.

    Hjemmel: tvangsfullbyrdelsesloven § 4-19.
    """
    return i_dag > sendt + relativedelta(years=VARSEL_HOLDER_AAR)
