"""A picture that is walked through by keys: each of its parts is taken in hand, heard, and found by ear."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QWidget

from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.painting.painted import is_plain


class WalkedPicture(QFrame):
    """What a painted picture with several parts does for keys, mouse and ear; subclasses paint it.

    The arrow keys go from part to part, Home and End to the ends, and what is there is said; the mouse
    resting on a part says the same. A screen reader finds each part in the tree, where it is painted.
    `entered` gives the number of the part in hand. `nothing` is said where there are no parts.

    A frame, because a screen reader says the name of one as the focus comes into it.
    """

    entered = Signal(int)

    def __init__(self, name: str, parent: QWidget | None, *, nothing: str = "") -> None:
        super().__init__(parent)
        self._name, self._nothing = name, nothing
        self._current = 0
        self._heard: list[QWidget] = []  # one a part, for who goes by ear
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # What the pictures tell

    def said(self) -> Sequence[str]:
        """Return what is said of each part, in the order that the keys go."""
        raise NotImplementedError

    def in_reading_order(self) -> Sequence[tuple[str, QRect]]:
        """Return what is said of each part with the place where it is painted, as one reads them."""
        raise NotImplementedError

    def part_at(self, where: QPointF) -> int:
        """Return the number of the part at a point of the widget; -1 where there is none."""
        raise NotImplementedError

    def forget_layout(self) -> None:
        """Forget what was laid out: what is shown, or how it looks, has changed."""
        raise NotImplementedError

    # What is in hand

    @property
    def current(self) -> int:
        """The number of the part in hand."""
        return self._current

    def set_current(self, number: int) -> None:
        """Take a part in hand, and say it; a number that there is not changes nothing."""
        said = self.said()
        if 0 <= number < len(said) and number != self._current:
            self._current = number
            self._tell()
            self.update()
            if self.hasFocus():
                announce(self, said[number])
            self.entered.emit(number)

    def show_changed(self) -> None:
        """Lay out, name and paint anew what is shown."""
        self.forget_layout()
        self._current = min(self._current, max(0, len(self.said()) - 1))
        self._fit()
        self._tell()
        self._name_parts()
        self.update()

    def _tell(self) -> None:
        said = self.said()
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(said[self._current] if said else self._nothing)

    def _name_parts(self) -> None:
        parts = self.in_reading_order()
        while len(self._heard) > len(parts):
            self._heard.pop().deleteLater()
        while len(self._heard) < len(parts):
            part = QWidget(self)
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setProperty("overlay", True)
            part.show()
            self._heard.append(part)
        for part, (words, where) in zip(self._heard, parts, strict=True):
            part.setAccessibleName(words)
            part.setGeometry(where)

    # Size and look

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything for the new width."""
        super().resizeEvent(event)
        self._fit()
        self._name_parts()

    def _fit(self) -> None:
        """Be as high as the width asks for; a layout may ask before it knows the width."""
        high = self.heightForWidth(self.width())
        if (high, high) != (self.minimumHeight(), self.maximumHeight()):
            self.setFixedHeight(high)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange:
            self.show_changed()
        super().changeEvent(event)

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the part clicked in hand."""
        self.set_current(self.part_at(event.position()))
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say a part where the mouse rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self.part_at(QPointF(event.pos()))
            if number >= 0:
                QToolTip.showText(event.globalPos(), f"<qt>{escape(self.said()[number])}</qt>", self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from part to part by the arrows, to the ends by Home and End."""
        last = len(self.said()) - 1
        on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            on, back = back, on
        steps = {
            on: self._current + 1,
            Qt.Key.Key_Down: self._current + 1,
            back: self._current - 1,
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if is_plain(event) and key in steps and last >= 0:
            self.set_current(min(max(0, steps[key]), last))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which part is in hand."""
        super().focusInEvent(event)
        self.entered.emit(self._current)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()
