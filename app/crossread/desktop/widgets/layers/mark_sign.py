"""A small piece of a mark, ground and line, as it lies under the words: for buttons and lists."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.layers.marks import MarkRole, paint_mark

WIDTH, HEIGHT = 24, 17  # of a sign, at the default text size


def sign_size(look: theme.Theme) -> QSize:
    """Return how large a sign is in a look, in pixels."""
    return QSize(look.scaled(WIDTH), look.scaled(HEIGHT))


def paint_sign(painter: QPainter, where: QRectF, role: MarkRole, look: theme.Theme) -> None:
    """Paint a sign: the same ground and the same line as in a text."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    paint_mark(painter, [where], role, look)
    painter.restore()


class MarkSign(QWidget):
    """The sign of one kind of mark; what it means is said beside it."""

    def __init__(self, role: MarkRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: MarkRole = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def role(self) -> MarkRole:
        """Return what the sign stands for."""
        return self._role

    def sizeHint(self) -> QSize:
        """Return the size of all signs."""
        return sign_size(theme.current())

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        paint_sign(painter, QRectF(self.rect()), self._role, theme.current())
