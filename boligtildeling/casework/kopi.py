"""Takes a frozen value out of something that has the same fields."""

from dataclasses import fields
from typing import Any, TypeVar

T = TypeVar("T")


def som(typ: type[T], kilde: object, **egne: Any) -> T:
    """A `typ` whose fields are read from `kilde` by name; those in `egne` are given as they are."""
    navn = (f.name for f in fields(typ))  # type: ignore[arg-type]
    return typ(**{n: egne[n] if n in egne else getattr(kilde, n) for n in navn})
