"""Where the help comes from: ours in `resources/help`, and the kommune's own files laid over it."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from importlib.resources import files
from pathlib import Path

from boligtildeling.domain.hjelp import Hjelp, Hjelpeside, Omvisningsskritt, Punkthjelp, les_side

EGEN_HJELP = "hjelp"
"""The folder, in the data folder, of the kommune's own help."""
PUNKTFIL, OMVISNINGSFIL, SIDE = "sjekkpunkter.toml", "omvisning.toml", ".md"
LENGSTE_TEKST = 2_000
_FELT = tuple(f.name for f in fields(Punkthjelp))


def les_hjelp(mappe: Path | None = None) -> Hjelp:
    """Our help with that of the data folder `mappe` laid over it, text for text and page for page.

    A text of the kommune's own that cannot be used is told in `feil`, and ours stands in its place.
    """
    vaar = _vaar_hjelp()
    if mappe is None or not (egen := mappe / EGEN_HJELP).is_dir():
        return vaar
    feil: list[str] = []
    punkter = {**vaar.punkter, **_egne_punkter(egen / PUNKTFIL, vaar.punkter, feil)}
    sider = {**vaar.sider, **_egne_sider(egen, vaar.sider, feil)}
    return Hjelp(sider=sider, punkter=punkter, omvisning=vaar.omvisning, feil=tuple(feil))


@cache
def _vaar_hjelp() -> Hjelp:
    rot = files("resources").joinpath("help")
    sider = {}
    for fil in sorted(rot.iterdir(), key=lambda f: f.name):
        if fil.name.endswith(SIDE):
            navn = fil.name.removesuffix(SIDE)
            sider[navn] = les_side(navn, fil.read_text(encoding="utf-8"))
    punkter = tomllib.loads(rot.joinpath(PUNKTFIL).read_text(encoding="utf-8"))
    skritt = tomllib.loads(rot.joinpath(OMVISNINGSFIL).read_text(encoding="utf-8"))["skritt"]
    return Hjelp(
        sider=sider,
        punkter={kode: Punkthjelp(**tekster) for kode, tekster in punkter.items()},
        omvisning=tuple(Omvisningsskritt(**ett) for ett in skritt),
    )


def _egne_punkter(fil: Path, vaare: Mapping[str, Punkthjelp], feil: list[str]) -> Mapping[str, Punkthjelp]:
    if not fil.exists():
        return {}
    try:
        data = tomllib.loads(fil.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        feil.append(_kan_ikke_brukes(fil.name, "kan ikke leses"))
        return {}
    funn = {}
    for kode, tekster in data.items():
        galt = _feil_i(kode, tekster, vaare)
        if galt is not None:
            feil.append(_kan_ikke_brukes(f"{fil.name}, {kode}", galt))
            continue
        vaar = vaare[kode]
        funn[kode] = Punkthjelp(**{navn: tekster.get(navn, getattr(vaar, navn)) for navn in _FELT})
    return funn


def _feil_i(kode: str, tekster: object, vaare: Mapping[str, Punkthjelp]) -> str | None:
    if kode not in vaare:
        return "sjekkpunktet finnes ikke"
    if not isinstance(tekster, dict) or set(tekster) - set(_FELT):
        return f"bruk bare {', '.join(_FELT)}"
    if any(not isinstance(t, str) or not t.strip() for t in tekster.values()):
        return "en tekst er tom"
    return "en tekst er for lang" if any(len(t) > LENGSTE_TEKST for t in tekster.values()) else None


def _egne_sider(egen: Path, vaare: Mapping[str, Hjelpeside], feil: list[str]) -> Mapping[str, Hjelpeside]:
    funn = {}
    for fil in sorted(egen.iterdir()):
        navn = fil.name.removesuffix(SIDE)
        if fil.name == PUNKTFIL:
            continue
        if not fil.name.endswith(SIDE) or navn not in vaare:
            feil.append(_kan_ikke_brukes(fil.name, "ingen hjelpeside heter dette"))
            continue
        try:
            funn[navn] = les_side(navn, fil.read_text(encoding="utf-8"), er_egen=True)
        except OSError:
            feil.append(_kan_ikke_brukes(fil.name, "kan ikke leses"))
        except ValueError as galt:  # also a file that is not text
            hva = "er ikke en tekstfil" if isinstance(galt, UnicodeError) else str(galt)
            feil.append(_kan_ikke_brukes(fil.name, hva))
    return funn


def _kan_ikke_brukes(hvor: str, hva: str) -> str:
    return f"Kommunens egen hjelp kan ikke brukes ({hvor}: {hva}). Hjelpen som følger med, er brukt."
