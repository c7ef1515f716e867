"""A window that answers, highlights, notes and compares by its keys, and tells what it shows as saved.

Prints the ids of entries, one line each time the window says "saved". Ends only by being killed.
"""

import os
import sys
from random import Random

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from crossread.base.clock import SystemClock
from crossread.base.folders import data_folders
from crossread.base.settings import Settings
from crossread.desktop import start
from crossread.desktop.pages.compare.matrix import MatrixPart
from crossread.desktop.pages.compare.matrix_table import MatrixTable
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.window import MainWindow
from crossread.operations.changed import Changed

STAGE_KEY = "3"  # the first stage with questions
EVERY_MS = 12
WALKS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left)


class Answering(QObject):
    """Gives an answer or a flag, goes on to the next question, and begins anew after the last one.

    Now and then it highlights a sentence, writes a note on one, or fills the claim matrix.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._chance = Random(os.getpid())  # other answers than the last time
        self._told: set[str] = set()
        self._window: MainWindow | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.turn)
        self._timer.start(EVERY_MS)

    def turn(self) -> None:
        """Do the next thing."""
        window = next((one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)), None)
        if window is None:
            return
        if self._window is None:
            self._window = window
            window._around.session.listen(self.changed)
        pages = window.pages.currentWidget()
        if not isinstance(pages, PackPages):
            return
        if not isinstance(pages.page, Desk):
            QTest.keySequence(window, f"Ctrl+{STAGE_KEY}")
            return
        if self._chance.randrange(6) > 1:
            self._answer(pages.page)
        elif self._chance.randrange(2):
            self._note(pages.page)
        else:
            self._compare(pages.page)

    def _note(self, desk: Desk) -> None:
        desk.panes.focus(self._chance.randrange(2))
        view = desk.panes.in_hand.view
        cursor = view.textCursor()
        cursor.setPosition(self._chance.randrange(max(1, view.document().characterCount() - 1)))
        view.setTextCursor(cursor)
        if self._chance.randrange(3):
            QTest.keySequence(view, f"Alt+{self._chance.randrange(1, 5)}")
            return
        QTest.keySequence(view, "Ctrl+M")
        writing = QApplication.focusWidget()
        if writing is not None and writing is not view:
            QTest.keyClicks(writing, f"thought {self._chance.randrange(100)}")
            QTest.keyClick(writing, Qt.Key.Key_Escape)
        desk.show_companion("questions", focus=False)

    def _compare(self, desk: Desk) -> None:
        desk.panes.focus(0)
        QTest.keySequence(desk, "Ctrl+E")
        table = QApplication.focusWidget()
        if not isinstance(table, MatrixTable):
            return
        for _cell in range(2):
            QTest.keyClick(table, self._chance.choice(WALKS))
            QTest.keyClicks(table, str(self._chance.randrange(1, 6)))
        if self._chance.randrange(2):
            QTest.keyClick(table, Qt.Key.Key_Space)
            part = desk.front.area.part if desk.front.area else None
            if isinstance(part, MatrixPart):
                part.panel.strip.relation.choose(self._chance.choice(("agree", "differ", "contradict")))
        QTest.keySequence(desk, "Ctrl+E")

    def _answer(self, desk: Desk) -> None:
        focus = QApplication.focusWidget() or desk
        question = desk.column.question
        if question is None or question.kind == "evidence":
            desk.column.navigator.chosen.emit(self._chance.randrange(3))
        elif isinstance(focus, QLineEdit):
            QTest.keyClicks(focus, str(self._chance.randrange(10)))
            QTest.keySequence(focus, "Ctrl+Return")
        elif not self._chance.randrange(3):
            QTest.keySequence(focus, "L")  # flagged for later, or no more
        else:
            QTest.keyClicks(focus, str(self._chance.randrange(1, 4)))
            QTest.keySequence(focus, "Ctrl+Return")

    def changed(self, changed: Changed) -> None:
        """Tell what the window now shows as saved."""
        window = self._window
        if window is None or "status" not in changed.what or window.bar.status.text() != "✓ saved":
            return
        saved = {entry.id for entry in window._around.session.entries}
        new = saved - self._told
        if new:
            self._told |= new
            sys.stdout.write(" ".join(sorted(new)) + "\n")
            sys.stdout.flush()


def main() -> int:
    """Run the window as the program does."""
    answering = Answering(start.application())
    folders = data_folders()
    status = start.run(folders, Settings(folders.settings), SystemClock(), "two-accounts")
    del answering
    return status


if __name__ == "__main__":
    raise SystemExit(main())
