"""Patterns: right on every text, and no more work than the worst is long."""

import re
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.wildcards import compile_pattern
from tests.growing import growth

patterns = st.text("ab*?", max_size=8)


@given(patterns, st.text("ab?*.", max_size=10))
def test_a_pattern_takes_what_the_same_regular_expression_takes(written: str, text: str) -> None:
    same = "".join({"*": ".*", "?": "."}.get(letter, re.escape(letter)) for letter in written)
    assert compile_pattern(written).matches(text) == bool(re.fullmatch(same, text, re.DOTALL))


@given(st.text().filter(lambda text: not set("*?") & set(text)), st.text())
def test_without_wildcards_only_the_same_text_fits(written: str, text: str) -> None:
    pattern = compile_pattern(written)
    assert pattern.matches(written)
    assert pattern.matches(text) == (text == written)


@pytest.mark.parametrize("written", ["*a" * 200 + "b", "a*" * 200 + "b", "*?" * 200 + "b", "?" * 400 + "*b"])
def test_work_grows_with_the_text_and_not_faster(written: str) -> None:
    pattern = compile_pattern(written)
    assert not pattern.matches("a" * 40_000)
    # Twice the text is twice the work; backtracking would be four times and more.
    assert growth(lambda length: partial(pattern.matches, "a" * length), 2_000) < 2.1
