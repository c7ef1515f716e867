"""The comparison and the conclusion with two to eight sources of long names, by keys, and exported."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.desktop.pages.compare.matrix.matrix import MatrixPart
from crossread.desktop.pages.compare.origins.origins import OriginsPart
from crossread.desktop.pages.compare.silence.silence import SilencePart
from crossread.desktop.pages.compare.when.when import WhenPart
from crossread.desktop.pages.compare.words.words_part import WordsPart
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import SIDE
from tests.desktop.pages.by_keyboard.comparing import Comparer
from tests.desktop.pages.by_keyboard.hands import CTRL, Key
from tests.desktop.pages.compare.many_sources import CLAIMS, ID, LETTERS, TELLERS, make_pack
from tests.desktop.pages.conftest import Opened
from tests.looks.inspecting import faults_at_rest

COUNTS = (2, 3, 5, 8)
SIZE = (1366, 768)

pytestmark = [
    pytest.mark.parametrize("count", COUNTS),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),  # menus, without a screen
]


class Looking(Comparer):
    """Hands in the stage that compares, and eyes for what is cut there."""

    def seen(self) -> list[str]:
        """List what of the window cannot be seen or read as it stands."""
        QApplication.processEvents()
        return faults_at_rest(self.opened.window)


@pytest.fixture
def hands(open_window: Callable[..., Opened], library: Path, count: int) -> Looking:
    """Open the pack with so many sources at the stage that compares, by its key."""
    make_pack(library, count)
    opened = open_window(*SIZE)
    opened.go("", ID)
    found = Looking(opened)
    found.press(Key.Key_3, CTRL)
    opened.wait(lambda: opened.desk.front.on)
    return found


def test_every_part_is_gone_through_by_keys_and_nothing_of_it_is_cut(hands: Looking, count: int) -> None:
    for part in (matrix, figures, origins, silence, words, when):
        part(hands, count)


def matrix(hands: Looking, count: int) -> None:
    """Walk to the last source, open the claim."""
    part = hands.part(MatrixPart)
    assert hands.area.here() == "matrix/light-out/source-a"
    assert hands.seen() == []
    hands.press(Key.Key_End)
    assert hands.area.here() == f"matrix/light-out/source-{LETTERS[count - 1].lower()}"
    hands.press(Key.Key_Space)
    assert hands.seen() == []
    assert len(part.panel.strip.lines.rows) == count
    metrics = QFontMetrics(theme.current().font("strong"))
    words = [word for short, _title in TELLERS[:count] for word in short.split()]
    wide = part.table.cells_wide() - theme.current().scaled(SIDE)
    assert all(metrics.horizontalAdvance(word) < wide for word in words), "a name is broken"


def figures(hands: Looking, count: int) -> None:
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


def origins(hands: Looking, count: int) -> None:
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


def silence(hands: Looking, count: int) -> None:
    """Say why the last source is silent."""
    hands.to_tab("silence")
    part = hands.part(SilencePart)
    hands.pick(part.sources, f"source-{LETTERS[count - 1].lower()}")
    hands.tab_to(part.lines.view)
    hands.press(Key.Key_Return)
    hands.digit(1)
    assert hands.seen() == []
    assert part.work.author.isVisible()


def words(hands: Looking, count: int) -> None:
    """Go through the three lists."""
    hands.to_tab("words")
    part = hands.part(WordsPart)
    for name in ("loaded", "hedging", "named"):
        hands.pick(part.lists, name)
        assert part.table.columnCount() == count + (name == "named")
        assert hands.seen() == [], name


def when(hands: Looking, count: int) -> None:
    """Go to the first of the dates."""
    hands.to_tab("when")
    part = hands.part(WhenPart)
    assert len(part.sources) == count
    hands.tab_to(part.slider)
    hands.press(Key.Key_Home)
    assert hands.seen() == []


def test_the_conclusion_is_written_beside_them_and_exported(
    hands: Looking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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
    hands: Looking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int
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
