"""A code that a person copies from paper: 128 random bits, with a check that finds a slip."""

from hashlib import sha256
from secrets import token_bytes

_TEGN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 signs: none that looks like another."""
_SOM_LIGNER = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SKILLETEGN = str.maketrans(dict.fromkeys(" -–\t\r\n"))
_BYTES, _PROEVEBITER, _LENGDE, _GRUPPE = 16, 12, 28, 4


class Skrivefeil(Exception):
    """The code is not one that we have made: a sign is wrong, missing or too many."""


def ny_kode() -> str:
    """A new code: seven groups of four signs."""
    tilfeldig = token_bytes(_BYTES)
    tall = (int.from_bytes(tilfeldig) << _PROEVEBITER) | _proeve(tilfeldig)
    tegn = "".join(_TEGN[(tall >> (5 * plass)) & 31] for plass in reversed(range(_LENGDE)))
    return "-".join(tegn[i : i + _GRUPPE] for i in range(0, _LENGDE, _GRUPPE))


def les_kode(tekst: str) -> str:
    """The code as `ny_kode` wrote it, from what a person typed: any case, with or without dashes and spaces.

    Raises `Skrivefeil`.
    """
    tegn = tekst.translate(_SKILLETEGN).upper().translate(_SOM_LIGNER)
    if len(tegn) != _LENGDE or not set(tegn) <= set(_TEGN):
        raise Skrivefeil
    tall = 0
    for ett in tegn:
        tall = tall << 5 | _TEGN.index(ett)
    if tall & ((1 << _PROEVEBITER) - 1) != _proeve((tall >> _PROEVEBITER).to_bytes(_BYTES)):
        raise Skrivefeil
    return "-".join(tegn[i : i + _GRUPPE] for i in range(0, _LENGDE, _GRUPPE))


def _proeve(tilfeldig: bytes) -> int:
    return int.from_bytes(sha256(tilfeldig).digest()[:2]) >> (16 - _PROEVEBITER)
