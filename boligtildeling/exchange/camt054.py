"""camt.054, versions .02 and .08: credits and their reversals, with entities and network off."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation

from lxml import etree

from boligtildeling.domain.boforhold.innlesing import Bankrad, Filfeil, Lestbankfil, Radfeil
from boligtildeling.domain.identitet import er_kid
from boligtildeling.domain.penger import Kroner

VERSJONER = ("urn:iso:std:iso:20022:tech:xsd:camt.054.001.02", "urn:iso:std:iso:20022:tech:xsd:camt.054.001.08")
_BOKFOERT = "BOOK"
_LENGSTE_TEKST = 140
Element = etree._Element


def les_camt054(innhold: bytes) -> Lestbankfil:
    """The booked payments in the file. Raises `Filfeil` for a file that is cut, damaged, or says more than data."""
    rot = _les_xml(innhold)
    rader: list[Bankrad] = []
    feil: list[Radfeil] = []
    nr = 0
    melding = _tekst(rot, "GrpHdr/MsgId") or ""
    for varsel in _alle(rot, "Ntfctn"):
        posteringer = list(_alle(varsel, "Ntry"))
        _krev_sum(varsel, posteringer)
        for postering in posteringer:
            for del_ in _deler(postering):
                nr += 1
                try:
                    rader.append(_betaling(nr, postering, del_, melding))
                except ValueError as grunn:
                    if isinstance(grunn, Filfeil):
                        raise
                    feil.append(Radfeil(nr, str(grunn), _tekst(del_, "Refs/AcctSvcrRef") or ""))
    return Lestbankfil("camt.054", tuple(rader), tuple(feil))


def _les_xml(innhold: bytes) -> Element:
    """The first element of the message, its names without their namespace. A document type is refused unread."""
    if b"<!DOCTYPE" in innhold or b"<!ENTITY" in innhold:
        raise Filfeil("Filen har en dokumenttype eller egne entiteter. Slikt har ingen bankfil, og den leses ikke.")
    leser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False
    )
    try:
        rot = etree.fromstring(innhold, leser)
    except (etree.XMLSyntaxError, ValueError):
        raise Filfeil("Filen er ikke hel XML. Den er trolig avkortet; hent den fra banken på nytt.") from None
    if rot.getroottree().docinfo.internalDTD is not None:
        raise Filfeil("Filen har en dokumenttype eller egne entiteter. Slikt har ingen bankfil, og den leses ikke.")
    if etree.QName(rot).namespace not in VERSJONER:
        raise Filfeil("Filen er ikke camt.054 i versjon .02 eller .08.")
    for element in rot.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    innmat = rot.find("BkToCstmrDbtCdtNtfctn")
    if innmat is None:
        raise Filfeil("Filen er ikke en melding om posteringer (camt.054).")
    return innmat


def _alle(element: Element, sti: str) -> Iterator[Element]:
    yield from element.iterfind(sti)


def _tekst(element: Element, *stier: str) -> str | None:
    """The text at the first path that has one."""
    for sti in stier:
        funnet = element.find(sti)
        if funnet is not None and funnet.text and funnet.text.strip():
            return funnet.text.strip()[:_LENGSTE_TEKST]
    return None


def _kroner(element: Element, *stier: str) -> Kroner | None:
    for sti in stier:
        funnet = element.find(sti)
        if funnet is not None:
            if funnet.get("Ccy", "NOK") != "NOK":
                raise ValueError("Beløpet er ikke i norske kroner.")
            try:
                return Kroner.fra(Decimal((funnet.text or "").strip()))
            except (InvalidOperation, ValueError):
                raise ValueError("Beløpet kan ikke leses.") from None
    return None


def _krev_sum(varsel: Element, posteringer: list[Element]) -> None:
    """What the notification says about itself must hold: a file that was cut and mended is no payment."""
    antall = _tekst(varsel, "TxsSummry/TtlNtries/NbOfNtries", "TxsSummry/TtlCdtNtries/NbOfNtries")
    bare_kredit = varsel.find("TxsSummry/TtlNtries") is None
    telles = [p for p in posteringer if not bare_kredit or _tekst(p, "CdtDbtInd") == "CRDT"]
    if antall is not None and antall != str(len(telles)):
        raise Filfeil("Antallet posteringer stemmer ikke med det filen selv sier. Hent den fra banken på nytt.")
    oppgitt = _tekst(varsel, "TxsSummry/TtlCdtNtries/Sum")
    if oppgitt is None:
        return
    kredit = [b for p in posteringer if _tekst(p, "CdtDbtInd") == "CRDT" and (b := _hel(p, "Amt")) is not None]
    if _oere(oppgitt) != sum(b.oere for b in kredit):
        raise Filfeil("Summen av posteringene stemmer ikke med det filen selv sier. Hent den fra banken på nytt.")


def _hel(element: Element, *stier: str) -> Kroner | None:
    """An amount that the whole file hangs on."""
    try:
        return _kroner(element, *stier)
    except ValueError as grunn:
        raise Filfeil(f"En postering kan ikke leses: {grunn}") from None


def _oere(tekst: str) -> int:
    try:
        return Kroner.fra(Decimal(tekst)).oere
    except (InvalidOperation, ValueError):
        raise Filfeil("Summen i filen kan ikke leses.") from None


def _deler(postering: Element) -> list[Element]:
    """The single payments of an entry, whose sum must be the entry's; the entry itself when it is only one."""
    deler = list(_alle(postering, "NtryDtls/TxDtls"))
    if not deler:
        return [postering]
    beloep = [_hel(d, "AmtDtls/TxAmt/Amt", "Amt") for d in deler]
    helt = _hel(postering, "Amt")
    if len(deler) == 1 and beloep[0] is None:
        return deler
    if helt is None or None in beloep or sum(b.oere for b in beloep if b is not None) != helt.oere:
        raise Filfeil("Betalingene i en postering blir ikke til sammen beløpet i den. Hent filen fra banken på nytt.")
    return deler


