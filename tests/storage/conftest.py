"""The folders of the command line's tests, here for faults of file and process; and a keyring of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from tests.cli.conftest import foer_noekkel, kopi, maler, mappe, noekkel_mal, sak, tom_mal
from tests.lett import lette_fraser
from tests.storage import ringer

__all__ = ["foer_noekkel", "kopi", "lette_fraser", "maler", "mappe", "noekkel_mal", "sak", "tom_mal"]


@pytest.fixture
def ring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[type[KeyringBackend]], None]]:
    """`ring(Filring)` makes that the keyring of the signed-in user, in this process and those it starts."""
    foer = keyring.get_keyring()
    monkeypatch.setenv(ringer.FIL, str(tmp_path / "ring.json"))

    def velg(slag: type[KeyringBackend]) -> None:
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", f"tests.storage.ringer.{slag.__name__}")
        keyring.set_keyring(slag())

    yield velg
    keyring.set_keyring(foer)
