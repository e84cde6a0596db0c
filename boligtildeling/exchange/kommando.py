"""Commands from JSON and results to JSON: all faults at once, each with its pointer and a Norwegian sentence."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from boligtildeling.domain.feil import Inputfeil, Ugyldig
from boligtildeling.domain.penger import Kroner

STOERSTE_KOMMANDO = 4_000_000
"""Bytes of JSON that are read; a longer text is refused before it is looked at."""

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
        raise _en_feil("", f"Kommandoen er for stor: høyst {STOERSTE_KOMMANDO // 1_000_000} MB.")
    if tekst.startswith(b"\xef\xbb\xbf"):
        tekst = tekst[3:]
    _avvis_like_noekler(tekst)
    try:
        return _adapter(kommando).validate_json(tekst, context={"i_dag": i_dag})
    except ValidationError as feil:
        raise _i_ord(feil) from None


def _avvis_like_noekler(tekst: bytes) -> None:
    """A key that stands twice in one object would silently win over the first."""

    def par(noekler: list[tuple[str, Any]]) -> dict[str, Any]:
        sett: dict[str, Any] = {}
        for navn, verdi in noekler:
            if navn in sett:
                raise _en_feil("", f"Nøkkelen «{navn[:40]}» står to ganger i samme objekt.")
            sett[navn] = verdi
        return sett

    try:
        json.loads(tekst, object_pairs_hook=par)
    except RecursionError:
        raise _en_feil("", "JSON-teksten har for mange nivåer.") from None
    except UnicodeDecodeError:
        raise _en_feil("", "Teksten er ikke gyldig UTF-8.") from None
    except json.JSONDecodeError as feil:
        raise _en_feil("", f"Teksten er ikke gyldig JSON (linje {feil.lineno}, tegn {feil.colno}).") from None
    except ValueError:
        raise _en_feil("", "Et tall i teksten er for langt.") from None


def _en_feil(peker: str, setning: str) -> Ugyldig:
    return Ugyldig(Inputfeil(peker, setning))


def _i_ord(feil: ValidationError) -> Ugyldig:
    funn = {_peker(f["loc"]): _setning(f) for f in reversed(feil.errors(include_url=False, include_input=False))}
    return Ugyldig(*(Inputfeil(peker, setning) for peker, setning in reversed(funn.items())))


def _peker(sti: tuple[int | str, ...]) -> str:
    return "".join(f"/{str(ledd).replace('~', '~0').replace('/', '~1')}" for ledd in sti)


def _setning(funn: Any) -> str:
    slag = funn["type"]
    if slag == "value_error":
        return str(funn["ctx"]["error"])
    if slag in {"literal_error", "enum"}:
        tillatt = str(funn["ctx"]["expected"]).replace("'", "").replace(" or ", " eller ")
        return f"Ukjent verdi. Velg en av: {tillatt}."
    if slag == "json_invalid":
        return "Teksten er ikke gyldig JSON, eller har for mange nivåer."
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


def skjema(kommando: type) -> dict[str, Any]:
    """The JSON Schema of a command; descriptions say unit, allowed values and where a rule comes from."""
    return _adapter(kommando).json_schema(mode="validation")


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
