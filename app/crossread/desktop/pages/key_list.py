"""The list of keys, made from their declaration."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.keys import ACTIONS, PAGES, USED_ON, WHERE_LABELS, Action, Where
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import primary

# Actions that differ by a number or a letter only, shown as one line.
_RUNS = {"stage-1": "Ctrl+1 … 9", "option-1": "1 … 9", "source-A": "A … H", "beside-A": "Alt+A … H"}


def key_lines(page: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """List every action by where it holds: (heading, [(keys, what they do)]); those of a page come first."""
    lines: list[tuple[str, list[tuple[str, str]]]] = []

    def away(where: Where) -> tuple[bool, int]:
        pages = PAGES[USED_ON.get(where, where)]
        return (page not in pages, len(pages)) if page else (False, 0)

    for where in sorted(WHERE_LABELS, key=away):
        heading = WHERE_LABELS[where]
        actions = [action for action in ACTIONS if action.where == where and not _repeats(action)]
        if actions:
            lines.append((_(heading), [(_keys(action), _(action.label)) for action in actions]))
    return lines


def _repeats(action: Action) -> bool:
    stem, dash, last = action.id.rpartition("-")
    if not dash or action.id in _RUNS:
        return False
    return f"{stem}-1" in _RUNS or (f"{stem}-A" in _RUNS and len(last) == 1)


def _keys(action: Action) -> str:
    if action.id in _RUNS:
        return _RUNS[action.id]
    native = QKeySequence.SequenceFormat.NativeText
    keys = ", ".join(QKeySequence(key).toString(native) for key in action.keys)
    return keys.replace("Return", _("Enter"))  # what is printed on the key


class KeyList(QDialog):
    """The keys of the window, one section for each place they hold in; those of the `page` come first."""

    def __init__(self, single_keys: bool, parent: QWidget, page: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 16)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(_("List of keys"))
        inside = QWidget(area)
        grid = QGridLayout(inside)
        grid.setContentsMargins(32, 24, 32, 16)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        told = (
            _("Keys without Ctrl or Alt act only outside text fields. The Aa menu switches them off.")
            if single_keys
            else _("Keys without Ctrl or Alt are switched off. The Aa menu switches them on.")
        )
        grid.addWidget(labels.quiet(told), 0, 0, 1, 2)
        for heading, lines in key_lines(page):
            row = grid.rowCount()
            title = labels.heading(heading)
            title.setContentsMargins(0, 14, 0, 2)
            grid.addWidget(title, row, 0, 1, 2)
            for keys, label in lines:
                row += 1
                grid.addWidget(labels.strong(keys), row, 0)
                grid.addWidget(labels.body(label), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area.setWidget(inside)
        outer.addWidget(area, 1)
        close = primary(_("Close"))
        close.clicked.connect(self.accept)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        self.resize(620, 640)
