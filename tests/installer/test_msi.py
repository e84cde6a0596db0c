"""How the MSI is described: every file once, names that never change, and policy only for the whole machine."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from installer.msi.wxs import EGENSKAPER, Omfang, beskrivelse, fil_id

WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    """A folder as it is laid out, with three files."""
    rot = tmp_path / "Boligtildeling"
    for navn in ("Boligtildeling.exe", "lib/a & b.pyc", "lib/ui/app.pyc"):
        (rot / navn).parent.mkdir(parents=True, exist_ok=True)
        (rot / navn).write_bytes(b"x")
    return rot


def tre(mappe: Path, omfang: Omfang = "perMachine", utgave: str = "1.2.3") -> ET.Element:
    return ET.fromstring(beskrivelse(mappe, Path("boligtildeling.ico"), utgave, omfang))


def test_hver_fil_er_med_en_gang_og_hver_komponent_er_i_funksjonen(mappe: Path) -> None:
    funnet = tre(mappe)
    filer = {f.attrib["Source"]: f.attrib["Id"] for f in funnet.iter(f"{WIX}File")}
    assert set(filer) == {f"Boligtildeling/{n}" for n in ("Boligtildeling.exe", "lib/a & b.pyc", "lib/ui/app.pyc")}
    assert filer["Boligtildeling/lib/ui/app.pyc"] == fil_id("lib/ui/app.pyc")
    komponenter = [k.attrib["Id"] for k in funnet.iter(f"{WIX}Component")]
    assert sorted(komponenter) == sorted(r.attrib["Id"] for r in funnet.iter(f"{WIX}ComponentRef"))
    assert len(set(komponenter)) == len(komponenter)


def test_navnene_er_de_samme_i_neste_utgave(mappe: Path) -> None:
    foer, etter = tre(mappe), tre(mappe, utgave="1.2.4")
    for merke, felt in (("Component", "Guid"), ("File", "Id"), ("Product", "UpgradeCode")):
        assert [e.attrib[felt] for e in foer.iter(f"{WIX}{merke}")] == [
            e.attrib[felt] for e in etter.iter(f"{WIX}{merke}")
        ]


def test_maskin_og_bruker_er_to_produkter_og_bare_maskinen_har_policy(mappe: Path) -> None:
    maskin, bruker = tre(mappe), tre(mappe, "perUser")
    koder = [t.find(f"{WIX}Product").attrib["UpgradeCode"] for t in (maskin, bruker)]  # type: ignore[union-attr]
    assert koder[0] != koder[1]
    noekler = [[k.attrib["Key"] for k in t.iter(f"{WIX}RegistryKey")] for t in (maskin, bruker)]
    assert any("Policies" in noekkel for noekkel in noekler[0])
    assert not any("Policies" in noekkel for noekkel in noekler[1])
    assert {r.attrib["Root"] for r in bruker.iter(f"{WIX}RegistryKey")} == {"HKCU"}


def test_det_it_kan_sette_huskes_og_ingenting_starter_maskinen_paa_nytt(mappe: Path) -> None:
    egenskaper = {p.attrib["Id"]: p for p in tre(mappe).iter(f"{WIX}Property")}
    for navn in EGENSKAPER:
        assert egenskaper[navn].find(f"{WIX}RegistrySearch") is not None
    assert egenskaper["REBOOT"].attrib["Value"] == "ReallySuppress"


def test_nedgradering_nektes_med_hva_en_gjoer(mappe: Path) -> None:
    (oppgradering,) = tre(mappe).iter(f"{WIX}MajorUpgrade")
    assert "Avinstaller den først" in oppgradering.attrib["DowngradeErrorMessage"]
