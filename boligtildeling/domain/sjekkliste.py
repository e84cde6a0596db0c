"""The checklists as data: read strictly from TOML, kept per case in the edition that the case started with."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal

Port = Literal["V", "G", "T", "K", "N"]
PORTER: tuple[Port, ...] = ("V", "G", "T", "K", "N")
STEG = (
    "soeknad",
    "kartlegging",
    "oekonomiplan",
    "oppfoelgingsplan",
    "kontraktstype",
    "vedtak",
    "tildeling",
    "kontrakt",
    "foerste_husleie",
    "noekkel",
)
_PORTNAVN = frozenset({"vedtak", "sending", *PORTER})


class Sjekklistefeil(Exception):
    """A checklist file that cannot be used; says the file, the key and what is wrong."""

    def __init__(self, fil: str, noekkel: str, hva: str) -> None:
        super().__init__(f"{fil}: {noekkel}: {hva}" if noekkel else f"{fil}: {hva}")
        self.fil, self.noekkel, self.hva = fil, noekkel, hva


@dataclass(frozen=True, slots=True, kw_only=True)
class Sjekkpunkt:
    """One checkpoint: when it counts, which gates it holds, and what fulfils it (fagdokumentet § 2)."""

    kode: str
    steg: str
    tekst: str
    tekst_nn: str
    kort: str
    kort_nn: str
    naar: tuple[str, ...]
    porter: tuple[str, ...]
    dokumentasjon: str
    nei_oppfyller: bool
    unntak: bool
    beregnet: bool
    kan_utsettes: bool
    hasteloep: bool
    hjemmel: tuple[str, ...]
    kilde: str
    hjelp: str


@dataclass(frozen=True, slots=True)
class Liste:
    """One printed checklist: its name, titles and points."""

    navn: str
    tittel: str
    tittel_nn: str
    versjon: str
    gyldig_fra: date
    punkter: tuple[Sjekkpunkt, ...]


@dataclass(frozen=True, slots=True)
class Sjekkliste:
    """One edition of all checkpoints, in printed order."""

    versjon: str
    lister: tuple[Liste, ...]

    @property
    def punkter(self) -> tuple[Sjekkpunkt, ...]:
        return tuple(p for liste in self.lister for p in liste.punkter)

    def finn(self, kode: str) -> Sjekkpunkt | None:
        return next((p for p in self.punkter if p.kode == kode), None)


def les_sjekkliste(tekster: Mapping[str, str], kjennetegn: Collection[str], beregnede: Collection[str]) -> Sjekkliste:
    """Reads one edition from TOML texts by file name.

    Raises `Sjekklistefeil` for bad syntax (with line), an unknown field, an unknown condition or gate, a code that
    stands twice, a computed point that the program cannot compute, or lists of different editions.
    """
    lister = tuple(_les_liste(fil, tekst, kjennetegn, beregnede) for fil, tekst in sorted(tekster.items()))
    if not lister:
        raise Sjekklistefeil("sjekklister", "", "ingen sjekklister funnet.")
    versjoner = {liste.versjon for liste in lister}
    if len(versjoner) > 1:
        raise Sjekklistefeil(sorted(tekster)[-1], "liste.versjon", "listene må ha samme versjon.")
    sett: set[str] = set()
    for fil, liste in zip(sorted(tekster), lister, strict=True):
        for punkt in liste.punkter:
            if punkt.kode in sett:
                raise Sjekklistefeil(fil, punkt.kode, "koden står to ganger.")
            sett.add(punkt.kode)
    if manglende := sorted(set(beregnede) - sett):
        raise Sjekklistefeil("sjekklister", manglende[0], "punktet regnes ut av programmet og kan ikke tas bort.")
    rekkefoelge = ("soeknadsbehandling", "tildeling", "noekkelutlevering")
    ordnet = sorted(lister, key=lambda ls: rekkefoelge.index(ls.navn) if ls.navn in rekkefoelge else 99)
    return Sjekkliste(versjoner.pop(), tuple(ordnet))


def _les_liste(fil: str, tekst: str, kjennetegn: Collection[str], beregnede: Collection[str]) -> Liste:
    try:
        data = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as feil:
        raise Sjekklistefeil(fil, "", f"kan ikke leses: {feil}") from None
    _bare_kjente(fil, "", data, {"liste", "punkt"})
    hode = data.get("liste")
    if not isinstance(hode, dict):
        raise Sjekklistefeil(fil, "liste", "mangler.")
    _bare_kjente(fil, "liste", hode, {"navn", "versjon", "gyldig_fra", "tittel", "tittel_nn"})
    for navn in ("navn", "versjon", "tittel", "tittel_nn"):
        _krev_type(fil, f"liste.{navn}", hode.get(navn), str)
    _krev_type(fil, "liste.gyldig_fra", hode.get("gyldig_fra"), date)
    raa = data.get("punkt", [])
    _krev_type(fil, "punkt", raa, list)
    punkter = tuple(_les_punkt(fil, nr, p, kjennetegn, beregnede) for nr, p in enumerate(raa))
    return Liste(hode["navn"], hode["tittel"], hode["tittel_nn"], hode["versjon"], hode["gyldig_fra"], punkter)


def _les_punkt(fil: str, nr: int, raa: Any, kjennetegn: Collection[str], beregnede: Collection[str]) -> Sjekkpunkt:
    sti = f"punkt[{nr}]"
    _krev_type(fil, sti, raa, dict)
    sti = f"{sti} ({raa['kode']})" if isinstance(raa.get("kode"), str) else sti
    _bare_kjente(fil, sti, raa, {f.name for f in fields(Sjekkpunkt)})
    for felt in fields(Sjekkpunkt):
        er_liste = felt.name in {"naar", "porter", "hjemmel"}
        er_bool = felt.name in {"nei_oppfyller", "unntak", "beregnet", "kan_utsettes", "hasteloep"}
        _krev_type(fil, f"{sti}.{felt.name}", raa.get(felt.name), list if er_liste else bool if er_bool else str)
    for felt_navn, kjente in (("naar", kjennetegn), ("porter", _PORTNAVN)):
        for verdi in raa[felt_navn]:
            if verdi not in kjente:
                raise Sjekklistefeil(fil, f"{sti}.{felt_navn}", f"«{verdi}» er ukjent.")
    if raa["steg"] not in STEG:
        raise Sjekklistefeil(fil, f"{sti}.steg", f"«{raa['steg']}» er ukjent.")
    if raa["beregnet"] != (raa["kode"] in beregnede):
        raise Sjekklistefeil(fil, f"{sti}.beregnet", "stemmer ikke med det programmet kan regne ut.")
    felter: dict[str, Any] = {navn: tuple(v) if isinstance(v, list) else v for navn, v in raa.items()}
    return Sjekkpunkt(**felter)


def _bare_kjente(fil: str, sti: str, data: Mapping[str, Any], kjente: Collection[str]) -> None:
    for noekkel in data:
        if noekkel not in kjente:
            raise Sjekklistefeil(fil, f"{sti}.{noekkel}".lstrip("."), "feltet er ukjent.")


def _krev_type(fil: str, sti: str, verdi: Any, typ: type) -> None:
    if verdi is None:
        raise Sjekklistefeil(fil, sti, "mangler.")
    if not isinstance(verdi, typ):
        raise Sjekklistefeil(fil, sti, "har feil slags verdi.")
