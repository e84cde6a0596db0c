"""Commands from JSON and results to JSON: all faults at once, each with its pointer and a Norwegian sentence."""

import json
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from math import isfinite
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from boligtildeling.domain.feil import Inputfeil, Ugyldig
from boligtildeling.domain.penger import Kroner
from boligtildeling.exchange.delvis import les_delvis

STOERSTE_KOMMANDO = 4_000_000
"""Bytes of JSON that are read; a longer text is refused before it is looked at."""

_FLESTE_NIVAAER = 100
_HALVT_TEGN = re.compile("[\ud800-\udfff]")
_FOR_DYP = f"JSON-teksten har for mange nivåer: høyst {_FLESTE_NIVAAER}."

_SETNINGER = {
    "missing": "Feltet må fylles ut.",
    "extra_forbidden": "Feltet er ukjent.",
    "unexpected_keyword_argument": "Feltet er ukjent.",
    "string_type": "Må være en tekst.",
    "bool_type": "Må være true eller false.",
    "int_type": "Må være et helt tall.",
    "int_from_float": "Må være et helt tall.",
    "int_parsing_size": "Tallet er for stort.",
    "date_type": "Må være en dato, for eksempel 2026-11-02.",
    "date_parsing": "Datoen finnes ikke. Skriv den som 2026-11-02.",
    "date_from_datetime_parsing": "Datoen finnes ikke. Skriv den som 2026-11-02.",
    "date_from_datetime_inexact": "Må være en dato uten klokkeslett, for eksempel 2026-11-02.",
    "tuple_type": "Må være en liste.",
    "list_type": "Må være en liste.",
    "dataclass_type": "Må være et objekt.",
    "dataclass_exact_type": "Må være et objekt.",
    "dict_type": "Må være et objekt.",
    "string_unicode": "Teksten er ikke gyldig UTF-8.",
    "recursion_loop": "For mange nivåer.",
}


def les_kommando(kommando: type, tekst: bytes, i_dag: date) -> Any:
    """The command out of UTF-8 JSON. Raises `Ugyldig` with every fault there is."""
    if len(tekst) > STOERSTE_KOMMANDO:
        raise _en_feil(f"Kommandoen er for stor: høyst {STOERSTE_KOMMANDO // 1_000_000} MB.")
    verdi = _les_json(tekst)
    funn = _skjulte_feil(verdi)
    try:
        lest = _adapter(kommando).validate_json(_uten_halve_tegn(verdi, funn, tekst), context={"i_dag": i_dag})
    except ValidationError as feil:
        funn |= _i_ord(feil)
    if funn:
        delvis = None if "" in funn else les_delvis(kommando, verdi, funn, i_dag)
        raise UgyldigKommando(delvis, *(Inputfeil(peker, setning) for peker, setning in funn.items()))
    return lest


class UgyldigKommando(Ugyldig):
    """Carries the part of the command that could be read, so that its names and contents are judged in the same go."""

    def __init__(self, delvis: Any, *feil: Inputfeil) -> None:
        super().__init__(*feil)
        self.delvis = delvis


class _Objekt(dict[str, Any]):
    """A JSON object that remembers the keys that stood in it more than once."""

    dobbelt: tuple[str, ...] = ()


class _UnoeyaktigTall(float):
    """A number with more digits than a double can hold."""


def _les_json(tekst: bytes) -> Any:
    try:
        return json.loads(tekst.decode("utf-8-sig"), object_pairs_hook=_objekt, parse_float=_desimaltall)
    except RecursionError:
        raise _en_feil(_FOR_DYP) from None
    except UnicodeDecodeError:
        raise _en_feil("Teksten er ikke gyldig UTF-8.") from None
    except json.JSONDecodeError as feil:
        raise _en_feil(f"Teksten er ikke gyldig JSON (linje {feil.lineno}, tegn {feil.colno}).") from None
    except ValueError:
        raise _en_feil("Et tall i teksten er for langt.") from None


def _objekt(noekler: list[tuple[str, Any]]) -> _Objekt:
    objekt = _Objekt(noekler)
    if len(objekt) != len(noekler):
        antall = Counter(navn for navn, _ in noekler)
        objekt.dobbelt = tuple(navn for navn, ganger in antall.items() if ganger > 1)
    return objekt


def _desimaltall(tekst: str) -> float:
    tall = float(tekst)
    try:
        er_noeyaktig = not isfinite(tall) or Decimal(tekst) == Decimal(repr(tall))
    except InvalidOperation:
        er_noeyaktig = False
    return tall if er_noeyaktig else _UnoeyaktigTall(tall)


