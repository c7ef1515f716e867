"""Who reads here, in the bar: their picture, and the way to somebody else."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.learners.pictures import paint_picture
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.painted import Painted
from crossread.desktop.widgets.tips import set_tip
from crossread.operations.learners.learners import Learner

SIDE, RING = 28, 5  # pixels of the picture at the default text size, and around it


class LearnerButton(Painted, QAbstractButton):
    """The picture of a learner, or “Guest”."""

    def __init__(self, learner: Learner | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._learner = learner
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hear_the_mouse()
        self.show_learner(learner)

    def show_learner(self, learner: Learner | None) -> None:
        """Show a learner, or a guest where there is none."""
        self._learner = learner
        name = _("{name} reads here").format(name=learner.shown) if learner else _("A guest reads here")
        self.setAccessibleName(name)
        self.setAccessibleDescription(_("Opens the page of the learners"))
        set_tip(self, name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the picture, or the word, with room for the ring."""
        look = theme.current()
        side = look.scaled(SIDE) + 2 * RING
        if self._learner is not None:
            return QSize(side, side)
        return QSize(QFontMetrics(look.font("strong")).horizontalAdvance(_("Guest")) + 2 * RING + 12, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture or the word, and a ring where the mouse or the focus is."""
        look, painter, where = theme.current(), QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._learner is not None:
            paint_picture(painter, where.adjusted(RING, RING, -RING, -RING), self._learner.picture)
        else:
            painter.setFont(look.font("strong"))
            painter.setPen(look.colour("caution"))
            painter.drawText(where, int(Qt.AlignmentFlag.AlignCenter), _("Guest"))
        if self.shows_focus():
            self.paint_focus(painter, where, 10)
        elif self.underMouse():
            painter.setPen(look.focus_pen("control-line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 10, 10)
