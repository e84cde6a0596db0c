"""The data that ships with the program: checklists and law references, read from `resources/`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from boligtildeling.domain.beregnet import BEREGNEDE
from boligtildeling.domain.budsjett import Livsoppholdssats
from boligtildeling.domain.kjennetegn import KJENNETEGN
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.sjekkliste import Sjekkliste, les_sjekkliste

SJEKKLISTEFILER = ("soeknadsbehandling.toml", "tildeling.toml", "noekkelutlevering.toml")


class Sjekklister:
    """The checklists of `resources/checklists`; each edition is read and checked once."""

    def __init__(self) -> None:
        self._lest: dict[tuple[tuple[str, str], ...], Sjekkliste] = {}

    def gjeldende(self) -> tuple[str, Mapping[str, str]]:
        """The edition for new cases. Raises `Sjekklistefeil` with file and key when it cannot be used."""
        tekster = {
            navn: files("resources").joinpath("checklists", navn).read_text(encoding="utf-8")
            for navn in SJEKKLISTEFILER
        }
        return self.les(tekster).versjon, tekster

    def les(self, tekster: Mapping[str, str]) -> Sjekkliste:
        noekkel = tuple(sorted(tekster.items()))
        if noekkel not in self._lest:
            self._lest[noekkel] = les_sjekkliste(tekster, KJENNETEGN, BEREGNEDE)
        return self._lest[noekkel]


@cache
def livsoppholdssatser() -> tuple[Livsoppholdssats, ...]:
    """Every edition of the subsistence rates."""
    data = tomllib.loads(files("resources").joinpath("rates", "livsopphold.toml").read_text(encoding="utf-8"))
    return tuple(
        Livsoppholdssats(
            gyldig_fra=u["gyldig_fra"],
            enslig=Kroner.fra(u["enslig"]),
            per_voksen_i_par=Kroner.fra(u["per_voksen_i_par"]),
            fra_fjerde_person_prosent=u["fra_fjerde_person_prosent"],
            barn=tuple((b["til_og_med_alder"], Kroner.fra(b["sats"])) for b in u["barn"]),
        )
        for u in data["utgave"]
    )


@cache
def hjemler() -> Mapping[str, str]:
    """How each law reference reads, by its id."""
    funn: dict[str, str] = {}
    for fil in sorted(files("resources").joinpath("law").iterdir(), key=lambda f: f.name):
        if fil.name.endswith(".toml"):
            data = tomllib.loads(fil.read_text(encoding="utf-8"))
            funn |= {h["id"]: h["vis"] for h in data.get("hjemmel", [])}
    return funn
