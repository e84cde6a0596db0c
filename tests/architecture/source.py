"""The project's files as the architecture tests see them, and what a name in a Python file really refers to."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]


def files(*folders: str, ending: str = "") -> list[Path]:
    """Every file under these folders of the project, without what Python and Qt leave behind."""
    return sorted(
        path
        for folder in folders
        for path in (ROOT / folder).rglob(f"*{ending}")
        if path.is_file() and "__pycache__" not in path.parts
    )


def python_files(*folders: str) -> list[Path]:
    return files(*folders, ending=".py")


def name(path: Path) -> str:
    """The path inside the project, with / on every system."""
    return path.relative_to(ROOT).as_posix()


def references(source: str) -> Iterator[tuple[int, str]]:
    """Line and full name of all that a module uses from its imports: `dt.now` is `datetime.datetime.now`."""
    tree = ast.parse(source)
    imported: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
                first = alias.name.partition(".")[0]
                imported[alias.asname or first] = alias.name if alias.asname else first
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"
                imported[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            first, _, rest = ast.unparse(node).partition(".")
            if first in imported:
                yield node.lineno, f"{imported[first]}.{rest}"
