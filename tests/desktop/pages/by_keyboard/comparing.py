"""Hands that compare by keys alone: from tab to tab, through groups and menus, to an export."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from crossread.desktop.pages.compare.compare_area import CompareArea
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.widgets.picking.picks import Picks
from tests.desktop.pages.by_keyboard.hands import Hands, Key

Part = TypeVar("Part", bound=ComparePart)
MOST = 200  # stops of Tab


class Comparer(Hands):
    """Hands on a window with the comparison in view."""

    @property
    def area(self) -> CompareArea:
        found = self.opened.desk.front.area
        assert found is not None
        return found

    def to_tab(self, name: str) -> None:
        """Go to the tabs by Shift and Tab, and to one of them by the arrows."""
        for _step in range(MOST):
            if self.area.tabs.isAncestorOf(self.focus()):
                break
            self.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        names = [pick.key for pick in self.area.tabs.picks()]
        self.press(Key.Key_Home)
        for _step in range(names.index(name)):
            self.press(Key.Key_Right)
        assert self.area.part is not None
        assert self.area.part.name == name

    def part(self, kind: type[Part]) -> Part:
        """Return the part in view."""
        found = self.area.part
        assert isinstance(found, kind)
        return found

    def pick(self, picks: Picks, key: str) -> None:
        """Go to a group by Tab, and to one of it by the arrows."""
        self.tab_until(picks.isAncestorOf)
        while picks.value() != key:
            self.press(Key.Key_Right)

    def export(self, lines_down: int, path: Path) -> None:
        """Press the button of exports, and pick a line of its menu; the file is there then."""
        self.tab_until(lambda focus: focus.accessibleName().startswith("Export"))
        self.press(Key.Key_Space)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _step in range(lines_down):
            QTest.keyClick(menu, Key.Key_Down)
        QTest.keyClick(menu, Key.Key_Return)
        self.opened.wait(path.exists)
