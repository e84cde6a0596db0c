"""What the program is."""

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from boligtildeling import __version__
from ui.widgets.basics import button, button_row, column, label


def show_about(parent: QWidget) -> QDialog:
    """Name, version, licence."""
    dialog = _dialog(parent, "Om Boligtildeling")
    grid = QGridLayout()
    grid.addWidget(label(f"Boligtildeling {__version__}", wrap=False), 0, 0)
    grid.addWidget(label("Fra søknad til nøkkel, uten at noe blir glemt.", "dempet", wrap=False), 1, 0)
    grid.addWidget(label("Lisens: EUPL-1.2. Skrift: Source Sans (OFL).", "liten", wrap=False), 2, 0)
    return _finish(dialog, grid)


def _dialog(parent: QWidget, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    box = column(dialog, 16, 24)
    box.addWidget(label(title, "h1", wrap=False))
    return dialog


def _finish(dialog: QDialog, grid: QGridLayout) -> QDialog:
    box = dialog.layout()
    close = button("Lukk", dialog.accept, "primaer")
    if box is not None:
        box.addItem(grid)
        box.addItem(button_row([close]))
    close.setFocus()
    dialog.open()
    return dialog
