"""Builds the MSI, by `python3 -m installer.msi`: one that IT installs for the machine, one for a single user."""

import os
from pathlib import Path

from installer.felles import BYGG, DIST, ROT, kjoer, krev_programmer, lag_miljoe, meld, skriv_sum, tidspunkt, versjon
from installer.msi.hent import HER, OPPSETT, hent_kjoeretid, hent_pakker
from installer.msi.legg_ut import STARTERE, finn_python_for_windows, lag_startere, legg_ut
from installer.msi.signering import signer
from installer.msi.wxs import NAVN, Omfang, beskrivelse

PROGRAMMER = {
    "wixl": "wixl",
    "msibuild": "msitools",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "osslsigncode": "osslsigncode",
}
ENDELSE: dict[Omfang, str] = {"perMachine": "", "perUser": "-bruker"}


def main() -> None:
    krev_programmer(PROGRAMMER)
    os.environ["SOURCE_DATE_EPOCH"] = str(tidspunkt())
    arbeid = BYGG / "msi"
    arbeid.mkdir(parents=True, exist_ok=True)
    python = lag_miljoe(arbeid / "miljoe", (HER / "lock-bygg.txt",))
    tegner = lag_miljoe(BYGG / "appimage/miljoe", (ROT / "lock.txt", ROT / "installer/appimage/lock-bygg.txt"))
    ikon = arbeid / "boligtildeling.ico"
    kjoer(tegner, "-m", "installer.ikoner", "ico", ikon)
    kjoeretid, pakker = hent_kjoeretid(python, arbeid), hent_pakker(python, arbeid)
    meld(kjoer(python, "-m", "installer.msi.signaturer", kjoeretid, *OPPSETT["python"]["signert_av"]).strip())
    mappe = arbeid / NAVN
    legg_ut(kjoeretid, pakker, mappe, python, finn_python_for_windows())
    meld(kjoer(python, "-m", "installer.msi.signaturer", mappe / "lib/PySide6", *OPPSETT["qt"]["signert_av"]).strip())
    lag_startere(arbeid, mappe)
    for navn in STARTERE:
        signer(mappe / navn)
    DIST.mkdir(exist_ok=True)
    for omfang, endelse in ENDELSE.items():
        lag_msi(python, mappe, ikon, omfang, DIST / f"{NAVN}-{versjon()}-x64{endelse}.msi", versjon())


def lag_msi(python: Path, mappe: Path, ikon: Path, omfang: Omfang, ut: Path, utgave: str) -> None:
    """The MSI of the folder, as `utgave`."""
    meld(f"Lager {ut.name} …")
    wxs = BYGG / "msi" / f"{omfang}.wxs"
    wxs.write_text(beskrivelse(mappe, ikon, utgave, omfang), encoding="utf-8")
    kjoer("wixl", "-a", "x64", "-o", ut, wxs.name, i=wxs.parent)
    kjoer(python, "-m", "installer.msi.fullfoer", ut, mappe, omfang)
    signer(ut)
    skriv_sum(ut)


if __name__ == "__main__":
    main()
