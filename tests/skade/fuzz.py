"""Bytes led by what the code does with them, on every reader of bytes from outside: `python -m tests.skade.fuzz`.

Needs atheris, which is no part of the test environment: without it, this says so and ends well.
"""

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROT = Path(__file__).parents[2]


def soeknad(data: bytes) -> None:
    from boligtildeling.casework import alle
    from boligtildeling.casework.act import HANDLINGER
    from boligtildeling.domain.feil import Ugyldig
    from boligtildeling.exchange.kommando import les_kommando

    assert alle.ROM
    try:
        les_kommando(HANDLINGER["registrer_soeknad"].kommando, data, date(2026, 11, 25))
    except Ugyldig:
        return


def knippe(data: bytes) -> None:
    from boligtildeling.storage.knippe import Knippe, Uleselig

    try:
        Knippe.fra_bytes(data)
    except Uleselig:
        return


def kopi(data: bytes) -> None:
    from boligtildeling.storage.kopi import OPPLYSNINGER, les_kopi

    mappe = Path(tempfile.gettempdir())
    (mappe / OPPLYSNINGER).write_bytes(data)
    les_kopi(mappe)


def brevtekst(data: bytes) -> None:
    from boligtildeling.documents.tekstkilde import Tekstkilde

    mappe = Path(tempfile.gettempdir())
    (mappe / "vedtak.nb.toml").write_bytes(data)
    kilde = Tekstkilde(mappe)
    assert kilde.tekster("vedtak", "nb")
    assert all(feil.setning for feil in kilde.feil("vedtak", "nb"))


def frase(data: bytes) -> None:
    from boligtildeling.exchange.fraser import Mappefraser

    mappe = Path(tempfile.gettempdir())
    (mappe / "vedtak.nb.toml").write_bytes(data)
    assert Mappefraser(mappe).les("nb").fraser


def tabell(data: bytes) -> None:
    from boligtildeling.domain.boforhold.innlesing import Filfeil
    from boligtildeling.exchange.tabellfil import les_tabell

    try:
        les_tabell(data)
    except Filfeil:
        return


def bankfil(data: bytes) -> None:
    from boligtildeling.domain.boforhold.innlesing import Filfeil
    from boligtildeling.exchange.bankfil import les_bankfil

    try:
        les_bankfil(data)
    except Filfeil:
        return


def journal(data: bytes) -> None:
    from boligtildeling.storage.journal import journalen_er_skadet

    fil = Path(tempfile.gettempdir()) / "a.db"
    fil.with_name("a.db-wal").write_bytes(data)
    journalen_er_skadet(fil)


def kode(data: bytes) -> None:
    from boligtildeling.casework.kjedekontroll import les_hode
    from boligtildeling.domain.innstilling import FELTER
    from boligtildeling.domain.papirkode import Skrivefeil, les_kode

    tekst = data.decode(errors="replace")
    les_hode(tekst)
    for felt in FELTER.values():
        felt.proev(tekst)
    try:
        les_kode(tekst)
    except Skrivefeil:
        return


LESERE: dict[str, Callable[[bytes], None]] = {
    lest.__name__: lest for lest in (soeknad, knippe, kopi, brevtekst, frase, tabell, bankfil, journal, kode)
}


def en_leser(navn: str, sekunder: int) -> None:
    """Fuzzes one reader in this process, and ends it."""
    import atheris

    with tempfile.TemporaryDirectory() as mappe:
        tempfile.tempdir = mappe
        with atheris.instrument_imports(include=["boligtildeling"]):
            LESERE[navn](b"")
        atheris.Setup(
            [sys.argv[0], f"-max_total_time={sekunder}", "-max_len=4096", "-print_final_stats=1"], LESERE[navn]
        )
        atheris.Fuzz()


def alle_lesere(sekunder: int) -> int:
    """Fuzzes each reader in a process of its own; the exit code says whether one of them let something through."""
    if importlib.util.find_spec("atheris") is None:
        sys.stdout.write("atheris er ikke installert, så leserne er bare prøvd med Hypothesis.\n")
        return 0
    feilet = 0
    for navn in LESERE:
        kommando = [sys.executable, "-m", "tests.skade.fuzz", navn, str(sekunder)]
        ferdig = subprocess.run(kommando, cwd=ROT, capture_output=True, text=True, check=False, env=os.environ)
        proevd = re.search(r"number_of_executed_units:\s*(\d+)", ferdig.stderr)
        sys.stdout.write(f"{navn:10} {proevd[1] if proevd else '?':>9} forsøk, kode {ferdig.returncode}\n")
        sys.stdout.flush()
        if ferdig.returncode != 0:
            feilet = 1
            sys.stderr.write(ferdig.stderr[-3000:])
    return feilet


if __name__ == "__main__":
    if len(sys.argv) == 3:
        en_leser(sys.argv[1], int(sys.argv[2]))
    else:
        sys.exit(alle_lesere(int(sys.argv[1]) if len(sys.argv) == 2 else 60))
