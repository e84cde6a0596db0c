"""Keeps what is typed and not saved before it is left, and asks before it would be lost; Esc and Enter stay."""

from PySide6.QtWidgets import QMessageBox, QWidget


def would_lose(root: QWidget) -> bool:
    """Whether anything typed under `root` and not saved cannot be kept as a draft either; the rest is kept now."""
    from ui.widgets.act_form import ActForm  # not before there is something to save: the window is painted first

    kept = [form.draft.put_down() for form in root.findChildren(ActForm) if form.is_touched]
    return not all(kept)


def may_leave(parent: QWidget, root: QWidget | None) -> bool:
    """True when nothing would be lost, or when the user says that it may be."""
    if root is None or not would_lose(root):
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
