"""Builds the AppImage, by `python3 -m installer.appimage`: the program in one folder, packed, behind a small static
first part that mounts it.
"""

import os
import shutil
import struct
from pathlib import Path

from installer.felles import (
    BYGG,
    DIST,
    ROT,
    dato,
    kjoer,
    krev_programmer,
    lag_miljoe,
    legg,
    meld,
    skriv_sum,
    stopp,
    tidspunkt,
    versjon,
)

HER = Path(__file__).resolve().parent
ID = "no.kommune.trondheim.Boligtildeling"
PROGRAMMER = {
    "gcc": "gcc",
    "mksquashfs": "squashfs-tools",
    "strip": "binutils",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
}
BIBLIOTEKER = {"/usr/include/squashfuse/ll.h": "libsquashfuse-dev", "/usr/include/fuse3/fuse.h": "libfuse3-dev"}
PAKKING = ("-comp", "zstd", "-Xcompression-level", "19", "-b", "1M")
MERKE = b"AI\x02"
"""At byte 8 of the file: an AppImage of type 2."""


def main() -> None:
    krev_programmer(PROGRAMMER)
    for fil, pakke in BIBLIOTEKER.items():
        if not Path(fil).exists():
            stopp(f"Bygget mangler dette fra Debian: apt-get install --no-install-recommends {pakke}")
    arbeid = BYGG / "appimage"
    arbeid.mkdir(parents=True, exist_ok=True)
    os.environ["SOURCE_DATE_EPOCH"] = str(tidspunkt())
    python = lag_miljoe(arbeid / "miljoe", (ROT / "lock.txt", HER / "lock-bygg.txt"))
    appdir = lag_appdir(python, arbeid)
    runtime = lag_runtime(arbeid)
    DIST.mkdir(exist_ok=True)
    ut = DIST / f"Boligtildeling-{versjon()}-x86_64.AppImage"
    sett_sammen(runtime, appdir, ut)
    skriv_sum(ut)


def lag_appdir(python: Path, arbeid: Path) -> Path:
    """The folder that becomes the file system of the image."""
    meld("Samler programmet …")
    samlet = arbeid / "samlet"
    kjoer(
        *(python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"),
        *("--distpath", samlet, "--workpath", arbeid / "pyinstaller", HER / "boligtildeling.spec"),
        miljoe={"PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    appdir = arbeid / "AppDir"
    shutil.rmtree(appdir, ignore_errors=True)
    shutil.copytree(samlet / "boligtildeling", appdir / "usr/lib/boligtildeling", symlinks=True)
    shutil.copy(HER / "AppRun", appdir)
    kjoer(python, "-m", "installer.ikoner", "hicolor", appdir / "usr/share/icons/hicolor", ID)
    legg(ROT / "resources/icons/boligtildeling.svg", appdir / f"usr/share/icons/hicolor/scalable/apps/{ID}.svg")
    for navn in (f"{ID}.png", ".DirIcon"):
        shutil.copy(appdir / f"usr/share/icons/hicolor/256x256/apps/{ID}.png", appdir / navn)
    legg_beskrivelser(appdir)
    samlet_av = arbeid / "pyinstaller/boligtildeling/COLLECT-00.toc"
    kjoer(python, "-m", "installer.sbom", "linux", appdir / "usr/share/doc/boligtildeling", "--samlet", samlet_av)
    (appdir / "usr/bin").mkdir()
    (appdir / "usr/bin/boligtildeling").symlink_to("../../AppRun")
    return appdir


def legg_beskrivelser(appdir: Path) -> None:
    """The desktop file and the AppStream description, checked by the desktop's own tools."""
    desktop = appdir / f"usr/share/applications/{ID}.desktop"
    legg(HER / desktop.name, desktop)
    (appdir / desktop.name).symlink_to(desktop.relative_to(appdir))
    kjoer("desktop-file-validate", desktop)
    metainfo = appdir / f"usr/share/metainfo/{ID}.metainfo.xml"
    tekst = (HER / metainfo.name).read_text(encoding="utf-8").replace("@VERSJON@", versjon()).replace("@DATO@", dato())
    metainfo.parent.mkdir(parents=True)
    metainfo.write_text(tekst, encoding="utf-8")
    kjoer("appstreamcli", "validate", "--no-net", metainfo)


def lag_runtime(arbeid: Path) -> bytes:
    """The first part, which ends with its section table: the file system begins right after."""
    fil = arbeid / "runtime"
    kjoer(
        *("gcc", "-static", "-O2", "-Wall", "-Wextra", "-D_FILE_OFFSET_BITS=64", "-I/usr/include/squashfuse"),
        *("-o", fil),
        *(HER / "runtime.c", HER / "utpakkere.c", "-lsquashfuse_ll", "-lsquashfuse", "-lfuse3", "-lzstd", "-lz"),
        *("-lpthread", "-ldl"),
    )
    kjoer("strip", fil)
    innhold = fil.read_bytes()
    (tabell,) = struct.unpack_from("<Q", innhold, 40)
    stoerrelse, antall = struct.unpack_from("<HH", innhold, 58)
    slutt = tabell + stoerrelse * antall
    if slutt > len(innhold):
        stopp("Første del av AppImage-filen er ikke hel.")
    return innhold[:8] + MERKE + innhold[11:slutt]


def sett_sammen(runtime: bytes, appdir: Path, ut: Path) -> None:
    meld("Pakker …")
    bilde = ut.with_suffix(".squashfs")
    kjoer("mksquashfs", appdir, bilde, *PAKKING, "-all-root", "-noappend", "-no-xattrs", "-quiet", "-no-progress")
    with ut.open("wb") as fil:
        fil.write(runtime)
        fil.write(bilde.read_bytes())
    bilde.unlink()
    ut.chmod(0o755)


if __name__ == "__main__":
    main()
