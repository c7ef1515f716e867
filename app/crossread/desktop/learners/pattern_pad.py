"""A pattern: three of nine pictures in order, by mouse, by arrow keys, or by their numbers."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.learners.pictures import paint_picture, picture_name
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.painting.painted import Painted
from crossread.operations.learners.learners import IN_PATTERN, PATTERN, PICTURES

SIDE, RING = 72, 5  # pixels of a picture at the default text size, and around it
ACROSS = 3
_STEPS = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -ACROSS, Qt.Key.Key_Down: ACROSS,
}  # fmt: skip


class PictureButton(Painted, QAbstractButton):
    """One picture to press; what was pressed already steps back."""

    def __init__(self, picture: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = picture
        self.taken = False
        self.setAccessibleName(picture_name(picture))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hear_the_mouse()

    def set_taken(self, taken: bool) -> None:
        """Say whether it stands in the pattern already, to the eye and to a screen reader."""
        self.taken = taken
        self.setAccessibleDescription(_("taken") if taken else "")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the picture with room for the ring."""
        side = theme.current().scaled(SIDE) + 2 * RING
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, smaller once it is taken, and a ring for the mouse and the focus."""
        painter, where = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = RING + (where.width() / 6 if self.taken else 0)
        paint_picture(painter, where.adjusted(inset, inset, -inset, -inset), self.picture)
        if self.shows_focus():
            self.paint_focus(painter, where, 18)
        elif self.underMouse():
            painter.setPen(theme.current().focus_pen("control-line"))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 18, 18)


class PatternPad(QFrame):
    """Nine pictures. `given` gives three names in the order they were pressed; then it begins anew."""

    given = Signal(object)
    stepped = Signal(int)  # how many are given so far

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Pattern: three pictures in order"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._so_far: list[str] = []
        self.buttons = [PictureButton(picture, self) for picture in PICTURES[:IN_PATTERN]]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        for nth, button in enumerate(self.buttons):
            button.clicked.connect(self._pressed)
            grid.addWidget(button, nth // ACROSS, nth % ACROSS)
        self.setFocusProxy(self.buttons[0])

    def begin_anew(self) -> None:
        """Forget what was pressed so far."""
        self._so_far = []
        for button in self.buttons:
            button.set_taken(False)
        self.stepped.emit(0)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, PictureButton):
            self._take(button)

    def _take(self, button: PictureButton) -> None:
        if button.taken:
            return
        button.set_taken(True)
        self._so_far.append(button.picture)
        self.stepped.emit(len(self._so_far))
        if len(self._so_far) < PATTERN:
            told = _("{count} of {all}").format(count=len(self._so_far), all=PATTERN)
            announce(self, told)
            return
        whole = tuple(self._so_far)
        self.begin_anew()
        self.given.emit(whole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pictures by arrow keys, take one by its number, take the last back by Backspace."""
        at = next((nth for nth, button in enumerate(self.buttons) if button.hasFocus()), 0)
        key, text = Qt.Key(event.key()), event.text()
        if key in _STEPS:
            step = _STEPS[key]
            if abs(step) == 1 and self.isRightToLeft():
                step = -step
            to = at + step
            if 0 <= to < len(self.buttons):
                self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif text.isdecimal() and 1 <= int(text) <= len(self.buttons):
            self._take(self.buttons[int(text) - 1])
        elif key == Qt.Key.Key_Backspace:
            self.begin_anew()
        else:
            super().keyPressEvent(event)
