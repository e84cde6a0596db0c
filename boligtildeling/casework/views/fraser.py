"""The sentences that a caseworker may begin with in a decision."""

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.visning import visning
from boligtildeling.domain.feil import Inputfeil, Ugyldig
from boligtildeling.domain.frase import Frasesamling
from boligtildeling.domain.soeknad import MAALFORMER
from boligtildeling.domain.tilgang import ALLE, Adgang


def fraser(arbeid: Arbeid, maalform: str = "nb") -> Frasesamling:
    """Those of a målform, the kommune's own over ours. Raises `Ugyldig` for a målform that there is none of."""
    valgt = next((m for m in MAALFORMER if m == maalform), None)
    if valgt is None:
        raise Ugyldig(Inputfeil("/maalform", f"Målformen finnes ikke. Velg en av: {', '.join(MAALFORMER)}."))
    return arbeid.rammer.fraser.les(valgt)


FRASER = visning("fraser", "Setninger å begynne med i et vedtak", fraser, adgang=Adgang(ALLE))
