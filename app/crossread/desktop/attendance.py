"""Tells the session what is in view and whether somebody is there: for the reading mirror and the minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

from crossread.operations.sessions.presence import InView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from crossread.desktop.window_pages import WindowPages
    from crossread.operations.sessions.presence import Presence

LOOK_MS = 2000  # how often it is looked at what stands in view
PAGES = frozenset({"review", "practice"})  # pages of no pack that one works on
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class Attendance(QObject):
    """Looks every two seconds; signs of life are the keys, the mouse and the wheel that reach the window."""

    def __init__(self, presence: Presence, pages: WindowPages, window: QWidget) -> None:
        super().__init__(window)
        self._presence, self._pages, self._window = presence, pages, window
        self._watched: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)
        pages.turned.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._turned_to)
        self.look()

    def look(self) -> None:
        """See what is in view now."""
        if self._watched is None and self._window.windowHandle() is not None:
            self._watched = self._window.windowHandle()
            self._watched.installEventFilter(self)
        self._presence.in_front(on=self._window.isActiveWindow())
        self._presence.stand(self._in_view())
        self._presence.tick()

    def leave(self) -> None:
        """Let what has come together be written: the window closes."""
        self._presence.leave()

    def _turned_to(self, _window: object) -> None:
        self._presence.in_front(on=self._window.isActiveWindow())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of a sign of life, and let it pass."""
        if event.type() in _SIGNS:
            self._presence.touch()
        return super().eventFilter(watched, event)

    def _in_view(self) -> InView | None:
        pages, page = self._pages.pack_in_view(), self._pages.page()
        if page is None or not self._window.isVisible():
            return None
        if pages is not None:
            pack, stage = pages.opened.pack, pages.stage
            return InView(
                page=page.name,
                pack=pack.id,
                pack_version=pack.version,
                stage=stage.id if stage else "",
                sources=page.sources_in_view(),
            )
        return InView(page=page.name) if page.name in PAGES else None
