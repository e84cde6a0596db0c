"""What is kept, what may be disposed of when, and what has been disposed of."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.kassasjonsslag import SLAG
from boligtildeling.casework.kopi import som
from boligtildeling.casework.visning import visning
from boligtildeling.domain.bevaring import Bevaringsregel, Kassasjon
from boligtildeling.domain.tilgang import DRIFT, Adgang


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Bevaringsrad:
    """One line of the plan, with how much may go today, and the day when more may."""

    id: str
    hva: str
    tiltak: str
    varighet: str
    hjemmel: str
    merknad: str
    kan_kasseres: int
    kan_kasseres_fra: date | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kassasjonsrad:
    """What was disposed of."""

    id: int
    slag: str
    antall: int
    fra_dato: date
    til_dato: date
    kassert_av: str
    kassert_tidspunkt: datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Bevaringsvisning:
    """The plan by its version, and the disposals, newest first."""

    plan: str
    regler: tuple[Bevaringsrad, ...]
    kassasjoner: tuple[Kassasjonsrad, ...]


def bevaring(arbeid: Arbeid) -> Bevaringsvisning:
    """What may be disposed of when."""
    plan = arbeid.rammer.bevaringsplan
    rader = arbeid.session.scalars(select(Kassasjon).order_by(Kassasjon.id.desc()))
    return Bevaringsvisning(
        plan=plan.versjon,
        regler=tuple(_rad(arbeid, regel) for regel in plan.regler.values()),
        kassasjoner=tuple(som(Kassasjonsrad, k) for k in rader),
    )


def _rad(arbeid: Arbeid, regel: Bevaringsregel) -> Bevaringsrad:
    vist = arbeid.rammer.lov_naa(arbeid.session).vis(arbeid.i_dag)
    antall, fra = 0, None
    if regel.tiltak == "kasseres":
        slag = SLAG[regel.id]
        antall = slag.mengde(arbeid.session, regel.grense(arbeid.i_dag)).antall
        eldste = slag.eldste(arbeid.session)
        fra = eldste + regel.oppbevares if eldste is not None else None
    return Bevaringsrad(
        id=regel.id,
        hva=regel.hva,
        tiltak=regel.tiltak,
        varighet=regel.varighet,
        hjemmel=", ".join(vist[h] for h in regel.hjemler),
        merknad=regel.merknad,
        kan_kasseres=antall,
        kan_kasseres_fra=fra,
    )


BEVARING = visning("bevaring", "Hva som kan kasseres når", bevaring, adgang=Adgang(DRIFT, ("arkiv",)))
