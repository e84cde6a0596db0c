"""Many papers in one file, to print or read in one go. Each paper by itself is what goes to the archive."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from boligtildeling.documents.pdfa import Dokument, lenk_sammen, skriv_om_seg_selv, til_bytes

Par = list[int | pikepdf.Object]


def samle(papirer: Sequence[bytes], tittel: str) -> bytes:
    """The pages of all the papers after each other, with their tags, bookmarks and boxes: PDF/A-2a and PDF/UA-1.

    Each paper is a document of its own in the structure, in its own language. A paper from before there were tags
    has none to bring; then the file is for printing only, and does not say that it is more.
    """
    with pikepdf.new() as samlet:
        aapnet = [pikepdf.open(BytesIO(papir)) for papir in papirer]
        for ett in aapnet:
            for side in ett.pages:
                samlet.pages.append(side)
        if all(Name.StructTreeRoot in ett.Root for ett in aapnet):
            _Samling(samlet, aapnet).skriv(tittel)
        ut = til_bytes(samlet)
        for ett in aapnet:
            ett.close()
    return ut


class _Samling:
    """What lies around the pages. The pages are copied first, so that what points at them points at the copies."""

    def __init__(self, samlet: pikepdf.Pdf, papirer: Sequence[pikepdf.Pdf]) -> None:
        self._pdf, self._papirer = samlet, papirer
        self._tre = samlet.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._dokumenter: list[pikepdf.Object] = []
        self._veier: Par = []
        self._neste = 0
        self._felt: list[pikepdf.Object] = []
        self._bokmerker: list[pikepdf.Object] = []

    def skriv(self, tittel: str) -> None:
        foerste_side = 0
        for papir in self._papirer:
            self._ta_med_struktur(papir, foerste_side)
            self._ta_med_bokmerker(papir)
            foerste_side += len(papir.pages)
        self._tre.K = Array(self._dokumenter)
        self._tre.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(self._veier)))
        self._tre.ParentTreeNextKey = self._neste
        rot = self._pdf.Root
        rot.StructTreeRoot = self._tre
        if self._felt:
            rot.AcroForm = Dictionary(Fields=Array(self._felt))
        rot.Outlines = self._pdf.make_indirect(Dictionary(Type=Name.Outlines))
        for merke in self._bokmerker:
            merke.Parent = rot.Outlines
        lenk_sammen(rot.Outlines, self._bokmerker)
        skriv_om_seg_selv(self._pdf, self._om(tittel))

    def _om(self, tittel: str) -> Dokument:
        """The file is from the same sender as the papers, as old as the newest, and speaks as the first does."""
        datoer = [str(papir.docinfo.CreationDate)[2:10] for papir in self._papirer]
        return Dokument(
            tittel=tittel,
            avsender=str(self._papirer[0].docinfo.Author),
            spraak=str(self._papirer[0].Root.Lang),
            dato=date.fromisoformat(max(datoer)),
        )

    def _ta_med_struktur(self, papir: pikepdf.Pdf, foerste_side: int) -> None:
        tre = self._pdf.copy_foreign(papir.Root.StructTreeRoot)
        for dokument in tre.K:
            dokument.P = self._tre
            dokument.Lang = String(str(papir.Root.Lang))
            self._dokumenter.append(dokument)
        veier = list(tre.ParentTree.Nums)
        for nummer, vei in zip(veier[::2], veier[1::2], strict=True):
            self._veier += (self._neste + int(nummer), vei)
        for side in list(self._pdf.pages)[foerste_side : foerste_side + len(papir.pages)]:
            side.obj.StructParents = int(side.obj.StructParents) + self._neste
            for felt in side.obj.get(Name.Annots, ()):
                felt.StructParent = int(felt.StructParent) + self._neste
                felt.T = String(f"rute{len(self._felt) + 1}")
                self._felt.append(felt)
        self._neste += int(tre.ParentTreeNextKey)

    def _ta_med_bokmerker(self, papir: pikepdf.Pdf) -> None:
        if Name.Outlines not in papir.Root:
            return
        merke = self._pdf.copy_foreign(papir.Root.Outlines).get(Name.First)
        while merke is not None:
            self._bokmerker.append(merke)
            merke = merke.get(Name.Next)
