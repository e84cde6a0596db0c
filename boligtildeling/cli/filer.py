"""Where the command line reads and writes: the data folder, and files that are replaced whole or not at all."""

import argparse
from pathlib import Path

from boligtildeling import app
from boligtildeling.domain.feil import Bruksfeil
from boligtildeling.domain.identitet import personnumre_i
from boligtildeling.storage.database import i_ord
from boligtildeling.storage.skriving import erstatt


def mappe_for(valg: argparse.Namespace) -> Path:
    """The data folder that the command line names, or the user's own."""
    mappe: Path | None = valg.data
    return mappe or app.standardmappe()


def skriv_fil(fil: Path, innhold: bytes) -> None:
    """Puts `innhold` in place of the file when it is whole. Raises `Driftsfeil`; `Bruksfeil` for a person's number."""
    if personnumre_i(fil.name):
        raise Bruksfeil("Filnavnet har et fødselsnummer. Gi filen et annet navn, for eksempel saksnummeret.")
    with i_ord():
        erstatt(fil, innhold)
