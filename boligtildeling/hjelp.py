"""Help for window and command line alike, with the kommune's own texts; needs no open database."""

from collections.abc import Sequence

from boligtildeling.clock import Klokke
from boligtildeling.documents.maker import Dokumenter
from boligtildeling.domain.hjelp import Hjelp, Hjelpeside
from boligtildeling.exchange.hjelp import les_hjelp

__all__ = ["les_hjelp", "paa_papir", "sider_om"]


def paa_papir(sider: Sequence[Hjelpeside]) -> bytes:
    """The pages as one PDF that can be read aloud. Raises `Driftsfeil`, `Sperret`."""
    return Dokumenter().hjelpeark(sider, Klokke(None).naa().date())


def sider_om(hjelp: Hjelp, sok: str) -> tuple[Hjelpeside, ...]:
    """The pages where every word of `sok` begins a word, folded as in the search for cases; those with it in the title
    first. All of them when nothing is asked for.
    """
    from boligtildeling.domain.soekeord import brett

    ord_ = brett(sok).split()

    def har(tekst: str) -> bool:
        i_teksten = brett(tekst).split()
        return all(any(t.startswith(o) for t in i_teksten) for o in ord_)

    treff = [side for side in hjelp.sider.values() if har(side.tekst)]
    return tuple(sorted(treff, key=lambda side: not har(side.tittel))) if ord_ else tuple(treff)
