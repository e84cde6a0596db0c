"""Whom a paper goes to, for a list of many: as it stands on the paper, and whether that is still what the case says."""

from dataclasses import dataclass

from sqlalchemy import select

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.dokumenter import lagret
from boligtildeling.casework.skjerming import skjermede_dokumenter
from boligtildeling.casework.views.dokument import dokumentvisning
from boligtildeling.casework.views.dokumentformer import Mottaker
from boligtildeling.casework.views.dokumenthode import mottaker
from boligtildeling.domain.feil import Sperret
from boligtildeling.domain.sak import Dokument


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Papirrad:
    """A paper in a pile: its case, whom it goes to, and why it cannot be sent (None: it can).

    One that `leveres_etter_avtale` goes by no post: someone in the case has address protection.
    """

    saksnummer: str
    mottaker: str
    adresselinjer: tuple[str, ...]
    stopp: str | None
    leveres_etter_avtale: bool = False


@dataclass(frozen=True, slots=True)
class _PaaPapiret:
    saksnummer: str | None
    mottaker: Mottaker | None


def papirrad(arbeid: Arbeid, navn: str) -> Papirrad:
    """The paper of the case at hand. It stops when it cannot be made, or when name, address or case do not match.

    A paper that was kept when it was made says what the case said then; the case may say something else now.
    """
    sak = arbeid.sak
    try:
        paa = _som_lagret(arbeid, navn) if lagret(arbeid, navn) is not None else _som_naa(arbeid, navn)
    except Sperret as nei:
        return Papirrad(
            saksnummer=sak.saksnummer, mottaker=sak.soeker_navn, adresselinjer=(), stopp=nei.sperrer[0].grunn
        )
    naa = mottaker(sak)
    vist = (paa.mottaker if paa is not None else None) or naa
    return Papirrad(
        saksnummer=sak.saksnummer,
        mottaker=vist.navn,
        adresselinjer=vist.adresselinjer,
        stopp=_stopp(sak.saksnummer, paa, naa),
        leveres_etter_avtale=sak.soeknad.uten_adresse_paa_papir,
    )


def _som_naa(arbeid: Arbeid, navn: str) -> _PaaPapiret:
    visning = dokumentvisning(arbeid, navn)
    hode = getattr(visning, "hode", None)
    return _PaaPapiret(hode.saksnummer if hode is not None else None, getattr(visning, "mottaker", None))


def _som_lagret(arbeid: Arbeid, navn: str) -> _PaaPapiret | None:
    """What stood on the paper when it was made; None for one that was kept without its view."""
    visning = arbeid.session.scalar(
        select(Dokument.visning)
        .where(Dokument.saksnummer == arbeid.sak.saksnummer, Dokument.navn == navn)
        .where(Dokument.id.not_in(skjermede_dokumenter()))
        .order_by(Dokument.id.desc())
        .limit(1)
    )
    if visning is None:
        return None
    til = visning.get("mottaker")
    adressert = (
        Mottaker(navn=til["navn"], adresselinjer=tuple(til["adresselinjer"]), paa_vegne_av=None, rolle=None)
        if til
        else None
    )
    return _PaaPapiret(visning.get("hode", {}).get("saksnummer"), adressert)


def _stopp(saksnummer: str, paa: _PaaPapiret | None, naa: Mottaker) -> str | None:
    if paa is None:
        return "Papiret er fra før programmet tok vare på hvem det går til. Åpne det i saken."
    if paa.saksnummer not in {None, saksnummer}:
        return "Papiret hører til en annen sak."
    if paa.mottaker is None:
        return None
    if paa.mottaker.navn != naa.navn:
        return f"Papiret går til {paa.mottaker.navn}. Saken sier nå {naa.navn}."
    if paa.mottaker.adresselinjer != naa.adresselinjer:
        return "Adressen på papiret er ikke den som står i saken nå."
    return None
