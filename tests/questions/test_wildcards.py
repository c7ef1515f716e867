"""Patterns: right on every text, and quick on the worst."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.wildcards import compile_pattern

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
def test_time_grows_with_the_text_and_not_faster(written: str) -> None:
    pattern = compile_pattern(written)

    def seconds(length: int) -> float:
        best = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            assert not pattern.matches("a" * length)
            best = min(best, time.perf_counter() - start)
        return best

    seconds(2_000)
    # Ten times the text takes ten times as long; backtracking would take a hundred times and more.
    assert seconds(40_000) < 40 * seconds(4_000) + 0.005
    assert seconds(40_000) < 1
