"""Fetches what the Windows program stands on, by version and hash: the runtime, and the packages of the lock file."""

import re
import shutil
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from installer.felles import ROT, kjoer, meld, sha256, stopp

HER = Path(__file__).resolve().parent
OPPSETT: dict[str, Any] = tomllib.loads((HER / "kjoeretid.toml").read_text(encoding="utf-8"))


def hent_kjoeretid(python: Path, arbeid: Path) -> Path:
    """The folder of CPython for Windows. Ends the build when it is not the one that is pinned."""
    om, ut = OPPSETT["python"], arbeid / "kjoeretid"
    nedlastet = arbeid / "nedlastet"
    pakke = nedlastet / f"{om['pakke'].replace('-', '_')}-{om['utgave']}.tar.gz"
    if not pakke.is_file():
        meld("Henter Python for Windows …")
        krav = arbeid / "kjoeretid.txt"
        krav.parent.mkdir(parents=True, exist_ok=True)
        krav.write_text(f"{om['pakke']}=={om['utgave']} --hash=sha256:{om['sha256']}\n", encoding="ascii")
        pip = (python, "-m", "pip", "download", "-q", "--no-deps", "--no-build-isolation", "--require-hashes")
        kjoer(*pip, "-d", nedlastet, "-r", krav)
    if sha256(pakke) != om["sha256"]:
        stopp("Python for Windows er ikke den utgaven som står i kjoeretid.toml.")
    shutil.rmtree(ut, ignore_errors=True)
    ut.mkdir()
    with tarfile.open(pakke) as arkiv:
        (navn,) = [n for n in arkiv.getnames() if n.endswith("/data.zip")]
        innhold = arkiv.extractfile(navn)
        if innhold is None:
            stopp("Pakken med Python for Windows er tom.")
        with innhold, zipfile.ZipFile(innhold) as zipfil:
            zipfil.extractall(ut)
    return _med_python(ut)


def _med_python(ut: Path) -> Path:
    """The folder in the package that holds the runtime itself."""
    (dll,) = ut.rglob(OPPSETT["python"]["dll"])
    return dll.parent


def hent_pakker(python: Path, arbeid: Path) -> Path:
    """The packages of the lock file, as they are for Windows."""
    mappe, krav = arbeid / "pakker", arbeid / "windows.txt"
    linjer = kjoer(python, "-m", "installer.msi.laas", ROT / "lock.txt", OPPSETT["python"]["serie"])
    if mappe.is_dir() and krav.is_file() and krav.read_text(encoding="ascii") == linjer:
        return mappe
    meld("Henter pakkene for Windows …")
    shutil.rmtree(mappe, ignore_errors=True)
    krav.write_text(linjer, encoding="ascii")
    merke = f"cp{re.sub(r'[.]', '', OPPSETT['python']['serie'])}"
    kjoer(
        *(python, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", "--require-hashes"),
        *("--platform", "win_amd64", "--python-version", OPPSETT["python"]["serie"], "--implementation", "cp"),
        *("--abi", merke, "--abi", "abi3", "--abi", "none", "-d", mappe, "-r", krav),
    )
    return mappe
