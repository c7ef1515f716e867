"""The bar at the top: the way home, the pack, its stages, whether all is saved, text and keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import quiet_button
from crossread.desktop.widgets.pressing.elided_button import ElidedButton
from crossread.desktop.widgets.pressing.more_button import MoreButton
from crossread.desktop.widgets.pressing.way_button import WayButton
from crossread.desktop.widgets.telling.status import SavedStatus

if TYPE_CHECKING:
    from crossread.desktop.stage_tabs import StageTab, StageTabs


_BETWEEN = 72  # pixels of margins and spaces in the bar
_WAY = 8  # and of the space beside the ways back and forward
_PARTING = 18  # and of the line between the title and the stages, with the space beside it


class Mark(QAbstractButton):
    """The program's name, and the way to the library."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Crossread: to the library"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for room for the name and the ring of the focus."""
        metrics = QFontMetrics(theme.current().font("heading"))
        return QSize(metrics.horizontalAdvance("Crossread") + 20, metrics.height() + 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name and the ring of the focus."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("heading"))
        painter.setPen(look.colour("accent" if self.underMouse() else "ink"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), "Crossread")
        if self.hasFocus():
            painter.setPen(look.focus_pen())
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)


class TopBar(QFrame):
    """The bar of the window."""

    home_asked = Signal()
    back_asked = Signal()
    forward_asked = Signal()
    overview_asked = Signal()
    stage_asked = Signal(str)
    text_menu_asked = Signal()
    keys_asked = Signal()
    menu_asked = Signal()
    retry_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "surface")
        self._mark = Mark(self)
        self._mark.clicked.connect(self.home_asked)
        self.back = WayButton(_("Back"), self)
        self.back.clicked.connect(self.back_asked)
        self.forward = WayButton(_("Forward"), self, forward=True)
        self.forward.clicked.connect(self.forward_asked)
        self._title = ElidedButton(self)
        self._title.clicked.connect(self.overview_asked)
        self._tabs: StageTabs | None = None
        self.status = SavedStatus(self)
        self.text_button = self._small("Aa", _("How it looks"))
        self.text_button.clicked.connect(self.text_menu_asked)
        self._keys = self._small("?", _("Keys"))
        self._keys.clicked.connect(self.keys_asked)
        self.menu_button = MoreButton(_("Menu"), self)
        self.menu_button.clicked.connect(self.menu_asked)
        self._learner: QWidget | None = None
        left, right = QHBoxLayout(), QHBoxLayout()
        self._right = right
        left.addWidget(self._mark)
        way = QHBoxLayout()
        way.setSpacing(0)
        for button in (self.back, self.forward):
            way.addWidget(button)
        left.addLayout(way)
        left.addWidget(self._title)
        self._parting = QFrame(self)  # else the title reads as the first of the stages
        self._parting.setProperty("look", "line")
        self._parting.setFixedWidth(1)
        left.addWidget(self._parting, 0, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self.status, self.text_button, self._keys, self.menu_button):
            right.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addLayout(left, 0)
        row.addStretch(1)
        self._middle = QHBoxLayout()
        row.addLayout(self._middle)
        row.addStretch(1)
        row.addLayout(right, 0)
        self._titled = False
        self.show_way(back=False, forward=False)
        self.show_pack("", (), "")
        self.restyle()
        self.status.changed.connect(self._arrange)

    def _small(self, words: str, name: str) -> QPushButton:
        button = quiet_button(words, self)
        button.setAccessibleName(name)
        return button

    def take_learner(self, button: QWidget) -> None:
        """Show who reads here, where there are several."""
        self._learner = button
        self._right.insertWidget(1, button)
        self._arrange()

    def tell_keys(self) -> None:
        """Tell the keys in the tips; once keys act, which is after the first paint."""
        from crossread.desktop.key_tips import set_key_tip

        set_key_tip(self._mark, _("To the library"), "library")
        set_key_tip(self.back, self.back.accessibleName(), "back")
        set_key_tip(self.forward, self.forward.accessibleName(), "forward")
        set_key_tip(self.text_button, self.text_button.accessibleName(), "text-menu")
        set_key_tip(self._keys, self._keys.accessibleName(), "keys")
        set_key_tip(self.menu_button, self.menu_button.accessibleName(), "menu")

    def show_way(self, *, back: bool, forward: bool) -> None:
        """Say whether there is a place to go back to, and one to go to again."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_pack(self, title: str, tabs: "tuple[StageTab, ...]", current: str) -> None:
        """Show a pack's title and stages; "" and none where no pack is open."""
        self._title.set_whole(title)
        self._titled = bool(title)
        if tabs or self._tabs is not None:
            self._stages().set_tabs(tabs, current)
        self._arrange()

    def _stages(self) -> "StageTabs":
        """Return the stages, made when the first pack is opened."""
        if self._tabs is None:
            from crossread.desktop.stage_tabs import StageTabs

            self._tabs = StageTabs(self)
            self._tabs.chosen.connect(self.stage_asked)
            self._middle.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignVCenter)
        return self._tabs

    def restyle(self) -> None:
        """Take up a new text size."""
        self._mark.updateGeometry()
        self._parting.setFixedHeight(theme.current().scaled(20))
        self.setFixedHeight(max(48, theme.current().scaled(52)))
        self._arrange()

    def parts(self) -> list[QWidget]:
        """Return where F6 stops in the bar."""
        return [self._mark]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the stages where they do not fit beside the rest."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the stages what is left; where that is too little, others stand back for them.

        First the title, which the overview tells; then the keys, which the menu has too; then the word
        beside the sign of what is saved; then the ways back and forward, which the menu has as well.
        """
        always = (self._mark, self.text_button, self.menu_button, *([self._learner] if self._learner else []))
        free = self.width() - sum(widget.sizeHint().width() for widget in always) - _BETWEEN
        saved, keys = self.status.width_in_full(), self._keys.sizeHint().width()
        tabs = self._tabs.shortest_width() if self._tabs is not None else 0
        self._keys.setVisible(free - saved - keys >= tabs)
        free -= keys if free - saved - keys >= tabs else 0
        self.status.set_brief(free - saved < tabs)
        free -= saved if free - saved >= tabs else self.status.sizeHint().width()
        way = self.back.sizeHint().width() + self.forward.sizeHint().width() + _WAY
        for button in (self.back, self.forward):
            button.setVisible(free - way >= tabs)
        free -= way if free - way >= tabs else 0
        title = min(self._title.sizeHint().width(), theme.current().scaled(120)) if self._titled else 0
        has_room = self._tabs is None or free - title >= self._tabs.least_width()
        self._title.setVisible(self._titled and has_room)
        if self._tabs is not None:
            self._tabs.set_room(free - title - _PARTING if has_room else free)
        tabs_beside = self._tabs is not None and self._tabs.in_a_row()
        self._parting.setVisible(self._titled and has_room and tabs_beside)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline below the bar."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme.current().colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
