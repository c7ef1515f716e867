"""Faults of the keys that all questions share."""

from dataclasses import replace
from typing import Any

import pytest

from crossread.questions.faults import question_faults, repeated
from crossread.questions.passages import PassageKey
from crossread.texts.passages.anchors import WordsAnchor
from tests.questions.making import CHOICE, ROPE_STORE

QUOTED = PassageKey(source="gazette", quote="smoke")


def test_a_sound_question_has_none() -> None:
    assert question_faults(replace(CHOICE, evidence=(QUOTED, ROPE_STORE.core_key))) == []


@pytest.mark.parametrize(
    ("changes", "code", "at"),
    [
        ({"prompt": " "}, "no-prompt", ("prompt",)),
        ({"sources": ()}, "no-source", ("sources",)),
        ({"sources": ("a", "b", "a")}, "source-twice", ("sources", 2)),
        ({"points": 0}, "points-out-of-range", ("points",)),
        ({"evidence": (QUOTED, PassageKey(source="a"))}, "empty-passage", ("evidence", 1)),
        (
            {"evidence": (replace(QUOTED, occurrence=0),)},
            "occurrence-out-of-range",
            ("evidence", 0, "occurrence"),
        ),
        (
            {"evidence": (PassageKey(source="a", original=WordsAnchor(4, "a" * 12)),)},
            "anchor-too-short",
            ("evidence", 0, "original", "words"),
        ),
        (
            {"evidence": (PassageKey(source="a", original=WordsAnchor(5, "A" * 12)),)},
            "no-hash",
            ("evidence", 0, "original", "hash"),
        ),
        (
            {"evidence": (PassageKey(source="a", original=WordsAnchor(5, "a" * 12, 0)),)},
            "occurrence-out-of-range",
            ("evidence", 0, "original", "nth"),
        ),
    ],
)
def test_each_fault_is_told_where_it_is(
    changes: dict[str, Any], code: str, at: tuple[str | int, ...]
) -> None:
    (fault,) = question_faults(replace(CHOICE, **changes))
    assert (fault.severity, fault.code, fault.at) == ("error", code, at)


def test_blanks_do_not_repeat_each_other() -> None:
    assert list(repeated(["", "a", "", "b", "a", "a"])) == [4, 5]
