"""The Aa menu: how the window looks and behaves, made from the declared settings."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.settings import ASK_CERTAINTY, SINGLE_KEYS, TEXT_SIZE, THEME, Setting, Settings
from crossread.base.translation import _
from crossread.desktop.changing import set_kept, step
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.segmented import Segmented

SHOWN: tuple[Setting[Any], ...] = (THEME, TEXT_SIZE, ASK_CERTAINTY, SINGLE_KEYS)


class ChoiceRow(QWidget):
    """A setting with a few values, as a switch."""

    def __init__(self, settings: Settings, setting: Setting[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._setting = settings, setting
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(labels.strong(_(setting.label)))
        options = [(value, value_label(setting, value)) for value in setting.choices]
        self._switch = Segmented(options, self, name=_(setting.label))
        self._switch.chosen.connect(self._chosen)
        column.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignLeft)
        self.read()

    def read(self) -> None:
        """Show the value in force."""
        self._switch.set_value(self._settings[self._setting])

    def _chosen(self, value: str) -> None:
        set_kept(self._settings, self._setting, value)


class NumberRow(QWidget):
    """A setting that is a number within bounds, with a button for less and one for more."""

    def __init__(self, settings: Settings, setting: Setting[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._setting = settings, setting
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(labels.strong(_(setting.label)), 1)
        self._less, self._more = plain("−"), plain("+")
        self._value = labels.body("", self)
        self._value.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for button, name, change in (
            (self._less, _("{setting}: less"), self._down),
            (self._more, _("{setting}: more"), self._up),
        ):
            button.setAccessibleName(name.format(setting=_(setting.label)))
            button.setToolTip(_(setting.help))
            button.clicked.connect(change)
        row.addWidget(self._less)
        row.addWidget(self._value)
        row.addWidget(self._more)
        self.read()

    def read(self) -> None:
        """Show the value in force."""
        value = self._settings[self._setting]
        self._value.setText(str(value))
        self._value.setFixedWidth(theme.current().scaled(28))
        self._less.setEnabled(self._setting.fits(value - 1))
        self._more.setEnabled(self._setting.fits(value + 1))

    def _down(self) -> None:
        step(self._settings, self._setting, -1)

    def _up(self) -> None:
        step(self._settings, self._setting, 1)


class SwitchRow(QWidget):
    """A setting that is on or off, with what it means below."""

    def __init__(self, settings: Settings, setting: Setting[bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._settings, self._setting = settings, setting
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(labels.strong(_(setting.label)), 1)
        options = (("off", _("Off")), ("on", _("On")))
        self._switch = Segmented(options, self, name=_(setting.label))
        self._switch.setAccessibleDescription(_(setting.help))
        self._switch.chosen.connect(self._chosen)
        head.addWidget(self._switch)
        column.addLayout(head)
        column.addWidget(labels.quiet(_(setting.help)))
        self.read()

    def read(self) -> None:
        """Show the value in force."""
        self._switch.set_value("on" if self._settings[self._setting] else "off")

    def _chosen(self, value: str) -> None:
        set_kept(self._settings, self._setting, value == "on")


def value_label(setting: Setting[Any], value: str) -> str:
    """Name one value of a setting with a few."""
    if setting is THEME:
        return _("As the system") if value == "system" else _(theme.load_theme(value).title)
    return value


class SettingsMenu(QWidget):
    """What drops down from Aa; each change holds at once."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("settings-menu")
        self.setAccessibleName(_("Text, colours and keys"))
        self._rows: list[ChoiceRow | NumberRow | SwitchRow] = []
        self._corner = QPoint()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(16)
        for setting in SHOWN:
            row = self._row(settings, setting)
            self._rows.append(row)
            column.addWidget(row)
        settings.listen(self._changed)

    def _row(self, settings: Settings, setting: Setting[Any]) -> ChoiceRow | NumberRow | SwitchRow:
        if setting.choices:
            return ChoiceRow(settings, setting, self)
        if isinstance(setting.default, bool):
            return SwitchRow(settings, setting, self)
        return NumberRow(settings, setting, self)

    def open_below(self, anchor: QWidget) -> None:
        """Drop down below a widget, at its right edge."""
        self._corner = anchor.mapToGlobal(QPoint(anchor.width(), anchor.height() + 4))
        self._fit()
        self.show()
        self.setFocus()
        self.focusNextChild()

    def _fit(self) -> None:
        """Be as large as the rows take, from the same upper right corner, within the screen."""
        width = max(theme.current().scaled(320), self._rows[0].sizeHint().width() + 40)
        layout, room = self.layout(), self.screen().availableGeometry()
        where = QRect(0, 0, width, layout.totalHeightForWidth(width) if layout else 0)
        where.moveTo(self._corner - QPoint(width, 0))
        where.moveBottom(min(where.bottom(), room.bottom()))
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

    def _changed(self, _key: str) -> None:
        for row in self._rows:
            row.read()
