"""Draws the blocks of a paper as a PDF; a block that it does not know is refused, never left out."""

from collections.abc import Callable, Iterator, Sequence
from threading import Lock
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer, Table

from boligtildeling.documents import blokker as b
from boligtildeling.documents import stiler
from boligtildeling.documents.ruter import Rutetegning, Skrivelinje
from boligtildeling.documents.sider import bygg, satsbredde
from boligtildeling.documents.skrift import VANLIG, avsnitt, last_skrifter
from boligtildeling.documents.topper import tegn_topp

_LAAS = Lock()
_ETIKETTBREDDE, _KORT_ETIKETTBREDDE = 38 * mm, 27 * mm
_DATOBREDDE = 42 * mm
_RUTEBREDDE = 7 * mm
_PLASS_TIL_FOERSTE_RADER = 42 * mm
_LENGSTE_STYKKE = 6_000


def tegn(ark: b.Ark) -> bytes:
    """The paper as PDF: the same paper gives the same bytes. One at a time, since the drawing library shares state.

    Raises `Sperret` for a character that the font lacks and TypeError for a block of an unknown kind.
    """
    with _LAAS:
        last_skrifter()
        bredde = satsbredde(ark)
        return bygg(ark, [*tegn_topp(ark.topp, bredde), *tegn_blokker(ark.blokker, bredde)])


def tegn_blokker(blokker: Sequence[b.Blokk], bredde: float) -> list[Flowable]:
    """The blocks, in order, laid out for a column of this width in points."""
    tegnet: list[Flowable] = []
    for blokk, neste in zip(blokker, (*blokker[1:], None), strict=True):
        if isinstance(blokk, b.Overskrift) and isinstance(neste, b.Tabell) and not neste.samlet:
            tegnet += _overskrift_over_tabell(blokk)
        else:
            tegnet += _tegner_for(blokk)(blokk, bredde)
    return tegnet


def _tegner_for(blokk: b.Blokk) -> Callable[[Any, float], Sequence[Flowable]]:
    if type(blokk) not in _TEGNERE:
        raise TypeError(f"unknown kind of block: {type(blokk).__name__}")
    return _TEGNERE[type(blokk)]


def _overskrift(blokk: b.Overskrift, _: float) -> list[Flowable]:
    return [avsnitt(blokk.tekst, stiler.OVERSKRIFT[blokk.nivaa])]


def _overskrift_over_tabell(blokk: b.Overskrift) -> list[Flowable]:
    """Kept with the first rows only: kept with its table, it would push the whole table to the next page."""
    stil = stiler.OVERSKRIFT[blokk.nivaa].clone("over_tabell", keepWithNext=0)
    return [CondPageBreak(_PLASS_TIL_FOERSTE_RADER), avsnitt(blokk.tekst, stil)]


def _avsnitt(blokk: b.Avsnitt, _: float) -> list[Flowable]:
    stil = stiler.AVSNITT[blokk.stil]
    linjer = (linje for linje in blokk.tekst.splitlines() if linje.strip())
    return [avsnitt(stykke, stil) for linje in linjer for stykke in _stykker(linje)]


def _stykker(linje: str) -> Iterator[str]:
    """A line of many pages in pieces, since the drawing library lays out all the rest again for every page."""
    while len(linje) > _LENGSTE_STYKKE:
        kutt = linje.rfind(" ", 0, _LENGSTE_STYKKE) + 1 or _LENGSTE_STYKKE
        yield linje[:kutt]
        linje = linje[kutt:]
    yield linje


def _konklusjon(blokk: b.Konklusjon, bredde: float) -> list[Flowable]:
    stil = [
        ("BACKGROUND", (0, 0), (-1, -1), stiler.FLATE),
        ("LINEBEFORE", (0, 0), (0, -1), 2.5, stiler.SVART),
        ("LEFTPADDING", (0, 0), (-1, -1), 9),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
    ]
    return [_tabell([[_linjer(blokk.tekst, stiler.KONKLUSJON)]], [bredde], stil)]


def _liste(blokk: b.Liste, _: float) -> list[Flowable]:
    return [avsnitt(punkt, stiler.PUNKT, "•") for punkt in blokk.punkter]


def _faktalinjer(blokk: b.Faktalinjer, bredde: float) -> list[Flowable]:
    rader = [[avsnitt(e, stiler.ETIKETT), avsnitt(v, stiler.VERDI) if v else Skrivelinje(18)] for e, v in blokk.linjer]
    bredder = [_ETIKETTBREDDE, min(bredde - _ETIKETTBREDDE, 150 * mm)]
    if blokk.paa_rad:
        bredder = [_KORT_ETIKETTBREDDE, bredde / len(rader) - _KORT_ETIKETTBREDDE] * len(rader)
        rader = [[celle for rad in rader for celle in rad]]
    stil: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM" if blokk.paa_rad else "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ]
    return [_tabell(rader, bredder, stil)]


