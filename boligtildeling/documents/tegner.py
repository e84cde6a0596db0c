"""Draws the blocks of a paper as a PDF; a block that it does not know is refused, never left out."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Lock
from typing import Any

from boligtildeling.documents import blokker as b
from boligtildeling.documents import stiler
from boligtildeling.documents.bokser import Boks, Nyside, Overskriftboks, Samlet, Stabel, Tekst, linjene
from boligtildeling.documents.retning import Merket
from boligtildeling.documents.rutenett import Celle, Polstring, Preg, Rad, Rutenett
from boligtildeling.documents.ruter import Skrivelinjer, linjeelement
from boligtildeling.documents.sider import satsbredde, sett_paa_sider, spraakkode
from boligtildeling.documents.signatur import Signaturfelt
from boligtildeling.documents.skjemadeler import avkryssing, faktalinjer, punktliste
from boligtildeling.documents.skrift import skrivbar
from boligtildeling.documents.sted import Sted
from boligtildeling.documents.stiler import MM
from boligtildeling.documents.struktur import Element
from boligtildeling.documents.tabeller import datatabell
from boligtildeling.documents.topper import tegn_topp

_LAAS = Lock()


def tegn(ark: b.Ark) -> bytes:
    """The paper as PDF/A-2a and PDF/UA-1: the same paper gives the same bytes. One at a time: fonts are shared.

    Raises `Sperret` for a character that no font has, `Driftsfeil` when a font or the logo cannot be used, TypeError
    for a block of an unknown kind, and ValueError for an unknown language or headings that are out of order.
    """
    with _LAAS:
        rot = Element("Document")
        sted = Sted(rot, satsbredde(ark), ark.maalform, ark.utfyllbar, [])
        innhold = [*tegn_topp(ark.topp, rot, sted.bredde), *tegn_blokker(ark.blokker, sted)]
        _sjekk_overskrifter(rot)
        return sett_paa_sider(ark, Stabel(innhold), rot, sted.bokmerker)


def tegn_blokker(blokker: Sequence[b.Blokk], sted: Sted) -> list[Boks]:
    """The blocks, in order, as boxes; their elements stand last under that of the place."""
    return [boks for blokk in blokker for boks in _tegner_for(blokk)(blokk, sted)]


def _tegner_for(blokk: b.Blokk) -> Callable[[Any, Sted], Sequence[Boks]]:
    if type(blokk) not in _TEGNERE:
        raise TypeError(f"unknown kind of block: {type(blokk).__name__}")
    return _TEGNERE[type(blokk)]


def _sjekk_overskrifter(rot: Element) -> None:
    nivaaer = [int(e.slag[1]) for e in rot.alle() if e.slag in {"H1", "H2", "H3"}]
    hopp = [nr for nr, nivaa in enumerate(nivaaer) if nivaa > (nivaaer[nr - 1] if nr else 0) + 1]
    if hopp or nivaaer.count(1) > 1:
        raise ValueError(f"headings out of order: {nivaaer}")


def _overskrift(blokk: b.Overskrift, sted: Sted) -> list[Boks]:
    element = sted.element.ny(f"H{blokk.nivaa}")
    return [Overskriftboks(blokk.tekst, sted.stil(stiler.OVERSKRIFT[blokk.nivaa]), element, sted.bokmerker)]


def _avsnitt(blokk: b.Avsnitt, sted: Sted) -> list[Boks]:
    stil = sted.stil(stiler.AVSNITT[blokk.stil])
    if not blokk.passasjer:
        return [Tekst(linje, stil, sted.element.ny("P")) for linje in linjene(blokk.tekst)]
    linjer = [skrivbar(linje, stil.skrift) for linje in linjene(blokk.tekst)]
    passasjer = [(skrivbar(p.tekst, stil.skrift), spraakkode(p.spraak)) for p in blokk.passasjer]
    if not all(any(tekst and tekst in linje for linje in linjer) for tekst, _ in passasjer):
        raise ValueError("a passage does not stand in its paragraph")
    return [Tekst(linje, stil, sted.element.ny("P"), merket=_merk(linje, passasjer)) for linje in linjer]


def _merk(linje: str, passasjer: Sequence[tuple[str, str]]) -> Merket:
    """Every place in the line where one of these texts stands, with its language tag."""
    return [
        (treff.start(), treff.end(), spraak)
        for tekst, spraak in passasjer
        for treff in re.finditer(re.escape(tekst), linje)
    ]


def _konklusjon(blokk: b.Konklusjon, sted: Sted) -> list[Boks]:
    stil, polstring = sted.stil(stiler.KONKLUSJON), Polstring(9, 6, 5, 7).fra(sted.fra_hoeyre)
    linjer = [Tekst(linje, stil, sted.element.ny("P")) for linje in linjene(blokk.tekst)]
    if not linjer:
        return []
    rad = Rad((Celle(Stabel(linjer), polstring),), flate=stiler.FLATE)
    return [Rutenett([sted.bredde], [rad], preg=Preg(kant=True), fra_hoeyre=sted.fra_hoeyre)]


def _liste(blokk: b.Liste, sted: Sted) -> list[Boks]:
    if not blokk.punkter:
        return []
    liste = sted.element.ny("L", egenskaper={"O": "List", "ListNumbering": "Disc"})
    bokser: list[Boks] = []
    for tekst in blokk.punkter:
        punkt = liste.ny("LI")
        kule = ("•", punkt.ny("Lbl"))
        bokser.append(Tekst(tekst, sted.stil(stiler.PUNKT), punkt.ny("LBody"), kule=kule))
    return bokser


def _signaturer(blokk: b.Signaturer, sted: Sted) -> list[Boks]:
    if not blokk.linjer:
        return []
    liste = punktliste(sted)
    return [Signaturfelt(linje, blokk.dato_etikett, liste, sted.spraak) for linje in blokk.linjer]


def _skrivelinjer(blokk: b.Skrivelinjer, sted: Sted) -> list[Boks]:
    return [Skrivelinjer(blokk.antall, 8 * MM, linjeelement(sted.element.ny("P"), sted.spraak), etter=4 * MM)]


def _sideskift(_blokk: b.Sideskift, _sted: Sted) -> list[Boks]:
    return [Nyside()]


def _sammen(blokk: b.Sammen, sted: Sted) -> list[Boks]:
    bokser = tegn_blokker(blokk.blokker, sted)
    if any(isinstance(boks, Nyside) for boks in bokser):
        raise TypeError("a page break in what stays on one page")
    return [Samlet(bokser)] if bokser else []


def _paa_spraak(blokk: b.PaaSpraak, sted: Sted) -> list[Boks]:
    del_ = sted.element.ny("Div", spraak=spraakkode(blokk.spraak))
    return tegn_blokker(blokk.blokker, replace(sted, element=del_, spraak=blokk.spraak))


_TEGNERE: dict[type, Callable[[Any, Sted], Sequence[Boks]]] = {
    b.Overskrift: _overskrift,
    b.Avsnitt: _avsnitt,
    b.Konklusjon: _konklusjon,
    b.Liste: _liste,
    b.Faktalinjer: faktalinjer,
    b.Tabell: datatabell,
    b.Avkryssing: avkryssing,
    b.Signaturer: _signaturer,
    b.Skrivelinjer: _skrivelinjer,
    b.Sideskift: _sideskift,
    b.Sammen: _sammen,
    b.PaaSpraak: _paa_spraak,
}
