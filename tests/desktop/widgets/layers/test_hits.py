"""Marking what was found in a text."""

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.layers.hits import Hits
from crossread.desktop.widgets.reading.view import ReadingView
from crossread.texts.finding.search import find, read_query
from crossread.texts.text import Block, Range, Text

LONG = Text(
    tuple(
        Block("paragraph", f"paragraph {number} of many words, all of them plain") for number in range(2_000)
    )
)


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    view = ReadingView()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.set_text(LONG, "A long text")
    view.show()
    assert QTest.qWaitForWindowExposed(view)
    return view


class Asked(Sequence[Range]):
    """Hits that remember which of them were looked at."""

    def __init__(self, hits: Sequence[Range]) -> None:
        self._hits = hits
        self.looked_at: set[int] = set()

    def __len__(self) -> int:
        return len(self._hits)

    def __getitem__(self, number: int) -> Range:  # type: ignore[override]
        self.looked_at.add(number)
        return self._hits[number]


def colours(view: ReadingView) -> set[str]:
    image = view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {
        QColor(image.pixel(x, y)).name()
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
    }


def test_hits_in_view_are_marked_and_the_one_gone_to_otherwise(view: ReadingView) -> None:
    hits = Hits(view)
    query = read_query("paragraph 2 ")
    assert query is not None
    hits.set_hits(find(LONG, query))
    assert theme.current().colour("hit").name() in colours(view)
    hits.set_current(0)
    assert theme.current().colour("hit-current").name() in colours(view)
    assert theme.current().colour("hit").name() not in colours(view)


def test_of_very_many_hits_only_those_in_view_are_looked_at(view: ReadingView) -> None:
    hits = Hits(view)
    query = read_query("a")
    assert query is not None
    asked = Asked(find(LONG, query))
    assert len(asked) > 10_000
    view.go_to(LONG.starts[1_000])
    hits.set_hits(asked)
    view.viewport().grab()
    assert 0 < len(asked.looked_at) < 500


def test_another_text_has_no_hits_of_the_one_before(view: ReadingView) -> None:
    hits = Hits(view)
    hits.set_hits([Range(0, 9)], 0)
    view.set_text(Text((Block("paragraph", "another text"),)), "Another")
    assert (list(hits.hits()), hits.current()) == ([], -1)


def test_a_hit_in_a_covered_passage_does_not_tell_where_in_it_the_words_stand(view: ReadingView) -> None:
    hits = Hits(view)
    end = len(LONG.blocks[0].text)
    view.set_covered([Range(10, end)])
    plain = view.viewport().grab().toImage()

    def painted(*found: Range, current: int = -1) -> QImage:
        hits.set_hits(found, current)
        return view.viewport().grab().toImage()

    assert painted(Range(10, 14)) != plain
    assert painted(Range(10, 14)) == painted(Range(20, 31)) == painted(Range(10, 14), Range(20, 31))
    assert painted(Range(5, 14)) != painted(Range(20, 31)), "words before the cover are seen"
    one, two = Range(10, 14), Range(20, 31)
    assert painted(one, two, current=0) == painted(one, two, current=1) != painted(one, two)


def test_a_passage_gone_to_under_a_cover_is_framed_with_all_of_the_cover(view: ReadingView) -> None:
    view.set_covered([Range(10, len(LONG.blocks[0].text))])

    def shown(where: Range) -> QImage:
        view.show_range(where)
        view.read_from(0)
        return view.viewport().grab().toImage()

    assert shown(Range(10, 14)) == shown(Range(20, 31)) != shown(Range(2, 5))