def _betaling(nr: int, postering: Element, del_: Element, melding: str) -> Bankrad:
    er_reversering = _tekst(postering, "RvslInd") == "true"
    retning = _tekst(del_, "CdtDbtInd") or _tekst(postering, "CdtDbtInd")
    if (retning == "CRDT") == er_reversering:
        raise ValueError("Raden er penger ut, ikke en innbetaling.")
    if (_tekst(postering, "Sts/Cd", "Sts") or _BOKFOERT) != _BOKFOERT:
        raise ValueError("Betalingen er ikke bokført i banken ennå.")
    beloep = _kroner(del_, "AmtDtls/TxAmt/Amt", "Amt") or _kroner(postering, "Amt")
    if beloep is None or beloep <= Kroner.null():
        raise ValueError("Beløpet mangler, eller er ikke større enn null.")
    kid = "".join((_tekst(del_, "RmtInf/Strd/CdtrRefInf/Ref") or "").split())
    egen = _tekst(del_, "Refs/AcctSvcrRef") or _tekst(postering, "AcctSvcrRef")
    stedet = f"{melding}-{_tekst(postering, 'NtryRef') or ''}-{nr}"
    return Bankrad(
        rad=nr,
        kid=kid if er_kid(kid) else None,
        beloep=beloep,
        dato=_dato(postering),
        referanse=f"{egen or stedet}{'-R' if er_reversering else ''}",
        er_reversering=er_reversering,
        betaler=_tekst(del_, "RltdPties/Dbtr/Pty/Nm", "RltdPties/Dbtr/Nm"),
        melding=_tekst(del_, "RmtInf/Ustrd") or (kid if kid and not er_kid(kid) else None),
    )


def _dato(postering: Element) -> date:
    tekst = _tekst(postering, "ValDt/Dt", "ValDt/DtTm", "BookgDt/Dt", "BookgDt/DtTm") or ""
    try:
        return date.fromisoformat(tekst[:10])
    except ValueError:
        raise ValueError("Datoen mangler eller kan ikke leses.") from None
