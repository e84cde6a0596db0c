"""What the kommune decides about privacy: read from `resources/bevaring`."""

import tomllib
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from boligtildeling.domain.leselogg import Lesegrenser


@cache
def lesegrenser() -> Lesegrenser:
    """When a reading is taken up for a leader to look at."""
    data = _les("lesninger.toml")
    tid, mange = data["arbeidstid"], data["mange"]
    return Lesegrenser((tid["fra"], tid["til"]), mange["saker"], timedelta(minutes=mange["minutter"]))


def _les(fil: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("bevaring", fil).read_text(encoding="utf-8"))
