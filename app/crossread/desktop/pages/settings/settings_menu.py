"""The Aa menu: the few settings of looks that are used most, and the way to all of them."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from crossread.base.declared import LINE_HEIGHT, TEXT_FACE, TEXT_SIZE, THEME, Setting
from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.pages.settings.settings_presets import PresetRow
from crossread.desktop.pages.settings.settings_rows import SettingRow, make_row
from crossread.desktop.tab_order import RoundByTab
from crossread.desktop.theme import theme
from crossread.desktop.widgets.buttons import link_button

# The size first: its buttons, pressed again and again, then stay where they are while the rest grows.
SHOWN: tuple[Setting[Any], ...] = (TEXT_SIZE, THEME, TEXT_FACE, LINE_HEIGHT)


class SettingsMenu(RoundByTab, QWidget):
    """What drops down from Aa; each change holds at once. `all_asked`: to the page of all settings."""

    all_asked = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("settings-menu")
        self.setAccessibleName(_("How it looks"))
        self._rows: list[SettingRow | PresetRow] = []
        self._corner = QPoint()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(14)
        for setting in SHOWN:
            self._rows.append(make_row(settings, setting, self._inside, brief=True))
        self._rows.append(PresetRow(settings, self._inside, brief=True))
        for row in self._rows:
            column.addWidget(row)
        self.all_settings = link_button(_("All settings…"), self._inside)
        self.all_settings.clicked.connect(self._to_all)
        column.addWidget(self.all_settings, 0, Qt.AlignmentFlag.AlignLeft)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(_("How it looks"))
        self._area.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._area)
        settings.listen(self._changed)

    def open_below(self, anchor: QWidget) -> None:
        """Drop down below a widget, at the edge of the window that is nearer."""
        self._corner = anchor.mapToGlobal(
            QPoint(0 if self.isRightToLeft() else anchor.width(), anchor.height() + 4)
        )
        self._fit()
        self.show()
        self._rows[0].setFocus()

    def _fit(self) -> None:
        """Be as large as the rows take, from the same upper corner, within the screen; then scroll."""
        room, layout = self.screen().availableGeometry(), self._inside.layout()
        wanted = max(theme.current().scaled(380), self._inside.minimumSizeHint().width())
        width = min(wanted + 2, room.width())
        height = (layout.totalHeightForWidth(width - 2) if layout else 0) + 2
        if height > room.height():
            width = min(width + self._area.verticalScrollBar().sizeHint().width(), room.width())
        where = QRect(0, 0, width, min(height, room.height()))
        where.moveTo(self._corner - QPoint(0 if self.isRightToLeft() else width, 0))
        where.moveBottom(min(where.bottom(), room.bottom()))
        where.moveRight(min(where.right(), room.right()))
        where.moveTo(max(where.left(), room.left()), max(where.top(), room.top()))
        self.setFixedSize(where.size())
        self.move(where.topLeft())

    def event(self, event: QEvent) -> bool:
        """Grow with the text, while it is open too: who enlarges it goes on looking at this."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface and its border."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("surface"))
        painter.setPen(theme.current().colour("control-line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _to_all(self) -> None:
        self.close()
        self.all_asked.emit()

    def _changed(self, _key: str) -> None:
        for row in self._rows:
            row.read()
        self._fit()