def _skjulte_feil(rot: Any) -> dict[str, str]:
    """What a JSON parser would let pass in silence: a key twice, half characters, numbers it cannot hold."""
    funn: dict[str, str] = {}
    venter: list[tuple[tuple[str | int, ...], Any]] = [((), rot)]
    while venter:
        sti, verdi = venter.pop()
        if len(sti) > _FLESTE_NIVAAER:
            raise _en_feil(_FOR_DYP)
        if (setning := _skjult_feil(sti, verdi)) is not None:
            funn[_peker(sti)] = setning
        if isinstance(verdi, _Objekt):
            funn |= {_peker((*sti, navn)): "Feltet står to ganger i samme objekt." for navn in verdi.dobbelt}
            venter += [((*sti, navn), del_) for navn, del_ in reversed(verdi.items())]
        elif isinstance(verdi, list):
            venter += [((*sti, nr), verdi[nr]) for nr in reversed(range(len(verdi)))]
    return funn


def _skjult_feil(sti: tuple[str | int, ...], verdi: Any) -> str | None:
    if isinstance(verdi, str) and _HALVT_TEGN.search(verdi):
        return "Teksten har et halvt tegn (et surrogat uten makker)."
    if sti and isinstance(sti[-1], str) and _HALVT_TEGN.search(sti[-1]):
        return "Feltets navn har et halvt tegn (et surrogat uten makker)."
    if isinstance(verdi, _UnoeyaktigTall):
        return "Tallet har flere siffer enn programmet kan holde."
    if isinstance(verdi, int) and not -(2**63) <= verdi < 2**63:
        return "Tallet er for stort."
    return None


def _uten_halve_tegn(verdi: Any, funn: dict[str, str], tekst: bytes) -> bytes | str:
    """The text for pydantic, which stops at the first half character: they are told already, so they are put right."""
    har_halve = any("halvt tegn" in setning for setning in funn.values())
    return (
        _HALVT_TEGN.sub("\ufffd", json.dumps(verdi, ensure_ascii=False)) if har_halve else tekst.removeprefix(BOM_UTF8)
    )


def _en_feil(setning: str) -> Ugyldig:
    return Ugyldig(Inputfeil("", setning))


def _i_ord(feil: ValidationError) -> dict[str, str]:
    funn: dict[str, str] = {}
    for ett in feil.errors(include_url=False, include_input=False):
        funn.setdefault(_peker(ett["loc"]), _setning(ett))
    return funn


def _peker(sti: tuple[int | str, ...]) -> str:
    return "".join(f"/{str(ledd).replace('~', '~0').replace('/', '~1')}" for ledd in sti)


def _setning(funn: Any) -> str:
    slag = funn["type"]
    if slag == "value_error":
        return str(funn["ctx"]["error"])
    if slag in {"literal_error", "enum"}:
        tillatt = str(funn["ctx"]["expected"]).replace("'", "").replace(" or ", " eller ")
        return f"Ukjent verdi. Velg en av: {tillatt}."
    return _SETNINGER.get(slag, "Verdien er ikke gyldig.")


@cache
def _adapter(kommando: type) -> TypeAdapter[Any]:
    _gjoer_streng(kommando, set())
    return TypeAdapter(kommando)


def _gjoer_streng(typ: Any, sett: set[Any]) -> None:
    """Unknown fields and wrong types are faults, in the command and in every value inside it."""
    if get_origin(typ) in {Annotated, Union, UnionType, tuple, dict, frozenset}:
        for ledd in get_args(typ):
            _gjoer_streng(ledd, sett)
    elif isinstance(typ, type) and is_dataclass(typ) and typ not in sett and typ is not Kroner:
        sett.add(typ)
        typ.__pydantic_config__ = {"extra": "forbid", "strict": True}  # type: ignore[attr-defined]
        for felttype in get_type_hints(typ, include_extras=True).values():
            _gjoer_streng(felttype, sett)


def skjema(kommando: type, tittel: str) -> dict[str, Any]:
    """The JSON Schema of a command; descriptions say unit, allowed values and where a rule comes from."""
    from boligtildeling.exchange.feltforklaringer import forklar

    return forklar(_adapter(kommando).json_schema(mode="validation"), kommando.__name__, tittel)


def til_json(verdi: Any) -> Any:
    """Plain JSON values out of a view: amounts as numbers with at most two decimals, dates as ISO 8601."""
    if isinstance(verdi, Kroner):
        hele, rest = divmod(verdi.oere, 100)
        return hele if rest == 0 else float(verdi.desimal)
    if is_dataclass(verdi) and not isinstance(verdi, type):
        return {f.name: til_json(getattr(verdi, f.name)) for f in fields(verdi)}
    if isinstance(verdi, datetime):
        return verdi.isoformat(timespec="seconds")
    if isinstance(verdi, date):
        return verdi.isoformat()
    if isinstance(verdi, Mapping):
        return {str(k): til_json(v) for k, v in verdi.items()}
    if isinstance(verdi, (list, tuple)):
        return [til_json(v) for v in verdi]
    if isinstance(verdi, (set, frozenset)):
        return sorted(til_json(v) for v in verdi)
    return verdi
