"""The page after a bug: what happened, what is safe, and a report that the user may pass on."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crossread.base.files import write_atomically
from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain, primary
from crossread.desktop.widgets.frames.flow import FlowLayout

DETAILS = 140  # pixels of the report at least, at the default text size


class CrashPage(QWidget):
    """A window of its own, so that whatever broke in the other one cannot break it.

    `kept`: the report lies with the data. `sentence` is what an expected error says. `over`: there is no
    other window to go on with.
    """

    closed = Signal()

    def __init__(self, report: str, *, kept: bool, sentence: str = "", over: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Crossread met a mistake of its own"))
        self._report = report
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(32, 28, 32, 12)
        column.setSpacing(12)
        column.addWidget(labels.title(_("Something went wrong, and it was not you.")))
        if sentence:
            column.addWidget(labels.body(sentence))
        column.addWidget(labels.body(_what_now(over=over)))
        column.addWidget(
            labels.body(
                _(
                    "Below is what happened, for whoever mends it. It names no folder of yours and none of "
                    "your answers. Nothing is sent: copy it, or save it and pass it on."
                )
            )
        )
        self._details = QPlainTextEdit(report, self)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(_("Details of what went wrong"))
        self._details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        column.addWidget(self._details, 1)
        self._told = labels.quiet(
            _("A copy of the report was kept with your data, under crashes.")
            if kept
            else _("The report could not be kept: the disk refused it.")
        )
        column.addWidget(self._told)
        area = QScrollArea(self)  # in a small window with large text all of it can be scrolled to
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        self._details.setMinimumHeight(theme.current().scaled(DETAILS))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        buttons = QWidget(self)
        row = FlowLayout(buttons)
        copy, save, close = plain(_("Copy details")), plain(_("Save report…")), primary(_("Close this page"))
        copy.clicked.connect(self.copy)
        save.clicked.connect(self._ask_where)
        close.clicked.connect(self.close)
        for button in (close, copy, save):
            row.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(32, 12, 32, 24)
        foot.addWidget(buttons)
        whole.addLayout(foot)
        self.resize(720, 560)
        close.setFocus()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
        self._told.setText(_("Copied."))

    def _ask_where(self) -> None:
        where, _kind = QFileDialog.getSaveFileName(self, _("Save report"), "crossread-report.txt")
        if where:
            self.save(Path(where))

    def save(self, where: Path) -> None:
        """Write the report to a file."""
        self._told.setText(_("The report could not be saved there. Choose another place."))
        with suppress(OSError):
            write_atomically(where, self._report.encode())
            self._told.setText(_("Saved."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus by Enter, and close by Esc, as in other windows."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the page is gone."""
        self.closed.emit()
        super().closeEvent(event)


def _what_now(*, over: bool) -> str:
    if over:
        return _(
            "Every answer that was shown as saved is safe, on this machine. The window cannot be shown. "
            "Start Crossread again; if this page comes back, pass the report on."
        )
    return _(
        "Every answer that was shown as saved is safe, on this machine. You can close this page "
        "and go on; if the window behaves oddly, close it and open it again."
    )
