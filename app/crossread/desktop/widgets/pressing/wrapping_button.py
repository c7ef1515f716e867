"""A button whose words wrap where there is no room for them on one line."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph


class WrappingButton(QPushButton):
    """Painted as any button on one line; on several it paints its words itself, in the colour of its look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_width = False  # that it has before its first layout means nothing

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _around(self) -> QSize:
        """Return the room beside and above the words, in pixels."""
        metrics, hint = QFontMetrics(self.font()), super().sizeHint()
        return hint - QSize(metrics.horizontalAdvance(self._words()), metrics.height())

    def _lay_out(self, width: int) -> Paragraph:
        font = self.font()
        font.setUnderline(self.property("look") == "link")
        return Paragraph(self._words(), font, width - self._around().width())

    def wraps(self) -> bool:
        """Tell whether its words stand on several lines now."""
        return self._has_width and self.width() < super().sizeHint().width() and " " in self._words()

    def sizeHint(self) -> QSize:
        """Return the width of all words on one line, and the height that they take now."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width())) if self.wraps() else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the words wrap otherwise."""
        super().resizeEvent(event)
        self._has_width = True
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word; the height for a width comes from `heightForWidth`."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self._words().split()), default=0)
        hint = super().sizeHint()
        return QSize(min(hint.width(), longest + self._around().width() + 1), hint.height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt calls it)
        """Return True: fewer pixels across need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at which nothing is cut off."""
        hint = super().sizeHint()
        if width >= hint.width():
            return hint.height()
        return max(hint.height(), round(self._lay_out(width).height) + self._around().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and its words on as many lines as they take."""
        if not self.wraps():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        words, around = self._lay_out(self.width()), self._around()
        at = QPointF(around.width() / 2, (self.height() - words.height) / 2)
        words.paint(painter, at, theme.current().colour(self._ink()))

    def _ink(self) -> str:
        if not self.isEnabled():
            return "muted"
        if self.property("look") == "link":
            return "accent"
        return "muted" if self.property("look") == "quiet" and not self.underMouse() else "ink"
