"""Opening menus so that they are heard: a screen reader is told nothing of a menu with no line picked."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu


def open_menu(menu: QMenu, at: QPoint) -> None:
    """Open a menu at a point of the screen, with its first line picked that does something, if none is."""
    if menu.activeAction() is None:
        first = next((one for one in menu.actions() if one.isEnabled() and not one.isSeparator()), None)
        if first is not None:
            menu.setActiveAction(first)
    menu.popup(at)
