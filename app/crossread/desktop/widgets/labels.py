"""Labels: words on a page, always plain text, wrapped, each with a look of the theme."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from crossread.desktop.theme import theme
from crossread.desktop.theme.looks import LOOKS, Look
from crossread.desktop.widgets.painting.paragraph import Paragraph

__all__ = ["Label", "Look"]

_USUAL = 44  # a width to ask for, in sizes of the font; the layout decides
_LEAST = 7
_ENDLESS = 1_000_000


class Label(QLabel):
    """Words that wrap; what they hold is never read as markup, and nothing of them is ever cut off.

    They are laid out here and not by Qt, for an even line height in every font. A label whose text may
    be selected is left to Qt.
    """

    _is_qts = False  # whether its words may be selected, so that Qt lays them out

    def __init__(self, text: str, look: Look = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look = look
        self._laid: dict[tuple[str, Look, int, int, str], Paragraph] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def look(self) -> Look:
        """Return the name of the look."""
        return self._look

    def set_look(self, look: Look) -> None:
        """Change the look, such as from `body` to `wrong`."""
        if look != self._look:
            self._look = look
            self._dress()
            self.updateGeometry()
            self.update()

    def setTextInteractionFlags(self, flags: Qt.TextInteractionFlag) -> None:  # noqa: N802  (Qt's own name)
        """Let the words be selected, or not; selectable ones are left to Qt."""
        super().setTextInteractionFlags(flags)
        self._is_qts = bool(flags & Qt.TextInteractionFlag.TextSelectableByMouse)
        self._dress()

    def _dress(self) -> None:
        """Give Qt the font and the colour, where it is Qt that paints."""
        if self._is_qts:
            now, words = theme.current(), LOOKS[self._look]
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, now.colour(words.colour))
            self.setPalette(palette)
            self.setFont(now.font(words.font))

    def _lay_out(self, width: int) -> Paragraph:
        now, words = theme.current(), LOOKS[self._look]
        key = (self.text(), self._look, width, now.text_size, now.name)
        if key not in self._laid:
            if len(self._laid) > 7:  # a layout asks for a few widths again and again
                self._laid.clear()
            align = self._align() if self.wordWrap() else Qt.AlignmentFlag.AlignLeft
            self._laid[key] = Paragraph(self.text(), now.font(words.font), width, words.leading, align)
        return self._laid[key]

    def _align(self) -> Qt.AlignmentFlag:
        """Return at which side the words stand, as it is seen: mirrored where the window is."""
        seen = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        return seen & Qt.AlignmentFlag.AlignHorizontal_Mask

    def _around(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt calls it)
        """Tell whether fewer pixels across need more lines."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at which nothing is cut off."""
        if self._is_qts:
            return super().heightForWidth(width)
        around = self._around()
        return ceil(self._lay_out(max(1, width - around.width())).height) + around.height()

    def sizeHint(self) -> QSize:
        """Return the words on one line, or on several where they are many."""
        if self._is_qts:
            return super().sizeHint()
        size = theme.current().font(LOOKS[self._look].font).pixelSize()
        natural = ceil(self._lay_out(_ENDLESS).width)
        width = min(natural, _USUAL * size) if self.wordWrap() else natural
        return QSize(width, ceil(self._lay_out(max(1, width)).height)) + self._around()

    def minimumSizeHint(self) -> QSize:
        """Return the least width; its height comes from `heightForWidth`."""
        if self._is_qts:
            return super().minimumSizeHint()
        size = theme.current().font(LOOKS[self._look].font).pixelSize()
        whole = self._lay_out(_ENDLESS)
        width = min(ceil(whole.width), _LEAST * size) if self.wordWrap() else ceil(whole.width)
        return QSize(width, ceil(whole.height)) + self._around()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self._dress()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        if self._is_qts:
            super().paintEvent(event)
            return
        area = self.contentsRect()
        words = self._lay_out(area.width() if self.wordWrap() else _ENDLESS)
        painter = QPainter(self)
        top = float(area.top())
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top += max(0.0, (area.height() - words.height) / 2)
        role = LOOKS[self._look].colour if self.isEnabled() else "muted"
        left = float(area.left())
        if not self.wordWrap() and self._align() & Qt.AlignmentFlag.AlignRight:
            left += area.width() - words.width
        elif not self.wordWrap() and self._align() & Qt.AlignmentFlag.AlignHCenter:
            left += (area.width() - words.width) / 2
        words.paint(painter, QPointF(left, top), theme.current().colour(role))


def display(text: str, parent: QWidget | None = None) -> Label:
    """Make the one large line of a page, in the serif of the texts."""
    return Label(text, "display", parent)


def title(text: str, parent: QWidget | None = None) -> Label:
    """Make the title of a pack or a source, in the serif of the texts."""
    return Label(text, "title", parent)


def heading(text: str, parent: QWidget | None = None) -> Label:
    """Make the heading of a card or a section."""
    return Label(text, "heading", parent)


def prompt(text: str, parent: QWidget | None = None) -> Label:
    """Make the sentence that asks a question."""
    return Label(text, "prompt", parent)


def strong(text: str, parent: QWidget | None = None) -> Label:
    """Make a line of interface text that stands out."""
    return Label(text, "strong", parent)


def body(text: str, parent: QWidget | None = None) -> Label:
    """Make ordinary interface text."""
    return Label(text, "body", parent)


def muted(text: str, parent: QWidget | None = None) -> Label:
    """Make interface text of full size that stands back."""
    return Label(text, "muted", parent)


def quiet(text: str, parent: QWidget | None = None) -> Label:
    """Make a small line that stands back: where from, how many, how long."""
    return Label(text, "quiet", parent)


def serif(text: str, parent: QWidget | None = None) -> Label:
    """Make a paragraph to read, such as an explanation, in the serif of the texts."""
    return Label(text, "serif", parent)


def question(text: str, parent: QWidget | None = None) -> Label:
    """Make a central question: serif, slanted, standing back."""
    return Label(text, "question", parent)
