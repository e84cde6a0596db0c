"""What the kontraktskontroll proposes for a case, and what it says of the choice that stands."""

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.grunnlag import bygg_grunnlag
from boligtildeling.casework.views.saksformer import Raadsvisning
from boligtildeling.domain.grunnlag import Grunnlag
from boligtildeling.domain.kontraktskontroll import advarsler, foreslaa


def kontraktsraad(g: Grunnlag) -> Raadsvisning:
    """The proposal with its reasons, and what stands against the choice, if one is made."""
    raad = foreslaa(g)
    return Raadsvisning(type=raad.type, maaneder=raad.maaneder, grunner=raad.grunner, advarsler=advarsler(g))


def kontraktsraad_for(arbeid: Arbeid) -> Raadsvisning:
    """The same for the case that `arbeid` holds, as it stands in this transaction."""
    return kontraktsraad(bygg_grunnlag(arbeid.session, arbeid.rammer, arbeid.sak, arbeid.i_dag))
