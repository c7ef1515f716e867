"""What a sighted reader takes in at a glance is told by name to who goes through the comparison by ear."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.when.when import WhenPart
from crossread.desktop.pages.compare.words.words_part import WordsPart
from tests.desktop.pages.compare.figures.test_figures import STAYED, card, figures
from tests.desktop.pages.conftest import EVERY, Opened

Key = Qt.Key


def part_of(opened: Opened, here: str) -> ComparePart:
    opened.go("read-words", EVERY)
    opened.desk.front.show(here)
    area = opened.desk.front.area
    assert area is not None
    part = area.part
    assert part is not None
    part.enter()
    QApplication.processEvents()
    return part


def test_tab_comes_to_the_first_answer_of_each_prediction(every: Opened) -> None:
    for one in figures(every).cards:
        assert one.asking.pick.picks()[0].focusPolicy() & Qt.FocusPolicy.TabFocus


def test_each_figure_of_an_axis_is_named_where_it_is_painted(every: Opened) -> None:
    mine = card(figures(every))
    every.press(Key.Key_Space)
    every.wait(mine.axis.isVisible)
    named = [one for one in mine.axis.findChildren(QWidget) if one.accessibleName()]
    assert len(named) == len(mine.quantity.values)
    for number in range(len(named)):
        where = mine.axis.where(number).toPoint()
        assert len([one for one in named if one.geometry().contains(where)]) == 1
    assert [one.y() for one in named] == sorted(one.y() for one in named), "told from above to below"
    mine.axis.set_values((), "number")
    QApplication.processEvents()
    assert not [one for one in mine.axis.findChildren(QWidget) if one.isVisible()]


def test_escape_leads_from_the_words_of_a_card_to_its_figures(every: Opened) -> None:
    mine = card(figures(every), STAYED)
    every.press(Key.Key_Space)
    mine.why.words.setFocus()
    every.press(Key.Key_Escape)
    assert mine.axis.hasFocus()


def test_an_empty_cell_among_the_words_says_so(every: Opened) -> None:
    part = part_of(every, "words")
    assert isinstance(part, WordsPart)
    model = part.table.model()
    assert model is not None
    names = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert "empty" in names
    assert all(names)


def test_a_passage_of_an_edition_is_called_by_its_edition(every: Opened) -> None:
    part = part_of(every, "when")
    assert isinstance(part, WhenPart)
    names = [passage.accessibleName() for passage in part.editions[0].passages]
    assert len(names) == len(set(names))
    assert any(name.startswith("Corrected printing") for name in names)
    assert any(not name.startswith("Corrected printing") for name in names)
