"""The tenancy of a case as a screen, a robot or a printout may read it."""

from dataclasses import dataclass
from datetime import date

from boligtildeling.domain.boforhold.leieforhold import Leieforhold
from boligtildeling.domain.penger import Kroner


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Leieforholdsvisning:
    """The tenancy; `husleie` is kroner per month, `til_dato` None for a lease with no end or no lease at all."""

    begynt_dato: date
    opphoert_dato: date | None
    boligid: str | None
    husleie: Kroner | None
    fra_dato: date | None
    til_dato: date | None
    kontrakter: tuple[str, ...]
    """The cases that the leases were written in, oldest first."""


def leieforholdsvisning(leieforhold: Leieforhold) -> Leieforholdsvisning:
    """Fills the view."""
    kontrakt = leieforhold.kontrakt
    return Leieforholdsvisning(
        begynt_dato=leieforhold.begynt_dato,
        opphoert_dato=leieforhold.opphoert_dato,
        boligid=kontrakt.boligid if kontrakt else None,
        husleie=kontrakt.husleie if kontrakt else None,
        fra_dato=kontrakt.fra_dato if kontrakt else None,
        til_dato=kontrakt.til_dato if kontrakt else None,
        kontrakter=tuple(k.saksnummer for k in leieforhold.kontrakter),
    )
