"""The window as the walk starts it: with an ear, to be asked what it paints."""

import json
import os
import socket
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from crossread.cli import main
from tests.access.painted import painted

EAR = "CROSSREAD_EAR"  # names the socket in the environment


class Ear(QObject):
    """Tells whoever connects what the window paints, as JSON."""

    def __init__(self, place: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(place))
        self._listening.listen()
        self._notifier = QSocketNotifier(self._listening.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._tell)

    def _tell(self) -> None:
        asking, _address = self._listening.accept()
        with asking:
            asking.sendall(json.dumps([asdict(one) for one in painted()]).encode())


def listening_application() -> QApplication:
    """Make the application with its ear, before the program asks for one."""
    app = QApplication(["crossread"])
    Ear(Path(os.environ[EAR]), app)
    return app


if __name__ == "__main__":
    held = listening_application()
    raise SystemExit(main([]))
