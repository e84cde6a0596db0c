"""The whole main job leaves nothing about anyone outside the database: not in a file, a name, a log or a message."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.linje import ROT
from tests.cli.spor import finn, merker, merker_i, omgivelser

SKRIPT = Path(__file__).parent / "hovedloep" / "barnefamilie-med-tolk.jsonl"
SPILLER = """
import sys
from pathlib import Path
from tests.cli.linje import lag_mappe
from tests.cli.spill import spill
mappe = lag_mappe(Path(sys.argv[1]))
spilt = spill(Path(sys.argv[2]), mappe)
assert spilt.feil == [], spilt.feil
mappe = mappe.naar("2026-12-20T10:00")
for linje in (
    ("vis", "sak", "2026-0001"), ("vis", "saker", "--sok", "morgen"), ("vis", "versjoner", "2026-0001"),
    ("vis", "skjermbart", "2026-0001"), ("vis", "innsyn", "2026-0001"), ("kontroller",), ("sikkerhetskopier",),
    ("utfoer", "finnes-ikke"), ("vis", "sak", "Lys Morgen"), ("vis", "saker", "--etter", "Lys Morgen"),
):
    sys.stderr.write(mappe(*linje).feil)
for navn, kommando in (
    ("lag_innsynspakke", {"saksnummer": "2026-0001"}),
    ("frigi_innsynspakke", {"saksnummer": "2026-0001", "pakke": 1, "gjennomgaatt": True}),
    ("noter", {"saksnummer": "2026-0001", "tekst": ""}),
    ("utlever_noekkel", {"saksnummer": "2026-0001", "mottaker": "Lys Morgen", "noekler": []}),
):
    sys.stderr.write(mappe.utfoer(navn, **kommando).feil)
"""


def test_hele_hovedjobben_etterlater_ingenting_om_noen_utenfor_databasen(tmp_path: Path) -> None:
    miljoe = {**os.environ, **omgivelser(tmp_path), "PYTHONPATH": str(ROT), "PYTHONDONTWRITEBYTECODE": "1"}
    mappe = tmp_path / "mappe" / "data"
    mappe.parent.mkdir()
    spilt = subprocess.run(
        [sys.executable, "-c", SPILLER, str(mappe), str(SKRIPT)],
        capture_output=True,
        cwd=ROT,
        env=miljoe,
        timeout=600,
        check=False,
    )
    assert spilt.returncode == 0, spilt.stderr.decode()[-2000:]
    merkene = merker_i(SKRIPT)
    assert {"Lys Morgen", "43899012004", "Prøvegata 12", "Bohistorien er gjennomgått."} <= merkene
    assert len(merkene) > 25
    assert finn(tmp_path, merkene) == []
    skrevet = (spilt.stdout + spilt.stderr).decode().casefold()
    assert '"feil"' in skrevet
    assert [m for m in merkene if m.casefold() in skrevet] == []


def test_letingen_finner_et_merke_i_en_fil_et_filnavn_og_utf_16(tmp_path: Path) -> None:
    (tmp_path / "logg.txt").write_text("Her bor LYS MORGEN.", encoding="utf-8")
    (tmp_path / "Lys Morgen.txt").write_bytes(b"")
    (tmp_path / "vindu.ini").write_text("prøvegata 12", encoding="utf-16")
    assert finn(tmp_path, {"Lys Morgen", "Prøvegata 12"}) == [
        "Lys Morgen.txt: Lys Morgen",
        "logg.txt: Lys Morgen",
        "vindu.ini: Prøvegata 12",
    ]
    person = {"fornavn": "Lys", "etternavn": "Morgen", "telefon": "00000002", "kanal": "digital"}
    assert set(merker({"soeker": person})) == {"Lys Morgen", "00000002"}
