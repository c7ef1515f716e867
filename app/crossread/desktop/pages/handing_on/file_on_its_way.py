"""A file on its way: how far it has come, the way to stop it, and what became of it."""

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.desktop.pages.save_as import written_words
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.centred_column import BESIDE
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.painting.sides import set_margins
from crossread.operations.handing_on.running import Running

_LOOK_MS = 200  # between two looks at how far it has come


class FileOnItsWay(QWidget):
    """A card across the foot of a page, hidden until there is a file; what is above stays where it is.

    `widest` is as in `CentredColumn`. `ended` comes once the file is written, stopped or refused.
    """

    ended = Signal()

    def __init__(self, widest: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._widest = widest
        self._row = row = QHBoxLayout(self)
        self._card = CardFrame(self, padding=16)
        row.addStretch(1)
        row.addWidget(self._card, 1000)
        row.addStretch(1)
        self._fill(self._card.body)
        self._running: Running | None = None
        self._folder: Path | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.fit(0)
        self.hide()

    def _fill(self, column: QVBoxLayout) -> None:
        self.said = labels.strong("", self._card)
        self.more = labels.body("", self._card)
        column.addWidget(self.said)
        column.addWidget(self.more)
        held = QWidget(self._card)
        row = FlowLayout(held, across=8, down=8)
        self.stop = plain(_("Stop"), held)
        self.stop.clicked.connect(self._stop)
        self.show_folder = plain(_("Show in folder"), held)
        self.show_folder.clicked.connect(self._show_folder)
        self.close_button = plain(_("Close"), held)
        for button in (self.stop, self.show_folder, self.close_button):
            row.addWidget(button)
        column.addWidget(held)

    def fit(self, bar: int) -> None:
        """Take up another text size; `bar` is the width of the scroll bar above, in pixels."""
        set_margins(self._row, BESIDE, 8, BESIDE + bar, 16)
        self._card.setMaximumWidth(theme.current().scaled(self._widest))

    @property
    def is_on_its_way(self) -> bool:
        """Whether a file is being written."""
        return self._running is not None

    def begin(self, running: Running, name: str) -> None:
        """Say that a file is being written."""
        self._running, self._folder = running, None
        self.said.setText(_("Writing {name} …").format(name=name))
        self.more.hide()
        self.stop.show()
        self.show_folder.hide()
        self.close_button.hide()
        self._card.set_look("plain")
        self.show()
        self._timer.start()
        announce(self, self.said.text())

    def end(self, result: Path | Expected) -> None:
        """Say what became of it, and whose record was read how."""
        self._timer.stop()
        told, left_out = self._running.told() if self._running else [], False
        if isinstance(result, Expected):
            self.said.setText(result.message)
            told = []
        else:
            self._folder = result.parent
            self.said.setText(written_words(result))
            left_out = bool(self._running and self._running.left_out)
        self._running = None
        self.more.setText("\n".join(told))
        self.more.setVisible(bool(told))
        self._card.set_look("partly" if left_out or self._folder is None else "plain")
        self.stop.hide()
        self.show_folder.setVisible(self._folder is not None)
        self.close_button.show()
        self.show()
        announce(self, " ".join([self.said.text(), *told]))
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
