"""The fonts of one paper: which glyphs it uses, the codes they get, and the font objects of the PDF."""

from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from boligtildeling.documents.linjer import Bit
from boligtildeling.documents.skrift import Skrift

_RADER_I_BLOKK = 100
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blokker}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Skriftbruk:
    """What a paper uses of one font file. A code is a glyph and what it says: one glyph may say two things."""

    def __init__(self, skrift: Skrift, navn: str) -> None:
        self.navn = navn
        self._skrift = skrift
        self._tegn: dict[str, str] = {}
        self._koder: dict[tuple[int, str], int] = {(0, ""): 0}

    def vis(self, bit: Bit, stoerrelse: float) -> str:
        """The PDF operators that draw a run where the text stands, this font being chosen."""
        if bit.glyfer is None:
            return f"<{self._heks(bit.tekst)}> Tj"
        return self._vis_formet(bit, stoerrelse)

    def _heks(self, tekst: str) -> str:
        tegn = self._tegn
        try:
            return "".join([tegn[t] for t in tekst])
        except KeyError:
            for t in tekst:
                if t not in tegn:
                    tegn[t] = self._kode(self._skrift.glyf[ord(t)], t)
            return "".join([tegn[t] for t in tekst])

    def _kode(self, glyf: int, tekst: str) -> str:
        return f"{self._koder.setdefault((glyf, tekst), len(self._koder)):04X}"

    def _vis_formet(self, bit: Bit, stoerrelse: float) -> str:
        """Moves by the difference between where the font puts the next glyph and where the shaping wants it."""
        ut, naa, loeft, penn = ["["], 0.0, 0.0, 0.0
        for g in bit.glyfer or ():
            if g.dy != loeft:
                loeft = g.dy
                ut.append(f"] TJ {loeft * stoerrelse / 1000:.3f} Ts [")
            flytt = naa - (penn + g.dx)
            ut.append(f"{flytt:.0f}" if abs(flytt) >= 1 else "")
            ut.append(f"<{self._kode(g.nummer, g.tekst)}>")
            naa = penn + g.dx + self._skrift.glyfbredde(g.nummer)
            penn += g.framover
        ut.append("] TJ 0 Ts" if loeft else "] TJ")
        return "".join(ut)

    def objekt(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """The font in the file: only the glyphs that are used, each code with the text that it stands for."""
        koder = list(self._koder)
        glyfer = list(dict.fromkeys(glyf for glyf, _ in koder))
        sted = {glyf: nr for nr, glyf in enumerate(glyfer)}
        cid = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=self._navn_i_pdf,
            CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            FontDescriptor=pdf.make_indirect(self._beskrivelse(pdf, glyfer)),
            DW=0,
            W=Array([0, Array([round(self._skrift.glyfbredde(glyf)) for glyf, _ in koder])]),
            CIDToGIDMap=pdf.make_stream(b"".join(sted[glyf].to_bytes(2, "big") for glyf, _ in koder)),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=self._navn_i_pdf,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(cid)]),
                ToUnicode=pdf.make_stream(_til_unicode(tekst for _, tekst in koder)),
            )
        )

    @property
    def _navn_i_pdf(self) -> Name:
        merke = "".join(chr(ord("A") + int(siffer)) for siffer in f"{int(self.navn[1:]):06d}")
        return Name(f"/{merke}+{self._skrift.face.name.decode('ascii')}")

    def _beskrivelse(self, pdf: pikepdf.Pdf, glyfer: list[int]) -> Dictionary:
        face, fil = self._skrift.face, self._skrift.utdrag(glyfer)
        return Dictionary(
            Type=Name.FontDescriptor,
            FontName=self._navn_i_pdf,
            Flags=4,
            FontBBox=Array([round(tall) for tall in face.bbox]),
            ItalicAngle=round(face.italicAngle),
            Ascent=round(face.ascent),
            Descent=round(face.descent),
            CapHeight=round(face.capHeight),
            StemV=round(face.stemV),
            FontFile2=pdf.make_stream(fil, Length1=len(fil)),
        )


def _til_unicode(tekster: Iterable[str]) -> bytes:
    rader = [f"<{kode:04X}> <{t.encode('utf-16-be').hex().upper()}>" for kode, t in enumerate(tekster) if t]
    blokker = [rader[fra : fra + _RADER_I_BLOKK] for fra in range(0, len(rader), _RADER_I_BLOKK)]
    deler = ("\n".join((f"{len(blokk)} beginbfchar", *blokk, "endbfchar")) for blokk in blokker)
    return _CMAP.format(blokker="\n".join(deler)).encode("ascii")


class Skrifter:
    """The fonts of one paper, in the order that they are first used."""

    def __init__(self) -> None:
        self._bruk: dict[Skrift, Skriftbruk] = {}

    def bruk(self, skrift: Skrift) -> Skriftbruk:
        """How the paper uses this file; it has no codes before the first use."""
        if skrift not in self._bruk:
            self._bruk[skrift] = Skriftbruk(skrift, f"F{len(self._bruk) + 1}")
        return self._bruk[skrift]

    def objekt(self, pdf: pikepdf.Pdf) -> Dictionary:
        """The font resources that every page shares."""
        return Dictionary({f"/{bruk.navn}": bruk.objekt(pdf) for bruk in self._bruk.values()})
