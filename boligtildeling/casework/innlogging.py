"""Signing in: who the operating system's user is here, and name and password where it cannot tell."""

from base64 import b64encode
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from hashlib import sha256
from typing import Annotated, Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from boligtildeling.casework.act import handling
from boligtildeling.casework.adgang import krev_adgang
from boligtildeling.casework.context import Arbeid, Rammer
from boligtildeling.casework.fordeling import Brukernavn
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Feilliste, nekt
from boligtildeling.domain.krav import Tekst
from boligtildeling.domain.tilgang import DRIFT, Adgang, Innloggingsforsoek, ventetid

KORTESTE_PASSORD = 12
_FEIL = "Brukernavnet eller passordet er feil."
Passord = Annotated[str, Tekst("Passordet. Det står ikke i historikken.", maks=200)]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BytPassord:
    """A new password, one's own or (leader and IT) another user's; one's own needs the old one, if there is one."""

    nytt: Passord
    gammelt: Passord | None = None
    bruker: Brukernavn | None = None


def _proev_passord(arbeid: Arbeid, k: BytPassord, feil: Feilliste) -> None:
    feil.krev(len(k.nytt.strip()) >= KORTESTE_PASSORD, "/nytt", f"Passordet må ha minst {KORTESTE_PASSORD} tegn.")
    navn = k.bruker or arbeid.bruker.navn
    feil.krev(navn.casefold() not in k.nytt.casefold(), "/nytt", "Brukernavnet kan ikke være en del av passordet.")
    if k.bruker is not None:
        feil.krev(arbeid.session.get(Bruker, k.bruker) is not None, "/bruker", "Brukeren finnes ikke i denne mappen.")


@handling(BytPassord, navn="bytt_passord", tittel="Bytt passord", hendelse="PassordByttet", proever=_proev_passord)
def bytt_passord(arbeid: Arbeid, k: BytPassord) -> dict[str, Any]:
    """Keeps a hash (argon2id) that the password cannot be read out of; the history says only that it was changed."""
    gjelder = arbeid.session.get(Bruker, k.bruker or arbeid.bruker.navn)
    if gjelder is None:
        raise LookupError("bruker")
    if gjelder.navn != arbeid.bruker.navn:
        krev_adgang(arbeid.bruker, Adgang(DRIFT))
    elif gjelder.passord is not None and not _stemmer(gjelder.passord, k.gammelt or ""):
        nekt("ROLLE", "Det gamle passordet er feil.")
    gjelder.passord = _hasher().hash(k.nytt)
    arbeid.logg = replace(k, nytt="", gammelt=None)
    arbeid.endret.add(gjelder.navn)
    return {"navn": gjelder.navn}


def logg_inn(rammer: Rammer, navn: str, passord: str) -> str:
    """The user whose name and password these are. Refuses with ROLLE, alike for a wrong name and a wrong password.

    Wrong attempts are counted by name, known or not; after a few, each must wait longer than the one before.
    """
    with rammer.lager.skriv() as session:
        naa = rammer.klokke.naa()
        forsoek = _forsoek(session, navn)
        vent_til = forsoek.neste_tidspunkt if forsoek is not None else naa
        bruker = session.get(Bruker, navn)
        hash_ = bruker.passord if bruker is not None and bruker.er_aktiv else None
        if vent_til > naa:
            setning: str | None = f"For mange forsøk. Prøv igjen klokka {vent_til + timedelta(seconds=1):%H.%M.%S}."
        elif _stemmer(hash_ or _ingens_passord(), passord) and hash_ is not None:
            setning = None
            if forsoek is not None:
                session.delete(forsoek)
        else:
            setning = _FEIL
            antall = (forsoek.antall if forsoek is not None else 0) + 1
            session.merge(
                Innloggingsforsoek(navn_hash=_hash(navn), antall=antall, neste_tidspunkt=naa + ventetid(antall))
            )
    if setning is not None:
        nekt("ROLLE", setning, loeses_av="teamleder")
    return navn


def finn_os_bruker(session: Session, os_navn: str) -> str | None:
    """The user that the operating system's user is here; None when they must sign in by name."""
    er_den = or_(Bruker.os_navn == os_navn, (Bruker.os_navn.is_(None)) & (Bruker.navn == os_navn))
    return session.scalar(select(Bruker.navn).where(er_den, Bruker.er_aktiv).order_by(Bruker.nummer).limit(1))


def _forsoek(session: Session, navn: str) -> Innloggingsforsoek | None:
    return session.get(Innloggingsforsoek, _hash(navn))


def _hash(navn: str) -> str:
    return sha256(navn.casefold().encode()).hexdigest()


def _stemmer(hash_: str, passord: str) -> bool:
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return bool(_hasher().verify(hash_, passord))
    except (VerificationError, InvalidHashError):
        return False


@cache
def _ingens_passord() -> str:
    """A hash that no password has, and that takes as long to try as a user's own.

    It is written, not made: making one would take an unknown name twice the time of a known one.
    """
    h = _hasher()
    salt, svar = (b64encode(bytes(lengde)).rstrip(b"=").decode() for lengde in (h.salt_len, h.hash_len))
    return f"$argon2id$v=19$m={h.memory_cost},t={h.time_cost},p={h.parallelism}${salt}${svar}"


@cache
def _hasher() -> Any:
    from argon2 import PasswordHasher

    return PasswordHasher()
