"""The diagnostics package has what is needed to find a fault, and nothing about any person."""

import json
import logging
import stat
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from boligtildeling import loggfil, policy
from boligtildeling.cli import diagnose
from boligtildeling.loggfil import FILNAVN, les_logg, start_logg
from tests.cli.linje import Mappe


@pytest.fixture
def loggmappe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where this machine keeps the log; what is put on the logger, is taken off again."""
    mappe = tmp_path / "logg"
    monkeypatch.setattr(loggfil, "loggmappe", lambda: mappe)
    logg = logging.getLogger("boligtildeling")
    foer = list(logg.handlers)
    yield mappe
    for ny in [h for h in logg.handlers if h not in foer]:
        logg.removeHandler(ny)
        ny.close()


def pakke(mappe: Mappe, til: Path) -> tuple[dict[str, object], str]:
    assert mappe("diagnose", "--til", til).json["innhold"] == list(diagnose.INNHOLD)
    with ZipFile(til) as zipfil:
        return json.loads(zipfil.read("diagnose.json")), zipfil.read("logg.txt").decode()


def test_pakken_sier_hvordan_det_staar_til_uten_persondata(
    foer_noekkel: Mappe, tmp_path: Path, loggmappe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(policy, "FIL", tmp_path / "policy.toml")
    (tmp_path / "policy.toml").write_text('[innstillinger]\nutleier = "Hemmelig utleier"\n', encoding="utf-8")
    sak = foer_noekkel("vis", "sak", "2026-0001").json
    funn, logg = pakke(foer_noekkel.som(None).naar(None), tmp_path / "diagnose.zip")
    assert funn["policy"] == ["utleier"]
    assert isinstance(funn["mappe"], dict)
    assert funn["mappe"]["slag"] == "proeve"
    assert funn["mappe"]["kontroll_funn"] == 0
    assert funn["mappe"]["brukere"]["teamleder"] == 1
    assert logg == ""
    soeker = sak["soeknad"]["soeker"]
    assert soeker["etternavn"]
    personlig = [*(v for v in soeker.values() if isinstance(v, str) and len(v) > 5), "kari", "tove", "2026-0001"]
    alt = json.dumps(funn, ensure_ascii=False)
    assert [ord_ for ord_ in [*personlig, str(tmp_path), "Hemmelig utleier"] if ord_ in alt] == []


def test_pakken_kan_lages_naar_mappen_ikke_aapner(tmp_path: Path, loggmappe: Path) -> None:
    funn, _ = pakke(Mappe(tmp_path / "finnes-ikke", None, None), tmp_path / "diagnose.zip")
    assert funn["mappe"] == {"feil": "Mappen har ingen database."}


def test_loggen_lages_av_den_foerste_feilen_og_bare_for_eieren(loggmappe: Path, caplog: object) -> None:
    start_logg()
    assert not loggmappe.exists()
    logging.getLogger("boligtildeling").error("uventet feil %s: %s", "1a2b3c4d", "ValueError sak.py:12")
    assert "ERROR uventet feil 1a2b3c4d: ValueError sak.py:12" in les_logg()
    assert stat.S_IMODE(loggmappe.stat().st_mode) == 0o700


def test_en_full_logg_blir_den_forrige(loggmappe: Path, caplog: object) -> None:
    loggmappe.mkdir()
    (loggmappe / FILNAVN).write_text("x" * 1_000_001, encoding="utf-8")
    start_logg()
    logging.getLogger("boligtildeling").error("ny")
    assert (loggmappe / f"{FILNAVN}.1").stat().st_size == 1_000_001
    assert (loggmappe / FILNAVN).stat().st_size < 100
    assert les_logg().startswith("xxx")


def test_en_logg_som_ikke_kan_leses_hindrer_ingenting(tmp_path: Path, loggmappe: Path) -> None:
    assert les_logg(tmp_path / "finnes-ikke") == ""
