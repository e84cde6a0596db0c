"""Days and instants in words and figures, and the ways people type a day.

Month names are alike in bokmål and nynorsk.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta

_MAANEDER = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)
_KORTE_MAANEDER = (
    *("jan.", "feb.", "mars", "apr.", "mai", "juni"),
    *("juli", "aug.", "sep.", "okt.", "nov.", "des."),
)
_UKEDAGER = (
    ("man", "mandag", "måndag"),
    ("tir", "tirs", "tirsdag", "tys", "tysdag"),
    ("ons", "onsdag"),
    ("tor", "tors", "torsdag"),
    ("fre", "fredag"),
    ("lør", "lørdag", "lau", "laurdag"),
    ("søn", "søndag", "sun", "sundag"),
)
_UKEDAGNUMMER = {navn: nummer for nummer, navnene in enumerate(_UKEDAGER) for navn in navnene}
_MAANEDSNUMMER = {navn: nummer for nummer, navn in enumerate(_MAANEDER, 1)}
_MAANEDSNUMMER |= {navn.rstrip("."): nummer for nummer, navn in enumerate(_KORTE_MAANEDER, 1)}
_DAGER_FRA_I_DAG = {
    **dict.fromkeys(("i dag", "idag"), 0),
    **dict.fromkeys(("i morgen", "imorgen", "i morgon", "imorgon"), 1),
    **dict.fromkeys(("i går", "igår"), -1),
}

_FORSKYVNING = re.compile(r"[+-] ?[0-9]{1,5}")
_DATOFORMER = tuple(
    re.compile(form)
    for form in (
        r"(?P<dag>[0-9]{2})(?P<maaned>[0-9]{2})(?P<aar>[0-9]{4}|[0-9]{2})",
        r"(?P<aar>[0-9]{4})-(?P<maaned>[0-9]{2})-(?P<dag>[0-9]{2})",
        r"(?P<dag>[0-9]{1,2})[./-] ?(?P<maaned>[0-9]{1,2})[./-] ?(?P<aar>[0-9]{4}|[0-9]{2})\.?",
        r"(?P<dag>[0-9]{1,2})[./] ?(?P<maaned>[0-9]{1,2})\.?(?P<aar>)",
        r"(?P<dag>[0-9]{1,2})\.? ?(?P<maaned>[a-z]+)\.?(?: (?P<aar>[0-9]{4}))?",
    )
)
_AAR_FRAM_MED_TO_SIFRE = 20
_FOERSTE_AAR, _SISTE_AAR = 1900, 2199

_IKKE_FORSTAATT = "Skriv datoen som 31.12.2026, 311226, 31.12, «i morgen», «fredag» eller +14."
_FINNES_IKKE = "Datoen finnes ikke. Se etter at dag, måned og år er riktige."


def vis_dato(d: date) -> str:
    """The day in words: `6. november 2026`."""
    return f"{d.day}. {_MAANEDER[d.month - 1]} {d.year}"


def vis_kort(d: date) -> str:
    """The day without its year: `6.11.`."""
    return f"{d.day}.{d.month}."


def vis_maaned(d: date) -> str:
    """The month where it is tight: `nov.`; January with its year, `jan. 2027`."""
    return f"{_KORTE_MAANEDER[d.month - 1]} {d.year}" if d.month == 1 else _KORTE_MAANEDER[d.month - 1]


def vis_tall(d: date) -> str:
    """The day in figures of fixed width: `06.11.2026`."""
    return f"{d.day:02d}.{d.month:02d}.{d.year:04d}"


def vis_tidspunkt(dt: datetime) -> str:
    """The instant to the minute, on the clock it carries and without its year: `6. nov. 11.37`."""
    return f"{dt.day}. {_KORTE_MAANEDER[dt.month - 1]} {dt.hour:02d}.{dt.minute:02d}"


def alder(foedt: date, dag: date) -> int:
    """Whole years lived on `dag`; someone born on 29 February has their birthday on 1 March in other years."""
    return dag.year - foedt.year - ((dag.month, dag.day) < (foedt.month, foedt.day))


def tolk_dato(tekst: str, i_dag: date) -> date:
    """The day a person typed: `311226`, `31.12.26`, `31.12.2026`, `31.12`, `2026-12-31`, `31. desember 2026`,
    `i dag`, `i morgen`, `+14` and `-3` (days from today), `man` or `mandag` (the next one, never today).

    Without a year it is in the year of `i_dag`. Two digits mean the last such year that is at most 20 years ahead.
    ValueError (a Norwegian sentence) when it is none of these, does not exist, or is outside 1900–2199.
    """
    ren = " ".join(unicodedata.normalize("NFC", tekst).casefold().replace("\N{MINUS SIGN}", "-").split())
    if (forskyvning := _dager_fra_i_dag(ren, i_dag)) is not None:
        return _innenfor(i_dag + timedelta(days=forskyvning))
    for form in _DATOFORMER:
        if treff := form.fullmatch(ren):
            aar = _helt_aar(treff["aar"] or "", i_dag)
            return _innenfor(_dag(aar, _maanedsnummer(treff["maaned"]), int(treff["dag"])))
    raise ValueError(_IKKE_FORSTAATT)


def _dager_fra_i_dag(ren: str, i_dag: date) -> int | None:
    if ren in _UKEDAGNUMMER:
        return (_UKEDAGNUMMER[ren] - i_dag.weekday() - 1) % 7 + 1
    if _FORSKYVNING.fullmatch(ren):
        return int(ren.replace(" ", ""))
    return _DAGER_FRA_I_DAG.get(ren)


def _helt_aar(aar: str, i_dag: date) -> int:
    if aar == "":
        return i_dag.year
    if len(aar) == 4:
        return int(aar)
    siste = i_dag.year + _AAR_FRAM_MED_TO_SIFRE
    return siste - (siste - int(aar)) % 100


def _maanedsnummer(maaned: str) -> int:
    if maaned.isdecimal():
        return int(maaned)
    if maaned not in _MAANEDSNUMMER:
        raise ValueError(_IKKE_FORSTAATT)
    return _MAANEDSNUMMER[maaned]


def _dag(aar: int, maaned: int, dag: int) -> date:
    try:
        return date(aar, maaned, dag)
    except ValueError:
        raise ValueError(_FINNES_IKKE) from None


def _innenfor(d: date) -> date:
    if not _FOERSTE_AAR <= d.year <= _SISTE_AAR:
        raise ValueError(_FINNES_IKKE)
    return d
