"""Search as Norwegians spell: how text becomes index words, and how what a person typed becomes search terms.

One canonical form for all spellings of a name: å, aa and a are `a`; æ, ä and ae are `a`; ø, ö and oe are `o`. So
Åse, Aase and Ase meet, and Ødegård, Oedegaard and Odegard. The price is a few extra hits (Bær and Bar meet, Joe and
Jo): finding one person too many is better than not finding the one. The form of a word's beginning is always the
beginning of the word's form, so a search may stop anywhere in a word.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from boligtildeling.domain.identitet import dag_maaned_aar_i, tolk_nummer

# Letters that no decomposition takes apart.
_BOKSTAVER = str.maketrans(
    {"æ": "a", "ø": "o", "œ": "o", "đ": "d", "ð": "d", "ł": "l", "ŋ": "n", "ŧ": "t", "ħ": "h", "ı": "i", "þ": "th"}
)
_ETT_LYDTEGN = re.compile(r"(a)[ae]+|(o)e+")
_STREKER = re.compile("[\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{MINUS SIGN}]")
_TALLFORM = re.compile(
    r"(?<![^\W_])(?:"
    r"(?P<aar>[0-9]{4})-(?P<maaned>[0-9]{2})-(?P<dag>[0-9]{2})"
    r"|(?P<d>[0-9]{1,2})(?P<s>[./-]) ?(?P<m>[0-9]{1,2})[./-] ?(?P<y>[0-9]{4}|[0-9]{2})"
    r"|(?P<personnummer>[0-9]{6}[ -]?[0-9]{5})"
    r"|(?P<sifre>[0-9]{8}|[0-9]{6})"
    r"|(?P<saksaar>[0-9]{4})-(?P<loepenummer>[0-9]{1,6})"
    r")(?![^\W_]|[./-][0-9])"
)
_LOEPENUMMERBREDDE = 4


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: found when any of `former` is an index word, or begins one when `er_prefiks`."""

    former: tuple[str, ...]
    er_prefiks: bool


def brett(tekst: str) -> str:
    """The text in its canonical spelling: lower-case words of letters and digits 0-9 with one space between.

    Folding twice changes nothing. Letters of other alphabets are kept without their marks.
    """
    grunnform = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", tekst).casefold())
    rene = "".join(_tegn(tegn) for tegn in grunnform.translate(_BOKSTAVER))
    return " ".join(_ETT_LYDTEGN.sub(r"\1\2", rene).split())


def _tegn(tegn: str) -> str:
    """The character itself, nothing for marks and invisible characters, a space for what parts words."""
    slag = unicodedata.category(tegn)
    if slag[0] == "M" or slag == "Cf":
        return ""
    if slag == "Nd":
        return str(unicodedata.decimal(tegn))
    return tegn if slag[0] == "L" and slag != "Lm" else " "


def soekeord(*tekster: str) -> frozenset[str]:
    """The index words of these texts: every word folded, and the forms by which dates and case numbers are found.

    Of a valid person number only its date part becomes an index word.

    Hjemmel: personopplysningsloven § 12 (the number itself only where it is needed).
    """
    return frozenset(ett for tekst in tekster for funn in _les(tekst) for ett in funn.indeksord)


def soeketermer(soeketekst: str) -> tuple[Term, ...]:
    """What a person typed as terms that must all be found; none when it holds neither letter nor digit.

    Dates (`17.04.1985`, `17.4.85`, `170485`, `17041985`, `1985-04-17`) become one term, as do case numbers
    (`2026-0042`, `2026-42`, `2026-00`) and person numbers, which are found by their date part. A text's own terms are
    always found among the `soekeord` of that text. Nothing but letters and digits is left in a term.
    """
    return tuple(dict.fromkeys(funn.term for funn in _les(soeketekst)))


def datoord(d: date) -> tuple[str, ...]:
    """The index words of a known date: with the whole year, and as in the first six digits of a person number."""
    return (f"f{d.year:04d}{d.month:02d}{d.day:02d}", nummerord(f"{d.day:02d}{d.month:02d}{d.year % 100:02d}"))


