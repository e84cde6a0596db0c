"""Asking for a file or a folder; which one is not remembered, since folders and files may be named after people."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from boligtildeling.domain.feil import Driftsfeil
from boligtildeling.storage.skriving import erstatt

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
    """The file is whole, or as it was. Raises `Driftsfeil`."""
    try:
        erstatt(path, content)
    except OSError:
        raise Driftsfeil(
            "Filen kunne ikke skrives.", "Saken er ikke rørt.", "Velg en annen mappe og prøv igjen."
        ) from None


def _chosen(path: str) -> Path | None:
    forget()
    return Path(path) if path else None


def forget() -> None:
    """Takes away the folders that Qt keeps a list of, outside our own."""
    project, group = _WHERE_QT_REMEMBERS
    remembered = QSettings(QSettings.Scope.UserScope, project)
    remembered.remove(group)
    remembered.sync()
