"""Layers of a text: what stands in it beside its words, each with its own painting, clicks and keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QPainter

from crossread.desktop.theme.theme import Theme

if TYPE_CHECKING:
    from crossread.desktop.widgets.reading.text_view import TextView


class Layer(QObject):
    """One kind of thing that stands in a text; a layer does nothing by itself."""

    def __init__(self, view: "TextView") -> None:
        super().__init__(view)
        self._text_view = view
        view.add_layer(self)

    def clear(self) -> None:
        """Let go of everything: another text is about to be shown."""

    def lay_out(self) -> None:
        """Take the room that is needed: the document was built anew, or its column has another width."""

    def paint(self, painter: QPainter, look: Theme, area: QRectF) -> None:
        """Paint below the words what reaches into an area, in the document's coordinates."""

    def click(self, at: int, point: QPointF) -> bool:  # noqa: ARG002  (for layers that can be clicked)
        """Act on a click on the character at a position, -1 beside the words; False to leave it to others.

        `point` is where the click was, in the document's coordinates.
        """
        return False

    def can_click(self, at: int, point: QPointF) -> bool:  # noqa: ARG002  (as above)
        """Tell whether a click there does something that the mouse should show."""
        return False

    def press(self, at: int) -> bool:  # noqa: ARG002  (for layers that Enter acts on)
        """Act on Enter with the caret at a position; False to leave it to others."""
        return False
