"""What a played case leaves behind: the marks that stand in it, and where in the files around it they are found."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

HJEM = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR")
"""Where programs leave things, each a folder of its own in these tests."""

_MERKET = frozenset(
    {
        *("fornavn", "etternavn", "navn", "foedselsnummer", "telefon", "epost", "linje", "beskrivelse", "mandat"),
        *("merknad", "grunn", "begrunnelse", "tekst", "kommentar", "mottaker", "bistand", "maal", "oppfylles"),
    }
)
_KORTESTE = 8
"""Characters: a shorter text could stand in a file by chance, or be a word of the program."""


def merker(verdi: Any, felt: str = "") -> Iterator[str]:
    """Every name, number, address and free text in a command or an application, long enough to be known again."""
    if isinstance(verdi, dict):
        if "fornavn" in verdi and "etternavn" in verdi:
            yield f"{verdi['fornavn']} {verdi['etternavn']}"
        for navn, del_ in verdi.items():
            yield from merker(del_, navn)
    elif isinstance(verdi, list):
        for del_ in verdi:
            yield from merker(del_, felt)
    elif isinstance(verdi, str) and felt in _MERKET and len(verdi) >= _KORTESTE:
        yield verdi


def merker_i(skript: Path) -> set[str]:
    """The marks of a whole script and the applications it takes in."""
    funn: set[str] = set()
    for linje in skript.read_text(encoding="utf-8").splitlines():
        if linje.strip() and not linje.startswith("//"):
            data = json.loads(linje)
            funn |= set(merker(data.get("kommando", {})))
            if "soeknad_fra" in data:
                soeknad = (skript.parent / data["soeknad_fra"]).read_text(encoding="utf-8")
                funn |= set(merker(json.loads(soeknad)))
    return funn


def omgivelser(rot: Path) -> dict[str, str]:
    """The variables that send everything a program leaves behind to folders below `rot`."""
    for navn in HJEM:
        (rot / navn).mkdir(mode=0o700)
    return {navn: str(rot / navn) for navn in HJEM}


def finn(rot: Path, merkene: set[str]) -> list[str]:
    """Every file below `rot` that holds a mark, or has it in its name; papers that were asked for aside."""
    former = {m: _former(m.casefold()) for m in merkene}
    funn = []
    for fil in sorted(f for f in rot.rglob("*") if f.is_file()):
        innhold = b"" if fil.suffix == ".pdf" else fil.read_bytes().lower()
        funn += [f"{fil.relative_to(rot)}: {m}" for m in merkene if m.casefold() in fil.name.casefold()]
        funn += [f"{fil.relative_to(rot)}: {m}" for m, f in former.items() if any(b in innhold for b in f)]
    return funn


def _former(merke: str) -> tuple[bytes, ...]:
    """How a mark may be written: as it is, in UTF-16, and in the addresses that lists of files are kept in."""
    return merke.encode(), merke.encode("utf-16-le"), quote(merke).lower().encode()
