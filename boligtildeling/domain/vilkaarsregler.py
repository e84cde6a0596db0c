"""What a condition in a decision may not demand: a way to pay, money sent past the applicant, or a consent."""

import re
from collections.abc import Mapping

from boligtildeling.domain.vedtak import Vilkaar

_BETALINGSMAATE = (
    r"avtale-?\s?giro",
    r"autogiro",
    r"\b(?:fast|husleie-?|lønns-?|påleggs-?)\s?trekk\b",
    r"\btrekk(?:es|ast)?\b[^.]{0,30}\b(?:lønn|trygd|pensjon|uføretrygd|ytelse|yting)",
)
_DIREKTE_OVERFOERING = (
    r"\bdirekte\s+(?:over|til\s+(?:utleier|utleigar|kommun|boligadmin))",
    r"\boverfør\w*\b[^.]{0,40}\bdirekte\b",
)
_TRANSPORT_AV_BOSTOETTE = (
    r"\b(?:transport|overfør\w*)\b[^.]{0,40}\b(?:bostøtte|bustøtte)",
    r"\b(?:bostøtte|bustøtte)\w*\b[^.]{0,40}\b(?:transport|overfør)",
)
_KAN_IKKE_KREVES: Mapping[str, tuple[str, ...]] = {
    "En bestemt måte å betale på kan tilbys, ikke kreves (husleieloven § 3-3).": _BETALINGSMAATE,
    "Sosialhjelp kan ikke gå utenom søkeren som vilkår (sosialtjenesteloven § 21 fjerde ledd).": _DIREKTE_OVERFOERING,
    "Bostøtte overføres bare etter frivillig samtykke (bustøttelova § 9).": _TRANSPORT_AV_BOSTOETTE,
    "Et samtykke er frivillig og kan ikke være et vilkår (personvernforordningen artikkel 7).": (r"\bsamtykk",),
}
_GAMMEL_GJELD = (
    r"\b(?:betal|innfri|gjør\w* opp|gjort opp|gjer\w* opp)\w*\b[^.]{0,60}\b(?:restanse|gammel|tidligere|gjeld|skyld)",
    r"\b(?:restanse\w*|gjeld\w*|(?:tidligere|gammel) husleie)\b[^.]{0,60}\b(?:betalt|innfridd|oppgjort|gjort opp)",
)


def kan_ikke_kreves(vilkaar: Vilkaar) -> tuple[str, ...]:
    """Why the condition may not stand as it is written, in sentences; empty when it may.

    Hjemmel: husleieloven § 3-3, sosialtjenesteloven § 21 fjerde ledd, bustøttelova § 9,
    personvernforordningen artikkel 7.
    """
    krevd = _krevd(vilkaar)
    return tuple(grunn for grunn, ord_ in _KAN_IKKE_KREVES.items() if _staar(ord_, krevd))


def krever_gammel_gjeld_betalt(vilkaar: Vilkaar) -> bool:
    """Whether old rent is to be paid before the home: an agreement on paying it down is what can be asked for."""
    krevd = _krevd(vilkaar)
    return _staar(_GAMMEL_GJELD, krevd) and not _staar((r"\bavtale",), krevd)


def _staar(ord_: tuple[str, ...], krevd: str) -> bool:
    return any(re.search(o, krevd, re.IGNORECASE) for o in ord_)


def _krevd(vilkaar: Vilkaar) -> str:
    return " ".join(f"{vilkaar.tekst}. {vilkaar.oppfylles}".split())
