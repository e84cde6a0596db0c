"""Tables of data: headings that are repeated on each page, rows of text, notes and boxes."""

from collections.abc import Sequence

from boligtildeling.documents import blokker as b
from boligtildeling.documents import stiler
from boligtildeling.documents.bokser import Boks, Stabel, Tekst, linjene
from boligtildeling.documents.rutenett import Celle, Polstring, Preg, Rad, Rutenett
from boligtildeling.documents.ruter import lest_ord
from boligtildeling.documents.skjemadeler import ruteboks
from boligtildeling.documents.sted import Sted
from boligtildeling.documents.stiler import MM
from boligtildeling.documents.struktur import Element

_CELLEPOLSTRING = Polstring(4, 6, 3, 4)
_RUTEPOLSTRING = Polstring(4, 6, 5, 4)


def datatabell(blokk: b.Tabell, sted: Sted) -> list[Boks]:
    tabell = sted.element.ny("Table")
    hode = tabell.ny("THead").ny("TR")
    celler = tuple(_hodecelle(kolonne, hode, sted) for kolonne in blokk.kolonner)
    kropp = tabell.ny("TBody") if blokk.rader else tabell
    rader = [_datarad(blokk, rad, kropp.ny("TR"), sted) for rad in blokk.rader]
    return [
        Rutenett(
            [kolonne.andel * sted.bredde for kolonne in blokk.kolonner],
            [Rad(celler, flate=stiler.FLATE), *rader],
            preg=Preg(linjer=True),
            hode=1,
            samlet=blokk.samlet,
            fra_hoeyre=sted.fra_hoeyre,
        )
    ]


def _hodecelle(kolonne: b.Kolonne, rad: Element, sted: Sted) -> Celle:
    leses = "" if kolonne.tittel else kolonne.leses or lest_ord("status", sted.spraak)
    element = rad.ny("TH", leses=leses, egenskaper={"O": "Table", "Scope": "Column"})
    stil = stiler.HODE_HOEYRE if kolonne.hoeyrestilt else sted.stil(stiler.HODE)
    return Celle(Stabel([Tekst(kolonne.tittel, stil, element)] if kolonne.tittel else []), _CELLEPOLSTRING)


def _datarad(blokk: b.Tabell, rad: Sequence[b.Celle], tr: Element, sted: Sted) -> Rad:
    celler = []
    for celle, kolonne in zip(rad, blokk.kolonner, strict=True):
        td = tr.ny("TD")
        if isinstance(celle, b.Rute):
            navn = celle.navn or _rutenavn(rad, kolonne)
            celler.append(Celle(Stabel([ruteboks(celle.form, navn, td, sted)]), _RUTEPOLSTRING))
        else:
            celler.append(Celle(Stabel(_celletekst(celle, kolonne, td, sted)), _CELLEPOLSTRING))
    return Rad(tuple(celler), blokk.skrivehoeyde * MM)


def _rutenavn(rad: Sequence[b.Celle], kolonne: b.Kolonne) -> str:
    """What a box of a table is for: the words of its row, and the heading above it."""
    ord_ = (c.tekst if isinstance(c, b.Celletekst) else c for c in rad if not isinstance(c, b.Rute))
    return ": ".join(x for x in (" ".join(o for o in ord_ if o), kolonne.tittel) if x)


def _celletekst(celle: str | b.Celletekst, kolonne: b.Kolonne, td: Element, sted: Sted) -> list[Boks]:
    tekst, note = (celle.tekst, celle.note) if isinstance(celle, b.Celletekst) else (celle, "")
    stil = stiler.CELLE_HOEYRE if kolonne.hoeyrestilt else sted.stil(stiler.CELLE)
    notestil = sted.stil(stiler.NOTE)
    linjer = [*((linje, stil) for linje in linjene(tekst)), *((linje, notestil) for linje in linjene(note))]
    if len(linjer) == 1:
        return [Tekst(*linjer[0], td)]
    return [Tekst(linje, linjestil, td.ny("P")) for linje, linjestil in linjer]
