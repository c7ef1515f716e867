"""What the library says of the panes that one was reading in."""

import pytest

from crossread.desktop.pages.library.library_words import read_together


@pytest.mark.parametrize(
    ("letters", "said"),
    [("A", "A"), ("AB", "A beside B"), ("CAB", "C, A and B"), ("DCBA", "D, C, B and A")],
)
def test_sources_read_together_are_named_as_one_says_it(letters: str, said: str) -> None:
    assert read_together(list(letters)) == said
