"""Where the window stood, found again: on a screen that is there, at a size that fits."""

from contextlib import suppress

from PySide6.QtCore import QByteArray, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from crossread.base.settings import Settings

FIRST = (1240, 800)  # pixels, the first time
FRAME = 40  # pixels: more than a window manager puts above and below a window, title and border


def restore_geometry(window: QWidget, settings: Settings) -> None:
    """Put the window where it was left; where that is on no screen any more, at a first size."""
    kept = QByteArray.fromBase64(str(settings.place("window").get("geometry", "")).encode())
    if not kept.isEmpty() and window.restoreGeometry(kept) and _is_on_a_screen(window):
        return
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(min(FIRST[0], screen.width()), min(FIRST[1], screen.height() - 2 * FRAME))
    window.move(screen.center() - window.rect().center() - QPoint(0, FRAME // 2))  # the title stands above


def keep_geometry(window: QWidget, settings: Settings) -> None:
    """Remember where the window stands; a disk that refuses is no reason not to close."""
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    with suppress(OSError):
        settings.remember("window", {"geometry": geometry})


def _is_on_a_screen(window: QWidget) -> bool:
    frame = window.frameGeometry()
    return any(screen.availableGeometry().intersects(frame) for screen in QGuiApplication.screens())
