"""The comparison and the conclusion with two to eight sources of long names, by keys, and exported."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from crossread.desktop.pages.compare.compare_area import CompareArea
from crossread.desktop.pages.compare.figures import FiguresPart
from crossread.desktop.pages.compare.matrix import MatrixPart
from crossread.desktop.pages.compare.origins import OriginsPart
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.silence import SilencePart
from crossread.desktop.pages.compare.when import WhenPart
from crossread.desktop.pages.compare.words_part import WordsPart
from crossread.desktop.theme import theme
from crossread.desktop.widgets.badge import SIDE
from crossread.desktop.widgets.picks import Picks
from tests.desktop.pages.by_keyboard.hands import CTRL, Hands, Key
from tests.desktop.pages.compare.many_sources import CLAIMS, ID, LETTERS, TELLERS, make_pack
from tests.desktop.pages.conftest import Opened
from tests.looks.inspecting import faults_at_rest

COUNTS = (2, 3, 5, 8)
SIZE = (1366, 768)

Part = TypeVar("Part", bound=ComparePart)

pytestmark = [
    pytest.mark.parametrize("count", COUNTS),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),  # menus, without a screen
]


@dataclass
class Comparer(Hands):
    """Hands in the stage that compares, and eyes for what is cut there."""

    @property
    def area(self) -> CompareArea:
        found = self.opened.desk.front.area
        assert found is not None
        return found

    def to_tab(self, name: str) -> None:
        """Go to the tabs by Shift and Tab, and to one of them by the arrows."""
        for _step in range(200):
            if self.area.tabs.isAncestorOf(self.focus()):
                break
            self.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        names = [pick.key for pick in self.area.tabs.picks()]
        self.press(Key.Key_Home)
        for _step in range(names.index(name)):
            self.press(Key.Key_Right)
        assert self.area.part is not None
        assert self.area.part.name == name

    def seen(self) -> list[str]:
        """List what of the window cannot be seen or read as it stands."""
        QApplication.processEvents()
        return faults_at_rest(self.opened.window)

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


@pytest.fixture
def hands(open_window: Callable[..., Opened], library: Path, count: int) -> Comparer:
    """Open the pack with so many sources at the stage that compares, by its key."""
    make_pack(library, count)
    opened = open_window(*SIZE)
    opened.go("", ID)
    found = Comparer(opened)
    found.press(Key.Key_3, CTRL)
    opened.wait(lambda: opened.desk.front.on)
    return found


def test_every_part_is_gone_through_by_keys_and_nothing_of_it_is_cut(hands: Comparer, count: int) -> None:
    for part in (matrix, figures, origins, silence, words, when):
        part(hands, count)


def matrix(hands: Comparer, count: int) -> None:
    """Walk to the last source, open the claim."""
    part = hands.part(MatrixPart)
    assert hands.area.here() == "matrix/light-out/source-a"
    assert hands.seen() == []
    hands.press(Key.Key_End)
    assert hands.area.here() == f"matrix/light-out/source-{LETTERS[count - 1].lower()}"
    hands.press(Key.Key_Space)
    assert hands.seen() == []
    assert len(part.panel.strip.lines) == count
    metrics = QFontMetrics(theme.current().font("strong"))
    words = [word for short, _title in TELLERS[:count] for word in short.split()]
    wide = part.table.cells_wide() - theme.current().scaled(SIDE)
    assert all(metrics.horizontalAdvance(word) < wide for word in words), "a name is broken"


def figures(hands: Comparer, count: int) -> None:
    """See all figures, in each form."""
    hands.to_tab("figures")
    part = hands.part(FiguresPart)
    hands.opened.wait(part.progress.isHidden)
    assert hands.seen() == []
    hands.tab_to(part.skip)
    hands.press(Key.Key_Space)
    for form in ("axis", "time", "table"):
        hands.pick(part.form, form)
        assert hands.seen() == [], form
    card = next(one for one in part.cards if one.quantity.id == "hours-out")
    assert card.table.rowCount() == count


def origins(hands: Comparer, count: int) -> None:
    """Count the witnesses, see the picture, and open a link of it."""
    hands.to_tab("origins")
    part = hands.part(OriginsPart)
    hands.tab_until(part.work.numbers.isAncestorOf)
    hands.press(Key.Key_Space)
    assert hands.seen() == []
    assert part.work.links.count() == count - 1
    hands.tab_to(part.work.links)
    hands.press(Key.Key_Return)
    assert part.work.card.isVisible()
    assert hands.seen() == []


def silence(hands: Comparer, count: int) -> None:
    """Say why the last source is silent."""
    hands.to_tab("silence")
    part = hands.part(SilencePart)
    hands.pick(part.sources, f"source-{LETTERS[count - 1].lower()}")
    hands.tab_to(part.lines.view)
    hands.press(Key.Key_Return)
    hands.digit(1)
    assert hands.seen() == []
    assert part.work.author.isVisible()


def words(hands: Comparer, count: int) -> None:
    """Go through the three lists."""
    hands.to_tab("words")
    part = hands.part(WordsPart)
    for name in ("loaded", "hedging", "named"):
        hands.pick(part.lists, name)
        assert part.table.columnCount() == count + (name == "named")
        assert hands.seen() == [], name


def when(hands: Comparer, count: int) -> None:
    """Go to the first of the dates."""
    hands.to_tab("when")
    part = hands.part(WhenPart)
    assert len(part.sources) == count
    hands.tab_to(part.slider)
    hands.press(Key.Key_Home)
    assert hands.seen() == []


def test_the_conclusion_is_written_beside_them_and_exported(
    hands: Comparer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.press(Key.Key_4, CTRL)
    hands.opened.wait(lambda: hands.opened.desk.side.name == "conclude")
    hands.tab_until(lambda focus: focus.accessibleName() == "What do you conclude?")
    hands.type("The light was out, and nobody says why.")
    hands.tab_until(lambda focus: focus.accessibleName() == "Add a reason")
    hands.press(Key.Key_Space)
    hands.type("All of them say so.")
    assert hands.seen() == []
    path = tmp_path / "paper.md"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    hands.export(1, path)
    assert "nobody says why" in path.read_text("utf-8")


def test_the_matrix_is_exported_with_all_of_them(
    hands: Comparer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    for down, form in enumerate(("csv", "html", "png")):
        path = tmp_path / f"matrix.{form}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given, path=path: (str(path), ""))
        hands.export(down, path)
        if form != "png":
            written = path.read_text("utf-8")
            assert all(short in written for short, _title in TELLERS[:count]), form
    image = QImage(str(tmp_path / "matrix.png"))
    assert image.width() >= 100 * count
    assert image.height() >= 60 * len(CLAIMS)
