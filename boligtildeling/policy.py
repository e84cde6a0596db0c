"""What IT has settled for the whole machine: read from a place that only an administrator may write to.

Linux: `/etc/boligtildeling/policy.toml`. Windows: `HKLM\\Software\\Policies\\Boligtildeling`, with the settings of the
kommune profile as values under the key `Innstillinger`. It goes before everything that users settle.
"""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from boligtildeling.domain.feil import Driftsfeil

FIL = Path("/etc/boligtildeling/policy.toml")
REGISTERNOEKKEL = r"Software\Policies\Boligtildeling"
DATAMAPPE, INNSTILLINGER = "datamappe", "innstillinger"
OPPDATERINGSVARSEL, FELLES_DATABASE = "oppdateringsvarsel", "felles_database"
_KJENTE = frozenset({DATAMAPPE, INNSTILLINGER, OPPDATERINGSVARSEL, FELLES_DATABASE})
_AV = (False, 0, "0", "nei")


@dataclass(frozen=True, slots=True)
class Policy:
    """What is settled: where the data folder lies (None: each user's own), and settings by name."""

    datamappe: Path | None = None
    innstillinger: Mapping[str, str] = field(default_factory=dict)

    def krev_mappe(self, mappe: Path) -> None:
        """Raises `Driftsfeil` for a data folder with real cases anywhere else than where IT has put it."""
        if self.datamappe is not None and mappe.resolve() != self.datamappe.resolve():
            raise Driftsfeil(
                "IT har bestemt hvor datamappen er på denne maskinen, og dette er en annen mappe.",
                "Ingenting er åpnet eller endret.",
                f"Bruk {self.datamappe}. Prøvemapper og demomapper kan ligge hvor som helst.",
            )


def les_policy() -> Policy:
    """The policy of this machine; an empty one where IT has settled nothing. Raises `Driftsfeil` for one that cannot
    be followed: none of it is left out in silence.
    """
    if sys.platform == "win32":
        return som_policy(_fra_registeret(), rf"HKLM\{REGISTERNOEKKEL}")
    return som_policy(_fra_fil(FIL), str(FIL))


def _fra_fil(fil: Path) -> dict[str, Any]:
    try:
        tekst = fil.read_text(encoding="utf-8")
        from tomllib import loads

        return loads(tekst)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        raise _kan_ikke_foelges(str(fil), "Filen kan ikke leses, eller er ikke gyldig TOML.") from None


def _fra_registeret() -> dict[str, Any]:
    import winreg

    registeret: Any = winreg

    def verdier(noekkel: str) -> dict[str, Any]:
        try:
            aapnet = registeret.OpenKey(
                registeret.HKEY_LOCAL_MACHINE, noekkel, 0, registeret.KEY_READ | registeret.KEY_WOW64_64KEY
            )
        except FileNotFoundError:
            return {}
        with aapnet:
            antall = registeret.QueryInfoKey(aapnet)[1]
            alle = [registeret.EnumValue(aapnet, nr) for nr in range(antall)]
        return {navn.lower(): verdi for navn, verdi, _ in alle}

    innstillinger = verdier(rf"{REGISTERNOEKKEL}\Innstillinger")
    return verdier(REGISTERNOEKKEL) | ({INNSTILLINGER: innstillinger} if innstillinger else {})


def som_policy(satt: Mapping[str, Any], kilde: str) -> Policy:
    """What is set, as a policy. Raises `Driftsfeil` that names `kilde` and the first thing that cannot be followed."""
    if ukjente := sorted(set(satt) - _KJENTE):
        raise _kan_ikke_foelges(kilde, f"«{ukjente[0]}» er ikke noe IT kan bestemme.")
    if satt.get(OPPDATERINGSVARSEL, False) not in _AV:
        raise _kan_ikke_foelges(kilde, "Programmet varsler aldri om oppdateringer, så varselet kan ikke slås på.")
    if satt.get(FELLES_DATABASE):
        raise _kan_ikke_foelges(kilde, "Denne utgaven har ikke felles database.")
    return Policy(_datamappe(satt.get(DATAMAPPE), kilde), _innstillinger(satt.get(INNSTILLINGER, {}), kilde))


def _datamappe(satt: Any, kilde: str) -> Path | None:
    if satt in (None, ""):
        return None
    sti = Path(os.path.expandvars(satt)).expanduser() if isinstance(satt, str) else Path()
    if not sti.is_absolute():
        raise _kan_ikke_foelges(kilde, "«datamappe» må være hele stien til en mappe.")
    return sti


def _innstillinger(satt: Any, kilde: str) -> Mapping[str, str]:
    from boligtildeling.domain.innstilling import FELTER

    if not isinstance(satt, dict):
        raise _kan_ikke_foelges(kilde, "«innstillinger» må være en liste av navn og verdi.")
    verdier = {navn: str(verdi).strip() for navn, verdi in satt.items()}
    for navn, verdi in verdier.items():
        if (felt := FELTER.get(navn)) is None:
            raise _kan_ikke_foelges(kilde, f"Innstillingen «{navn}» finnes ikke.")
        setning = felt.proev(verdi) if verdi else "Verdien mangler."
        if setning is not None:
            raise _kan_ikke_foelges(kilde, f"Innstillingen «{navn}»: {setning}")
    return verdier


def _kan_ikke_foelges(kilde: str, hvorfor: str) -> Driftsfeil:
    return Driftsfeil(
        f"Det IT har bestemt for maskinen, kan ikke følges. {hvorfor}",
        "Ingenting er åpnet eller endret.",
        f"IT må rette {kilde}.",
    )
