"""Sealing: makes content that only the holder of a key can read. The one place that knows the cryptography library.

The library is loaded when something is sealed or opened, not before: the daily way into a folder needs none of it.
"""

from dataclasses import dataclass
from secrets import token_bytes

NOEKKELLENGDE = 32
_NONCELENGDE = 12


class FeilNoekkel(Exception):
    """The key does not fit, or what was sealed has been changed."""


@dataclass(frozen=True, slots=True)
class Vekt:
    """What it costs to try one phrase: memory in KiB, passes, lanes (argon2id)."""

    minne_kib: int
    runder: int
    spor: int


FRASEVEKT = Vekt(minne_kib=65536, runder=3, spor=4)
"""For phrases that people choose: about a tenth of a second. Hjemmel: RFC 9106 § 4, second recommended option."""


def ny_noekkel() -> bytes:
    """A random key of 256 bits."""
    return token_bytes(NOEKKELLENGDE)


def laas_inn(noekkel: bytes, innhold: bytes, sammenheng: bytes) -> bytes:
    """`innhold` encrypted with the key (AES-256-GCM); opens only with the same key and the same `sammenheng`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = token_bytes(_NONCELENGDE)
    return nonce + AESGCM(noekkel).encrypt(nonce, innhold, sammenheng)


def laas_opp(noekkel: bytes, lukket: bytes, sammenheng: bytes) -> bytes:
    """What `laas_inn` was given. Raises `FeilNoekkel`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(noekkel).decrypt(lukket[:_NONCELENGDE], lukket[_NONCELENGDE:], sammenheng)
    except (InvalidTag, ValueError):
        raise FeilNoekkel from None


def fra_frase(frase: str, salt: bytes, vekt: Vekt = FRASEVEKT) -> bytes:
    """The key that a phrase stands for (argon2id); the same phrase, salt and weight give the same key."""
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        frase.encode(errors="surrogatepass"),  # the environment may hold bytes that are no letters
        salt,
        time_cost=vekt.runder,
        memory_cost=vekt.minne_kib,
        parallelism=vekt.spor,
        hash_len=NOEKKELLENGDE,
        type=Type.ID,
    )


def offentlig_del(privat: bytes) -> bytes:
    """The public half of the key pair (X25519) whose private half is `privat`, any 32 bytes."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(privat).public_key().public_bytes_raw()


def forsegl(offentlig: bytes, innhold: bytes, sammenheng: bytes) -> bytes:
    """`innhold` sealed to the holder of the private half (HPKE, RFC 9180); whoever seals it cannot open it."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    return suite.encrypt(innhold, X25519PublicKey.from_public_bytes(offentlig), sammenheng)


def bryt_segl(privat: bytes, forseglet: bytes, sammenheng: bytes) -> bytes:
    """What `forsegl` was given. Raises `FeilNoekkel`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
    try:
        return suite.decrypt(forseglet, X25519PrivateKey.from_private_bytes(privat), sammenheng)
    except (InvalidTag, ValueError):
        raise FeilNoekkel from None