def nummerord(dag_maaned_aar: str) -> str:
    """The index word of a ddmmyy whose century is unknown, see `identitet.Nummerfunn.dag_maaned_aar`."""
    return f"f{dag_maaned_aar}"


@dataclass(frozen=True, slots=True)
class _Funn:
    term: Term
    indeksord: tuple[str, ...]


def _les(tekst: str) -> Iterator[_Funn]:
    """The text from left to right: numbers with a meaning as one find each, everything else word by word."""
    tekst = _STREKER.sub("-", _med_vanlige_sifre(tekst))
    slutt = 0
    for treff in _TALLFORM.finditer(tekst):
        yield from _ord(tekst[slutt : treff.start()])
        yield from _tallform(treff)
        slutt = treff.end()
    yield from _ord(tekst[slutt:])


def _med_vanlige_sifre(tekst: str) -> str:
    tegnene = unicodedata.normalize("NFKC", tekst)
    return "".join(str(unicodedata.decimal(tegn)) if tegn.isdecimal() else tegn for tegn in tegnene)


def _ord(tekst: str) -> Iterator[_Funn]:
    for ett in brett(tekst).split():
        yield _Funn(Term((ett,), er_prefiks=True), (ett,))


def _tallform(treff: re.Match[str]) -> Iterable[_Funn]:
    tekst = treff[0]
    if treff["saksaar"]:
        return (_saksnummer(treff["saksaar"], treff["loepenummer"]),)
    if treff["personnummer"]:
        return _personnummer(tekst)
    if treff["sifre"]:
        former = _sifferformer(tekst)
    else:
        former = _datoformer(treff["aar"] or treff["y"], treff["maaned"] or treff["m"], treff["dag"] or treff["d"])
    if not former:
        return _ord(tekst)
    return (_Funn(Term(former, er_prefiks=False), (*former, *brett(tekst).split())),)


def _saksnummer(aar: str, loepenummer: str) -> _Funn:
    """A case number, its beginning, or one without leading zeros; indexed also by the part after the dash."""
    former = tuple(dict.fromkeys((aar + loepenummer, aar + loepenummer.zfill(_LOEPENUMMERBREDDE))))
    hale = (loepenummer, loepenummer.zfill(_LOEPENUMMERBREDDE), loepenummer.lstrip("0") or "0")
    return _Funn(Term(former, er_prefiks=True), (*former, aar, *hale))


def _personnummer(tekst: str) -> Iterable[_Funn]:
    dag_maaned_aar = tolk_nummer(tekst.replace("-", "")).dag_maaned_aar
    if dag_maaned_aar is None:
        return (*_les(tekst[:6]), *_ord(tekst[6:])) if len(tekst) > 11 else _ord(tekst)
    former = (nummerord(dag_maaned_aar),)
    return (_Funn(Term(former, er_prefiks=False), former),)


def _sifferformer(sifre: str) -> tuple[str, ...]:
    """Six or eight digits that may be a date, and may be just that number."""
    if len(sifre) == 6:
        dag_maaned_aar = dag_maaned_aar_i(sifre)
        return (nummerord(dag_maaned_aar), sifre) if dag_maaned_aar else ()
    norsk = _datoformer(sifre[4:], sifre[2:4], sifre[:2])
    iso = _datoformer(sifre[:4], sifre[4:6], sifre[6:])
    return (*norsk, *iso, sifre) if norsk or iso else ()


def _datoformer(aar: str, maaned: str, dag: str) -> tuple[str, ...]:
    """The index words of a date; only the short one when the year has two digits, none when it is no date."""
    if len(aar) == 4 and not 1800 <= int(aar) < 2200:
        return ()
    try:
        d = date(int(aar) if len(aar) == 4 else 2000 + int(aar), int(maaned), int(dag))
    except ValueError:
        return ()
    return datoord(d) if len(aar) == 4 else datoord(d)[1:]
