"""Fills what wixl leaves empty in the tables: `python -m installer.msi.fullfoer FIL.msi MAPPE OMFANG`.

File versions, or an upgrade could leave old libraries; conditions; what may be set by a user who is not an
administrator; the 64-bit registry; and that what IT has set is remembered.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pefile

from installer.msi.wxs import EGENSKAPER, fil_id

PROGRAMFILER = frozenset({".dll", ".exe", ".pyd"})
OM_GANGEN = 60
BETINGELSER = {"cSkrivebord": "SKRIVEBORD=1", "cDatamappe": "DATAMAPPE", "cKopisted": "KOPISTED"}
TAR_VERDIEN_FRA = {egenskap: f"FRA_LINJEN_{egenskap}" for egenskap in EGENSKAPER}
VERDI_I_64_BIT = 18
"""A raw registry value in the 64-bit registry (RegLocator.Type)."""
SETT_EGENSKAP = 51
"""A custom action that sets a property (CustomAction.Type)."""


def utgave(fil: Path) -> str | None:
    """The version that a Windows file says it has."""
    pe = pefile.PE(str(fil), fast_load=True)
    pe.parse_data_directories(directories=[pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
    if not getattr(pe, "VS_FIXEDFILEINFO", None):
        return None
    v = pe.VS_FIXEDFILEINFO[0]
    deler = (v.FileVersionMS >> 16, v.FileVersionMS & 0xFFFF, v.FileVersionLS >> 16, v.FileVersionLS & 0xFFFF)
    return ".".join(map(str, deler))


def _utgaver(mappe: Path) -> Iterator[str]:
    for fil in sorted(mappe.rglob("*")):
        if fil.suffix.lower() in PROGRAMFILER and (tall := utgave(fil)) is not None:
            navn = fil_id(fil.relative_to(mappe).as_posix())
            yield f"UPDATE File SET Version='{tall}' WHERE File='{navn}'"
            yield f"UPDATE File SET Language='1033' WHERE File='{navn}'"
            yield f"DELETE FROM MsiFileHash WHERE File_='{navn}'"


def _egenskaper(omfang: str) -> Iterator[str]:
    """What is on the command line goes before what the registry remembers from the last time."""
    for nr, egenskap in enumerate(EGENSKAPER):
        holder = TAR_VERDIEN_FRA[egenskap]
        for handling, til, verdi, naar, rekke in (
            (f"Hold{egenskap}", holder, f"[{egenskap}]", egenskap, 20 + nr),
            (f"Sett{egenskap}", egenskap, f"[{holder}]", holder, 60 + nr),
        ):
            yield (
                "INSERT INTO CustomAction (Action,Type,Source,Target) "
                f"VALUES ('{handling}',{SETT_EGENSKAP},'{til}','{verdi}')"
            )
            yield (
                f"INSERT INTO InstallExecuteSequence (Action,Condition,Sequence) VALUES ('{handling}','{naar}',{rekke})"
            )
    sikre = ";".join(("WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED", *EGENSKAPER))
    yield f"UPDATE Property SET Value='{sikre}' WHERE Property='SecureCustomProperties'"
    for komponent, betingelse in BETINGELSER.items():
        if omfang == "perMachine" or komponent == "cSkrivebord":
            yield f"UPDATE Component SET Condition='{betingelse}' WHERE Component='{komponent}'"


def _resten() -> Iterator[str]:
    yield "INSERT INTO Property (Property,Value) VALUES ('REINSTALLMODE','amus')"
    yield f"UPDATE RegLocator SET Type={VERDI_I_64_BIT}"
    yield (
        "INSERT INTO CustomAction (Action,Type,Source,Target) "
        f"VALUES ('SettSted',{SETT_EGENSKAP},'ARPINSTALLLOCATION','[INSTALLDIR]')"
    )
    yield "INSERT INTO InstallExecuteSequence (Action,Condition,Sequence) VALUES ('SettSted','NOT Installed',1001)"


def main(msi: Path, mappe: Path, omfang: str) -> None:
    setninger = [*_utgaver(mappe), *_egenskaper(omfang), *_resten()]
    for start in range(0, len(setninger), OM_GANGEN):
        valg = [del_ for setning in setninger[start : start + OM_GANGEN] for del_ in ("-q", setning)]
        subprocess.run(["msibuild", str(msi), *valg], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
