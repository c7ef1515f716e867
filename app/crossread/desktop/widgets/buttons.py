"""Buttons: the one that goes on, plain ones, quiet ones, and those that read like a link."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from crossread.desktop.widgets.pressing.wrapping_button import WrappingButton

ButtonLook = Literal["primary", "plain", "quiet", "link"]


def _button(text: str, look: ButtonLook, parent: QWidget | None, *, wraps: bool = False) -> QPushButton:
    button = WrappingButton(parent) if wraps else QPushButton(parent)
    button.setText(unmarked(text))
    button.setAccessibleName(text)
    button.setProperty("look", look)
    button.setAutoDefault(False)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return button


def primary(text: str, parent: QWidget | None = None) -> QPushButton:
    """Make the button that goes on; a page has one at most."""
    return _button(text, "primary", parent)


def plain(text: str, parent: QWidget | None = None) -> QPushButton:
    """Make an ordinary button."""
    return _button(text, "plain", parent)


def wrapping(text: str, parent: QWidget | None = None) -> QPushButton:
    """Make an ordinary button for a narrow column, where its words wrap."""
    return _button(text, "plain", parent, wraps=True)


def quiet_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """Make a button without a border, for bars and for what is seldom used; its words wrap."""
    return _button(text, "quiet", parent, wraps=True)


def link_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """Make a button that reads like a link within a line of text, and wraps like one."""
    return _button(text, "link", parent, wraps=True)


def unmarked(text: str) -> str:
    """Return words for a button or a menu such that none of their letters becomes a shortcut."""
    return text.replace("&", "&&")  # a lone & is Qt's mark for one


def set_look(button: QPushButton, look: ButtonLook) -> None:
    """Have a button look otherwise: what is best done next changes with what was done."""
    if button.property("look") != look:
        button.setProperty("look", look)
        button.style().unpolish(button)
        button.style().polish(button)


def rename(button: QPushButton, text: str) -> None:
    """Change what a button says, to the eye and to a screen reader."""
    button.setText(unmarked(text))
    button.setAccessibleName(text)