def _tabell(
    rader: list[list[Any]],
    bredder: list[float],
    stil: list[Any],
    hoder: int = 0,
    minste: list[float] | None = None,
) -> Table:
    return Table(
        rader,
        colWidths=bredder,
        style=[("FONT", (0, 0), (-1, -1), VANLIG), *stil],
        repeatRows=hoder,
        splitInRow=1,
        hAlign="LEFT",
        spaceBefore=3,
        spaceAfter=8,
        minRowHeights=minste,
    )


def _datatabell(blokk: b.Tabell, bredde: float) -> list[Flowable]:
    hode = [avsnitt(k.tittel, stiler.HODE_HOEYRE if k.hoeyrestilt else stiler.HODE) for k in blokk.kolonner]
    rader = [[_celle(c, k) for c, k in zip(rad, blokk.kolonner, strict=True)] for rad in blokk.rader]
    stil: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), stiler.FLATE),
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, stiler.LINJE),
        ("LEFTPADDING", (0, 0), (-1, -1), 4),
        ("RIGHTPADDING", (0, 0), (-1, -1), 6),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
    ]
    ruter = [kol for kol, celle in enumerate(blokk.rader[0] if blokk.rader else ()) if isinstance(celle, b.Rute)]
    stil += [("TOPPADDING", (kol, 1), (kol, -1), 5) for kol in ruter]
    minste = [0.0, *(blokk.skrivehoeyde * mm for _ in rader)]
    return [_tabell([hode, *rader], [k.andel * bredde for k in blokk.kolonner], stil, 1, minste)]


def _celle(celle: b.Celle, kolonne: b.Kolonne) -> Flowable | list[Flowable]:
    if isinstance(celle, b.Rute):
        return Rutetegning(celle.form)
    if isinstance(celle, b.Celletekst):
        note = [avsnitt(celle.note, stiler.NOTE)] if celle.note else []
        return [*_linjer(celle.tekst, stiler.CELLE), *note]
    return _linjer(celle, stiler.CELLE_HOEYRE if kolonne.hoeyrestilt else stiler.CELLE)


def _linjer(tekst: str, stil: ParagraphStyle) -> list[Flowable]:
    return [avsnitt(linje, stil) for linje in tekst.splitlines() if linje.strip()]


def _avkryssing(blokk: b.Avkryssing, bredde: float) -> list[Flowable]:
    rader = [[Rutetegning(form), avsnitt(tekst, stiler.VERDI)] for form, tekst in blokk.linjer]
    bredder = [_RUTEBREDDE, bredde - _RUTEBREDDE]
    if blokk.paa_rad:
        bredder = [_RUTEBREDDE, bredde / len(rader) - _RUTEBREDDE] * len(rader)
        rader = [[celle for rad in rader for celle in rad]]
    stil: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    stil += [("TOPPADDING", (kol, 0), (kol, -1), 4.5) for kol in range(0, len(bredder), 2)]
    return [_tabell(rader, bredder, stil)]


def _signaturer(blokk: b.Signaturer, bredde: float) -> list[Flowable]:
    return [_signatur(linje, blokk.dato_etikett, bredde) for linje in blokk.linjer]


def _signatur(linje: b.Signatur, dato_etikett: str, bredde: float) -> Flowable:
    hvem = avsnitt(linje.hvem, stiler.SMAATT)
    rader: list[list[Any]]
    if not dato_etikett:
        rader, bredder = [[""], [hvem]], [bredde * 0.72]
    else:
        dato = avsnitt(linje.dato, stiler.VERDI) if linje.dato else ""
        rader = [[dato, "", ""], [avsnitt(dato_etikett, stiler.SMAATT), "", hvem]]
        bredder = [_DATOBREDDE, 6 * mm, bredde - _DATOBREDDE - 6 * mm]
    stil: list[Any] = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("NOSPLIT", (0, 0), (-1, -1)),
    ]
    stil += [("LINEABOVE", (kol, 1), (kol, 1), 0.6, stiler.SVART) for kol in range(0, len(bredder), 2)]
    return _tabell(rader, bredder, stil, minste=[11 * mm, 0])


def _skrivelinjer(blokk: b.Skrivelinjer, _: float) -> list[Flowable]:
    return [*(Skrivelinje(8 * mm) for _ in range(blokk.antall)), Spacer(1, 4 * mm)]


def _sideskift(_blokk: b.Sideskift, _bredde: float) -> list[Flowable]:
    return [PageBreak()]


def _sammen(blokk: b.Sammen, bredde: float) -> list[Flowable]:
    return [KeepTogether(tegn_blokker(blokk.blokker, bredde))]


_TEGNERE: dict[type, Callable[[Any, float], Sequence[Flowable]]] = {
    b.Overskrift: _overskrift,
    b.Avsnitt: _avsnitt,
    b.Konklusjon: _konklusjon,
    b.Liste: _liste,
    b.Faktalinjer: _faktalinjer,
    b.Tabell: _datatabell,
    b.Avkryssing: _avkryssing,
    b.Signaturer: _signaturer,
    b.Skrivelinjer: _skrivelinjer,
    b.Sideskift: _sideskift,
    b.Sammen: _sammen,
}
