"""Letting people in to cases: a leader does, and IT only where no leader can."""

from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.drift import Bruker, Rolle
from boligtildeling.domain.feil import Inputfeil, Ugyldig, nekt
from boligtildeling.domain.tilgang import LEDER, Innpass, utvider
from boligtildeling.forsegling import FeilNoekkel

_PROEVE, _SAMMENHENG = b"boligtildeling", b"boligtildeling innslipp"


def innpass(bruker: Bruker) -> Innpass:
    """What lets the user in as they stand now."""
    return Innpass(cast(Rolle, bruker.rolle), frozenset(bruker.funksjoner), bruker.os_navn, bruker.er_aktiv)


def slipper_inn(arbeid: Arbeid, foer: Innpass | None, etter: Innpass, kode: str | None) -> bool:
    """Whether whoever acts may let a user from `foer` in to `etter`.

    A leader may, and whoever has the recovery code of the folder. Without any leader IT appoints the first one.
    Raises `Ugyldig` for a code that does not fit.
    """
    if arbeid.bruker.rolle in LEDER or not utvider(foer, etter):
        return True
    if kode is not None:
        return krev_koden(arbeid, kode)
    return etter.rolle in LEDER and not har_leder(arbeid.session)


def krev_koden(arbeid: Arbeid, kode: str) -> bool:
    """True for the recovery code of this folder: it opens everything anyway. Raises `Ugyldig` for another one."""
    skap = arbeid.rammer.noekkelskap
    try:
        skap.aapne_med_koden(skap.forsegl_til_koden(_PROEVE, _SAMMENHENG), kode, _SAMMENHENG)
    except FeilNoekkel:
        raise Ugyldig(Inputfeil("/gjenopprettingskode", "Koden passer ikke.")) from None
    return True


def har_leder(session: Session, uten: str | None = None) -> bool:
    """Whether a leader, other than `uten`, is here."""
    ledere = select(Bruker.navn).where(Bruker.rolle.in_(LEDER), Bruker.er_aktiv)
    if uten is not None:
        ledere = ledere.where(Bruker.navn != uten)
    return session.scalar(ledere.limit(1)) is not None


def krev_leder_igjen(arbeid: Arbeid, foer: Bruker, etter: Innpass) -> None:
    """Refuses with ROLLE what would leave the folder without a leader: then nobody could let anyone in."""
    var_leder = foer.er_aktiv and foer.rolle in LEDER
    blir_leder = etter.er_aktiv and etter.rolle in LEDER
    if var_leder and not blir_leder and not har_leder(arbeid.session, uten=foer.navn):
        nekt("ROLLE", "Dette er den eneste teamlederen. Registrer en ny først.", loeses_av="teamleder")
