"""Keyrings that a test chooses by PYTHON_KEYRING_BACKEND: one that works, and the ways in which others do not."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

FIL = "BOLIGTILDELING_PROEVERING"
"""The environment variable that says where `Filring` keeps what it is given."""


class Filring(KeyringBackend):
    """Keeps passwords in a file, so that one process finds what another kept."""

    priority = 5.0

    def _alt(self) -> dict[str, str]:
        fil = Path(os.environ[FIL])
        innhold: dict[str, str] = json.loads(fil.read_bytes()) if fil.is_file() else {}
        return innhold

    def _skriv(self, alt: dict[str, str]) -> None:
        Path(os.environ[FIL]).write_text(json.dumps(alt), encoding="utf-8")

    def get_password(self, service: str, username: str) -> str | None:
        return self._alt().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._skriv(self._alt() | {f"{service} {username}": password})

    def delete_password(self, service: str, username: str) -> None:
        alt = self._alt()
        if alt.pop(f"{service} {username}", None) is None:
            raise PasswordDeleteError(username)
        self._skriv(alt)


class LaastRing(Filring):
    """A ring that somebody has locked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked

    def delete_password(self, service: str, username: str) -> None:
        raise KeyringLocked


class DefektRing(Filring):
    """A ring whose system lets its own errors through, as Windows and D-Bus do."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError(1312, "A specified logon session does not exist")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(1312, "A specified logon session does not exist")


class GlemsomRing(Filring):
    """A ring that takes what it is given and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        return


class AapenRing(Filring):
    """A ring that its own library does not recommend: it keeps passwords where everyone can read them."""

    priority = 0.5
