"""What the kommune has decided about arrears, as data: the purreplan, and the ladder of measures."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from boligtildeling.domain.boforhold.purreplan import Purresteg
from boligtildeling.domain.boforhold.virkemiddel import Trinn


@cache
def purreplan() -> tuple[Purresteg, ...]:
    """The steps in the order of their days."""
    steg = (Purresteg(**rad) for rad in _les("purreplan.toml")["steg"])
    return tuple(sorted(steg, key=lambda s: s.dager_etter_forfall))


@cache
def virkemiddelstige() -> tuple[Trinn, ...]:
    """The rungs, mildest first."""
    trinn = (Trinn(**rad) for rad in _les("virkemidler.toml")["trinn"])
    return tuple(sorted(trinn, key=lambda t: t.trinn))


def _les(fil: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("boforhold", fil).read_text(encoding="utf-8"))
