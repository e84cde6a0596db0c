"""Dwellings that are held back: by someone who may free them again, and for a reason that the table does not tell."""

from contextlib import suppress
from hashlib import sha256
from hmac import digest

from boligtildeling.casework.context import Arbeid
from boligtildeling.domain.bolig import Bolig, Tilbakehold
from boligtildeling.forsegling import FeilNoekkel

SALTLENGDE = HEMMELIGHETSLENGDE = 32
_EGEN, _KONVOLUTTENS = b"e", b"k"
_TIL_KODEN = b"tilbakehold"


def hold_tilbake(
    arbeid: Arbeid, bolig: Bolig, hemmelighet: bytes, salt: bytes | None = None, *, for_konvolutt: bool
) -> None:
    """Holds the dwelling back until someone comes with the secret. Raises `Driftsfeil`.

    The secret is also sealed to the recovery code, with a sign of what it is for: the home of someone protected is
    not to be freed that way.
    """
    salt = salt or arbeid.rammer.tilfeldig(SALTLENGDE)
    slag = _KONVOLUTTENS if for_konvolutt else _EGEN
    til_koden = arbeid.rammer.noekkelskap.forsegl_til_koden(slag + hemmelighet, _TIL_KODEN)
    bolig.tilbakehold.append(Tilbakehold(laas=laas_av(hemmelighet), salt=salt.hex(), til_koden=til_koden))


def laas_av(hemmelighet: bytes) -> str:
    """What the table keeps of a secret."""
    return sha256(hemmelighet).hexdigest()


def egen_hemmelighet(privat: bytes, salt: bytes, boligid: str) -> bytes:
    """The secret of a user who holds a dwelling back: nothing but their own key, which stays where it is, makes it."""
    return digest(privat, b"tilbakehold " + salt + boligid.encode(), "sha256")


def eget(bolig: Bolig, privat: bytes) -> Tilbakehold | None:
    """What holds the dwelling back because this user said so."""
    return next(
        (
            rad
            for rad in bolig.tilbakehold
            if laas_av(egen_hemmelighet(privat, bytes.fromhex(rad.salt), bolig.boligid)) == rad.laas
        ),
        None,
    )


def frie_med_koden(arbeid: Arbeid, bolig: Bolig, kode: str) -> list[Tilbakehold]:
    """What holds the dwelling back because some user said so, by the recovery code of its time.

    Raises `FeilNoekkel` when the code opens nothing that holds it.
    """
    aapnet = []
    for rad in bolig.tilbakehold:
        with suppress(FeilNoekkel):
            aapnet.append((rad, arbeid.rammer.noekkelskap.aapne_med_koden(rad.til_koden, kode, _TIL_KODEN)))
    if bolig.tilbakehold and not aapnet:
        raise FeilNoekkel
    return [rad for rad, innhold in aapnet if innhold.startswith(_EGEN)]
