"""What `stepping` starts: the window on the pack of every kind, which goes through all its questions.

Tells, as JSON, how long each step took in ms: from the wish to go on to the question drawn.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from crossread.desktop.application import application
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.pack_pages import PackPages
from tests.screens.learner import EVERY, every_kind
from tests.screens.stage import Stage

ROUNDS = 5
SIZE = (1366, 768)


class _Painted(QObject):
    """Tells whether anything of a widget was painted."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.count = 0
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def _desk(stage: Stage) -> Desk:
    pages = stage.window.pages.currentWidget()
    if not isinstance(pages, PackPages) or not isinstance(pages.page, Desk):
        raise TypeError("this is not the desk")
    return pages.page


def _step(stage: Stage, painted: _Painted, number: int) -> float:
    painted.count = 0
    began = time.perf_counter()
    _desk(stage).column.go(number)
    while not painted.count:
        QApplication.processEvents()
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def main() -> int:
    """Go through every stage, several times; the first time is a way to warm up."""
    painted = _Painted(application())
    steps: list[tuple[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), "paper", SIZE)
        every_kind(stage.session, stage.until)
        stage.go("overview", pack=EVERY)
        pages = stage.window.pages.currentWidget()
        read = (
            [one.id for one in pages.opened.pack.stages if one.kind == "read"]
            if isinstance(pages, PackPages)
            else []
        )
        for number in range(ROUNDS + 1):
            for name in read:
                stage.go("stage", name, EVERY)
                questions = _desk(stage).column.answering.questions
                for at, question in enumerate(questions):
                    taken = _step(stage, painted, at)
                    if number:
                        steps.append((question.kind, taken))
        stage.close()
    sys.stdout.write(json.dumps(steps) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
