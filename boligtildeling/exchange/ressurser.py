"""The data that ships with the program: checklists and law references, read from `resources/`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NoReturn

from boligtildeling.domain.beregnet import BEREGNEDE
from boligtildeling.domain.budsjett import Livsoppholdssats
from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.domain.hjemmel import Hjemmel, Lov, Lovsamling
from boligtildeling.domain.kjennetegn import KJENNETEGN
from boligtildeling.domain.klarspraak import Klarspraak
from boligtildeling.domain.penger import Kroner
from boligtildeling.domain.satser import Bostoettesats, Gebyrsats
from boligtildeling.domain.sjekkliste import Sjekkliste, les_sjekkliste
from boligtildeling.domain.soeknad import MAALFORMER, Maalform

_HJEMMELFELT = frozenset({"id", "lov", "paragraf", "tekst", "vis", "verifisert"})
_VALGFRIE_HJEMMELFELT = frozenset({"ledd", "gyldig_fra", "gyldig_til", "etterfoelger"})
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
    return tuple(
        Livsoppholdssats(
            gyldig_fra=u["gyldig_fra"],
            enslig=Kroner.fra(u["enslig"]),
            per_voksen_i_par=Kroner.fra(u["per_voksen_i_par"]),
            fra_fjerde_person_prosent=u["fra_fjerde_person_prosent"],
            barn=tuple((b["til_og_med_alder"], Kroner.fra(b["sats"])) for b in u["barn"]),
        )
        for u in _utgaver("livsopphold.toml")
    )


@cache
def bostoettesatser() -> tuple[Bostoettesats, ...]:
    """Every edition of Husbanken's rates."""
    return tuple(
        Bostoettesats(
            gyldig_fra=u["gyldig_fra"],
            boutgiftstak=tuple(Kroner.fra(t) for t in u["boutgiftstak"]),
            kommunetillegg={navn: Kroner.fra(t) for navn, t in u["kommunetillegg"].items()},
        )
        for u in _utgaver("bostoette.toml")
    )


@cache
def gebyrsatser() -> tuple[Gebyrsats, ...]:
    """Every edition of what late payment may cost."""
    return tuple(
        Gebyrsats(
            gyldig_fra=u["gyldig_fra"],
            inkassosats=Kroner.fra(u["inkassosats"]),
            purring_andel=(u["purring_andel"][0], u["purring_andel"][1]),
            betalingsoppfordring_andel=(u["betalingsoppfordring_andel"][0], u["betalingsoppfordring_andel"][1]),
        )
        for u in _utgaver("gebyr.toml")
    )


@cache
def klarspraak() -> Mapping[Maalform, Klarspraak]:
    """The advice on writing in each målform."""
    return {maalform: _les_klarspraak(f"klarspraak.{maalform}.toml") for maalform in MAALFORMER}


def _les_klarspraak(fil: str) -> Klarspraak:
    data = tomllib.loads(files("resources").joinpath("plain_language", fil).read_text(encoding="utf-8"))
    return Klarspraak(
        kansellispraak={o: rad["heller"] for rad in data["kansellispraak"] for o in rad["ord"]},
        standardfraser=tuple(data["standardfraser"]),
        fyllord=frozenset(data["fyllord"]),
        lengste_setning=data["lengste_setning"],
        nesten_lik_prosent=data["nesten_lik_prosent"],
    )


def _utgaver(fil: str) -> list[dict[str, Any]]:
    data = tomllib.loads(files("resources").joinpath("rates", fil).read_text(encoding="utf-8"))
    utgaver: list[dict[str, Any]] = data["utgave"]
    return utgaver


@cache
def lovsamling() -> Lovsamling:
    """The law references of `resources/law`. Raises `Driftsfeil` with file and key when they cannot be used."""
    funn: dict[str, Hjemmel] = {}
    for fil in sorted(files("resources").joinpath("law").iterdir(), key=lambda f: f.name):
        if fil.name.endswith(".toml"):
            funn |= {h.id: h for h in les_lovfil(fil.name, fil.read_text(encoding="utf-8"))}
    for hjemmel in funn.values():
        if ukjente := [i for i in hjemmel.etterfoelgere if i not in funn]:
            _ubrukelig("resources/law", f"{hjemmel.id}.etterfoelger", f"«{ukjente[0]}» finnes ikke")
    return Lovsamling(funn)


def les_lovfil(fil: str, tekst: str) -> tuple[Hjemmel, ...]:
    """The references of one file. Raises `Driftsfeil` with file and key when it cannot be used."""
    try:
        data = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as feil:
        _ubrukelig(fil, "", f"kan ikke leses: {feil}")
    return tuple(_les_hjemmel(fil, rad, data.get("lov", {})) for rad in data.get("hjemmel", ()))


def _les_hjemmel(fil: str, rad: Mapping[str, Any], felles: Mapping[str, str]) -> Hjemmel:
    sted = str(rad.get("id", "hjemmel"))
    if mangler := sorted(_HJEMMELFELT - set(rad)):
        _ubrukelig(fil, f"{sted}.{mangler[0]}", "mangler")
    if ukjente := sorted(set(rad) - _HJEMMELFELT - _VALGFRIE_HJEMMELFELT):
        _ubrukelig(fil, f"{sted}.{ukjente[0]}", "er ukjent")
    navn = felles.get("navn", rad["lov"])
    return Hjemmel(
        id=rad["id"],
        lov=Lov(
            navn=navn,
            navn_nn=felles.get("navn_nn", navn),
            starter_med=felles.get("starter_med"),
            slutter_med=felles.get("slutter_med"),
        ),
        paragraf=rad["paragraf"],
        tekst=rad["tekst"],
        vis=rad["vis"],
        ledd=rad.get("ledd"),
        gyldig_fra=rad.get("gyldig_fra"),
        gyldig_til=rad.get("gyldig_til"),
        etterfoelgere=tuple(rad.get("etterfoelger", ())),
    )


def _ubrukelig(fil: str, noekkel: str, hva: str) -> NoReturn:
    raise Driftsfeil(
        f"Dataene som følger med programmet, kan ikke brukes ({', '.join(d for d in (fil, noekkel) if d)}: {hva}).",
        "Ingen sak er endret.",
        "Be IT rette filen i resources.",
    )
