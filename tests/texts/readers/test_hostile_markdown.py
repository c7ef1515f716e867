"""Markdown meant to do harm: each is read or refused; how soon is measured by tests/bench/hostile.py."""

import pytest

from crossread.base.errors import Expected
from crossread.texts.readers.markdown_reader import read_markdown
from tests.texts.hostile_markdown import CORPUS


@pytest.mark.parametrize("name", CORPUS)
def test_hostile_markdown_is_read_or_refused(name: str) -> None:
    try:
        told = read_markdown(CORPUS[name]).shown
    except Expected as error:
        told = error.message
    assert "\x02" not in told
    assert "\x03" not in told
