"""What forms are made of: labels with values, and boxes with statements."""

from boligtildeling.documents import blokker as b
from boligtildeling.documents import stiler
from boligtildeling.documents.bokser import Boks, Stabel, Tekst
from boligtildeling.documents.rutenett import Celle, Polstring, Rad, Rutenett
from boligtildeling.documents.ruter import (
    RUTESIDE,
    Avkryssingsfelt,
    Rutetegning,
    Skrivelinjer,
    lest_ord,
    linjeelement,
    ruteelement,
)
from boligtildeling.documents.skrift import skrivbar
from boligtildeling.documents.sted import Sted
from boligtildeling.documents.stiler import MM
from boligtildeling.documents.struktur import Element

_FAKTAPOLSTRING = Polstring(0, 8, 1.5, 1.5)
_ETIKETTBREDDE, _KORT_ETIKETTBREDDE, _STOERSTE_VERDIBREDDE = 38 * MM, 27 * MM, 150 * MM


def punktliste(sted: Sted) -> Element:
    """A list whose points have labels, not numbers."""
    return sted.element.ny("L", egenskaper={"O": "List", "ListNumbering": "None"})


def faktalinjer(blokk: b.Faktalinjer, sted: Sted) -> list[Boks]:
    if not blokk.linjer:
        return []
    liste, polstring = punktliste(sted), _FAKTAPOLSTRING.fra(sted.fra_hoeyre)
    celler = []
    for etikett, verdi in blokk.linjer:
        punkt = liste.ny("LI")
        boks = Tekst(etikett, sted.stil(stiler.ETIKETT), punkt.ny("Lbl"))
        par = (boks, _verdi(verdi, punkt.ny("LBody"), sted))
        celler.append(tuple(Celle(Stabel([x]), polstring, nederst=blokk.paa_rad) for x in par))
    bredder = [_ETIKETTBREDDE, min(sted.bredde - _ETIKETTBREDDE, _STOERSTE_VERDIBREDDE)]
    if blokk.paa_rad:
        bredder = [_KORT_ETIKETTBREDDE, sted.bredde / len(celler) - _KORT_ETIKETTBREDDE] * len(celler)
        celler = [tuple(celle for par in celler for celle in par)]
    return [Rutenett(bredder, [Rad(rad) for rad in celler], fra_hoeyre=sted.fra_hoeyre)]


def _verdi(verdi: str, kropp: Element, sted: Sted) -> Boks:
    if not verdi:
        return Skrivelinjer(1, 18, linjeelement(kropp, sted.spraak))
    return Tekst(verdi, sted.stil(stiler.VERDI), kropp)


def ruteboks(form: b.Ruteform, navn: str, forelder: Element, sted: Sted) -> Boks:
    """One box: to tick on the screen when it is empty and the paper can be filled in, else drawn with its status."""
    if sted.utfyllbar and form == "tom":
        return Avkryssingsfelt(skrivbar(navn), forelder.ny("Form"))
    return Rutetegning(form, ruteelement(forelder, form, sted.spraak))


_RUTEBREDDE = RUTESIDE + 3.6 * MM
_VED_RUTE, _RUNDT_RUTE = Polstring(0, 6, 2, 3), Polstring(0, 6, 4.5, 3)


def avkryssing(blokk: b.Avkryssing, sted: Sted) -> list[Boks]:
    if not blokk.linjer:
        return []
    liste = punktliste(sted)
    celler = []
    for form, tekst in blokk.linjer:
        punkt = liste.ny("LI")
        sier_seg_selv = form != "tom" and tekst == lest_ord(form, sted.spraak)
        boks = Rutetegning(form, None) if sier_seg_selv else ruteboks(form, tekst, punkt.ny("Lbl"), sted)
        tekstboks = Tekst(tekst, sted.stil(stiler.VERDI), punkt.ny("LBody"))
        celler.append((Celle(Stabel([boks]), _RUNDT_RUTE), Celle(Stabel([tekstboks]), _VED_RUTE)))
    bredder = [_RUTEBREDDE, sted.bredde - _RUTEBREDDE]
    if blokk.paa_rad:
        bredder = [_RUTEBREDDE, sted.bredde / len(celler) - _RUTEBREDDE] * len(celler)
        return [Rutenett(bredder, [Rad(tuple(c for par in celler for c in par))], fra_hoeyre=sted.fra_hoeyre)]
    return [Rutenett(bredder, [Rad(par) for par in celler], fra_hoeyre=sted.fra_hoeyre)]
