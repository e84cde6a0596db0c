"""Writes the pages and their structure as PDF/A-2a and PDF/UA-1 in one file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import pairwise
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from boligtildeling.documents.innbygging import Skrifter
from boligtildeling.documents.side import Bildedata, Side
from boligtildeling.documents.struktur import Bokmerke, Element
from boligtildeling.documents.strukturtre import skriv_struktur

_PROGRAM = "Boligtildeling"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{tittel}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{avsender}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{spraak}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{dato}</xmp:CreateDate><xmp:ModifyDate>{dato}</xmp:ModifyDate>
<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Dokument:
    """What the file says about itself."""

    tittel: str
    avsender: str
    spraak: str
    dato: date


@cache
def _fargeprofil() -> bytes:
    return files("resources").joinpath("colour", "sRGB.icc").read_bytes()


def skriv_pdf(
    dokument: Dokument,
    sider: Sequence[Side],
    rot: Element,
    bokmerker: Sequence[Bokmerke],
    skrifter: Skrifter,
) -> bytes:
    """The file. It holds nothing that changes from one run to the next."""
    pdf = pikepdf.new()
    ressurser = skrifter.objekt(pdf)
    for side in sider:
        _legg_til_side(pdf, side, ressurser)
    skriv_struktur(pdf, sider, rot)
    if bokmerker:
        pdf.Root.Outlines = _bokmerketre(pdf, bokmerker)
    skriv_om_seg_selv(pdf, dokument)
    return til_bytes(pdf)


def til_bytes(pdf: pikepdf.Pdf) -> bytes:
    """The file as it is kept; the same contents give the same bytes."""
    ut = BytesIO()
    pdf.save(
        ut,
        force_version="1.7",
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return ut.getvalue()


def _legg_til_side(pdf: pikepdf.Pdf, side: Side, skrifter: Dictionary) -> None:
    ressurser = Dictionary(Font=skrifter)
    if side.bilder:
        ressurser.XObject = Dictionary({f"/{navn}": _bilde(pdf, bilde) for navn, bilde in side.bilder.items()})
    objekt = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(side.bredde, 2), round(side.hoeyde, 2)]),
        Contents=pdf.make_stream(side.kode),
        Resources=ressurser,
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(objekt)))


def _bilde(pdf: pikepdf.Pdf, bilde: Bildedata) -> pikepdf.Object:
    return pdf.make_stream(
        bilde.rgb,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=bilde.bredde,
        Height=bilde.hoeyde,
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
    )


def _bokmerketre(pdf: pikepdf.Pdf, bokmerker: Sequence[Bokmerke]) -> pikepdf.Object:
    """The headings as a tree: each under the nearest one before it of a higher level."""
    rot = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    sti: list[tuple[int, pikepdf.Object, list[pikepdf.Object]]] = [(0, rot, [])]
    for merke in bokmerker:
        side = pdf.pages[merke.side].obj
        topp = float(side.MediaBox[3]) - merke.y
        objekt = pdf.make_indirect(
            Dictionary(Title=String(merke.tekst), Dest=Array([side, Name.XYZ, 0, round(topp, 2), 0]))
        )
        while sti[-1][0] >= merke.nivaa:
            lenk_sammen(*sti.pop()[1:])
        objekt.Parent = sti[-1][1]
        sti[-1][2].append(objekt)
        sti.append((merke.nivaa, objekt, []))
    while sti:
        lenk_sammen(*sti.pop()[1:])
    return rot


def lenk_sammen(forelder: pikepdf.Object, barn: Sequence[pikepdf.Object]) -> None:
    """Makes these the bookmarks under another one, or under the root of them."""
    if not barn:
        return
    forelder.First, forelder.Last, forelder.Count = barn[0], barn[-1], len(barn)
    for en, neste in pairwise(barn):
        en.Next, neste.Prev = neste, en


def skriv_om_seg_selv(pdf: pikepdf.Pdf, dokument: Dokument) -> None:
    """Writes what the file says about itself, and that it is PDF/A-2a and PDF/UA-1."""
    rot, info = pdf.Root, dokument
    rot.Lang = String(info.spraak)
    rot.MarkInfo = Dictionary(Marked=True)
    rot.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    rot.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB"),
                DestOutputProfile=pdf.make_stream(_fargeprofil(), N=3),
            )
        ]
    )
    xmp = _XMP.format(
        tittel=escape(info.tittel),
        avsender=escape(info.avsender),
        spraak=info.spraak,
        dato=f"{info.dato:%Y-%m-%d}T12:00:00Z",
        program=_PROGRAM,
    )
    rot.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    stempel = String(f"D:{info.dato:%Y%m%d}120000Z")
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(info.tittel),
            Author=String(info.avsender),
            Creator=String(_PROGRAM),
            Producer=String(_PROGRAM),
            CreationDate=stempel,
            ModDate=stempel,
        )
    )
