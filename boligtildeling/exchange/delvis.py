"""The part of a faulty command that can be read, so that names and contents in it are judged in the same go."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from boligtildeling.domain.penger import Kroner


def les_delvis(typ: Any, verdi: Any, feil_i: Mapping[str, str], i_dag: Any, peker: str = "") -> Any:
    """A value of `typ` out of plain JSON, without the fields that have a fault: reading those is an AttributeError."""
    if not any(p == peker or p.startswith(f"{peker}/") for p in feil_i):
        return _leser(typ).validate_json(json.dumps(verdi), context={"i_dag": i_dag})
    typ = _kjerne(typ)
    if get_origin(typ) is tuple:
        del_ = get_args(typ)[0]
        return tuple(les_delvis(del_, v, feil_i, i_dag, f"{peker}/{nr}") for nr, v in enumerate(verdi))
    delvis = object.__new__(typ)
    for felt, felttype in _felttyper(typ).items():
        sti = f"{peker}/{felt.name}"
        if felt.name in verdi and sti not in feil_i and _kan_leses(felttype, verdi[felt.name], feil_i, sti):
            object.__setattr__(delvis, felt.name, les_delvis(felttype, verdi[felt.name], feil_i, i_dag, sti))
        elif felt.name not in verdi and felt.default is not MISSING:
            object.__setattr__(delvis, felt.name, felt.default)
    return delvis


def _kan_leses(typ: Any, verdi: Any, feil_i: Mapping[str, str], sti: str) -> bool:
    """A list is left out when one of its items is wholly at fault: the rest would get the wrong numbers."""
    return get_origin(_kjerne(typ)) is not tuple or not any(f"{sti}/{nr}" in feil_i for nr in range(len(verdi)))


def _kjerne(typ: Any) -> Any:
    """The type without its requirements and without None."""
    if get_origin(typ) is Annotated:
        return _kjerne(get_args(typ)[0])
    valg = [ledd for ledd in get_args(typ) if ledd is not NoneType]
    er_valgfri = NoneType in get_args(typ) and len(valg) == 1
    return _kjerne(valg[0]) if er_valgfri else typ


@cache
def _felttyper(typ: type) -> Mapping[Any, Any]:
    hint = get_type_hints(typ, include_extras=True)
    return {felt: hint[felt.name] for felt in fields(typ)} if is_dataclass(typ) and typ is not Kroner else {}


@cache
def _leser(typ: Any) -> TypeAdapter[Any]:
    return TypeAdapter(typ)
