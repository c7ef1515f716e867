"""What `opening` starts: the window, which opens one pack twice and tells how long each took, in ms.

The first time there is no compiled copy; before the second one the window goes back to the library and
puts the pack away. A desk is readable when the text of each of its two panes has been painted.
"""

import shutil
import sys
import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from crossread.base.clock import SystemClock
from crossread.base.folders import data_folders
from crossread.base.settings import Settings
from crossread.desktop import start
from crossread.desktop.application import application
from crossread.desktop.place import Place
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.desktop.window import MainWindow
from tests.bench.painting import tell_of_painting

PACK, STAGE = "khojaly-1992", "read-toll"
SIZE = (1366, 768)  # on a screen of Qt's own the window would be too narrow for two panes
PANES = 2
REST_MS = 1500  # until the window has loaded what it loads in its pauses


class Opening(QObject):
    """Opens the pack and waits for both panes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._began = 0.0
        self._painted: set[QWidget] = set()
        self._times: list[float] = []
        tell_of_painting(ReadingView, self._note)
        QTimer.singleShot(REST_MS, self._widen)

    def _widen(self) -> None:
        self._window().resize(*SIZE)
        QTimer.singleShot(REST_MS, self.open)

    def open(self) -> None:
        """Go to the desk."""
        if not self._times:
            shutil.rmtree(data_folders().cache, ignore_errors=True)
        self._began = time.perf_counter()
        self._window().go(Place("stage", PACK, STAGE))

    def _window(self) -> MainWindow:
        return next(one for one in self._app.topLevelWidgets() if isinstance(one, MainWindow))

    def _note(self, view: QWidget) -> None:
        """Count the panes that are painted."""
        if self._began and view not in self._painted:
            self._painted.add(view)
            if len(self._painted) == PANES:
                QTimer.singleShot(0, self._done)

    def _done(self) -> None:
        self._times.append((time.perf_counter() - self._began) * 1000)
        self._began = 0.0
        self._painted.clear()
        if len(self._times) == 2:
            sys.stdout.write(f"{self._times[0]} {self._times[1]}\n")
            self._app.closeAllWindows()
            return
        self._window().go_home()
        self._window().put_pack_away()
        QTimer.singleShot(REST_MS, self.open)


def main() -> int:
    """Run the window as the program does."""
    opening = Opening(application())
    folders = data_folders()
    status = start.run(folders, Settings(folders.settings), SystemClock())
    del opening
    return status


if __name__ == "__main__":
    raise SystemExit(main())
