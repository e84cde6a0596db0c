"""Asking for a file or a folder; which one is not remembered, since folders and files may be named after people."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

_WHERE_QT_REMEMBERS = ("QtProject", "FileDialog")


def ask_open(parent: QWidget, title: str, kinds: str = "") -> Path | None:
    """A file to read; None when the user changes their mind."""
    path, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return _chosen(path)


def ask_save(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where to write; `name` is what is proposed."""
    path, _ = QFileDialog.getSaveFileName(parent, title, name, kinds)
    return _chosen(path)


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """A folder to write in."""
    return _chosen(QFileDialog.getExistingDirectory(parent, title))


def write_whole(path: Path, content: bytes) -> None:
    """Writes beside, then puts it in place, so that what was there is whole until then. Raises `OSError`."""
    part = path.with_name(f".{path.name}.del")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _chosen(path: str) -> Path | None:
    forget()
    return Path(path) if path else None


def forget() -> None:
    """Takes away the folders that Qt keeps a list of, outside our own."""
    project, group = _WHERE_QT_REMEMBERS
    remembered = QSettings(QSettings.Scope.UserScope, project)
    remembered.remove(group)
    remembered.sync()
