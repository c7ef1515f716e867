"""The list of keys as they are now, those of the page in view first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.settings.key_words import as_text, lines_with
from crossread.desktop.tab_order import RoundByTab
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain, primary, rename
from crossread.desktop.widgets.field import Field
from crossread.desktop.widgets.frames.flow import FlowLayout

_STEPS = {
    Qt.Key.Key_Up: QScrollBar.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QScrollBar.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
}


class KeyList(RoundByTab, QDialog):
    """The keys of the window, one section for each place they hold in. `change_asked`: to their settings."""

    change_asked = Signal()

    def __init__(self, single_keys: bool, parent: QWidget, page: str = "") -> None:
        super().__init__(parent)
        self._page = page
        self.setWindowTitle(_("Keys"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 20, 0, 16)
        outer.setSpacing(12)
        top = QVBoxLayout()
        top.setContentsMargins(32, 0, 32, 0)
        top.setSpacing(12)
        told = (
            _("Keys without Ctrl or Alt act only outside text fields. The settings switch them off.")
            if single_keys
            else _("Keys without Ctrl or Alt are switched off. The settings switch them on.")
        )
        top.addWidget(labels.quiet(told))
        self.filter = Field(_("Show only keys that speak of"), _("Words, or a key such as Ctrl+K"), self)
        self.filter.textChanged.connect(self._fill)
        top.addWidget(self.filter)
        outer.addLayout(top)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setProperty("look", "reached")
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._area.setAccessibleName(_("List of keys"))
        outer.addWidget(self._area, 1)
        self._buttons(outer)
        self._fill()
        now = theme.current()
        room = parent.size()
        self.resize(min(now.scaled(640), room.width()), min(now.scaled(660), room.height()))

    def _buttons(self, outer: QVBoxLayout) -> None:
        holder = QWidget(self)
        row = FlowLayout(holder, across=8, down=8)
        self._copy = plain(_("Copy as text"), holder)
        self._copy.clicked.connect(self._copy_text)
        change = plain(_("Change keys…"), holder)
        change.clicked.connect(self._change)
        close = primary(_("Close"), holder)
        close.clicked.connect(self.accept)
        for button in (close, self._copy, change):
            row.addWidget(button)
        inset = QVBoxLayout()
        inset.setContentsMargins(32, 0, 32, 0)
        inset.addWidget(holder)
        outer.addLayout(inset)

    def _fill(self) -> None:
        """Show the lines that the words in the field leave."""
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(32, 0, 32, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 5)
        found = lines_with(self.filter.text(), self._page)
        for heading, lines in found:
            row = grid.rowCount()
            title = labels.heading(heading)
            title.setContentsMargins(0, 14, 0, 2)
            grid.addWidget(title, row, 0, 1, 2)
            for keys, label in lines:
                row += 1
                grid.addWidget(labels.strong(keys), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(labels.body(label), row, 1)
        if not found:
            grid.addWidget(labels.body(_("No key speaks of that. Try another word, or fewer letters.")), 0, 0)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(inside)
        if self.filter.text():
            count = sum(len(lines) for _heading, lines in found)
            told = ngettext("{count} line", "{count} lines", count).format(count=count)
            announce(self.filter, told)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the list while one types, by the keys that the field has no use for."""
        bar = self._area.verticalScrollBar()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        in_list = self._area.hasFocus()
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            bar.triggerAction(step)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and (control or in_list):
            ends = QScrollBar.SliderAction.SliderToMinimum, QScrollBar.SliderAction.SliderToMaximum
            bar.triggerAction(ends[event.key() == Qt.Key.Key_End])
        else:
            super().keyPressEvent(event)

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(as_text(lines_with(self.filter.text(), self._page)))
        rename(self._copy, _("Copied"))
        announce(self._copy, _("Copied"))

    def _change(self) -> None:
        self.accept()
        self.change_asked.emit()
