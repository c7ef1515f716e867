"""A discussion: something to talk over, never marked."""

from dataclasses import replace

import pytest

from crossread.questions.discussion import KIND, Discussion, DiscussionResponse
from crossread.questions.mark import Mark
from tests.questions.open_samples import DISCUSSION
from tests.questions.texts_told import TEXTS


def test_a_talk_has_no_mark_which_is_not_a_mark_of_nothing() -> None:
    for notes in ("", "The mole."):
        assert KIND.mark(DISCUSSION, DiscussionResponse(notes), TEXTS) == Mark(score=None)
    assert not KIND.scored
    assert KIND.solve(DISCUSSION, TEXTS) is None


def test_notes_are_kept_as_typed_and_shown_without_space_around() -> None:
    assert KIND.empty(DiscussionResponse(" \n"))
    assert not KIND.empty(DiscussionResponse("a"))
    assert KIND.words(DISCUSSION, DiscussionResponse("  One.\n\nTwo. ")) == "One.\n\nTwo."
    assert KIND.lacks(DISCUSSION, DiscussionResponse("a")) == ""


@pytest.mark.parametrize(
    ("question", "at", "severity", "code"),
    [
        (replace(DISCUSSION, moves=("How?", " ")), ("moves", 1), "error", "no-text"),
        (replace(DISCUSSION, moves=("How?", "how? ")), ("moves", 1), "error", "text-twice"),
        (replace(DISCUSSION, model=" "), (), "warning", "no-model"),
    ],
)
def test_faults_of_a_discussion(
    question: Discussion, at: tuple[str | int, ...], severity: str, code: str
) -> None:
    (fault,) = KIND.faults(question)
    assert (fault.at, fault.severity, fault.code) == (at, severity, code)
