"""Lists from other programs as text: semicolon or tab, UTF-8 or cp1252, or an Excel workbook."""

import csv
import io
import re
import struct
import zipfile
import zlib
from datetime import date, datetime
from decimal import Decimal

from boligtildeling.domain.boforhold.innlesing import Filfeil, Tabell

FLESTE_RADER = 50_000
FLESTE_KOLONNER = 100
STOERSTE_UTPAKKET = 60_000_000
_EXCEL = b"PK\x03\x04"
_GAMMEL_EXCEL = bytes.fromhex("d0cf11e0a1b11ae1")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CELLE = re.compile(rb"""\sr\s*=\s*["']\s*([A-Za-z]{0,8})([0-9]{1,12})\s*["']""")
_SIKRE_SIFRE = 10**15
"""From here on Excel has lost digits of a whole number."""


def les_tabell(innhold: bytes) -> Tabell:
    """The list in the file. Raises `Filfeil` when it is empty, damaged, or of a kind that cannot be read."""
    if innhold.startswith(_EXCEL):
        rader = _fra_excel(innhold)
    elif innhold.startswith(_GAMMEL_EXCEL):
        raise Filfeil("Filen er i det gamle Excel-formatet. Lagre den som .xlsx eller CSV.")
    else:
        rader = _fra_tekst(innhold)
    fylte = [(nr, rad) for nr, rad in rader if any(rad)]
    if not fylte:
        raise Filfeil("Filen er tom.")
    overskrifter = fylte[0][1]
    while overskrifter and not overskrifter[-1]:
        overskrifter = overskrifter[:-1]
    navngitte = [o for o in overskrifter if o]
    if len(navngitte) != len({o.casefold() for o in navngitte}):
        raise Filfeil("To kolonner har samme overskrift, så programmet kan ikke skille dem.")
    return Tabell(overskrifter, tuple((nr, _uten_tom_hale(rad, len(overskrifter))) for nr, rad in fylte[1:]))


def _uten_tom_hale(rad: tuple[str, ...], bredde: int) -> tuple[str, ...]:
    while len(rad) > bredde and not rad[-1]:
        rad = rad[:-1]
    return rad


def _fra_tekst(innhold: bytes) -> list[tuple[int, tuple[str, ...]]]:
    tekst = _dekod(innhold)
    foerste = next((linje for linje in tekst.splitlines() if linje.strip()), "")
    skille = max("\t;", key=foerste.count)
    if foerste and not foerste.count(skille):
        raise Filfeil("Fant verken semikolon eller tabulator mellom kolonnene.")
    leser = csv.reader(io.StringIO(tekst, newline=""), delimiter=skille, strict=True)
    rader: list[tuple[int, tuple[str, ...]]] = []
    try:
        for rad in leser:
            _krev_plass(len(rader), len(rad))
            rader.append((leser.line_num, tuple(celle.strip() for celle in rad)))
    except csv.Error:
        raise Filfeil(f"Filen kan ikke leses fra linje {leser.line_num}: anførselstegnene går ikke opp.") from None
    return rader


def _dekod(innhold: bytes) -> str:
    if innhold.startswith(_UTF16):
        raise Filfeil("Filen er i UTF-16. Lagre den som CSV i UTF-8.")
    try:
        tekst = innhold.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            tekst = innhold.decode("cp1252")
        except UnicodeDecodeError:
            raise Filfeil("Filen er verken UTF-8 eller vanlig Windows-tekst.") from None
    if "\x00" in tekst:
        raise Filfeil("Filen er ikke en tekstfil.")
    return tekst


def _krev_plass(rader: int, kolonner: int) -> None:
    if rader > FLESTE_RADER or kolonner > FLESTE_KOLONNER:
        raise Filfeil(f"Filen er for stor: høyst {FLESTE_RADER} rader og {FLESTE_KOLONNER} kolonner.")


def _fra_excel(innhold: bytes) -> list[tuple[int, tuple[str, ...]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    trygg = _trygg_arbeidsbok(innhold)
    try:
        bok = CalamineWorkbook.from_filelike(io.BytesIO(trygg))
        rader = bok.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, OSError, ValueError):
        raise _skadet() from None
    return [(nr, tuple(_som_tekst(celle) for celle in rad)) for nr, rad in enumerate(rader, 1)]


def _trygg_arbeidsbok(innhold: bytes) -> bytes:
    """The workbook of the parts that are looked through, and no others.

    What swells, or names a cell far out, is refused: the reader makes room for every cell up to the last one at once.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(innhold)) as arkiv:
            deler = {d.filename: d for d in arkiv.infolist()}
            if "xl/workbook.xml" not in deler or deler.keys() & {"content.xml", "xl/workbook.bin"}:
                raise Filfeil("Filen er ikke en Excel-arbeidsbok (.xlsx).")
            if sum(d.file_size for d in deler.values()) > STOERSTE_UTPAKKET:
                raise Filfeil("Arbeidsboken er for stor når den pakkes ut.")
            lest = {navn: arkiv.read(d) for navn, d in deler.items() if navn.lower().endswith((".xml", ".rels"))}
    except Filfeil:
        raise
    except (zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, OSError, EOFError, ValueError, OverflowError):
        raise _skadet() from None
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as arkiv:
        for navn, xml in lest.items():
            _krev_innenfor(xml)
            arkiv.writestr(navn, xml)
    return ut.getvalue()


def _krev_innenfor(xml: bytes) -> None:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Filfeil("Arbeidsboken har en del som kan skade maskinen, og leses ikke.")
    for kolonne, rad in _CELLE.findall(xml):
        nummer = 0
        for bokstav in kolonne.upper():
            nummer = nummer * 26 + bokstav - ord("A") + 1
        _krev_plass(int(rad) - 1, nummer)


def _skadet() -> Filfeil:
    return Filfeil("Arbeidsboken er skadet og kan ikke leses.")


def _som_tekst(celle: object) -> str:
    """A cell as a person would write it; a whole number that Excel has rounded, as Excel shows it."""
    if isinstance(celle, bool):
        return "ja" if celle else "nei"
    if isinstance(celle, datetime):
        return celle.date().isoformat()
    if isinstance(celle, date):
        return celle.isoformat()
    if isinstance(celle, int | float):
        return _tall(celle)
    return str(celle).strip()


def _tall(tall: int | float) -> str:
    if abs(tall) >= _SIKRE_SIFRE or tall != tall:
        return f"{tall:.2E}".replace(".", ",")
    if tall == int(tall):
        return str(int(tall))
    return format(Decimal(repr(tall)), "f").replace(".", ",")
