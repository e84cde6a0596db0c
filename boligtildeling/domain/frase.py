"""Sentences to begin with in a decision: the kommune's own laid over ours, and the open places in them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, get_args

Frasefelt = Literal["begrunnelse", "bistand", "vilkaar"]
FRASEFELT: tuple[Frasefelt, ...] = get_args(Frasefelt)
LENGSTE = 2_000
_AAPENT = re.compile(r"\[[^\[\]\n]*\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frase:
    """A sentence with the name it is chosen by, and the part of the decision it belongs in.

    What stands in brackets is open: it is written for each applicant. `grunn` and `oppfylles` only for a condition.
    """

    navn: str
    felt: Frasefelt
    tekst: str
    grunn: str = ""
    oppfylles: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frasesamling:
    """The sentences to choose from, and a sentence for each of the kommune's own that cannot be used."""

    fraser: tuple[Frase, ...]
    feil: tuple[str, ...] = field(default=())


def legg_over(vaare: Iterable[Frase], egne: Iterable[Frase]) -> tuple[Frase, ...]:
    """Ours with the kommune's own in the place of those with the same name, then its other ones.

    One of the kommune's own without any text takes ours away.
    """
    etter_navn = {frase.navn: frase for frase in vaare}
    etter_navn |= {frase.navn: frase for frase in egne}
    return tuple(frase for frase in etter_navn.values() if frase.tekst)


def aapne_steder(tekst: str) -> tuple[tuple[int, int], ...]:
    """Where something in brackets is still to be written."""
    return tuple(treff.span() for treff in _AAPENT.finditer(tekst))
