"""Reads a PDF the way a screen reader does: through its structure tree, never by the look of the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.documents.kildetekst import FELT, ren

_RAD = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


class Skrevet(NamedTuple):
    """A run of text on a page: the index of the page, font and size, the place of its baseline, and what it says."""

    side: int
    skrift: str
    stoerrelse: float
    x: float
    y: float
    tekst: str


def skrevne_biter(pdf: bytes) -> list[Skrevet]:
    """Every run of text, read or not, in the order that it is drawn."""
    biter: list[Skrevet] = []
    with pikepdf.open(BytesIO(pdf)) as lest:
        for nummer, side in enumerate(lest.pages):
            navn, stoerrelse, x, y = "", 0.0, 0.0, 0.0
            for ledd in pikepdf.parse_content_stream(side):
                operator, verdier = str(ledd.operator), list(ledd.operands)
                if operator == "Tf":
                    navn, stoerrelse = str(verdier[0]), float(verdier[1])
                elif operator == "Tm":
                    x, y = float(verdier[4]), float(verdier[5])
                elif operator in {"Tj", "TJ"}:
                    skrift = side.Resources.Font[navn]
                    tekst = _vist(verdier, operator, _til_unicode(skrift))
                    biter.append(Skrevet(nummer, str(skrift.BaseFont)[8:], stoerrelse, x, y, tekst))
    return biter


@dataclass
class Node:
    """An element: its kind, its language, what it says, and what is below it."""

    slag: str
    spraak: str
    leses: str | None
    beskrivelse: str | None
    egenskaper: dict[str, Any]
    objekt: Any
    barn: "list[Node | str]" = field(default_factory=list)

    @property
    def tekst(self) -> str:
        if self.leses is not None:
            return self.leses
        if self.beskrivelse is not None:
            return self.beskrivelse
        return "".join(barn if isinstance(barn, str) else barn.tekst for barn in self.barn)

    def alle(self, *slag: str) -> "Iterator[Node]":
        """This node and all below it, in reading order; of these kinds only, when any are given."""
        if not slag or self.slag in slag:
            yield self
        for barn in self.barn:
            if isinstance(barn, Node):
                yield from barn.alle(*slag)


class Lesetre:
    """A PDF with its structure tree."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(pdf))
        self._sidenummer = {side.objgen: nr for nr, side in enumerate(self.pdf.pages)}

    @cached_property
    def merket(self) -> list[dict[int, str]]:
        """The text of each mark of each page; text outside every mark is not there."""
        return [_merket_tekst(side) for side in self.pdf.pages]

    @cached_property
    def dokumenter(self) -> list[Node]:
        """One for each paper in the file."""
        return [self._node(d, str(self.pdf.Root.Lang), None) for d in self.pdf.Root.StructTreeRoot.K]

    @property
    def rot(self) -> Node:
        """The paper, in a file that has one."""
        (rot,) = self.dokumenter
        return rot

    def lest(self) -> list[str]:
        """What is read, one line for each thing that is not only a part of a line."""
        return [tekst for rot in self.dokumenter for tekst in map(ren, _linjer(rot)) if tekst]

    def merker_i_treet(self) -> list[tuple[Any, int, int]]:
        """Each element with the page and the number of each of its marks, in reading order."""
        return [(node.objekt, *sted) for node in self.rot.alle() for sted in self.steder(node.objekt)]

    def steder(self, objekt: Any) -> Iterator[tuple[int, int]]:
        for barn in _barn(objekt):
            if isinstance(barn, int):
                yield self._side(objekt.Pg), barn
            elif barn.get("/Type") == Name.MCR:
                yield self._side(barn.Pg), int(barn.MCID)

    def _side(self, side: Any) -> int:
        return self._sidenummer[side.objgen]

    def _node(self, objekt: Any, spraak: str, side: Any) -> Node:
        side = objekt.get("/Pg", side)
        spraak = str(objekt.get("/Lang", spraak))
        node = Node(
            slag=str(objekt.S)[1:],
            spraak=spraak,
            leses=_valgfri(objekt, "/ActualText"),
            beskrivelse=_valgfri(objekt, "/Alt"),
            egenskaper=dict(objekt.get("/A", {}).items()),
            objekt=objekt,
        )
        for barn in _barn(objekt):
            if isinstance(barn, int):
                node.barn.append(self.merket[self._side(side)][barn])
            elif barn.get("/Type") == Name.MCR:
                node.barn.append(self.merket[self._side(barn.Pg)][int(barn.MCID)])
            elif barn.get("/Type") == Name.OBJR:
                node.barn.append(FELT)
            else:
                node.barn.append(self._node(barn, spraak, side))
        return node


def _valgfri(objekt: Any, noekkel: str) -> str | None:
    return str(objekt[noekkel]) if noekkel in objekt else None


def _barn(objekt: Any) -> list[Any]:
    barn = objekt.get("/K", Array())
    return list(barn) if isinstance(barn, Array) else [barn]


def _linjer(node: Node) -> Iterator[str]:
    """A node with text of its own is one line, whatever is inside the line."""
    if node.leses is not None or node.beskrivelse is not None or any(isinstance(barn, str) for barn in node.barn):
        yield node.tekst
        return
    if node.slag in {"P", "H1", "H2", "H3", "LBody", "TD", "TH"} and all(
        isinstance(barn, Node) and barn.slag == "Span" for barn in node.barn
    ):
        yield node.tekst
        return
    for barn in node.barn:
        if isinstance(barn, Node):
            yield from _linjer(barn)


def _merket_tekst(side: Any) -> dict[int, str]:
    skrifter = {navn: _til_unicode(skrift) for navn, skrift in side.Resources.Font.items()}
    tekster: dict[int, str] = {}
    aapne: list[int | None] = []
    skrift: dict[bytes, str] = {}
    for ledd in pikepdf.parse_content_stream(side):
        operator, verdier = str(ledd.operator), list(ledd.operands)
        if operator == "BDC":
            aapne.append(_merke(verdier))
            tekster.update({nr: "" for nr in aapne[-1:] if nr is not None})
        elif operator == "EMC":
            aapne.pop()
        elif operator == "Tf":
            skrift = skrifter[str(verdier[0])]
        elif operator in {"Tj", "TJ"}:
            tekst = _vist(verdier, operator, skrift)
            innerst = next((nr for nr in reversed(aapne) if nr is not None), None)
            if innerst is not None:
                tekster[innerst] += tekst
    assert not aapne
    return tekster


def _merke(verdier: list[Any]) -> int | None:
    egenskaper = verdier[1]
    return int(egenskaper.MCID) if isinstance(egenskaper, Dictionary) and "/MCID" in egenskaper else None


def _til_unicode(skrift: Any) -> dict[bytes, str]:
    rader = _RAD.findall(skrift.ToUnicode.read_bytes())
    return {bytes.fromhex(kode.decode()): bytes.fromhex(tekst.decode()).decode("utf-16-be") for kode, tekst in rader}


def _vist(verdier: list[Any], operator: str, skrift: dict[bytes, str]) -> str:
    """What one operator shows; between its pieces there may be a shift."""
    biter = verdier[0] if operator == "TJ" else verdier
    return "".join(_les(bytes(bit), skrift) for bit in biter if isinstance(bit, pikepdf.String))


def _les(data: bytes, skrift: dict[bytes, str]) -> str:
    return "".join(skrift[data[sted : sted + 2]] for sted in range(0, len(data), 2))
