"""Whole cases, played line by line: what must go, goes; what must be refused, is refused with the right code."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.linje import ROT, Mappe
from tests.cli.spill import spill

EGNE = sorted((Path(__file__).parent / "hovedloep").glob("*.jsonl"))
FELLES = ROT.parent / "shared" / "hovedloep"


@pytest.mark.parametrize("skript", EGNE, ids=lambda sti: sti.stem)
def test_hele_saken_gaar_som_skriptet_sier(skript: Path, mappe: Mappe) -> None:
    spilt = spill(skript, mappe)
    assert spilt.feil == []
    assert spilt.linjer > 5
    assert mappe("kontroller").json["alt_er_i_orden"] is True


@pytest.mark.skipif(not FELLES.is_dir(), reason="the shared scripts do not lie beside the checkout")
def test_de_felles_skriptene_gaar_uten_en_feil(tom_mal: Mappe, tmp_path: Path) -> None:
    skript = sorted(FELLES.glob("*.jsonl"))
    assert skript
    for nummer, fil in enumerate(skript):
        (tmp_path / str(nummer)).mkdir()
        mappe = Mappe(Path(shutil.copytree(tom_mal.sti, tmp_path / str(nummer) / "data")))
        assert spill(fil, mappe).feil == []


@pytest.mark.parametrize(
    ("forvent", "funn"),
    [
        ({"exit": 3}, "kode 0, ventet 3"),
        ({"exit": 0, "felt": {"steg": "noekkel"}}, "steg er 'kartlegging', ventet 'noekkel'"),
        ({"exit": 0, "felt": {"finnes.ikke": 1}}, "finnes.ikke er '(mangler)'"),
        ({"exit": 0, "sperrer": ["KAR-5"]}, "KAR-5 ventet"),
        ({"exit": 0, "ikke_sperrer": ["KAR-1"]}, "KAR-1 skal ikke stå"),
        ({"exit": 0, "mangler_tekst": ["Prøve"]}, "'Prøve' skal ikke vises"),
    ],
)
def test_spilleren_ser_det_som_ikke_stemmer(
    mappe: Mappe, sak: str, tmp_path: Path, forvent: dict[str, object], funn: str
) -> None:
    skript = tmp_path / "proeve.jsonl"
    skript.write_text(json.dumps({"vis": ["sak", sak], "forvent": forvent}), encoding="utf-8")
    feil = spill(skript, mappe).feil
    assert len(feil) == 1
    assert funn in feil[0]
