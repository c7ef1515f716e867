import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.matrix.offered import CellsOffered
from crossread.desktop.theme import theme
from tests.looks.painted import lines

NARROW = 180  # pixels, less than the words of the button take on one line


@pytest.mark.parametrize("look", ["paper", "night"])
def test_the_offer_gives_way_in_a_narrow_column_and_keeps_all_its_words(
    qtbot: QtBot, qapp: QApplication, look: str
) -> None:
    theme.apply(qapp, theme.load_theme(look), 17)
    around = QWidget()
    offered = CellsOffered(around)
    qtbot.addWidget(around)
    offered.offer(3)
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(offered)
    column.addStretch()
    assert offered.take.sizeHint().width() > NARROW
    assert offered.minimumSizeHint().width() <= NARROW
    around.resize(NARROW, 400)
    around.show()
    take = offered.take
    qtbot.waitUntil(lambda: take.width() <= NARROW and take.height() >= take.heightForWidth(take.width()))
    painted = lines(take)
    assert len(painted) > 1
    assert " ".join(line.words for line in painted).split() == take.text().split()
    assert painted[-1].ink.bottom() <= take.height()
    with qtbot.waitSignal(offered.taken):
        QTest.mouseClick(take, Qt.MouseButton.LeftButton)
