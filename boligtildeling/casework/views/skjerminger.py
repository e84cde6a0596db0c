"""What was taken out of a case: where it stood, by whom and why, and who has seen it since."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.visning import visning
from boligtildeling.domain.historikk import Hendelse
from boligtildeling.domain.skjerming import Skjerming


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Aapning:
    """Two persons saw it: when, who asked, and with whom."""

    tidspunkt: datetime
    bruker: str
    sammen_med: str
    grunn: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Skjermingsvisning:
    """One shielding; what was shielded is not in it."""

    nummer: int
    hvor: str
    grunn: str
    skjermet_av: str
    skjermet_tidspunkt: datetime
    aapninger: tuple[Aapning, ...]


def skjerminger(arbeid: Arbeid) -> tuple[Skjermingsvisning, ...]:
    """Every shielding in the case, oldest first."""
    linjer = arbeid.session.scalars(
        select(Hendelse)
        .where(
            Hendelse.saksnummer == arbeid.sak.saksnummer,
            Hendelse.handling.in_(("skjerm_opplysning", "aapne_skjermet_opplysning")),
        )
        .order_by(Hendelse.id)
    ).all()
    grunner = {h.data["spor"]["skjerming"]: h.data["kommando"]["grunn"] for h in linjer if "steder" in h.data["spor"]}
    rader = arbeid.session.scalars(select(Skjerming).where(Skjerming.saksnummer == arbeid.sak.saksnummer))
    return tuple(
        Skjermingsvisning(
            nummer=s.id,
            hvor=s.hvor,
            grunn=grunner.get(s.id, ""),
            skjermet_av=s.skjermet_av,
            skjermet_tidspunkt=s.skjermet_tidspunkt,
            aapninger=tuple(_aapning(h) for h in linjer if h.data["kommando"].get("skjerming") == s.id),
        )
        for s in rader.all()
    )


def _aapning(h: Hendelse) -> Aapning:
    return Aapning(
        tidspunkt=h.tidspunkt,
        bruker=h.bruker,
        sammen_med=h.data["spor"]["sammen_med"],
        grunn=h.data["kommando"]["grunn"],
    )


SKJERMINGER = visning("skjerminger", "Skjermede opplysninger", skjerminger, om_sak=True)
