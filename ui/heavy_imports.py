"""Imports what is heavy with Python's own import: the hook that PySide6 puts in its place is a fifth slower.

Imported before PySide6, so that the import it keeps is the plain one.
"""

import builtins
from collections.abc import Iterator
from contextlib import contextmanager

_PLAIN = builtins.__import__


@contextmanager
def plain_imports() -> Iterator[None]:
    """For the time of the block, modules are imported without PySide6's hook."""
    hooked = builtins.__import__
    builtins.__import__ = _PLAIN
    try:
        yield
    finally:
        builtins.__import__ = hooked
