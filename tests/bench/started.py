"""What `starting` starts: a window that says when it is drawn, and goes when its input ends.

Begins to count nothing itself: the one who started the process holds the watch.
"""

import sys

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser


class Drawn(QObject):
    """Says "drawn" once a widget of a certain class has been painted and the painting is done."""

    def __init__(self, widget_class: str, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._class = widget_class
        self._seen = False
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._input.activated.connect(app.closeAllWindows)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint; the words come after it."""
        if not self._seen and event.type() == QEvent.Type.Paint and type(watched).__name__ == self._class:
            self._seen = True
            QTimer.singleShot(0, self._say)
        return False

    def _say(self) -> None:
        self._app.removeEventFilter(self)
        sys.stdout.write("drawn\n")
        sys.stdout.flush()


def bare() -> int:
    """Show a window with one text view."""
    app = QApplication(sys.argv[:1])
    drawn = Drawn("QWidget", app)
    window = QMainWindow()
    view = QTextBrowser(window)
    view.setPlainText("Several accounts of one event. " * 100)
    window.setCentralWidget(view)
    window.resize(1240, 800)
    window.show()
    del drawn
    return app.exec()


def crossread() -> int:
    """Show the library, by way of the command line."""
    from crossread.cli import main

    drawn = Drawn("PackCard", QApplication(sys.argv[:1]))
    status = main([])
    del drawn
    return status


if __name__ == "__main__":
    raise SystemExit(bare() if sys.argv[1] == "bare" else crossread())
