"""Tips: what a widget says when the mouse rests on it, never read as markup."""

from html import escape

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget


def set_tip(widget: QWidget, words: str) -> None:
    """Give a widget a tip; Qt takes words that look like markup for markup, so these are escaped."""
    widget.setToolTip(f"<qt>{escape(words)}</qt>" if Qt.mightBeRichText(words) else words)
