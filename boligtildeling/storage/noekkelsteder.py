"""Where keys are kept for daily use: the keyring of the operating system, or files that only their owner may read."""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import i_ord
from boligtildeling.storage.skriving import erstatt

NOEKKELMAPPE = "noekler"
_TJENESTE = "Boligtildeling"
_NAVN = re.compile(r"[a-z0-9-]{1,80}")


class Noekkelsteder(Protocol):
    """Keeps keys by name; a name says nothing of what the key is."""

    def hent(self, navn: str) -> bytes | None:
        """The key, or None when there is none by that name."""
        ...

    def lagre(self, navn: str, noekkel: bytes) -> None: ...

    def slett(self, navn: str) -> None: ...


class Noekkelfiler:
    """One file for each key, in a folder beside the database; files that others may read are refused."""

    def __init__(self, mappe: Path) -> None:
        self._mappe = mappe / NOEKKELMAPPE

    def hent(self, navn: str) -> bytes | None:
        fil = self._fil(navn)
        with i_ord():
            if not fil.is_file():
                return None
            _krev_bare_eieren(fil)
            tekst = fil.read_bytes()
        if not re.fullmatch(rb"[0-9a-f]{64}\n", tekst):
            raise Driftsfeil(
                "Nøkkelfilen er skadet.",
                "Databasen er ikke rørt.",
                "Bruk gjenopprettingskoden: «boligtildeling noekkel gjenopprett».",
            )
        return bytes.fromhex(tekst.decode())

    def lagre(self, navn: str, noekkel: bytes) -> None:
        with i_ord():
            self._mappe.mkdir(mode=0o700, exist_ok=True)
            erstatt(self._fil(navn), f"{noekkel.hex()}\n".encode())

    def slett(self, navn: str) -> None:
        with i_ord():
            self._fil(navn).unlink(missing_ok=True)

    def _fil(self, navn: str) -> Path:
        if not _NAVN.fullmatch(navn):
            raise ValueError(navn)
        return self._mappe / f"{navn}.noekkel"


class Noekkelring:
    """The keyring of the signed-in user: DPAPI, Keychain or Secret Service."""

    def hent(self, navn: str) -> bytes | None:
        import keyring
        from keyring.errors import KeyringError

        try:
            verdi = keyring.get_password(_TJENESTE, navn)
        except KeyringError:
            raise _laast_ring() from None
        return bytes.fromhex(verdi) if verdi else None

    def lagre(self, navn: str, noekkel: bytes) -> None:
        import keyring
        from keyring.errors import KeyringError

        try:
            keyring.set_password(_TJENESTE, navn, noekkel.hex())
        except KeyringError:
            raise _laast_ring() from None

    def slett(self, navn: str) -> None:
        import keyring
        from keyring.errors import KeyringError

        with suppress(KeyringError):  # a key that is gone already, or a ring that is: nothing more to take away
            keyring.delete_password(_TJENESTE, navn)


def har_noekkelring() -> bool:
    """Whether the operating system has a keyring that keeps what it is given."""
    import keyring
    from keyring.errors import KeyringError

    proeve = f"proeve-{os.getpid()}"
    try:
        keyring.set_password(_TJENESTE, proeve, "1")
        holder = keyring.get_password(_TJENESTE, proeve) == "1"
        keyring.delete_password(_TJENESTE, proeve)
    except (KeyringError, RuntimeError):
        return False
    return holder


def _laast_ring() -> Driftsfeil:
    return Driftsfeil(
        "Nøkkelringen på maskinen svarer ikke, eller er låst.",
        "Databasen er ikke rørt.",
        "Lås opp nøkkelringen og prøv igjen. Er den borte, bruk gjenopprettingskoden.",
    )


def _krev_bare_eieren(fil: Path) -> None:
    """On Windows the profile folder's own rights decide."""
    if os.name != "nt" and stat.S_IMODE(fil.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        raise Driftsfeil(
            "Andre enn du kan lese nøkkelfilen, så den blir ikke brukt.",
            "Databasen er ikke rørt.",
            "La bare eieren ha tilgang til filene i mappen «noekler» (chmod 600), og prøv igjen.",
        )
