"""Who has signed the Windows files that we ship: `python -m installer.msi.signaturer MAPPE NAVN …`.

Every program file in the folder must be signed by one of those named, up to a root that Windows trusts.
"""

import re
import sys
from pathlib import Path
from typing import Any

ENDELSER = frozenset({".dll", ".exe", ".pyd"})


def _signify() -> Any:
    """The library that checks. One below it reads OpenSSL's version as if no part of it had two digits."""
    leter = re.search
    gammelt, nytt = r"\d\.\d\.\d[a-z]*", r"\d+\.\d+\.\d+[a-z]*"
    re.search = lambda moenster, *mer: leter(  # type: ignore[assignment]
        moenster.replace(gammelt, nytt) if isinstance(moenster, str) else moenster, *mer
    )
    try:
        import oscrypto.asymmetric  # noqa: F401 - what reads the version
        from signify.authenticode import AuthenticodeFile
    finally:
        re.search = leter
    return AuthenticodeFile


def feil_i(fil: Path, navn: list[str], signify: Any) -> str | None:
    """A sentence when the file is not signed by one of `navn`."""
    with fil.open("rb") as stroem:
        signert = signify.from_stream(stroem)
        status, hvorfor = signert.explain_verify()
        if status.name != "OK":
            return f"{fil.name}: {status.name} {hvorfor}"
        eiere = {
            sertifikat.subject.dn
            for signatur in signert.signatures
            for sertifikat in signatur.certificates
            if sertifikat.serial_number == signatur.signer_info.serial_number
        }
    return (
        None if any(f"CN={n}" in eier for eier in eiere for n in navn) else f"{fil.name}: signert av {', '.join(eiere)}"
    )


def main(mappe: Path, navn: list[str]) -> None:
    signify = _signify()
    filer = [fil for fil in sorted(mappe.rglob("*")) if fil.suffix.lower() in ENDELSER]
    feil = [setning for fil in filer if (setning := feil_i(fil, navn, signify)) is not None]
    if feil or not filer:
        raise SystemExit("\n".join(["Signaturene holder ikke:", *feil]))
    sys.stdout.write(f"{len(filer)} filer er signert av {', '.join(navn)}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
