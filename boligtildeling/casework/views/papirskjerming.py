"""What may not stand on a paper when someone in the case is protected, whoever wrote it there."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from boligtildeling.casework.context import Arbeid
from boligtildeling.casework.konvolutt import virkelig_bolig
from boligtildeling.domain.bolig import Bolig
from boligtildeling.domain.feil import Sperre, Sperret
from boligtildeling.domain.sak import Sak

HJEMMEL = "folkeregisterloven § 10-4"
_IKKE_SIFRE = re.compile(r"\D+")
_MINST_SIFRE = 6
_IKKE_SAKENS_EGET = frozenset({"hode", "mottaker"})
"""The kommune's own letterhead, and who gets the paper."""


def krev_uten_adresser(arbeid: Arbeid, bolig: Bolig | None, visning: Any) -> None:
    """Refuses a paper of a protected case where a text tells where someone in it lives, or who lives with them.

    Hjemmel: folkeregisterloven § 10-4.
    """
    if not arbeid.sak.soeknad.uten_adresse_paa_papir:
        return
    tekst, bolig = " ".join(_tekster(visning)), virkelig_bolig(arbeid, bolig) if bolig is not None else None
    if funn := [hva for hva, staar in _hemmelig(arbeid.sak, bolig) if _finnes(staar, tekst)]:
        grunner = (f"Teksten har {hva}. Noen i saken har adressebeskyttelse; ta det ut." for hva in dict.fromkeys(funn))
        raise Sperret(*(Sperre("STEG", grunn, HJEMMEL) for grunn in grunner))


def _hemmelig(sak: Sak, bolig: Bolig | None) -> Iterator[tuple[str, str | None]]:
    """What may not stand, in words, and the text itself."""
    soeknad = sak.soeknad
    for person in soeknad.soekere:
        yield "en adresse", person.adresse.linje if person.adresse else None
        yield "et telefonnummer", person.telefon
        yield "en e-postadresse", person.epost
    for fullmektig in soeknad.fullmektige:
        yield "en adresse", fullmektig.adresse.linje
        yield "et telefonnummer", fullmektig.telefon
    for medlem in soeknad.husstand:
        yield "navnet til noen i husstanden", medlem.navn
    for bydel in (*soeknad.behov.bydeler, bolig.bydel if bolig else None):
        yield "en bydel", bydel
    yield "boligens adresse", bolig.adresse.linje if bolig else None


def _finnes(hemmelig: str | None, tekst: str) -> bool:
    if not hemmelig or not hemmelig.strip():
        return False
    sifre = _IKKE_SIFRE.sub("", hemmelig)
    if len(sifre) >= _MINST_SIFRE and len(sifre) >= len(hemmelig) // 2:
        return re.search(rf"(?<!\d){'[ .-]?'.join(sifre)}(?!\d)", tekst) is not None
    return re.search(rf"(?<!\w){re.escape(hemmelig.strip())}(?!\w)", tekst, re.IGNORECASE) is not None


def _tekster(verdi: Any) -> Iterator[str]:
    if isinstance(verdi, str):
        yield verdi
    elif isinstance(verdi, tuple):
        for del_ in verdi:
            yield from _tekster(del_)
    elif is_dataclass(verdi):
        for felt in fields(verdi):
            if felt.name not in _IKKE_SAKENS_EGET:
                yield from _tekster(getattr(verdi, felt.name))
