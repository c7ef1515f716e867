"""Picking a picture for oneself: all there are, side by side, one of them chosen."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.learners.pictures import paint_picture, picture_name
from crossread.desktop.theme import theme
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.picking.picks import Pick, Picks
from crossread.desktop.widgets.tips import set_tip
from crossread.operations.learners.learners import PICTURES

SIDE, RING = 40, 6  # pixels of a picture at the default text size, and around it


class PicturePick(Pick):
    """One picture; the one that is picked has a ring around it."""

    def __init__(self, picture: str, parent: QWidget) -> None:
        super().__init__(picture, picture_name(picture), parent)
        set_tip(self, picture_name(picture))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the picture with room for the ring."""
        side = theme.current().scaled(SIDE) + 2 * RING
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, and the ring where it is picked or has the focus."""
        painter, where, look = QPainter(self), QRectF(self.rect()), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_picture(painter, where.adjusted(RING, RING, -RING, -RING), self.key)
        if self.isChecked():
            painter.setPen(look.focus_pen("ink"))
            painter.drawRoundedRect(where.adjusted(2, 2, -2, -2), 14, 14)
        if self.shows_focus():
            self.paint_focus(painter, where, 15)


class PicturePicks(Picks):
    """The pictures; `chosen` gives the name of the one that was picked."""

    def __init__(self, parent: QWidget | None = None, name: str = "") -> None:
        super().__init__(name or _("Picture"), parent, follows=True)
        row = FlowLayout(self, across=4, down=4)
        for picture in PICTURES:
            pick = PicturePick(picture, self)
            self.take(pick)
            row.addWidget(pick)
