"""Judges the content of a command by the requirements that stand on its fields, wherever the command came from."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from boligtildeling.domain.feil import Feilliste
from boligtildeling.domain.krav import Krav


def sjekk_innhold(kommando: object, i_dag: date, feil: Feilliste) -> None:
    """Notes every field that does not hold its requirement, each by its JSON pointer."""
    for peker, setning in _funn(kommando, type(kommando), "", i_dag):
        feil.legg_til(peker, setning)


@cache
def _felttyper(typ: type) -> dict[str, Any]:
    hint = get_type_hints(typ, include_extras=True)
    return {f.name: hint[f.name] for f in fields(typ)}


def _funn(verdi: Any, typ: Any, peker: str, i_dag: date) -> Iterator[tuple[str, str]]:
    if verdi is None:
        return
    opphav, ledd = get_origin(typ), get_args(typ)
    if opphav is Annotated:
        krav = [k for k in typ.__metadata__ if isinstance(k, Krav)]
        setninger = [s for k in krav if (s := k.sjekk(verdi, i_dag)) is not None]
        if setninger:
            yield peker, setninger[0]
            return
        yield from _funn(verdi, ledd[0], peker, i_dag)
    elif opphav in {Union, UnionType}:
        valgt = [a for a in ledd if a is not NoneType and _passer(verdi, a)]
        for a in valgt[:1]:
            yield from _funn(verdi, a, peker, i_dag)
    elif opphav is tuple:
        for nr, del_ in enumerate(verdi):
            yield from _funn(del_, ledd[0], f"{peker}/{nr}", i_dag)
    elif is_dataclass(typ) and isinstance(typ, type):
        for navn, felttype in _felttyper(typ).items():
            yield from _funn(getattr(verdi, navn), felttype, f"{peker}/{navn}", i_dag)


def _passer(verdi: Any, typ: Any) -> bool:
    if get_origin(typ) is Annotated:
        return _passer(verdi, get_args(typ)[0])
    grunntype = get_origin(typ) or typ
    return not isinstance(grunntype, type) or isinstance(verdi, grunntype)
