"""Where keys are kept for daily use: the keyring of the operating system, or files that only their owner may read."""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.database import i_ord
from boligtildeling.storage.skriving import erstatt, fest, rydd_deler

NOEKKELMAPPE = "noekler"
_ENDELSE = ".noekkel"
_TJENESTE = "Boligtildeling"
_NAVN = re.compile(r"[a-z0-9-]{1,80}")


class Noekkelsteder(Protocol):
    """Keeps keys by name; a name says nothing of what the key is. Each raises `Driftsfeil`."""

    def hent(self, navn: str) -> bytes | None:
        """The key, or None when there is none by that name."""
        ...

    def lagre(self, navn: str, noekkel: bytes) -> None: ...

    def slett(self, navn: str) -> None:
        """Takes the key away; one that is not there is away already."""
        ...


class Noekkelfiler:
    """One file for each key, in a folder beside the database, or in one `under` it; files that others may read are
    refused.
    """

    def __init__(self, mappe: Path, under: str = "") -> None:
        self._rot = mappe / NOEKKELMAPPE
        self._mappe = self._rot / under

    def hent(self, navn: str) -> bytes | None:
        fil = self._fil(navn)
        with i_ord():
            if not fil.is_file():
                return None
            _krev_bare_eieren(fil)
            tekst = fil.read_bytes()
        if not re.fullmatch(rb"[0-9a-f]{64}\n", tekst):
            raise _skadet("Nøkkelfilen er skadet.")
        return bytes.fromhex(tekst.decode())

    def lagre(self, navn: str, noekkel: bytes) -> None:
        with i_ord():
            for sted in (self._rot, self._mappe):
                sted.mkdir(mode=0o700, exist_ok=True)
            erstatt(self._fil(navn), f"{noekkel.hex()}\n".encode())
            fest(self._mappe.parent)

    def slett(self, navn: str) -> None:
        with i_ord():
            self._fil(navn).unlink(missing_ok=True)

    def navn(self) -> list[str]:
        """The names of the keys that are kept here."""
        with i_ord():
            return sorted(fil.stem for fil in self._mappe.glob(f"*{_ENDELSE}"))

    def slett_andre(self, navn: str | None) -> None:
        """Takes away every key but the one by this name: what an interrupted change of key left behind."""
        with i_ord():
            rydd_deler(self._mappe)
            for fil in self._mappe.glob(f"*{_ENDELSE}"):
                if fil.stem != navn:
                    fil.unlink(missing_ok=True)

    def _fil(self, navn: str) -> Path:
        if not _NAVN.fullmatch(navn):
            raise ValueError(navn)
        return self._mappe / f"{navn}{_ENDELSE}"


class Noekkelring:
    """The keyring of the signed-in user: DPAPI, Keychain or Secret Service."""

    def hent(self, navn: str) -> bytes | None:
        with _ringens_feil():
            import keyring

            verdi = keyring.get_password(_TJENESTE, navn)
        if verdi is None:
            return None
        if not re.fullmatch(r"[0-9a-f]{64}", verdi):
            raise _skadet("Nøkkelen i nøkkelringen på maskinen er skadet.")
        return bytes.fromhex(verdi)

    def lagre(self, navn: str, noekkel: bytes) -> None:
        with _ringens_feil():
            import keyring

            keyring.set_password(_TJENESTE, navn, noekkel.hex())

    def slett(self, navn: str) -> None:
        with _ringens_feil():
            import keyring

            if keyring.get_password(_TJENESTE, navn) is not None:
                keyring.delete_password(_TJENESTE, navn)


def har_noekkelring() -> bool:
    """Whether the operating system has a keyring that keeps what it is given, and keeps it from others."""
    proeve = f"proeve-{os.getpid()}"
    try:
        import keyring

        if keyring.get_keyring().priority < 1:  # one that the library does not recommend: keys in clear text, or none
            return False
        keyring.set_password(_TJENESTE, proeve, "1")
        holder = keyring.get_password(_TJENESTE, proeve) == "1"
        keyring.delete_password(_TJENESTE, proeve)
    except Exception:  # a ring that does not answer is no ring, whatever its system raises
        return False
    return holder


@contextmanager
def _ringens_feil() -> Iterator[None]:
    """A backend lets through whatever its system raises (D-Bus, Windows, an import), not only the library's errors."""
    try:
        yield
    except Exception:
        raise Driftsfeil(
            "Nøkkelringen på maskinen svarer ikke, eller er låst.",
            "Databasen er ikke rørt.",
            "Lås opp nøkkelringen og prøv igjen. Er den borte, bruk gjenopprettingskoden.",
        ) from None


def _skadet(hva: str) -> Driftsfeil:
    return Driftsfeil(
        hva,
        "Databasen er ikke rørt, og alt i den er der fortsatt.",
        "Finn arket med gjenopprettingskoden, og kjør «boligtildeling noekkel gjenopprett».",
    )


def _krev_bare_eieren(fil: Path) -> None:
    """On Windows the profile folder's own rights decide."""
    if os.name != "nt" and stat.S_IMODE(fil.stat().st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
        raise Driftsfeil(
            "Andre enn du kan lese nøkkelfilen, så den blir ikke brukt.",
            "Databasen er ikke rørt.",
            "La bare eieren ha tilgang til filene i mappen «noekler» (chmod 600), og prøv igjen.",
        )
