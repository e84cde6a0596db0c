"""Files as landlords and banks send them, made up line by line: what the readers' tests read."""

import io
import zipfile
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from boligtildeling.domain.identitet import er_kid, lag_kid

KID, KID_2, KID_UKJENT = lag_kid(2600001, 1), lag_kid(2600002, 1), lag_kid(9999999, 0)
FEIL_KID = next(KID[:-1] + siffer for siffer in "0123456789" if not er_kid(KID[:-1] + siffer))
OVERSKRIFTER = ("Kundenr", "Navn", "KID", "Restbeløp", "Forfall", "Fakturanr")


def liste(
    *rader: tuple[str, ...], skille: str = ";", koding: str = "utf-8", overskrifter: tuple[str, ...] = OVERSKRIFTER
) -> bytes:
    """A list of arrears as text."""
    return "\r\n".join(skille.join(rad) for rad in (overskrifter, *rader)).encode(koding)


def rad(kid: str = KID, beloep: str = "9 200,00", forfall: str = "20.01.2027", faktura: str = "F-1") -> tuple[str, ...]:
    return ("1001", "Rolig Fjord", kid, beloep, forfall, faktura)


def arbeidsbok(*rader: tuple[str | float, ...], ekstra: dict[str, str] | None = None) -> bytes:
    """The smallest Excel workbook: texts stand in their cells, numbers are numbers."""
    linjer = []
    for nr, celler in enumerate(rader, 1):
        deler = []
        for kolonne, celle in enumerate(celler):
            sted = f"{chr(ord('A') + kolonne)}{nr}"
            if isinstance(celle, str):
                deler.append(f'<c r="{sted}" t="inlineStr"><is><t>{escape(celle)}</t></is></c>')
            else:
                deler.append(f'<c r="{sted}"><v>{celle!r}</v></c>')
        linjer.append(f'<row r="{nr}">{"".join(deler)}</row>')
    return _pakk({"xl/worksheets/sheet1.xml": _ark("".join(linjer))} | (ekstra or {}))


def _ark(rader: str) -> str:
    return f'<worksheet xmlns="{_HOVED}"><sheetData>{rader}</sheetData></worksheet>'


_HOVED = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PAKKE = "http://schemas.openxmlformats.org/package/2006"
_KONTOR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _pakk(deler: dict[str, str]) -> bytes:
    slag = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    faste = {
        "[Content_Types].xml": f'<Types xmlns="{_PAKKE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{slag}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{slag}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PAKKE}/relationships"><Relationship Id="r1" '
        f'Type="{_KONTOR}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_HOVED}" xmlns:r="{_KONTOR}"><sheets>'
        '<sheet name="Restanse" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PAKKE}/relationships"><Relationship Id="r1" '
        f'Type="{_KONTOR}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    }
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as arkiv:
        for navn, innhold in (faste | deler).items():
            arkiv.writestr(navn, '<?xml version="1.0" encoding="UTF-8"?>' + innhold)
    return ut.getvalue()


@dataclass(frozen=True)
class Innbetaling:
    """One payment, as it is put into a bank file."""

    kid: str | None = KID
    beloep: str = "9200.00"
    dato: date = date(2027, 1, 20)
    er_reversering: bool = False
    referanse: str = "REF1"

    @property
    def oere(self) -> int:
        return int(Decimal(self.beloep) * 100)


def camt(*betalinger: Innbetaling, versjon: str = "08", topp: str = "", melding: str = "M-1") -> bytes:
    """A camt.054 with one entry for each payment."""
    kredit = [b for b in betalinger if not b.er_reversering]
    sum_ = Decimal(sum(b.oere for b in kredit)) / 100
    poster = "".join(_post(b, versjon) for b in betalinger)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{topp}'
        f'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.{versjon}"><BkToCstmrDbtCdtNtfctn>'
        f"<GrpHdr><MsgId>{melding}</MsgId><CreDtTm>2027-01-20T18:00:00</CreDtTm></GrpHdr><Ntfctn><Id>N-1</Id>"
        f"<TxsSummry><TtlCdtNtries><NbOfNtries>{len(kredit)}</NbOfNtries><Sum>{sum_:.2f}</Sum></TtlCdtNtries></TxsSummry>"
        f"{poster}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>"
    ).encode()


def _post(b: Innbetaling, versjon: str) -> str:
    ny = versjon != "02"
    status = "<Sts><Cd>BOOK</Cd></Sts>" if ny else "<Sts>BOOK</Sts>"
    belop = f'<Amt Ccy="NOK">{b.beloep}</Amt>'
    del_ = f"{belop}<CdtDbtInd>CRDT</CdtDbtInd>" if ny else f"<AmtDtls><TxAmt>{belop}</TxAmt></AmtDtls>"
    if b.er_reversering and ny:
        del_ = f"{belop}<CdtDbtInd>DBIT</CdtDbtInd>"
    retning = "DBIT" if b.er_reversering else "CRDT"
    reversert = "<RvslInd>true</RvslInd>" if b.er_reversering else ""
    navn = "<Pty><Nm>Rolig Fjord</Nm></Pty>" if ny else "<Nm>Rolig Fjord</Nm>"
    om = (
        f"<Strd><CdtrRefInf><Ref>{b.kid}</Ref></CdtrRefInf></Strd>"
        if b.kid is not None
        else "<Ustrd>husleie januar</Ustrd>"
    )
    return (
        f"<Ntry>{belop}<CdtDbtInd>{retning}</CdtDbtInd>{reversert}{status}<BookgDt><Dt>{b.dato}</Dt></BookgDt>"
        f"<NtryDtls><TxDtls><Refs><AcctSvcrRef>{b.referanse}</AcctSvcrRef></Refs>{del_}"
        f"<RltdPties><Dbtr>{navn}</Dbtr></RltdPties><RmtInf>{om}</RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def ocr(*betalinger: Innbetaling) -> bytes:
    """An OCR giro file with one assignment."""
    linjer = [
        f"NY00001000008080{1:07d}00008080".ljust(80, "0"),
        f"NY090020{'001008566'}{2:07d}99991042764".ljust(80, "0"),
    ]
    for nr, b in enumerate(betalinger, 1):
        slag = 18 if b.er_reversering else 13
        dag = f"{b.dato:%d%m%y}"
        linjer.append(
            f"NY09{slag}30{nr:07d}{dag}01011464{0:05d}0".ljust(32, "0")[:32] + f"{b.oere:017d}{b.kid or '':>25}000000"
        )
        linjer.append(f"NY09{slag}31{nr:07d}{'9636827194'}{'099038562'}{'0000000'}{dag}99990512341".ljust(80, "0"))
    oere = sum(b.oere for b in betalinger)
    dager = f"{betalinger[0].dato:%d%m%y}" * 3 if betalinger else "200127" * 3
    linjer.append(f"NY090088{len(betalinger):08d}{len(linjer):08d}{oere:017d}{dager}".ljust(80, "0"))
    linjer.append(f"NY000089{len(betalinger):08d}{len(linjer) + 1:08d}{oere:017d}{dager[:6]}".ljust(80, "0"))
    return "\n".join(linjer).encode("latin-1")
