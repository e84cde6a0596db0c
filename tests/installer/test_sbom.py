"""Every part that is shipped is known by name, version and licence."""

import argparse
import json
from pathlib import Path

from installer import ikoner, sbom
from installer.sbom import laast


def test_listen_har_hver_pakke_med_lisens_og_sjekksum(tmp_path: Path) -> None:
    valg = argparse.Namespace(system="linux", ut=tmp_path, pakker=None, samlet=None, python="3.11.7")
    sbom.main(valg)
    bom = json.loads((tmp_path / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert (bom["bomFormat"], bom["specVersion"]) == ("CycloneDX", "1.6")
    deler = {d["name"]: d for d in bom["components"]}
    assert all(d["licenses"] for d in deler.values())
    fra_laasen = [d for d in deler.values() if d.get("purl", "").startswith("pkg:pypi/")]
    assert {"reportlab", "sqlcipher3", "pikepdf"} <= {d["name"] for d in fra_laasen} <= laast().keys()
    assert "setuptools" not in deler
    assert all(d["hashes"] for d in fra_laasen)
    assert deler["pyside6-essentials"]["licenses"] == [{"expression": "LGPL-3.0-only"}]
    assert deler["pyside6-essentials"]["components"][0]["name"] == "Qt"
    refs = [d["bom-ref"] for d in bom["components"]]
    assert len(set(refs)) == len(refs)
    assert (tmp_path / "lisenser/sqlalchemy/LICENSE").is_file()
    assert "LGPL" in (tmp_path / "LISENSER.md").read_text(encoding="utf-8")


def test_ikonet_for_windows_har_hver_stoerrelse(qapp: object) -> None:
    bilder = {s: ikoner.tegn(s) for s in (16, 256)}
    assert all(b.startswith(b"\x89PNG") for b in bilder.values())
    fil = ikoner.ico(bilder)
    assert fil[:6] == b"\0\0\1\0\2\0"
    assert fil.endswith(bilder[256])
    assert (fil[6], fil[22]) == (16, 0)
