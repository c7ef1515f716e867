"""What comes back another day: of the pack on Khojaly no number of victims, no wound, nothing veiled."""

import re
from collections.abc import Iterator

import pytest

from crossread.packs.in_texts.consent import may_be_reviewed, may_come_back
from crossread.questions.registry import KINDS
from crossread.questions.storing import question_json
from tests.content.shipped import pack_of

# A count of people, then what became of them, or the other way round; years are no counts.
_COUNT = r"(?:\b(?!(?:19|20)\d\d\b)\d[\d,]+|\b(?:hundreds|dozens|thousands))"
_FATE = (
    r"\b(?:dead|deaths?|died|killed|bodies|victims?|casualt\w+|civilians|women|children|wounded|maimed|missing"
    r"|hostages?|captives?|prisoners)\b"
)
TOLL = re.compile(
    rf"{_COUNT}\W+(?:[\w’]+\W+){{0,3}}?{_FATE}|{_FATE}\W+(?:\w+\W+){{0,6}}?{_COUNT}", re.IGNORECASE
)
WOUND = re.compile(
    r"\b(?:stabb?\w*|wound\w*|maim\w*|mutilat\w*|corpses?|\d+ bodies|close range|froze\w*)", re.IGNORECASE
)
_ASIDE = frozenset({"id", "kind", "stage", "skill", "explanation", "feedback", "hints", "hash", "review"})


def _said(value: object) -> Iterator[str]:
    """Give all that a question asks, offers, takes for an answer, or quotes."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in _ASIDE:
                yield from _said(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _said(inner)
    elif isinstance(value, str):
        yield value


def test_nobody_learns_numbers_of_victims_by_heart_nor_comes_back_to_wounds() -> None:
    pack = pack_of("khojaly-1992")
    coming = [one for one in pack.questions if one.review and KINDS[one.kind].scored]
    told = [
        (one.id, words)
        for one in coming
        for words in _said(question_json(one))
        if TOLL.search(words) or WOUND.search(words)
    ]
    assert told == []
    assert len(coming) > 40  # what is left is worth coming back to


def test_the_measure_knows_a_count_of_victims_when_it_sees_one() -> None:
    for words in ("31 dead", "over 600 civilians", "of the deaths it has one figure, 485", "31 bodies"):
        assert TOLL.search(words), words
    for words in ("killed in 1992", "Its people numbered 2,135", "21 US states recognise a massacre"):
        assert not TOLL.search(words), words


def test_nothing_comes_back_that_is_veiled() -> None:
    pack = pack_of("khojaly-1992")
    assert pack.graphic
    for question in pack.questions:
        if question.review and KINDS[question.kind].scored:
            assert may_come_back(pack, question), question.id


@pytest.mark.parametrize("name", ["khojaly-1992", "corridor", "every-kind"])
def test_each_pack_has_enough_that_memory_can_answer(name: str) -> None:
    pack = pack_of(name)
    coming = [one for one in pack.questions if may_be_reviewed(pack, one)]
    assert len(coming) >= 12
    assert len({one.skill for one in coming}) >= 5
    assert all(one.explanation for one in coming)
