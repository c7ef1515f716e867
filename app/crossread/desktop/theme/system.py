"""What the system asks of every window: more contrast, less motion; as far as this Qt can tell."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle


def _wish(name: str) -> object:
    """Return what the system wishes for; None where this Qt cannot tell (before 6.10 it told nothing)."""
    style = QGuiApplication.styleHints()  # held on to: its wishes are gone from Python as soon as it is
    wishes = getattr(style, "accessibility", None)
    asked = getattr(wishes(), name, None) if wishes is not None else None
    return asked() if asked is not None else None


def wants_contrast() -> bool:
    """Tell whether the system asks for high contrast."""
    wish = _wish("contrastPreference")
    return wish is not None and wish == Qt.ContrastPreference.HighContrast


def allows_motion() -> bool:
    """Tell whether the system lets things fade and move; True where it says nothing.

    Qt 6.11 has no wish of its own for this: its styles tell what the system says of animated widgets. A
    later Qt that has one is asked as well.
    """
    style = QApplication.style()
    still = "Reduce" in str(_wish("motionPreference"))
    return not still and (style is None or bool(style.styleHint(QStyle.StyleHint.SH_Widget_Animate)))
