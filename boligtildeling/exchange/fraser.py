"""Reads the sentences to begin with: ours in `resources/phrases`, the kommune's own in the data folder."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from boligtildeling.domain.frase import FRASEFELT, LENGSTE, Frase, Frasesamling, legg_over
from boligtildeling.domain.soeknad import Maalform

FELT = ("navn", "felt", "tekst", "grunn", "oppfylles")
STOERSTE_FIL = 1_000_000


class Mappefraser:
    """The sentences of a data folder; its own files may be written while the program is in use."""

    def __init__(self, egne: Path | None = None) -> None:
        self._egne = egne

    def les(self, maalform: Maalform) -> Frasesamling:
        """Ours with the kommune's own over them; what cannot be used there is told, and ours stand."""
        vaare = _vaare(maalform)
        egen_fil = self._egne / _filnavn(maalform) if self._egne is not None else None
        if egen_fil is None or not egen_fil.is_file():
            return Frasesamling(fraser=vaare)
        gode, feil = _les_egen(egen_fil)
        return Frasesamling(fraser=legg_over(vaare, gode), feil=feil)


def _filnavn(maalform: str) -> str:
    return f"vedtak.{maalform}.toml"


@cache
def _vaare(maalform: str) -> tuple[Frase, ...]:
    data = tomllib.loads(files("resources").joinpath("phrases", _filnavn(maalform)).read_text(encoding="utf-8"))
    return tuple(Frase(**rad) for rad in data["frase"])


def _les_egen(fil: Path) -> tuple[tuple[Frase, ...], tuple[str, ...]]:
    try:
        if fil.stat().st_size > STOERSTE_FIL:
            return (), (_feil(fil, "", "filen er for stor"),)
        data = tomllib.loads(fil.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return (), (_feil(fil, "", "kan ikke leses"),)
    rader = data.get("frase")
    if not isinstance(rader, list) or set(data) != {"frase"}:
        return (), (_feil(fil, "", "skal ha [[frase]] og ikke noe annet"),)
    gode, feil = [], []
    for nr, rad in enumerate(rader, 1):
        galt = next(_feil_i(rad), None)
        if galt is None:
            gode.append(Frase(**{navn: verdi.strip() for navn, verdi in rad.items()}))
        else:
            feil.append(_feil(fil, f"setning nr. {nr}", galt))
    return tuple(gode), tuple(feil)


def _feil_i(rad: Any) -> Iterator[str]:
    if not isinstance(rad, Mapping) or not all(isinstance(verdi, str) for verdi in rad.values()):
        yield "er ikke tekst"
        return
    yield from (f"«{navn}» er ukjent" for navn in rad if navn not in FELT)
    yield from (f"«{navn}» mangler" for navn in ("navn", "felt", "tekst") if navn not in rad)
    if not str(rad.get("navn", "")).strip():
        yield "«navn» er tomt"
    if rad.get("felt") not in FRASEFELT:
        yield f"«felt» skal være {', '.join(FRASEFELT)}"
    if any(len(verdi) > LENGSTE for verdi in rad.values()):
        yield f"er lengre enn {LENGSTE} tegn"
    if rad.get("felt") != "vilkaar" and {"grunn", "oppfylles"} & set(rad):
        yield "«grunn» og «oppfylles» hører bare til et vilkår"


def _feil(fil: Path, hvor: str, hva: str) -> str:
    sted = f"{fil.name}, {hvor}" if hvor else fil.name
    return f"Kommunens egen setning kan ikke brukes ({sted}: {hva}). Det som følger med, er brukt."
