"""Lays out the folder that is installed on Windows: runtime, packages without what is not used, and the program."""

import re
import shutil
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from installer.felles import INSTALLER, ROT, kjoer, meld, stopp, versjon
from installer.msi.hent import HER, OPPSETT

UTVALG: dict[str, Any] = tomllib.loads((INSTALLER / "utvalg.toml").read_text(encoding="utf-8"))
VC_KJOERETID = re.compile(r"(vcruntime140\w*|msvcp140\w*)\.dll$")
STARTERE = {"Boligtildeling.exe": ("-mwindows", "-DVINDU"), "boligtildeling-cli.exe": ()}
_QT = "PySide6/"
_UTEN_ENDELSER = (".pyi", ".h", ".lib", ".pxd", ".pyx", ".c", ".hpp")
_PROEVER = re.compile(r"/(tests?|testing)/")
_OM_PAKKEN = re.compile(r"(METADATA|RECORD|entry_points\.txt|licen[cs]es?/.*|LICEN[CS]E.*|COPYING.*|NOTICE.*)$")


def er_med(navn: str) -> bool:
    """Whether a file of a package goes with the program, by its path in the wheel."""
    if ".data/" in navn or navn.endswith(_UTEN_ENDELSER) or _PROEVER.search(navn):
        return False
    if ".dist-info/" in navn:
        return _OM_PAKKEN.search(navn) is not None
    if navn.startswith(_QT):
        return _qt_er_med(navn.removeprefix(_QT))
    if navn.startswith("shiboken6/"):
        return navn.endswith((".py", "Shiboken.pyd", "shiboken6.abi3.dll")) or VC_KJOERETID.search(navn) is not None
    modul = re.sub(r"(/__init__)?(\.cp\d+-win_amd64)?\.(py|pyd)$", "", navn).replace("/", ".")
    if navn.startswith(("holidays/locale/", "reportlab/fonts/")):
        return False
    return not any(modul == uten or modul.startswith(f"{uten}.") for uten in UTVALG["python"]["uten"])


def _qt_er_med(navn: str) -> bool:
    qt = UTVALG["qt"]
    if (tillegg := re.match(r"plugins/([\w-]+)/([\w-]+)\.dll$", navn)) is not None:
        return tillegg[2] in qt["tillegg"].get(tillegg[1], ())
    if (spraak := re.match(r"translations/qtbase_(\w+)\.qm$", navn)) is not None:
        return spraak[1] in qt["spraak"]
    if (modul := re.match(r"(Qt\w+)\.pyd$", navn)) is not None:
        return modul[1] in qt["moduler"]
    if (bibliotek := re.match(r"Qt6(\w+)\.dll$", navn)) is not None:
        return bibliotek[1] in qt["biblioteker"]
    return navn in {"__init__.py", "_config.py", "_git_pyside_version.py", "pyside6.abi3.dll"} or (
        VC_KJOERETID.match(navn) is not None
    )


def legg_ut(kjoeretid: Path, pakker: Path, ut: Path, python: Path, python_for_windows: Path) -> None:
    """Makes the folder `ut`, whole and anew."""
    meld("Legger ut programmet for Windows …")
    shutil.rmtree(ut, ignore_errors=True)
    lib = ut / "lib"
    lib.mkdir(parents=True)
    for fil in kjoeretid.iterdir():
        if fil.name not in OPPSETT["python"]["uten"]:
            shutil.copy(fil, ut / ("LICENSE.python.txt" if fil.name == "LICENSE.txt" else fil.name))
    serie = OPPSETT["python"]["dll"].removesuffix(".dll")
    (ut / f"{serie}._pth").write_text(f"{serie}.zip\n.\nlib\n", encoding="ascii", newline="\r\n")
    for hjul in sorted(pakker.glob("*.whl")):
        with zipfile.ZipFile(hjul) as zipfil:
            zipfil.extractall(lib, [n for n in zipfil.namelist() if not n.endswith("/") and er_med(n)])
    _en_vc_kjoeretid(ut, lib)
    _legg_programmet(lib)
    kjoer(python, "-m", "installer.sbom", "windows", ut / "lisenser", *_sbomvalg(lib))
    _oversett(lib, python_for_windows)


