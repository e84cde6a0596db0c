"""Moving out: the keys back, how the dwelling was left, and what it costs while it stands empty."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from boligtildeling.domain.kontrakt import Noekkel
from boligtildeling.domain.penger import Kroner, summer

Utflyttingsgrunn = Literal["oppsigelse", "utloep", "ny_bolig", "flytter_selv", "utkastelse", "doed", "annet"]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Utflytting:
    """What the protocol says: the day, the keys that came back, how the dwelling was left, what is claimed for it.

    Hjemmel: husleieloven §§ 10-2 og 10-3.
    """

    dato: date
    grunn: Utflyttingsgrunn
    noekler: tuple[Noekkel, ...]
    tilstand: str
    krav: str
    etterlatt: str
    ledig_fra: date | None
    registrert_av: str


def manglende_noekler(utlevert: Iterable[Noekkel], levert: Iterable[Noekkel]) -> tuple[Noekkel, ...]:
    """Keys that were handed out and have not come back, by mark."""
    mangler = Counter({n.merke: n.antall for n in utlevert})
    for noekkel in levert:
        mangler[noekkel.merke] -= noekkel.antall
    return tuple(Noekkel(merke=merke, antall=antall) for merke, antall in mangler.items() if antall > 0)


def tomgang(husleie: Kroner, fra: date, til: date) -> Kroner:
    """The rent lost from and including `fra` to and including `til`, by days of each month; none when `til` is before.

    `husleie` is kroner per month.
    """
    deler, dag = [], fra
    while dag <= til:
        lengde = monthrange(dag.year, dag.month)[1]
        siste = min(til, dag.replace(day=lengde))
        deler.append(husleie.andel((siste - dag).days + 1, lengde))
        dag = siste + timedelta(days=1)
    return summer(deler)
