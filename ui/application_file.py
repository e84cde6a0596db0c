"""Reads an application from a JSON file, for the form to show; runs away from the window."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from boligtildeling.domain.feil import Driftsfeil, Inputfeil, Ugyldig

if TYPE_CHECKING:
    from boligtildeling.domain.soeknad import Soeknad, Soeknadsvedlegg


def read_application(path: Path, today: date) -> "Soeknad":
    """The application in the file, its enclosures with whole paths.

    Raises `Ugyldig` with every fault, and `Driftsfeil` when the file cannot be read.
    """
    from boligtildeling.casework.soeknad import RegistrerSoeknad
    from boligtildeling.exchange.kommando import STOERSTE_KOMMANDO, les_kommando

    try:
        with path.open("rb") as file:
            text = file.read(STOERSTE_KOMMANDO + 1)
    except OSError:
        raise Driftsfeil(
            "Filen kan ikke leses.", "Ingenting er endret.", "Velg filen på nytt, eller fyll ut søknaden her."
        ) from None
    command: RegistrerSoeknad = les_kommando(RegistrerSoeknad, b'{"soeknad": ' + _without_mark(text) + b"}", today)
    soeknad = command.soeknad
    enclosures = tuple(_whole_path(v, path.parent, nr) for nr, v in enumerate(soeknad.vedlegg))
    return replace(soeknad, vedlegg=enclosures)


def _without_mark(text: bytes) -> bytes:
    return text.removeprefix(b"\xef\xbb\xbf")


def _whole_path(enclosure: "Soeknadsvedlegg", folder: Path, number: int) -> "Soeknadsvedlegg":
    if enclosure.fil is None:
        return enclosure
    whole = (folder / enclosure.fil).resolve()
    if Path(enclosure.fil).is_absolute() or not whole.is_relative_to(folder.resolve()):
        pointer = f"/soeknad/vedlegg/{number}/fil"
        raise Ugyldig(Inputfeil(pointer, "Stien går ut av mappen som søknadsfilen ligger i."))
    return replace(enclosure, fil=str(whole))