def _sbomvalg(lib: Path) -> tuple[object, ...]:
    return ("--pakker", lib, "--python", OPPSETT["python"]["cpython"])


def _en_vc_kjoeretid(ut: Path, lib: Path) -> None:
    """Microsoft's runtime lies in several packages: the newest, which is Qt's, beside the program, and no other."""
    for mappe in (lib / "shiboken6", lib / "PySide6"):
        for fil in sorted(mappe.glob("*.dll")):
            if VC_KJOERETID.match(fil.name):
                fil.replace(ut / fil.name)


def _legg_programmet(lib: Path) -> None:
    uten = shutil.ignore_patterns("__pycache__")
    for navn in UTVALG["python"]["pakker"]:
        shutil.copytree(ROT / navn, lib / navn, ignore=uten)
    om = lib / f"boligtildeling-{versjon()}.dist-info"
    om.mkdir()
    (om / "METADATA").write_text(f"Metadata-Version: 2.1\nName: boligtildeling\nVersion: {versjon()}\n", "ascii")


def _oversett(lib: Path, python: Path) -> None:
    """Only bytecode is shipped, so that nothing is compiled where the program may not write. Migrations are read as
    files, and stay as they are.
    """
    program = (
        "import compileall, py_compile, sys; "
        "ok = compileall.compile_dir(sys.argv[1], quiet=1, legacy=True, optimize=1, stripdir=sys.argv[1], "
        "invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH); sys.exit(not ok)"
    )
    kjoer(python, "-c", program, lib)
    migrasjoner = lib / "boligtildeling/storage/migrations"
    for fil in lib.rglob("*.py"):
        if not fil.is_relative_to(migrasjoner):
            fil.unlink()
    for fil in migrasjoner.rglob("*.pyc"):
        fil.unlink()


def lag_startere(arbeid: Path, ut: Path) -> None:
    """The two programs that start it: one for the window, one for the command line. The icon lies in `arbeid`."""
    for navn in ("starter.rc", "starter.manifest"):
        shutil.copy(HER / navn, arbeid)
    tall = ",".join([*versjon().split("."), "0"])
    ressurs = arbeid / "starter.o"
    kjoer(
        *("x86_64-w64-mingw32-windres", "starter.rc", "-O", "coff", "-o", ressurs),
        *(f"-DVERSJON_TALL={tall}", f'-DVERSJON_TEKST=\\"{versjon()}\\"'),
        i=arbeid,
    )
    dll = OPPSETT["python"]["dll"]
    for navn, valg in STARTERE.items():
        kjoer(
            *("x86_64-w64-mingw32-gcc", "-Os", "-s", "-Wall", "-Wextra", "-municode", f'-DPYTHON_DLL=L"{dll}"'),
            *(*valg, "-o", ut / navn, HER / "starter.c", ressurs),
        )


def finn_python_for_windows() -> Path:
    """A Python on this machine of the series that runs on Windows: their bytecode is the same."""
    serie = OPPSETT["python"]["serie"]
    funnet = shutil.which(f"python{serie}")
    kandidater = [Path(funnet)] if funnet else []
    kandidater += sorted(Path.home().glob(f".pyenv/versions/{serie}.*/bin/python"))
    for python in kandidater:
        svar = kjoer("sh", "-c", f"'{python}' -c 'import sys; print(sys.version_info[:2])' 2>&1 || true")
        if svar.strip() == str(tuple(int(del_) for del_ in serie.split("."))):
            return python
    return stopp(f"Bygget trenger Python {serie} på denne maskinen for å oversette programmet for Windows.")
