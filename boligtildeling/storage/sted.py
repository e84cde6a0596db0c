"""Where a data folder may lie: on a disk of the machine itself, where locks hold and no service copies half a file."""

import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import i_ord

TILLAT = "BOLIGTILDELING_TILLAT_DELT_MAPPE"
"""Set to 1 by IT where they have tried that locks hold on the shared disk all the same."""
_NETTVERK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs", "ceph", "lustre", "gpfs", "beegfs", "coda"}
    | {f"fuse.{navn}" for navn in ("sshfs", "rclone", "davfs2", "gvfsd-fuse", "onedriver", "google-drive-ocamlfuse")}
    | {f"fuse.{navn}" for navn in ("s3fs", "glusterfs", "curlftpfs", "smbnetfs")}
)
_SYNKMAPPER = re.compile(
    r"(onedrive|dropbox|google ?drive|icloud ?drive|nextcloud|owncloud|box sync|syncthing|cloudstorage)( - .+)?"
    r"|com~apple~clouddocs",
    re.IGNORECASE,
)
_SYNKMERKER = (".dropbox", ".dropbox.cache", ".stfolder", ".sync", ".owncloudsync.log", "desktop.ini.onedrive")
_MOUNTINFO = Path("/proc/self/mountinfo")
_MINSTE_ROM = 8 * 1024 * 1024
_FJERNSTASJON = 4
"""DRIVE_REMOTE in what GetDriveTypeW answers."""
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


def krev_eget_sted(mappe: Path, miljoe: Mapping[str, str] = os.environ, mountinfo: Path = _MOUNTINFO) -> None:
    """Raises `Driftsfeil` for a folder on a network share or in a folder that is synchronised, unless IT allows it."""
    if miljoe.get(TILLAT) == "1":
        return
    with i_ord():
        stier = {mappe.absolute(), mappe.resolve()}  # by the name that was given, and where a link leads
    if any(er_paa_nettverk(sti, mountinfo) for sti in stier):
        raise _delt("ligger på en nettverksdisk")
    if any(er_i_synkmappe(sti, miljoe) for sti in stier):
        raise _delt("ligger i en mappe som blir synkronisert")


def krev_rom(mappe: Path, trengs: int) -> None:
    """Raises `Driftsfeil` when the disk has less room than `trengs` bytes, and a little more."""
    mangler = trengs + _MINSTE_ROM - shutil.disk_usage(mappe).free
    if mangler > 0:
        raise Driftsfeil(
            "Disken har ikke plass nok.",
            "Ingenting er endret.",
            f"Frigjør minst {mangler // 1_000_000 + 1} MB på disken, og prøv igjen.",
        )


def er_paa_nettverk(sti: Path, mountinfo: Path = _MOUNTINFO) -> bool:
    """Whether the folder, or the nearest one above it that exists, lies on another machine."""
    if sys.platform == "win32":
        return _paa_nettverk_i_windows(sti)
    try:
        linjer = mountinfo.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not Linux: nobody to ask
        return False
    return filsystem(sti, linjer) in _NETTVERK


def filsystem(sti: PurePath, mountinfo: Iterable[str]) -> str:
    """The type of the file system that `sti` lies on, by the lines of /proc/self/mountinfo (man 5 proc)."""
    lengst, slag = -1, ""
    for linje in mountinfo:
        foer, _, etter = linje.partition(" - ")
        punkt = re.sub(r"\\([0-7]{3})", lambda treff: chr(int(treff[1], 8)), foer.split()[4])
        if len(punkt) >= lengst and sti.is_relative_to(punkt):  # the later of two on one point hides the former
            lengst, slag = len(punkt), etter.split()[0]
    return slag


def er_i_synkmappe(sti: Path, miljoe: Mapping[str, str]) -> bool:
    """Whether a service copies the folder to and from elsewhere: by the name of a folder above it, or by its mark."""
    if any(_SYNKMAPPER.fullmatch(del_) for del_ in sti.parts):
        return True
    if any((rot := miljoe.get(navn)) and sti.is_relative_to(rot) for navn in _ONEDRIVE):
        return True
    return any((over / merke).exists() for over in (sti, *sti.parents) for merke in _SYNKMERKER)


def _paa_nettverk_i_windows(sti: Path) -> bool:
    import ctypes

    windows: Any = getattr(ctypes, "windll")  # noqa: B009 - only there on Windows
    return sti.drive.startswith("\\\\") or windows.kernel32.GetDriveTypeW(f"{sti.drive}\\") == _FJERNSTASJON


def _delt(hvordan: str) -> Driftsfeil:
    return Driftsfeil(
        f"Datamappen {hvordan}. Der kan databasen bli ødelagt når to maskiner skriver samtidig.",
        "Ingenting er åpnet eller endret.",
        "Legg datamappen på en disk i maskinen, og ta sikkerhetskopi til nettverket i stedet.",
    )
