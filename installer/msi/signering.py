"""The place where what we ship for Windows is signed: with the certificate that whoever builds has, or not at all."""

import os
from pathlib import Path

from installer.felles import kjoer, meld, stopp

SERTIFIKAT = "BOLIGTILDELING_SERTIFIKAT"
"""A file with certificate and key (PKCS 12). Where the key is in a vault, the release workflow signs instead."""
PASSORDFIL = "BOLIGTILDELING_SERTIFIKAT_PASSORDFIL"
TIDSSTEMPEL = "BOLIGTILDELING_TIDSSTEMPEL"
"""The address of a time stamp service (RFC 3161): without it the signature ends with the certificate."""


def signer(fil: Path) -> bool:
    """Signs the file in place; tells whether it is signed."""
    sertifikat = os.environ.get(SERTIFIKAT)
    if not sertifikat:
        return False
    passord = os.environ.get(PASSORDFIL)
    tid = os.environ.get(TIDSSTEMPEL)
    signert = fil.with_name(f"{fil.name}.signert")
    valg = [*(["-readpass", passord] if passord else []), *(["-ts", tid] if tid else ["-n", "Boligtildeling"])]
    if fil.suffix == ".msi":
        valg.append("-add-msi-dse")
    kjoer("osslsigncode", "sign", "-pkcs12", sertifikat, *valg, "-h", "sha256", "-in", fil, "-out", signert)
    if not signert.is_file():
        stopp(f"{fil.name} ble ikke signert.")
    signert.replace(fil)
    meld(f"{fil.name} er signert.")
    return True
