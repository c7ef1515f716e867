"""Rows of settings: what one is called and does, the control for it, and the way back to the usual value."""

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.declared import LANGUAGE, TEXT_SIZE, Setting
from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.changing import set_kept
from crossread.desktop.pages.settings.settings_words import options, stepped, value_label, value_note
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import link_button, plain, rename
from crossread.desktop.widgets.picking.segmented import Segmented
from crossread.desktop.widgets.pressing.pressed_again import PressedAgain

WIDE = 77  # pixels of the buttons of the text size at any size: no step moves them
ALIKE = 5  # letters that every row of this kind has room for, so that their buttons stand in one line
NARROW = 520  # pixels at the default text size: below this the control stands under its words


class SettingRow(QWidget):
    """One setting: its words at one side, its control at the other or below; each change holds at once.

    A `brief` row leaves out what the setting does, and the way back to the usual value.
    """

    def __init__(
        self, settings: Settings, setting: Setting[Any], parent: QWidget, *, brief: bool = False
    ) -> None:
        super().__init__(parent)
        self.settings, self.setting = settings, setting
        self._brief = brief
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(labels.strong(_(setting.label), self))
        self._usual = link_button(_("Usual"), self)
        if not brief:
            words.addWidget(labels.quiet(_(setting.help), self))
            words.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeft)
        self._note = labels.quiet("", self)
        words.addWidget(self._note)
        self._usual.setVisible(False)
        self._usual.clicked.connect(self._reset)
        self._control = self._make_control()
        self._row.addLayout(words, 1)
        self._row.addWidget(self._control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusProxy(self._control)
        self.read()

    def _make_control(self) -> QWidget:
        """Make what changes the setting."""
        raise NotImplementedError

    def read(self) -> None:
        """Show the value in force, and the usual one where that is another."""
        setting = self.setting
        note = value_note(setting, self.settings[setting])
        self._note.setText(note)
        self._note.setVisible(bool(note))
        if not self._brief:
            changed = self.settings[setting] != setting.default
            usual = value_label(setting, setting.default)
            rename(self._usual, _("Usual: {value}").format(value=usual))
            words = _("{setting}: back to the usual, {value}")
            self._usual.setAccessibleName(words.format(setting=_(setting.label), value=usual))
            if not changed and self._usual.hasFocus():
                self.setFocus()
            self._usual.setVisible(changed)

    def change(self, value: object) -> None:
        """Change the setting, and tell a screen reader its new value."""
        if self.setting.fits(value):
            set_kept(self.settings, self.setting, value)
            label = value_label(self.setting, self.settings[self.setting])
            announce(self, f"{_(self.setting.label)}: {label}")

    def _reset(self) -> None:
        self.change(self.setting.default)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the control beside its words or below them."""
        super().resizeEvent(event)
        if not self._brief:
            across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            wide = self.width() >= theme.current().scaled(NARROW) and not self._wants_line()
            self._row.setDirection(across if wide else down)
            below = Qt.AlignmentFlag(0) if self._wants_line() else Qt.AlignmentFlag.AlignLeft
            self._row.setAlignment(self._control, Qt.AlignmentFlag.AlignVCenter if wide else below)

    def _wants_line(self) -> bool:
        """Tell whether the control wraps, and so has a line to itself."""
        return False


class ChoiceRow(SettingRow):
    """A setting with a few values, as a switch that wraps where there is no room for all of them."""

    def _make_control(self) -> QWidget:
        choices = options(self.setting)
        self._switch = Segmented(choices, self, look="rings", name=_(self.setting.label))
        self._switch.setAccessibleDescription(_(self.setting.help))
        self._switch.chosen.connect(self.change)
        if self._brief:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
        return self._switch

    def read(self) -> None:
        """Show the value in force."""
        super().read()
        self._switch.set_value(str(self.settings[self.setting]))

    def _wants_line(self) -> bool:
        return len(self._switch.picks()) > 2


class SwitchRow(SettingRow):
    """A setting that is on or off."""

    def _make_control(self) -> QWidget:
        choices = (("off", _("Off")), ("on", _("On")))
        self._switch = Segmented(choices, self, name=_(self.setting.label))
        self._switch.setAccessibleDescription(_(self.setting.help))
        self._switch.chosen.connect(self._chosen)
        return self._switch

    def read(self) -> None:
        """Show the value in force."""
        super().read()
        self._switch.set_value("on" if self.settings[self.setting] else "off")

    def _chosen(self, value: str) -> None:
        self.change(value == "on")


class NumberRow(SettingRow):
    """A setting that is a number within bounds, with a button for less and one for more."""

    def _make_control(self) -> QWidget:
        control = QWidget(self)
        row = QHBoxLayout(control)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._less, self._more = plain("−", control), plain("+", control)
        self._value = labels.body("", control)
        self._value.setWordWrap(False)
        self._value.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        for button, name, change in (
            (self._less, _("{setting}: less"), self._down),
            (self._more, _("{setting}: more"), self._up),
        ):
            button.setAccessibleName(name.format(setting=_(self.setting.label)))
            button.setToolTip(_(self.setting.help))
            button.setAutoRepeat(True)
            button.clicked.connect(change)
            PressedAgain(button)  # which a larger text moves
        row.addWidget(self._less)
        row.addWidget(self._value)
        row.addWidget(self._more)
        control.setFocusProxy(self._more)
        return control

    def read(self) -> None:
        """Show the value in force."""
        super().read()
        value = self.settings[self.setting]
        words = value_label(self.setting, value)
        self._value.setText(words)
        look, holds_still = theme.current(), self.setting is TEXT_SIZE  # as large as it ever gets
        size = round(self.setting.high or 0) if holds_still else look.text_size
        exact = type(self.setting.default)  # 35 % is 0.35, and would be nothing as a whole number
        widest = max(ALIKE, *(len(value_label(self.setting, exact(end))) for end in self._ends()))
        self._value.setMinimumWidth(size * (8 * widest + 8) // theme.READING)
        for button, by in ((self._less, -1), (self._more, 1)):
            button.setAccessibleDescription(words)
            if holds_still:
                button.setMinimumWidth(WIDE)
            more = stepped(self.setting, value, by) != value
            if not more and button.hasFocus():
                (self._more if by < 0 else self._less).setFocus()
            button.setEnabled(more)

    def _ends(self) -> tuple[float, float]:
        return (self.setting.low or 0, self.setting.high or 0)

    def _down(self) -> None:
        self._step(-1)

    def _up(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self.change(stepped(self.setting, self.settings[self.setting], by))
        QTimer.singleShot(0, self, self._stay_in_view)  # once a larger text is laid out

    def _stay_in_view(self) -> None:
        bring_into_view(self)


class FixedRow(SettingRow):
    """A setting that the one who reads here cannot change: its value, and who can."""

    def _make_control(self) -> QWidget:
        self._told = labels.muted("", self)
        self._told.setWordWrap(False)
        return self._told

    def read(self) -> None:
        """Show the value in force."""
        value = value_label(self.setting, self.settings[self.setting])
        self._told.setText(_("{value} · set by the teacher").format(value=value))


def make_row(
    settings: Settings, setting: Setting[Any], parent: QWidget, *, brief: bool = False
) -> SettingRow:
    """Make the row that fits a setting's kind, and who may change it."""
    if setting.who != "learner":
        return FixedRow(settings, setting, parent, brief=brief)
    if setting.choices or setting is LANGUAGE:
        return ChoiceRow(settings, setting, parent, brief=brief)
    if isinstance(setting.default, bool):
        return SwitchRow(settings, setting, parent, brief=brief)
    return NumberRow(settings, setting, parent, brief=brief)
