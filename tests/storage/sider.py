"""The pages of an encrypted database file as they are inside: what the free ones hold is seen here and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from boligtildeling.storage.database import FILNAVN
from tests.lager import noekkel_til

SIDE, RESERVE, SALT, IV = 4096, 80, 16, 16


def sider_i_klartekst(mappe: Path) -> Iterator[bytes]:
    """Every page of the file (SQLCipher 4, raw key: AES-256-CBC, the vector in the reserve at the end of the page)."""
    noekkel, fil = noekkel_til(mappe), (mappe / FILNAVN).read_bytes()
    for start in range(0, len(fil), SIDE):
        side = fil[start : start + SIDE]
        vektor = side[SIDE - RESERVE : SIDE - RESERVE + IV]
        lukket = side[SALT if start == 0 else 0 : SIDE - RESERVE]
        leser = Cipher(algorithms.AES256(noekkel), modes.CBC(vektor)).decryptor()
        yield leser.update(lukket) + leser.finalize()
