"""A window that answers, highlights, notes and compares by its keys, and tells what it shows as saved.

Prints the ids of entries, one line each time the window says "saved". Ends only by being killed.
"""

import os
import sys
from datetime import UTC, datetime
from random import Random

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from crossread.base.clock import SystemClock
from crossread.base.folders import data_folders
from crossread.base.settings import Settings
from crossread.desktop import start
from crossread.desktop.application import application
from crossread.desktop.pages.compare.matrix.matrix import MatrixPart
from crossread.desktop.pages.compare.matrix.table import MatrixTable
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.pack_pages import PackPages
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.desktop.window import MainWindow
from crossread.operations.sessions.changed import Changed
from tests.entries_at_hand import entries_at_hand

STAGE_KEY = "3"  # the first stage with questions
EVERY_MS = 12

# The kinds of entry that the deeds make, in the order of the deeds.
MADE = (
    "answered",
    "flagged",
    "highlight-set",
    "note-set",
    "cell-set",
    "cells-checked",
    "judgement-set",
    "conclusion-set",
)
BEGUN = "begun"  # told once an entry of the kind that was asked for is shown as saved
WALKS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left)


class Answering(QObject):
    """Makes an entry of the kind in CROSSREAD_FIRST, and then does whatever chance tells it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._chance = Random(os.getpid())  # other answers than the last time
        self._wanted = os.environ["CROSSREAD_FIRST"]
        self._begun = False
        self._since = datetime.now(UTC)
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
        deeds = (
            self._answer,
            self._flag,
            self._highlight,
            self._note,
            self._fill,
            self._check,
            self._judge,
            self._conclude,
        )
        at = self._chance.randrange(len(deeds)) if self._begun else MADE.index(self._wanted)
        deeds[at](pages.page)

    def _highlight(self, desk: Desk) -> None:
        QTest.keySequence(self._somewhere(desk), f"Alt+{self._chance.randrange(1, 5)}")

    def _note(self, desk: Desk) -> None:
        view = self._somewhere(desk)
        QTest.keySequence(view, "Ctrl+M")
        writing = QApplication.focusWidget()
        if writing is not None and writing is not view:
            QTest.keyClicks(writing, f"thought {self._chance.randrange(100)}")
            QTest.keyClick(writing, Qt.Key.Key_Escape)
        desk.show_companion("questions", focus=False)

    def _somewhere(self, desk: Desk) -> ReadingView:
        """Put the caret somewhere in a text."""
        desk.panes.focus(self._chance.randrange(2))
        view = desk.panes.in_hand.view
        cursor = view.textCursor()
        cursor.setPosition(self._chance.randrange(max(1, view.document().characterCount() - 1)))
        view.setTextCursor(cursor)
        return view

    def _fill(self, desk: Desk) -> None:
        table = self._table(desk)
        if table is not None:
            QTest.keyClicks(table, str(self._chance.randrange(1, 6)))
            QTest.keySequence(desk, "Ctrl+E")

    def _check(self, desk: Desk) -> None:
        table = self._table(desk)
        if table is not None:
            QTest.keyClicks(table, str(self._chance.randrange(1, 6)))
            QTest.keyClicks(table, "x")
            QTest.keySequence(desk, "Ctrl+E")

    def _judge(self, desk: Desk) -> None:
        table = self._table(desk)
        if table is not None:
            QTest.keyClick(table, Qt.Key.Key_Space)
            part = desk.front.area.part if desk.front.area else None
            if isinstance(part, MatrixPart):
                part.panel.strip.relation.choose(self._chance.choice(("agree", "differ", "contradict")))
            QTest.keySequence(desk, "Ctrl+E")

    def _table(self, desk: Desk) -> MatrixTable | None:
        """Turn to the matrix and go on by a cell; None where something else has the focus."""
        desk.panes.focus(0)
        QTest.keySequence(desk, "Ctrl+E")
        table = QApplication.focusWidget()
        if not isinstance(table, MatrixTable):
            return None
        QTest.keyClick(table, self._chance.choice(WALKS))
        return table

    def _conclude(self, desk: Desk) -> None:
        QTest.keySequence(desk, "Ctrl+Shift+R")
        writing = QApplication.focusWidget()
        if isinstance(writing, QPlainTextEdit):
            QTest.keyClicks(writing, f"so {self._chance.randrange(100)}")
            QTest.keyClick(writing, Qt.Key.Key_Escape)
        desk.panes.focus(self._chance.randrange(2))
        QTest.keySequence(desk.panes.in_hand.view, "Ctrl+R")
        desk.show_companion("questions", focus=False)

    def _flag(self, desk: Desk) -> None:
        desk.panes.focus(0)  # a field would take the letter
        QTest.keySequence(desk, "L")  # flagged for later, or no more

    def _answer(self, desk: Desk) -> None:
        focus = QApplication.focusWidget() or desk
        question = desk.column.question
        if question is None or question.kind == "evidence":
            desk.column.navigator.chosen.emit(self._chance.randrange(3))
        elif isinstance(focus, QLineEdit):
            QTest.keyClicks(focus, str(self._chance.randrange(10)))
            QTest.keySequence(focus, "Ctrl+Return")
        else:
            QTest.keyClicks(focus, str(self._chance.randrange(1, 4)))
            QTest.keySequence(focus, "Ctrl+Return")

    def changed(self, changed: Changed) -> None:
        """Tell what the window now shows as saved."""
        window = self._window
        if window is None or "status" not in changed.what or window.bar.status.text() != "✓ saved":
            return
        entries = entries_at_hand(window._around.session)
        saved = {entry.id: entry.kind for entry in entries if entry.at >= self._since}
        new = saved.keys() - self._told
        if new:
            self._told |= new
            sys.stdout.write(" ".join(sorted(new)) + "\n")
        if not self._begun and self._wanted in {saved[one] for one in new}:
            self._begun = True
            sys.stdout.write(f"{BEGUN}\n")
        sys.stdout.flush()


def main() -> int:
    """Run the window as the program does."""
    answering = Answering(application())
    folders = data_folders()
    status = start.run(folders, Settings(folders.settings), SystemClock(), "two-accounts")
    del answering
    return status


if __name__ == "__main__":
    raise SystemExit(main())
