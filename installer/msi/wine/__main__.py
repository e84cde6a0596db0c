"""Installs, upgrades, repairs and takes away the MSI in Wine, and writes down each outcome:
`python3 -m installer.msi.wine`, after `dev.py msi`. Wine is not Windows: what holds here is not yet shown there.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from installer.felles import BYGG, DIST, kjoer, krev_programmer, stopp, versjon
from installer.msi.__main__ import lag_msi
from installer.msi.wxs import NAVN

HER = Path(__file__).resolve().parent
ARBEID = BYGG / "wine"
PREFIKS = ARBEID / "prefiks"
C = PREFIKS / "drive_c"
STUBBER = {"icuuc": (), "bcryptprimitives": ("-ladvapi32",)}
EGEN = r"C:\Kommune\Bolig tildeling"
DATA = r"C:\Data\bolig"
LENGST_S = 900


def wine(*deler: str) -> tuple[int, str]:
    """Runs a Windows program; its exit code and what it says."""
    miljoe = os.environ | {"WINEPREFIX": str(PREFIKS), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml="}
    ferdig = subprocess.run(
        ["wine", *deler], env=miljoe, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=LENGST_S
    )
    subprocess.run(["wineserver", "-w"], env=miljoe, check=False, timeout=LENGST_S)
    return ferdig.returncode, (ferdig.stdout + ferdig.stderr).decode(errors="replace")


def sti(windows: str) -> Path:
    """Where the file of that Windows path lies on this machine."""
    return C / windows.removeprefix("C:\\").replace("\\", "/")


def program(mappe: str, *argumenter: str) -> dict[str, object]:
    """The command line of the installed program: its exit code and its JSON."""
    kode, sagt = wine(rf"{mappe}\boligtildeling-cli.exe", *argumenter)
    linjer = [linje for linje in sagt.splitlines() if linje.startswith("{")]
    return {"kode": kode, "svar": json.loads(linjer[-1]) if linjer else sagt[-300:]}


def msiexec(*deler: str) -> int:
    return wine("msiexec", *deler, "/qn", "/norestart")[0]


def registeret() -> str:
    return (PREFIKS / "system.reg").read_text(encoding="utf-8", errors="replace")


def oppfoeringer() -> int:
    """How many entries the program has in the list of installed programs."""
    return registeret().count(f'"DisplayName"="{NAVN}"')


def forbered() -> None:
    krev_programmer({"wine": "wine", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64"})
    shutil.rmtree(ARBEID, ignore_errors=True)
    PREFIKS.mkdir(parents=True)
    wine("wineboot", "-i")
    wine("winecfg", "-v", "win10")
    for navn, valg in STUBBER.items():
        ut = C / f"windows/system32/{navn}.dll"
        kjoer("x86_64-w64-mingw32-gcc", "-shared", "-Os", "-s", "-o", ut, HER / f"{navn}.c", *valg)


def proever(denne: Path, neste: Path, bruker: Path) -> Iterator[tuple[str, object]]:
    """Each trial, and what came of it."""
    yield "stille installasjon", msiexec("/i", str(denne))
    standard = rf"C:\Program Files\{NAVN}"
    filer = sum(1 for fil in sti(standard).rglob("*") if fil.is_file())
    yield "filer, oppføringer, startmeny", (filer, oppfoeringer(), [f.name for f in C.rglob("*.lnk")])
    yield "selvtest med vindu", program(standard, "selvtest")
    yield "avinstallering", (msiexec("/x", str(denne)), sti(standard).exists(), oppfoeringer())
    yield (
        "egen mappe, skrivebord, datamappe",
        msiexec("/i", str(denne), f"INSTALLDIR={EGEN}", "SKRIVEBORD=1", f"DATAMAPPE={DATA}"),
    )
    yield "policyen er satt", 'datamappe"="C:\\\\Data\\\\bolig' in registeret()
    yield "mappe med saker", program(EGEN, "opprett")
    foer = program(EGEN, "kontroller")
    yield "kontroll før oppgradering", foer
    yield "oppgradering", (msiexec("/i", str(neste)), oppfoeringer(), sti(rf"{EGEN}\{NAVN}.exe").is_file())
    yield "dataene etter oppgradering", program(EGEN, "kontroller")
    yield "nedgradering nektes", (msiexec("/i", str(denne)), oppfoeringer())
    (borte := sti(rf"{EGEN}\lib\boligtildeling\app.pyc")).unlink()
    yield "reparasjon", (msiexec("/i", str(neste), "REINSTALL=ALL", "REINSTALLMODE=amus"), borte.is_file())
    yield "avinstallering over data", (msiexec("/x", str(neste)), sorted(f.name for f in sti(DATA).iterdir()))
    yield "igjen av programmet", sorted(str(f.relative_to(C)) for f in sti(EGEN).rglob("*") if f.is_file())
    yield "policyen er borte", "Policies\\\\Boligtildeling" in registeret()
    yield "for én bruker", msiexec("/i", str(bruker))
    (funnet,) = [*C.glob(f"users/*/AppData/Local/Programs/{NAVN}"), None][:1]
    yield "for én bruker: mappen", str(funnet and funnet.relative_to(C))
    yield "for én bruker: avinstallering", (msiexec("/x", str(bruker)), bool(funnet and funnet.exists()))


def main() -> None:
    denne, bruker = (DIST / f"{NAVN}-{versjon()}-x64{endelse}.msi" for endelse in ("", "-bruker"))
    if not denne.is_file() or not bruker.is_file():
        stopp("Bygg MSI-en først: python3 dev.py msi")
    forbered()
    stor, liten, lapp = versjon().split(".")
    neste = f"{stor}.{liten}.{int(lapp) + 1}"
    mappe, ny = BYGG / "msi", ARBEID / f"{NAVN}-{neste}.msi"
    lag_msi(mappe / "miljoe/bin/python", mappe / NAVN, mappe / "boligtildeling.ico", "perMachine", ny, neste)
    for hva, utfall in proever(denne, ny, bruker):
        sys.stdout.write(f"{hva}: {json.dumps(utfall, ensure_ascii=False)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
