"""The focus is never left on what was put out of sight: whoever types would type into nothing they see.

Qt moves it on itself where a part of the active window is hidden. It does not where the window is not the
active one just then, as behind a dialog that closes, nor where it comes back to a part hidden meanwhile.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from crossread.desktop.tab_order import go_round


class SeenFocus(QObject):
    """Looks after each turn of a window where its focus is; what is out of sight it leaves, along `way`."""

    def __init__(self, window: QWidget, way: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(window)
        self._window, self._way = window, way
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._changed)
        window.installEventFilter(self)

    def look_soon(self) -> None:
        """Look once what is going on now is done: whoever turns a page puts the focus where it belongs."""
        self._later.start()

    def look(self) -> None:
        """Move the focus on where it is on something that was hidden."""
        focus = self._window.focusWidget()
        if focus is not None and self._window.isVisible() and is_put_away(focus):
            go_round(self._way(), self._window, following=True)

    def _changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.look_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window becomes the active one, and when it is that no more."""
        if watched is self._window and event.type() in (
            QEvent.Type.WindowActivate,
            QEvent.Type.WindowDeactivate,
        ):
            self.look_soon()
        return False


def is_put_away(widget: QWidget) -> bool:
    """Tell whether a widget, or what it stands in, was hidden; not where it is only not shown yet."""
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        if at.isHidden() and at.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        at = at.parentWidget()
    return False
