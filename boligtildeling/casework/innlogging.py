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
from boligtildeling.casework.context import Arbeid, Rammer
from boligtildeling.casework.fordeling import Brukernavn
from boligtildeling.casework.historikk import noter_hendelse
from boligtildeling.casework.innslipp import har_leder, krev_koden
from boligtildeling.domain.base import omformer
from boligtildeling.domain.drift import Bruker
from boligtildeling.domain.feil import Bruksfeil, Feilliste, Sperre, Sperret, nekt
from boligtildeling.domain.krav import Kode, Tekst
from boligtildeling.domain.tilgang import LEDER, LESERE, Innloggingsforsoek, ventetid

KORTESTE_PASSORD = 12
_FEIL = "Brukernavnet eller passordet er feil."
_ENGANGS = "En annen har satt passordet. Det virker bare til å velge ditt eget: logg inn med det, og velg et nytt."
Passord = Annotated[str, Tekst("Passordet. Det står ikke i historikken.", maks=200)]


class Engangspassord(Sperret):
    """The password is right, and opens nothing before its owner has chosen another."""

    def __init__(self) -> None:
        super().__init__(Sperre("ROLLE", _ENGANGS))


class UkjentPaaMaskinen(Bruksfeil):
    """The machine's user has the name of a user here who is called something else on the machine."""

    def __init__(self) -> None:
        super().__init__("Brukeren på maskinen er ikke registrert i denne mappen. Logg inn med brukernavn og passord.")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class BytPassord:
    """A new password: one's own, which needs the old one, if there is one; or, by a leader, another's, for one use."""

    nytt: Passord
    gammelt: Passord | None = None
    bruker: Brukernavn | None = None
    gjenopprettingskode: Kode | None = None


def _proev_passord(arbeid: Arbeid, k: BytPassord, feil: Feilliste) -> None:
    krev_godt_passord(k.bruker or arbeid.bruker.navn, k.nytt, feil)
    if k.bruker is not None:
        feil.krev(arbeid.session.get(Bruker, k.bruker) is not None, "/bruker", "Brukeren finnes ikke i denne mappen.")


def krev_godt_passord(navn: str, nytt: str, feil: Feilliste) -> None:
    """Notes at `/nytt` why this user may not have this password."""
    feil.krev(len(nytt.strip()) >= KORTESTE_PASSORD, "/nytt", f"Passordet må ha minst {KORTESTE_PASSORD} tegn.")
    feil.krev(navn.casefold() not in nytt.casefold(), "/nytt", "Brukernavnet kan ikke være en del av passordet.")


@handling(BytPassord, navn="bytt_passord", tittel="Bytt passord", hendelse="PassordByttet", proever=_proev_passord)
def bytt_passord(arbeid: Arbeid, k: BytPassord) -> dict[str, Any]:
    """Keeps a hash (argon2id) that the password cannot be read out of; the history says only that it was changed.

    Another's password is set by a leader, and by IT for IT: whoever set it could else go in as that user. It works
    once, to choose one's own. Refuses with ROLLE; raises `Ugyldig` for a recovery code that does not fit.

    Hjemmel: forvaltningsloven § 13 b.
    """
    gjelder = arbeid.session.get_one(Bruker, k.bruker or arbeid.bruker.navn)
    er_egen = gjelder.navn == arbeid.bruker.navn
    if not er_egen:
        _krev_kan_sette(arbeid, gjelder, k.gjenopprettingskode)
    elif gjelder.passord is not None and not _stemmer(gjelder.passord, k.gammelt or ""):
        nekt("ROLLE", "Det gamle passordet er feil.")
    gjelder.passord = _hasher().hash(k.nytt)
    gjelder.passord_satt_av = None if er_egen else arbeid.bruker.navn
    arbeid.logg = _uten_hemmeligheter(k)
    arbeid.endret.add(gjelder.navn)
    return {"navn": gjelder.navn}


def _krev_kan_sette(arbeid: Arbeid, gjelder: Bruker, kode: str | None) -> None:
    if arbeid.bruker.rolle in LEDER:
        return
    if arbeid.bruker.rolle == "administrator":
        if gjelder.rolle not in LESERE or not har_leder(arbeid.session):
            return
        if kode is not None:
            krev_koden(arbeid, kode)
            return
    nekt("ROLLE", "Bare teamleder kan sette passordet til en som ser saker.", loeses_av="teamleder")


def _uten_hemmeligheter(k: BytPassord) -> BytPassord:
    return replace(k, nytt="", gammelt=None, gjenopprettingskode=None if k.gjenopprettingskode is None else "")


def logg_inn(rammer: Rammer, navn: str, passord: str, nytt: str | None = None) -> str:
    """The user whose name and password these are. Refuses with ROLLE, alike for a wrong name and a wrong password.

    Wrong attempts are counted by name, known or not; after a few, each must wait longer than the one before.
    A password that another has set is refused (`Engangspassord`), unless `nytt` is there to stand instead of it.
    Raises `Ugyldig` for one that may not.
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
        if setning is None and bruker is not None and bruker.passord_satt_av is not None:
            if nytt is None:
                raise Engangspassord
            _velg_eget(Arbeid(session=session, rammer=rammer, bruker=bruker, naa=naa), passord, nytt)
    if setning is not None:
        nekt("ROLLE", setning, loeses_av="teamleder")
    return navn


def _velg_eget(arbeid: Arbeid, gammelt: str, nytt: str) -> None:
    feil = Feilliste()
    krev_godt_passord(arbeid.bruker.navn, nytt, feil)
    feil.krev(nytt != gammelt, "/nytt", "Velg et annet passord enn det du fikk.")
    feil.stopp()
    arbeid.bruker.passord, arbeid.bruker.passord_satt_av = _hasher().hash(nytt), None
    kommando = omformer().unstructure(_uten_hemmeligheter(BytPassord(nytt=nytt)))
    noter_hendelse(arbeid, "bytt_passord", "PassordByttet", {"kommando": kommando})


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
