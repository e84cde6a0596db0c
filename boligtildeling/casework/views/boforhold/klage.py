"""Complaints as a screen, a robot or a printout may read them."""

from dataclasses import dataclass
from datetime import date

from boligtildeling.casework.kopi import som
from boligtildeling.domain.boforhold.klage import Klage, Klagebehandling, klagefrist, svarfrist


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Klagevisning:
    """A complaint about part `del_` of decision number `vedtak`, and how far it has come.

    `svarfrist` is None when the unit has decided it or passed it on.
    """

    id: int
    vedtak: int
    del_: str
    klager: str
    innhold: str
    mottatt_dato: date
    avsendt_dato: date | None
    underrettet_dato: date
    klagefrist: date
    er_rettidig: bool
    forsinket_fordi: str | None
    ber_om_utsettelse: bool
    stanser_vedtaket: bool
    klageinstans: str | None
    behandling: Klagebehandling
    er_avgjort: bool
    svarfrist: date | None


def klagevisning(klage: Klage, klageinstans: str | None) -> Klagevisning:
    """Fills the view."""
    frist = klagefrist(klage.underrettet_dato)
    return som(Klagevisning, klage, klagefrist=frist, klageinstans=klageinstans, svarfrist=svarfrist(klage))
