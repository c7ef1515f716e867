"""Looks now and then whether what was typed is still on its way: nobody is to think that it is saved."""

from PySide6.QtCore import QObject, QTimer

from crossread.operations.sessions.session import Session

LOOK_MS = 1000


class SavingWatch(QObject):
    """Looks every second. A disk that hangs tells nothing by itself."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        timer = QTimer(self)
        timer.timeout.connect(session.look_at_saving)
        timer.start(LOOK_MS)
