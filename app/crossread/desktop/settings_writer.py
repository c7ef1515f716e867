"""Writing settings a moment after they were changed: first is seen what they change."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from crossread.base.settings import Settings

REST_MS = 400  # without a further change, as of who goes on pressing a key


class SettingsWriter(QObject):
    """Writes the settings of one window once they have rested, and at its end.

    Where the disk refuses, they hold until the window closes.
    """

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.write)
        settings.write_later(self._timer.start)

    def write(self, _why: object = None) -> None:
        """Write what is left at once; the system may be about to end the process."""
        with suppress(OSError):
            self._settings.write()

    def end(self) -> None:
        """Write what is left; from now on everything is written at once."""
        self._timer.stop()
        with suppress(OSError):
            self._settings.write_later(None)
