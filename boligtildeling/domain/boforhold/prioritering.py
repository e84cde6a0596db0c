"""Which begjæring comes first: computed from what is known, and told with its reasons."""

from dataclasses import dataclass

from boligtildeling.domain.boforhold.begjaering import KRISER, PRIORITETER, Prioritet

ELDRE_FRA = 67
"""Age in years from which a household counts as old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prioritetsfakta:
    """What the priority is computed from. `tidligere` counts earlier begjæringer against the same tenant."""

    tidligere: int = 0
    krise: str | None = None
    eldste: int | None = None
    antall_barn: int = 0
    har_systemsvikt: bool = False


@dataclass(frozen=True, slots=True)
class Prioritering:
    """The group that decides, its place in the queue (0 is first), and a sentence for each group that fits."""

    prioritet: Prioritet
    rang: int
    grunner: tuple[str, ...]


def prioriter(fakta: Prioritetsfakta) -> Prioritering:
    """The first group that fits decides: gjenganger, krise, eldre, barn, systemsvikt, and last debutant.

    Source: the fag document on boforhold, row 9 (Oslo).
    """
    treff = tuple((prioritet, grunn) for prioritet in PRIORITETER if (grunn := _grunn(prioritet, fakta)))
    foerste = treff[0][0]
    return Prioritering(foerste, PRIORITETER.index(foerste), tuple(grunn for _, grunn in treff))


def _begjaeringer(antall: int) -> str:
    return "1 begjæring" if antall == 1 else f"{antall} begjæringer"


def _grunn(prioritet: Prioritet, fakta: Prioritetsfakta) -> str:
    """Why the group fits; empty when it does not."""
    match prioritet:
        case "gjenganger":
            return f"Leieren har hatt {_begjaeringer(fakta.tidligere)} før." if fakta.tidligere else ""
        case "krise":
            return f"Krise: {KRISER[fakta.krise]}." if fakta.krise else ""
        case "eldre":
            er_gammel = fakta.eldste is not None and fakta.eldste >= ELDRE_FRA
            return f"Den eldste i husstanden er {fakta.eldste} år." if er_gammel else ""
        case "barn":
            return f"Det bor {fakta.antall_barn} barn i husstanden." if fakta.antall_barn else ""
        case "systemsvikt":
            return "Noe kan ha sviktet hos oss." if fakta.har_systemsvikt else ""
        case "debutant":
            return "Ingen tidligere begjæring er kjent." if not fakta.tidligere else ""
