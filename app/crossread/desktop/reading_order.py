"""The order in which a screen reader finds what stands in a window: that of the layouts, as for Tab.

Qt tells widgets in the order in which they were made; a heading that was made last would be read last.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from crossread.desktop.tab_order import as_laid_out
from crossread.desktop.widgets.announce import listen

AFTER_MS = 120  # once what was done has been shown; nobody has read on by then


class ReadingOrder(QObject):
    """Puts all windows in order whenever something has changed, as long as a screen reader listens."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self._put)
        window.destroyed.connect(listen(self._said))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def ask(self) -> None:
        """Say that something has changed."""
        if QAccessible.isActive() and not self._later.isActive():
            self._later.start()

    def _said(self, _sentence: str) -> None:
        self.ask()

    def _focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.ask()

    def _put(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                put_in_order(window)


def put_in_order(widget: QWidget) -> None:
    """Have what can be seen in a widget be told in the order of its layouts.

    What is not laid out, because it lies over the rest, stays above it, and the borders of a splitter do.
    """
    inside = [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]
    wanted = as_laid_out(widget)
    if isinstance(widget, QSplitter):
        parts = [widget.widget(place) for place in range(widget.count())]
        wanted = [*(one for one in wanted if one in parts), *(one for one in wanted if one not in parts)]
    same = next(
        (at for at, (one, two) in enumerate(zip(inside, wanted, strict=True)) if one is not two), None
    )
    for one in wanted[same:] if same is not None else ():
        one.raise_()
    for one in wanted:
        if one.isVisible():
            put_in_order(one)
