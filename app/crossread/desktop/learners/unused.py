"""Whether anybody uses the window: keys and the mouse, and how long there was none of either."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

WARNING_S = 30  # before the end

_USE = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    )
)


class Unused(QObject):
    """`soon` comes a moment before the time is up, `over` when it is; any use begins it anew.

    `renewed`: somebody used the window after `soon` had come.
    """

    soon = Signal()
    over = Signal()
    renewed = Signal()

    def __init__(self, seconds: float, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._told = False  # whether it was said that the time is nearly up
        self._whole_ms = round(seconds * 1000)
        self._warned_ms = round(max(0.0, seconds - WARNING_S) * 1000)
        self._warning, self._end = QTimer(self), QTimer(self)
        self._warning.setSingleShot(True)
        self._end.setSingleShot(True)
        self._begin_anew()
        self._warning.timeout.connect(self._is_soon)
        self._end.timeout.connect(self._is_over)
        handle = window.windowHandle()
        if handle is not None:  # what the system tells the window of, before it is shared out within
            handle.installEventFilter(self)

    def _is_soon(self) -> None:
        self._told = True
        self.soon.emit()

    def _is_over(self) -> None:
        self._told = False
        self._begin_anew()  # where the window cannot close, it is tried again
        self.over.emit()

    def _begin_anew(self) -> None:
        if self._told:
            self._told = False
            self.renewed.emit()
        self._warning.start(self._warned_ms)
        self._end.start(self._whole_ms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See each key and each move of the mouse; keep none of them."""
        if event.type() in _USE:
            self._begin_anew()
        return super().eventFilter(watched, event)
