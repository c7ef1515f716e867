import itertools
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.texts.text import Block, BlockKind, Range, Text
from crossread.texts.wording.quotation_marks import is_quoted, quotations
from tests.growing import growth


def _quoted(*blocks: str, kind: BlockKind = "paragraph") -> list[str]:
    text = Text(tuple(Block(kind, words) for words in blocks))
    return [text.words(where) for where in quotations(text)]


@pytest.mark.parametrize(
    "words",
    [
        "She wrote “the mill stood” twice.",
        'She wrote "the mill stood" twice.',
        "She wrote «the mill stood» twice.",
        "She wrote »the mill stood« twice.",
        "She wrote „the mill stood“ twice.",
        "She wrote ‘the mill stood’ twice.",
        "She wrote 'the mill stood' twice.",
    ],
)
def test_whatever_marks_are_used(words: str) -> None:
    assert _quoted(words) == ["the mill stood"]


def test_apostrophes_are_no_marks() -> None:
    assert _quoted("The millers’ boat wasn't Orla's, and ’twas not hers.") == []
    assert _quoted("‘The millers’ boat isn’t here’, he said.") == ["The millers"]


def test_a_quotation_within_another_is_part_of_it() -> None:
    assert _quoted("“He called it ‘the old mill’ then”, she wrote.") == ["He called it ‘the old mill’ then"]


def test_a_mark_that_nothing_closes_opens_nothing() -> None:
    assert _quoted("She wrote “the mill stood.", "Then nothing.") == []
    assert _quoted('A board of 5" width.') == []


def test_a_quotation_of_several_paragraphs() -> None:
    assert _quoted("She wrote: “The mill stood.", "“It fell later.”") == ["The mill stood.", "It fell later."]


def test_a_block_set_as_a_quotation_is_one() -> None:
    assert _quoted("The mill stood.", kind="quote") == ["The mill stood."]


def test_half_of_a_range_has_to_be_quoted() -> None:
    text = Text((Block("paragraph", "so “the mill stood” there"),))
    assert is_quoted(text, Range(4, 12))
    assert is_quoted(text, Range(0, 10))
    assert not is_quoted(text, Range(0, 6))
    assert not is_quoted(text, Range(5, 5))


@given(st.lists(st.text(alphabet="a “”\"'’‘«", min_size=1, max_size=20), max_size=4))
def test_quotations_lie_in_order_within_their_blocks(blocks: list[str]) -> None:
    text = Text(tuple(Block("paragraph", words) for words in blocks))
    found = quotations(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    for where in found:
        assert where.start < where.end
        assert "\n" not in text.words(where)


@pytest.mark.parametrize("again", ["“a ", "'a ", "‘a ", "' ", '"a'])
def test_work_grows_no_faster_than_marks_that_nothing_closes(again: str) -> None:
    def job(size: int) -> Callable[[], object]:
        return lambda: quotations(Text((Block("paragraph", again * size),)))

    assert growth(job, 200) < 2.3
