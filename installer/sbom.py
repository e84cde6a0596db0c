"""What is shipped, for whoever must answer for it: a CycloneDX list of all parts, and their licences as files.

`python -m installer.sbom linux|windows UT [--pakker MAPPE] [--samlet FIL.toc] [--python VERSJON]`
"""

import argparse
import json
import platform
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from installer.felles import INSTALLER, ROT, dato, stopp, versjon

DELER = tomllib.loads((INSTALLER / "deler.toml").read_text(encoding="utf-8"))
UTEN = set(tomllib.loads((INSTALLER / "utvalg.toml").read_text(encoding="utf-8"))["python"]["uten"])
FELLESTEKSTER = Path("/usr/share/common-licenses")
LGPL = ("LGPL-3", "LGPL-2.1", "GPL-3", "GPL-2")
Del = dict[str, Any]


def som_navn(navn: str) -> str:
    return re.sub(r"[-_.]+", "-", navn).lower()


def laast() -> dict[str, list[str]]:
    """Every package of the lock file with its hashes."""
    tekst = (ROT / "lock.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    linjer = (re.match(r"([a-z0-9-]+)==\S+", linje) for linje in tekst.splitlines())
    return {m[1]: re.findall(r"sha256:([0-9a-f]{64})", m.string) for m in linjer if m}


def lisens(d: Distribution) -> str:
    """The licence as an SPDX expression. Ends the build for a package that says none that we know of."""
    navn = som_navn(d.metadata["Name"])
    if (sagt := DELER["lisens"].get(navn) or d.metadata["License-Expression"]) is None:
        stopp(f"{navn} sier ikke hvilken lisens det har. Skriv den i installer/deler.toml.")
    return str(sagt)


def del_(
    slag: str, navn: str, utgave: str | None, lisens_: str, purl: str | None = None, ref: str | None = None
) -> Del:
    """A component of the list, in the words of CycloneDX."""
    komponent: Del = {"type": slag, "name": navn, "licenses": [{"expression": lisens_}]}
    komponent["bom-ref"] = ref or purl or navn
    return komponent | ({"version": utgave} if utgave else {}) | ({"purl": purl} if purl else {})


def pakker(steder: list[str] | None, lisensmappe: Path) -> Iterator[Del]:
    """The Python packages that go with the program, and what lies inside them."""
    kjente = laast()
    alle = distributions(path=steder) if steder else distributions()
    for d in sorted(alle, key=lambda d: str(d.metadata["Name"]).lower()):
        navn, utgave = som_navn(d.metadata["Name"]), d.version
        if navn not in kjente or navn.replace("-", "_") in UTEN or navn in UTEN:
            continue
        komponent = del_("library", navn, utgave, lisens(d), f"pkg:pypi/{navn}@{utgave}")
        komponent["hashes"] = [{"alg": "SHA-256", "content": h} for h in kjente[navn]]
        if inni := DELER["inni"].get(navn):
            komponent["components"] = [
                del_(
                    "library", i["navn"], utgave if i["navn"] == "Qt" else None, i["lisens"], ref=f"{navn}/{i['navn']}"
                )
                for i in inni
            ]
        for fil in d.files or ():
            if re.search(r"(licen[cs]e|copying|notice|authors)", fil.name, re.IGNORECASE) and ".dist-info/" in str(fil):
                legg_lisens(Path(str(d.locate_file(fil))), lisensmappe / navn)
        yield komponent


def legg_lisens(fil: Path, mappe: Path) -> None:
    if fil.is_file():
        mappe.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(fil, mappe / fil.name)


def fra_debian(samlet: Path, lisensmappe: Path) -> Iterator[Del]:
    """The Debian packages that the libraries beside Python come from, by what the build gathered."""
    stier = re.findall(r"'(/(?:usr/)?lib/[^']+\.so[^']*)'", samlet.read_text(encoding="utf-8"))
    kilder = {Path(sti).resolve() for sti in stier}
    eiere: set[str] = set()
    for kilde in sorted(kilder):
        for sti in (kilde, Path(str(kilde).removeprefix("/usr"))):
            svar = subprocess.run(["dpkg-query", "-S", str(sti)], capture_output=True, text=True, check=False)
            if svar.returncode == 0:
                eiere.add(svar.stdout.split(":")[0])
                break
    for eier in sorted(eiere):
        utgave = subprocess.run(
            ["dpkg-query", "-W", "-f", "${Version}\n", eier], capture_output=True, text=True, check=True
        ).stdout.split()[0]
        legg_lisens(Path("/usr/share/doc") / eier / "copyright", lisensmappe / eier)
        yield {
            "type": "library",
            "name": eier,
            "version": utgave,
            "bom-ref": f"pkg:deb/debian/{eier}@{utgave}",
            "purl": f"pkg:deb/debian/{eier}@{utgave}",
            "licenses": [{"license": {"name": f"lisenser/{eier}/copyright"}}],
        }


def main(valg: argparse.Namespace) -> None:
    lisensmappe = valg.ut / "lisenser"
    lisensmappe.mkdir(parents=True, exist_ok=True)
    deler = list(pakker([str(valg.pakker)] if valg.pakker else None, lisensmappe))
    deler.append(del_("platform", "CPython", valg.python, "PSF-2.0"))
    deler += [del_("data", navn, None, sagt) for navn, sagt in DELER["egne"].items()]
    if valg.system == "linux":
        deler += [del_("library", navn, None, sagt, ref=f"runtime/{navn}") for navn, sagt in DELER["linux"].items()]
    if valg.samlet:
        deler += fra_debian(valg.samlet, lisensmappe)
    for tekst in LGPL:
        legg_lisens(FELLESTEKSTER / tekst, lisensmappe)
    legg_lisens(ROT / "resources/fonts/OFL.txt", lisensmappe / "skrifter")
    shutil.copyfile(ROT / "LICENSE", valg.ut / "LICENSE")
    shutil.copyfile(INSTALLER / "LISENSER.md", valg.ut / "LISENSER.md")
    program = {"type": "application", "name": "Boligtildeling", "version": versjon(), "bom-ref": "boligtildeling"}
    bom = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, f'boligtildeling-{versjon()}-{valg.system}')}",
        "version": 1,
        "metadata": {
            "timestamp": f"{dato()}T00:00:00Z",
            "component": program | {"licenses": [{"expression": "EUPL-1.2"}]},
        },
        "components": deler,
        "dependencies": [{"ref": "boligtildeling", "dependsOn": [d["bom-ref"] for d in deler]}],
    }
    (valg.ut / "sbom.cdx.json").write_text(json.dumps(bom, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("system", choices=("linux", "windows"))
    p.add_argument("ut", type=Path)
    p.add_argument("--pakker", type=Path)
    p.add_argument("--samlet", type=Path)
    p.add_argument("--python", default=platform.python_version())
    main(p.parse_args())
