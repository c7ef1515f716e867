"""The words around a place that was found."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.texts.finding.search_context import AROUND, in_context
from crossread.texts.finding.search_folding import fold_words
from crossread.texts.text import Block, Range, Text


def text_of(*words: str) -> Text:
    return Text(tuple(Block("paragraph", one) for one in words))


@given(st.lists(st.text("ab c\n", min_size=1, max_size=300), min_size=1, max_size=3), st.data())
def test_context_is_part_of_the_block_and_holds_the_hit_and_nothing_covered(
    words: list[str], data: st.DataObject
) -> None:
    text = text_of(*words)
    block = data.draw(st.integers(0, len(words) - 1))
    first, past = text.starts[block], text.starts[block] + len(words[block])
    start = data.draw(st.integers(first, past - 1))
    where = Range(start, data.draw(st.integers(start + 1, past)))
    before = data.draw(st.integers(first, where.start))
    after = data.draw(st.integers(where.end, past))
    told, at = in_context(text, where, [Range(first - 1, before), Range(after, past + 1)])
    assert told[at.start : at.end] == text.words(where).replace("\n", " ")
    assert fold_words(told.strip("… ")).strip() in fold_words(text.shown[before:after])
    assert len(told) <= where.end - where.start + 2 * AROUND + 4


def test_context_is_cut_between_words() -> None:
    text = text_of("one two three four five six seven eight nine ten " * 8)
    told, at = in_context(text, Range(200, 203))
    assert told.startswith("… ")
    assert told.endswith(" …")
    assert set(told[2:-2].split()) - {told[at.start : at.end]} <= set(text.shown.split())
