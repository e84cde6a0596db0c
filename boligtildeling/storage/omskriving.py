"""Writes a database anew: to a copy, or by another key; and looks whether every page of one is sound."""

from contextlib import closing
from pathlib import Path

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.tilkobling import DatabaseFeil, koble_for_lesing, koble_til_ny_fil


def skriv_om(fra: Path, noekkel: bytes, til: Path, ny_noekkel: bytes) -> None:
    """Writes the database to a new file by another key, or the same one, and makes sure that it is sound.

    Others may go on working in `fra`; what they save meanwhile is there or not there, never half. At no time is
    anything of it on the disk in clear text. Raises `Driftsfeil` when it is damaged; `DatabaseFeil`.
    """
    with closing(koble_for_lesing(fra, noekkel)) as kilde, closing(koble_til_ny_fil(til, ny_noekkel)) as maal:
        kilde.backup(maal)
        maal.execute("PRAGMA journal_mode=DELETE").fetchall()  # the source's own, a journal beside it, came along
    krev_hel(til, ny_noekkel)


def krev_hel(fil: Path, noekkel: bytes) -> None:
    """Raises `Driftsfeil` when the database does not open with the key, or is damaged anywhere."""
    try:
        with closing(koble_for_lesing(fil, noekkel)) as tilkobling:
            skader = [
                *tilkobling.execute("PRAGMA cipher_integrity_check"),
                *(rad for rad in tilkobling.execute("PRAGMA integrity_check") if rad[0] != "ok"),
            ]
    except DatabaseFeil:
        skader = [("uleselig",)]
    if skader:
        raise Driftsfeil(
            "Kopien av databasen lot seg ikke lese igjen.",
            "Databasen selv er ikke rørt.",
            "Prøv igjen. Kommer det tilbake, kjør «boligtildeling kontroller» og ta kontakt med IT.",
        )
