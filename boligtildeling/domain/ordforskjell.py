"""What differs between two texts, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_ORD_OG_LUFT = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True, repr=False)
class Tekstdel:
    """A run of text that is alike in both, was taken out, or was put in."""

    slag: Literal["likt", "borte", "nytt"]
    tekst: str


def ordforskjell(fra: str, til: str) -> tuple[Tekstdel, ...]:
    """The new text with what was taken out in its place: all but `nytt` is the old text, all but `borte` the new."""
    gammel, ny = _ORD_OG_LUFT.findall(fra), _ORD_OG_LUFT.findall(til)
    deler: list[Tekstdel] = []
    for slag, a, b, c, d in SequenceMatcher(None, gammel, ny, autojunk=False).get_opcodes():
        if slag == "equal":
            deler.append(Tekstdel("likt", "".join(ny[c:d])))
            continue
        if a < b:
            deler.append(Tekstdel("borte", "".join(gammel[a:b])))
        if c < d:
            deler.append(Tekstdel("nytt", "".join(ny[c:d])))
    return tuple(deler)
