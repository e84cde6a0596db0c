"""Asks before something typed and not saved would be lost; staying is what Esc and Enter do."""

from PySide6.QtWidgets import QMessageBox, QWidget


def has_unsaved(root: QWidget) -> bool:
    """Whether anything under `root` is typed and not saved."""
    from ui.widgets.act_form import ActForm  # not before there is something to save: the window is painted first

    return any(form.is_touched for form in root.findChildren(ActForm))


def may_leave(parent: QWidget, root: QWidget | None) -> bool:
    """True when nothing would be lost, or when the user says that it may be."""
    if root is None or not has_unsaved(root):
        return True
    box = QMessageBox(parent)
    box.setWindowTitle("Ikke lagret")
    box.setText("Du har skrevet noe som ikke er lagret.")
    box.setInformativeText("Går du videre nå, blir det borte.")
    stay = box.addButton("&Bli her", QMessageBox.ButtonRole.RejectRole)
    leave = box.addButton("&Forkast og gå videre", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave
