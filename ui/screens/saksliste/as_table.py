"""Rows of the work list as text that a spreadsheet takes in as a table."""

from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would reckon out instead of showing."""


def as_table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Tabs between the columns and a line for each row, the titles first; nothing in a cell can be taken for more."""
    return "".join("\t".join(_cell(text) for text in row) + "\n" for row in (titles, *rows))


def _cell(text: str) -> str:
    one_line = " ".join(text.split())
    return f"'{one_line}" if one_line.startswith(FORMULA) else one_line
