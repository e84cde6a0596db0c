"""What the kommune decides about privacy: read from `resources/bevaring`."""

import tomllib
from collections.abc import Iterable
from datetime import timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from boligtildeling.casework.kassasjonsslag import SLAG
from boligtildeling.domain.bevaring import Bevaringsplan, Bevaringsregel
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.domain.leselogg import Lesegrenser


@cache
def lesegrenser() -> Lesegrenser:
    """When a reading is taken up for a leader to look at."""
    data = _les("lesninger.toml")
    tid, mange = data["arbeidstid"], data["mange"]
    return Lesegrenser((tid["fra"], tid["til"]), mange["saker"], timedelta(minutes=mange["minutter"]))


@cache
def bevaringsplan() -> Bevaringsplan:
    """What is kept, and what may go when. Raises `Driftsfeil` when the file would let case documentation go."""
    data = _les("plan.toml")
    regler = [
        Bevaringsregel(
            id=r["id"],
            hva=r["hva"],
            tiltak=r["tiltak"],
            hjemler=tuple(r["hjemler"]),
            merknad=r["merknad"],
            aar=r.get("aar", 0),
            maaneder=r.get("maaneder", 0),
        )
        for r in data["regel"]
    ]
    return les_plan(data["versjon"], regler)


def les_plan(versjon: str, regler: Iterable[Bevaringsregel]) -> Bevaringsplan:
    """The plan of these rules. Raises `Driftsfeil` for one that lets go what must be kept, or at once."""
    alle = {r.id: r for r in regler}
    for regel in alle.values():
        if regel.tiltak == "kasseres" and (regel.id not in SLAG or regel.aar + regel.maaneder <= 0):
            raise Driftsfeil(
                f"Bevaringsplanen kan ikke brukes: «{regel.id}» kan ikke kasseres slik.",
                "Ingenting er kassert.",
                "Be IT rette plan.toml i resources/bevaring.",
            )
    return Bevaringsplan(versjon, alle)


def _les(fil: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath("bevaring", fil).read_text(encoding="utf-8"))
