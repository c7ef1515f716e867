"""Figures of made-up paragraphs, for the tests that find them."""

from crossread.texts.figures.figure import Figure
from crossread.texts.figures.figures import find_figures
from crossread.texts.text import Block, Text


def text_of(*blocks: str) -> Text:
    """Make a text of paragraphs."""
    return Text(tuple(Block("paragraph", words) for words in blocks))


def figures_in(*blocks: str) -> tuple[Figure, ...]:
    """Find the figures of some paragraphs."""
    return find_figures(text_of(*blocks))


def told(figure: Figure, *names: str) -> tuple[object, ...]:
    """Return what a figure tells, by the names of its parts."""
    return tuple(getattr(figure, name) for name in names)


def only(*blocks: str) -> Figure:
    """Find the one figure of some paragraphs."""
    (figure,) = figures_in(*blocks)
    return figure
