"""What someone has begun to write and not saved: kept apart from the case until it is done or thrown away."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from boligtildeling.domain.base import Base, Tidspunkt, Verdi
from boligtildeling.domain.skjerming import Sladding

ADRESSEFELT = frozenset({"adresse", "bruksenhetsnummer"})
"""The fields of a form that tell where someone lives."""

Felter = Mapping[str, Any]
"""What stands in each field of a form, as it was typed; a part of a form is fields in fields, a list is a list."""


class Utkast(Base):
    """What one user has typed in one form, in one case or outside of all. It is no part of the case.

    `skjema` names the form: the act, and what it is about where there may be several. `sett_versjon` is the version of
    the case that was on the screen.
    """

    __tablename__ = "utkast"

    id: Mapped[int] = mapped_column(primary_key=True)
    bruker: Mapped[str] = mapped_column(ForeignKey("bruker.navn"), index=True)
    saksnummer: Mapped[str | None] = mapped_column(ForeignKey("sak.saksnummer"), index=True)
    skjema: Mapped[str]
    felter: Mapped[dict[str, Any]] = mapped_column(Verdi(dict[str, Any]))
    sett_versjon: Mapped[int | None]
    skrevet_tidspunkt: Mapped[datetime] = mapped_column(Tidspunkt)


def er_strengt_fortrolig(felter: Felter) -> bool:
    """Whether someone in the form is said to have the strictest address protection."""
    return any(
        verdi == "strengt_fortrolig" or (isinstance(verdi, Mapping) and er_strengt_fortrolig(verdi)) or _i_liste(verdi)
        for verdi in felter.values()
    )


def _i_liste(verdi: Any) -> bool:
    return isinstance(verdi, list) and any(isinstance(v, Mapping) and er_strengt_fortrolig(v) for v in verdi)


def uten_adresse(felter: Felter, boligens: tuple[str, ...] = ()) -> dict[str, Any]:
    """The same without the fields for an address, and without every text that says one of `boligens`.

    Hjemmel: folkeregisterloven § 10-4.
    """
    sladding = Sladding("", boligens)
    return {navn: _uten(verdi, boligens, sladding) for navn, verdi in felter.items() if navn not in ADRESSEFELT}


def _uten(verdi: Any, boligens: tuple[str, ...], sladding: Sladding) -> Any:
    if isinstance(verdi, Mapping):
        return uten_adresse(verdi, boligens)
    if isinstance(verdi, list):
        return [_uten(v, boligens, sladding) for v in verdi]
    return None if isinstance(verdi, str) and sladding.finnes_i(verdi) else verdi
