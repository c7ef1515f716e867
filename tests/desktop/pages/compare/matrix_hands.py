"""The claim matrix in the hands of a test: its part in view, and keys pressed where the focus is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crossread.desktop.pages.compare.matrix.matrix import MatrixPart
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.widgets import announce
from crossread.inquiry.state import InquiryState
from crossread.progress.claim_matrix import CellHere
from crossread.texts.text import Range
from tests.desktop.pages.conftest import EVERY, Opened

Key, Mod = Qt.Key, Qt.KeyboardModifier
SOURCES = ("log", "packet", "diary", "lorne")
SILENT = "packet"  # on the wind


@dataclass
class Matrix:
    """The part of the comparison in the pack of every kind, at a stage that asks nothing of claims."""

    opened: Opened

    @property
    def desk(self) -> Desk:
        return self.opened.desk

    @property
    def part(self) -> MatrixPart:
        area = self.desk.front.area
        assert area is not None
        part = area.part
        assert isinstance(part, MatrixPart)
        return part

    @property
    def state(self) -> InquiryState:
        return self.opened.session.state(EVERY)

    def turn(self) -> None:
        self.opened.press(Key.Key_E, Mod.ControlModifier)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.opened.press(key)

    def go(self, claim: str, source: str) -> None:
        """Walk to a cell by the arrow keys."""
        self.part.table.setFocus()
        claims = [row.claim for row in self.part.table.cells.rows]
        QTest.keyClick(self.part.table, Key.Key_Home, Mod.ControlModifier)
        self.press(*[Key.Key_Down] * claims.index(claim), *[Key.Key_Right] * SOURCES.index(source))
        assert self.part.table.at() == (claim, source)

    def cell(self, claim: str, source: str) -> CellHere:
        self.part.matrix.set_state(self.state, self.desk.opened.held(self.state))
        found = next(one for one in self.part.matrix.claims if one.id == claim)
        return self.part.matrix.cell(found, source)

    def stances(self, claim: str, source: str) -> list[str]:
        cell = self.state.cells.get((claim, source))
        return [one.stance for one in cell.statements] if cell else []

    def could(self, claim: str, source: str) -> str:
        return self.state.cells[claim, source].could

    def in_front(self) -> bool:
        """Tell whether the comparison is in view, and not the texts."""
        return self.desk.front.on

    def waits(self) -> bool:
        """Tell whether a cell waits for words from the texts."""
        return self.desk.cells.waits

    def quotes(self, claim: str, source: str) -> list[str]:
        cell = self.state.cells.get((claim, source))
        return [one.selection.quote for one in cell.statements if one.selection] if cell else []

    def name(self, claim: str, source: str) -> str:
        """Return what a screen reader hears of a cell."""
        table = self.part.table
        index = table.cells.index_of(claim, source)
        return str(table.model().data(index, Qt.ItemDataRole.AccessibleTextRole))

    def select(self, source: str, words: str) -> None:
        """Select words of a source that is in a pane."""
        pane = next(one for one in self.desk.panes.panes if one.source_id == source)
        self.desk.panes.focus(pane.number)
        start = pane.text.shown.index(words)
        pane.view.select(Range(start, start + len(words)))

    def fill_wind(self) -> None:
        """Fill the row on the wind as its authors have it, but for the words in A."""
        for source in SOURCES:
            self.go("wind", source)
            self.press(Key.Key_5 if source == SILENT else Key.Key_1)


def heard(said: list[str]) -> Callable[[], None]:
    """Have what is announced put into a list; returns what ends it."""
    return announce.listen(said.append)
