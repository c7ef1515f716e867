"""A text that stands alone on a page, with room for the bar that finds words in it."""

from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.desktop.widgets.reading.view import ReadingView
from crossread.texts.text import Text


class TextPlace(Protocol):
    """Where words can be found: a text in a view, with room for a bar above it.

    `source_id` is "" for as long as nothing is shown there.
    """

    view: ReadingView
    source_id: str

    @property
    def text(self) -> Text:
        """The text shown."""

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above the text."""

    def close_sheet(self) -> None:
        """Show the text, whatever stands in its place."""

    def focus_target(self) -> QWidget:
        """Return what takes the focus."""


class TextFrame(QWidget):
    """One text, always the same; `name` stands for the source that it is not of."""

    def __init__(self, view: ReadingView, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.view, self.source_id = view, name
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(view, 1)

    @property
    def text(self) -> Text:
        """The text shown."""
        return self.view.text()

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar above the text."""
        self._column.insertWidget(0, bar)

    def close_sheet(self) -> None:
        """Nothing ever stands in the place of this text."""

    def focus_target(self) -> QWidget:
        """Return the text."""
        return self.view
