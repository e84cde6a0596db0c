"""How mapped entities are stored: the declarative base and the column types for values."""

from collections.abc import Set
from datetime import date, datetime
from functools import cache
from json import dumps, loads
from typing import Any

from cattrs import Converter
from sqlalchemy import Dialect, MetaData, String, Text, types
from sqlalchemy.orm import DeclarativeBase

from boligtildeling.domain.penger import Kroner

NAVNEREGLER = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every mapped entity; names of constraints follow one rule so that migrations can find them."""

    metadata = MetaData(naming_convention=NAVNEREGLER)


@cache
def omformer() -> Converter:
    """Frozen values to and from plain data: days and instants as ISO text, kroner as whole øre."""
    c = Converter(unstruct_collection_overrides={Set: sorted})
    c.register_unstructure_hook(date, lambda d: d.isoformat())
    c.register_structure_hook(date, lambda v, _: date.fromisoformat(v))
    c.register_unstructure_hook(datetime, lambda t: t.isoformat())
    c.register_structure_hook(datetime, lambda v, _: datetime.fromisoformat(v))
    c.register_unstructure_hook(Kroner, lambda k: k.oere)
    c.register_structure_hook(Kroner, lambda v, _: Kroner(v))
    return c


def som_json(verdi: Any, typ: Any) -> str:
    """A frozen value as the one JSON text it is stored as."""
    return dumps(omformer().unstructure(verdi, unstructure_as=typ), ensure_ascii=False, sort_keys=True)


class Verdi(types.TypeDecorator[Any]):
    """A frozen value as JSON text; the value's own type says how to read it back."""

    impl = Text
    cache_ok = True

    def __init__(self, typ: Any) -> None:
        super().__init__()
        self.typ = typ

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return som_json(value, self.typ)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else omformer().structure(loads(value), self.typ)


class KronerKolonne(types.TypeDecorator[Kroner]):
    """Kroner as whole øre."""

    impl = types.BigInteger
    cache_ok = True

    def process_bind_param(self, value: Kroner | None, dialect: Dialect) -> int | None:
        return None if value is None else value.oere

    def process_result_value(self, value: Any, dialect: Dialect) -> Kroner | None:
        return None if value is None else Kroner(int(value))


class Tidspunkt(types.TypeDecorator[datetime]):
    """An instant as ISO 8601 text with its offset, so that the local time people saw is kept."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)
