"""A pane and the settings of its text: what stands above the text goes along with it."""

from collections.abc import Iterator

import pytest

from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.theme import theme
from crossread.desktop.theme.typography import ReadingAids, Typography
from tests.desktop.pages.conftest import Opened


@pytest.fixture
def pane(opened: Opened) -> Iterator[Pane]:
    opened.go("read-night")
    yield opened.window.findChildren(Pane)[0]
    theme.set_texts(Typography(), ReadingAids())


def begins(pane: Pane) -> int:
    """Give how far from the pane's edge the line above the text begins."""
    inside = pane.note.widget()
    assert inside is not None
    layout = inside.layout()
    assert layout is not None
    return layout.contentsMargins().left()


def test_the_line_above_a_text_begins_where_the_text_does_whatever_its_measure(pane: Pane) -> None:
    for measure in (38, 70, 100):
        theme.set_texts(Typography(measure=measure), ReadingAids())
        assert begins(pane) == pane.view.column()[0]
