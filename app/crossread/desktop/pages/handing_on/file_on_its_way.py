"""A file on its way: how far it has come, the way to stop it, and what became of it."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.flow import FlowLayout
from crossread.operations.running import Running

_LOOK_MS = 200  # between two looks at how far it has come


class FileOnItsWay(QWidget):
    """Hidden until there is one. `ended` comes once it is written, stopped or refused."""

    ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.said = labels.strong("", self)
        column.addWidget(self.said)
        held = QWidget(self)
        row = FlowLayout(held, across=8, down=8)
        self.stop = plain(_("Stop"), held)
        self.stop.clicked.connect(self._stop)
        self.show_folder = plain(_("Show the folder"), held)
        self.show_folder.clicked.connect(self._show_folder)
        row.addWidget(self.stop)
        row.addWidget(self.show_folder)
        column.addWidget(held)
        self._running: Running | None = None
        self._folder: Path | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.hide()

    @property
    def is_on_its_way(self) -> bool:
        """Whether a file is being written."""
        return self._running is not None

    def begin(self, running: Running, name: str) -> None:
        """Say that a file is being written."""
        self._running, self._folder = running, None
        self.said.setText(_("Writing {name} …").format(name=name))
        self.stop.show()
        self.show_folder.hide()
        self.show()
        self._timer.start()
        announce(self, self.said.text())

    def end(self, result: Path | Expected) -> None:
        """Say what became of it."""
        self._timer.stop()
        self._running = None
        self.stop.hide()
        if isinstance(result, Expected):
            self.said.setText(result.message)
        else:
            self._folder = result.parent
            self.said.setText(_("Written: {name}").format(name=result.name))
        self.show_folder.setVisible(self._folder is not None)
        self.show()
        announce(self, self.said.text())
        self.ended.emit()

    def _look(self) -> None:
        if self._running is not None and self._running.entries:
            count = self._running.entries
            told = ngettext("{count} entry read …", "{count} entries read …", count)
            self.said.setText(told.format(count=f"{count:,}"))

    def _stop(self) -> None:
        if self._running is not None:
            self._running.stop()
            self.said.setText(_("Stopping …"))

    def _show_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
