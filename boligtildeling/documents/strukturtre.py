"""Writes the structure of a paper into the PDF, with the way back into it from every mark and every field."""

from collections.abc import Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from boligtildeling.documents.blokker import Ruteform
from boligtildeling.documents.ruter import RUTESIDE, ruteoperatorer
from boligtildeling.documents.side import Side, Skjemafelt
from boligtildeling.documents.struktur import Egenskaper, Element, Felt, Innhold

_RUNDT_FELT = 1.0
_TILSTANDER: dict[str, Ruteform] = {"Off": "tom", "Ja": "oppfylt"}


def skriv_struktur(pdf: pikepdf.Pdf, sider: Sequence[Side], rot: Element) -> None:
    """Writes the tree under the document element, and the fields. The pages must be in the PDF already."""
    tre = _Tre(pdf, sider)
    tre.skriv(rot)
    pdf.Root.StructTreeRoot = tre.rot
    if tre.felt:
        pdf.Root.AcroForm = Dictionary(Fields=Array(list(tre.felt.values())))


class _Tre:
    def __init__(self, pdf: pikepdf.Pdf, sider: Sequence[Side]) -> None:
        self._pdf, self._sider = pdf, sider
        self._sideobjekter = [side.obj for side in pdf.pages]
        self._laget: dict[Element, pikepdf.Object] = {}
        self.rot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.felt: dict[Felt, pikepdf.Object] = {}
        for side in sider:
            self._lag_felt(side)

    def _lag_felt(self, side: Side) -> None:
        for nr, felt in enumerate(side.felt):
            objekt = _feltobjekt(self._pdf, felt, f"rute{len(self.felt) + 1}")
            objekt.P = self._sideobjekter[side.nummer]
            objekt.StructParent = len(self._sider) + len(self.felt)
            self.felt[Felt(side.nummer, nr)] = objekt
        if side.felt:
            egne = [objekt for sted, objekt in self.felt.items() if sted.side == side.nummer]
            self._sideobjekter[side.nummer].Annots = Array(egne)

    def skriv(self, dokument: Element) -> None:
        self.rot.K = Array([self._element(dokument, self.rot)])
        veier: list[int | pikepdf.Object] = []
        for side, objekt in zip(self._sider, self._sideobjekter, strict=True):
            objekt.StructParents, objekt.Tabs = side.nummer, Name.S
            veier += (side.nummer, self._pdf.make_indirect(Array([self._laget[e] for e in side.merker])))
        eiere = [felt.element for side in self._sider for felt in side.felt]
        for nr, eier in enumerate(eiere, len(self._sider)):
            veier += (nr, self._laget[eier])
        self.rot.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(veier)))
        self.rot.ParentTreeNextKey = len(self._sider) + len(eiere)

    def _element(self, element: Element, forelder: pikepdf.Object) -> pikepdf.Object:
        objekt = self._pdf.make_indirect(_selve_elementet(element, forelder))
        self._laget[element] = objekt
        foerste = next((barn.side for barn in element.barn if isinstance(barn, Innhold)), None)
        if foerste is not None:
            objekt.Pg = self._sideobjekter[foerste]
        barn = [self._barn(barn, objekt, foerste) for barn in element.barn]
        if barn:
            objekt.K = Array(barn) if len(barn) > 1 else barn[0]
        return objekt

    def _barn(
        self, barn: Element | Innhold | Felt, objekt: pikepdf.Object, foerste: int | None
    ) -> int | pikepdf.Object:
        if isinstance(barn, Element):
            return self._element(barn, objekt)
        if isinstance(barn, Felt):
            return Dictionary(Type=Name.OBJR, Obj=self.felt[barn], Pg=self._sideobjekter[barn.side])
        if barn.side == foerste:
            return barn.merke
        return Dictionary(Type=Name.MCR, Pg=self._sideobjekter[barn.side], MCID=barn.merke)


def _selve_elementet(element: Element, forelder: pikepdf.Object) -> Dictionary:
    objekt = Dictionary(Type=Name.StructElem, S=Name(f"/{element.slag}"), P=forelder)
    if element.spraak:
        objekt.Lang = String(element.spraak)
    if element.beskrivelse:
        objekt.Alt = String(element.beskrivelse)
    if element.leses:
        objekt.ActualText = String(element.leses)
    if element.egenskaper:
        objekt.A = _egenskaper(element.egenskaper)
    return objekt


def _egenskaper(egenskaper: Egenskaper) -> Dictionary:
    return Dictionary(
        {
            f"/{navn}": Name(f"/{verdi}") if isinstance(verdi, str) else Array([round(tall, 2) for tall in verdi])
            for navn, verdi in egenskaper.items()
        }
    )


def _feltobjekt(pdf: pikepdf.Pdf, felt: Skjemafelt, navn: str) -> pikepdf.Object:
    """A check box that draws itself, so that it looks the same everywhere and needs no font."""
    side = RUTESIDE + _RUNDT_FELT
    utseender = {
        f"/{tilstand}": pdf.make_stream(
            ruteoperatorer(form).encode("ascii"),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([-_RUNDT_FELT, -_RUNDT_FELT, round(side, 2), round(side, 2)]),
            Resources=Dictionary(),
        )
        for tilstand, form in _TILSTANDER.items()
    }
    venstre, bunn, hoeyre, topp = felt.ramme
    ramme = (venstre - _RUNDT_FELT, bunn - _RUNDT_FELT, hoeyre + _RUNDT_FELT, topp + _RUNDT_FELT)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Btn,
            T=String(navn),
            TU=String(felt.navn),
            V=Name.Off,
            AS=Name.Off,
            F=4,
            Rect=Array([round(tall, 2) for tall in ramme]),
            AP=Dictionary(N=Dictionary(utseender)),
        )
    )
