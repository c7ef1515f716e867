"""The line above a text: whose words these are, one click from why, and what is to be said besides."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.elided import Elided
from crossread.desktop.pages.small_link import SmallLink
from crossread.desktop.theme import theme
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.labels import Label

LEAST = 24  # pixels


class PaneNote(QScrollArea):
    """A quiet line with a link that unfolds an explanation; below it, at times, a notice with its own way on.

    It is as high as it takes; in a low pane it scrolls, so that the text keeps some lines.
    `add_asked`: the learner wants to add the original. `acted`: the notice's action.
    """

    add_asked = Signal()
    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside = QFrame()
        self._inside.setProperty("look", "surface")
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("About this text"))
        self._inside.installEventFilter(self)
        self._most = 0
        self._line = Elided("quiet", self._inside)
        self._why = SmallLink("", self._inside)
        self._why.clicked.connect(self._unfold)
        self._explained = Label("", "small", self._inside)
        self._add = SmallLink(_("Add the author’s own text…"), self._inside)
        self._add.clicked.connect(self.add_asked)
        self._notice = Label("", "caution", self._inside)
        self._act = SmallLink("", self._inside)
        self._act.clicked.connect(self.acted)
        first = QHBoxLayout()
        first.setSpacing(0)
        first.addWidget(self._line)
        first.addWidget(self._why)
        first.addStretch(1)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self._notice, 1)
        second.addWidget(self._act)
        self._column = QVBoxLayout(self._inside)
        self._column.setSpacing(4)
        self._column.addLayout(first)
        self._column.addWidget(self._explained)
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(second)
        self._column.addStretch(1)  # what is left over while out of sight lies below: never above the line
        self._can_add = False
        self.clear_notice()
        self.set_margin(24)

    def set_most(self, pixels: int) -> None:
        """Be no higher than this; what is more is scrolled to."""
        self._most = max(pixels, theme.current().scaled(LEAST))
        self._fit()

    def sizeHint(self) -> QSize:
        """Return all of it, as wide as it is."""
        column, width = self._column, max(1, self.width())
        wraps = column.hasHeightForWidth()
        height = column.totalHeightForWidth(width) if wraps else column.totalSizeHint().height()
        return QSize(self._inside.sizeHint().width(), height)

    def _fit(self) -> None:
        wanted = self.sizeHint().height()
        height = min(wanted, self._most) if self._most else wanted
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if height < wanted else Qt.FocusPolicy.NoFocus)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the words take in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the height of what came or went."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def set_margin(self, pixels: int) -> None:
        """Stand as far from the side as the text below."""
        self._column.setContentsMargins(pixels, 10, pixels, 4)

    def show_line(self, line: str, link: str, explained: str, *, can_add: bool) -> None:
        """Show a line; `link` unfolds what is `explained`; `can_add` offers to add the original there."""
        self._line.set_whole(f"{line} ·")
        self._why.say(link)
        self._explained.setText(explained)
        self._can_add = can_add
        self._fold(unfolded=False)

    def show_notice(self, notice: str, action: str = "", *, calm: bool = False) -> None:
        """Say something about the text, with a way on where `action` names one; `calm`: nothing is amiss."""
        self._notice.setText(notice)
        self._notice.set_look("strong" if calm else "caution")
        self._notice.show()
        self._act.say(action)
        self._act.setVisible(bool(action))
        announce(self, notice)

    def clear_notice(self) -> None:
        """Take the notice away."""
        self._notice.hide()
        self._act.hide()

    def notice(self) -> str:
        """Return the notice shown, "" where there is none."""
        return "" if self._notice.isHidden() else self._notice.text()

    def changeEvent(self, event: QEvent) -> None:
        """Measure the lines anew in another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_column"):
            self._line.updateGeometry()
            self._column.invalidate()

    def explain(self) -> None:
        """Unfold the explanation."""
        self._fold(unfolded=True)

    def offers_adding(self) -> bool:
        """Tell whether the explanation is unfolded and leads to adding the original."""
        return not self._add.isHidden()

    def _unfold(self) -> None:
        self._fold(unfolded=self._explained.isHidden())

    def _fold(self, *, unfolded: bool) -> None:
        self._explained.setVisible(unfolded)
        self._add.setVisible(unfolded and self._can_add)
        if unfolded:
            announce(self, self._explained.text())
