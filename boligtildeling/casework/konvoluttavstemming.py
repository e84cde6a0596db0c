"""Keeps the envelope, the skjermet bolig and what is held back in step with where the case stands."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from boligtildeling.casework.brukernoekkel import egen_noekkel
from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.konvolutt import (
    aapne,
    boligen_skal_i_konvolutt,
    har_konvolutt,
    hvorfor_lukket,
)
from boligtildeling.casework.konvoluttmottakere import lukk
from boligtildeling.casework.opptatt import hold, opptatt_av
from boligtildeling.casework.tilbakehold import hold_tilbake, laas_av
from boligtildeling.domain.bolig import Bolig, Tilbakehold
from boligtildeling.domain.feil import Inputfeil, Sperret, Ugyldig, nekt
from boligtildeling.domain.kontrakt import Kontrakt, Tilbud
from boligtildeling.domain.konvolutt import Plass
from boligtildeling.domain.porter import ikke_ledig
from boligtildeling.domain.skjerming import Sladding
from boligtildeling.domain.tilgang import ADRESSESPERRE

_KORTESTE_NUMMER, _KORTESTE_SIFFER = 3, 6


def begynn(arbeid: Arbeid) -> frozenset[str]:
    """Opens the envelope for whoever acts, if there is one and they can. Gives what the case holds at the outset.

    Whoever works on a case that is to have one gets a key, so that it can be sealed to them.
    """
    if arbeid.sak_eller_ingen is None or not boligen_skal_i_konvolutt(arbeid):
        return frozenset()
    egen_noekkel(arbeid)
    arbeid.konvolutt = aapne(arbeid)
    return _holdt_av_saken(arbeid)


def avslutt(arbeid: Arbeid, holdt: frozenset[str]) -> None:
    """Holds back what the case holds now, frees what it let go of, and closes the envelope.

    `holdt` is what `begynn` gave. Refuses with BOLIG what others hold, and with KONVOLUTT what only an open envelope
    can change.
    """
    if not har_konvolutt(arbeid) and arbeid.konvolutt is None:
        return
    arbeid.session.flush()
    if arbeid.konvolutt is None:
        if _holdt_av_saken(arbeid) != holdt:
            nekt("KONVOLUTT", hvorfor_lukket(arbeid), ADRESSESPERRE)
        return
    for skjermet, plass in list(arbeid.konvolutt.naa.boliger.items()):
        _avstem(arbeid, skjermet, plass, kan_ta=True)
    lukk(arbeid)


def les(arbeid: Arbeid) -> None:
    """Opens the envelope for a reader, frees what time has let go of, and seals it to those who have waited."""
    begynn(arbeid)
    if arbeid.konvolutt is not None:
        for skjermet, plass in list(arbeid.konvolutt.naa.boliger.items()):
            _avstem(arbeid, skjermet, plass, kan_ta=False)
        lukk(arbeid)


def _holdt_av_saken(arbeid: Arbeid) -> frozenset[str]:
    nummer = arbeid.sak.saksnummer
    egne = {
        *arbeid.session.scalars(select(Tilbud.boligid).where(Tilbud.saksnummer == nummer)),
        *arbeid.session.scalars(select(Kontrakt.boligid).where(Kontrakt.saksnummer == nummer)),
    }
    return frozenset(boligid for boligid in egne if _er_holdt(arbeid, boligid))


def _er_holdt(arbeid: Arbeid, boligid: str) -> bool:
    return next(hold(arbeid.session, arbeid.i_dag, boligid), None) is not None


def _avstem(arbeid: Arbeid, skjermet: str, plass: Plass, *, kan_ta: bool) -> None:
    bolig = arbeid.session.get_one(Bolig, plass.boligid)
    arbeid.session.get_one(Bolig, skjermet).sett_skjermet(bolig)
    arbeid.session.flush()
    hemmelighet = bytes.fromhex(plass.hemmelighet)
    rad = arbeid.session.get(Tilbakehold, laas_av(hemmelighet))
    er_holdt = _er_holdt(arbeid, skjermet)
    if er_holdt and rad is None and kan_ta:
        if bolig.holdes_tilbake or opptatt_av(arbeid.session, bolig, arbeid.sak, arbeid.i_dag):
            raise Sperret(ikke_ledig(bolig.boligid))
        hold_tilbake(arbeid, bolig, hemmelighet, for_konvolutt=True)
    elif rad is not None and not er_holdt:
        bolig.tilbakehold.remove(rad)
    arbeid.session.flush()


def krev_uten_adresse(arbeid: Arbeid, kommando: Any) -> None:
    """Raises `Ugyldig` for every text in a command, as the history would keep it, that tells which dwelling it is."""
    if arbeid.konvolutt is None:
        return
    boliger = (arbeid.session.get_one(Bolig, p.boligid) for p in arbeid.konvolutt.naa.boliger.values())
    sladding = Sladding("", tuple(t for bolig in boliger for t in kjennetegn(bolig)))
    funn = [
        Inputfeil(peker, "Her står boligens adresse eller nummer. De skal bare ligge i konvolutten.")
        for peker, tekst in _tekster("", kommando)
        if sladding.finnes_i(tekst)
    ]
    if funn:
        raise Ugyldig(*funn)


def kjennetegn(bolig: Bolig) -> tuple[str, ...]:
    """What tells a dwelling from all others; a number so short that it stands everywhere does not."""
    nummer = bolig.boligid
    er_eget = len(nummer) >= (_KORTESTE_SIFFER if nummer.isdigit() else _KORTESTE_NUMMER)
    return (bolig.adresse.linje, *((nummer,) if er_eget else ()))


def _tekster(peker: str, verdi: Any) -> Iterator[tuple[str, str]]:
    if isinstance(verdi, str):
        yield peker, verdi
    elif isinstance(verdi, dict):
        for navn, del_ in verdi.items():
            yield from _tekster(f"{peker}/{navn}", del_)
    elif isinstance(verdi, list | tuple):
        for nr, del_ in enumerate(verdi):
            yield from _tekster(f"{peker}/{nr}", del_)
