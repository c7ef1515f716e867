"""The report on one learner: what the page of progress shows, in a file that can be read and printed."""

from datetime import UTC, datetime

import pytest

from crossread.inquiry.commands import Answer, EnterStage, OpenCard
from crossread.progress.calibration import StepFigure
from crossread.progress.honest_range import Range
from crossread.reports.counted import counted
from crossread.reports.report_html import certainty_sentence, report_html
from tests.inquiry.making import PACK, RIGHT, WRONG, Learner
from tests.reports.test_everything import ADA, Page

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def report(learner: Learner, pack: str = PACK.id) -> str:
    lines = report_html(
        ADA,
        NOON,
        learner.entries,
        counted(learner.entries, UTC),
        learner.seen.get,
        pack=pack,
        titles={PACK.id: PACK.title},
        stages={(PACK.id, stage.id): stage.title for stage in PACK.stages},
        language="en",
        zone=UTC,
    )
    return "".join(lines)


def some_way() -> Learner:
    learner = Learner()
    learner.do(Answer(question="first", response=RIGHT["first"], certainty="certain"))
    learner.do(Answer(question="forty", response=WRONG["forty"], certainty="guess"))
    learner.hand_in()
    return learner


def test_it_tells_the_way_the_skills_with_their_ranges_certainty_and_answers() -> None:
    words = " ".join(Page(report(some_way())).words.split())
    for expected in (
        "How it is going: Ada <Lovelace>",
        PACK.title,
        "What burned?",
        "1 of 2 points",
        "too few to tell",
        "1 first try was given as certain: too few to tell.",
        "1 first try was given as a guess: too few to tell.",
        "These are too few to say how well certainty fits.",
        PACK.by_id["first"].prompt,
        "✗ not right",
        "What this does not show",
        "anything scored for time",
    ):
        assert expected in words, expected


def test_without_a_pack_it_tells_no_single_answer() -> None:
    words = Page(report(some_way(), "")).words
    assert PACK.by_id["first"].prompt not in words
    assert "1 of 2 points" in words


def test_an_exam_that_is_held_back_is_told_as_that_and_no_more() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    words = Page(report(learner)).words
    assert "not yet shown" in words
    assert "1 of 1 points" not in words
    assert "No first try has been marked yet." in words
    learner.release()
    assert "1 of 1 points" in Page(report(learner)).words


def test_it_runs_nothing_and_fetches_nothing() -> None:
    learner = some_way()
    learner.check("twice", {"text": "<script>alert(1)</script>"})
    learner.hand_in("checked")
    made = Page(report(learner))
    assert "script" not in made.tags
    assert not made.attributes & {"src", "href", "onclick"}
    assert made.open == []


def test_the_first_day_has_words_of_its_own() -> None:
    assert "Nothing has been answered yet." in Page(report(Learner())).words


def test_a_pack_that_was_only_read_in_has_words_and_no_empty_table() -> None:
    learner = Learner()
    learner.do(EnterStage(stage="read"))
    learner.do(OpenCard(source="pilot"))
    made = report(learner)
    assert PACK.title in made
    assert "Nothing has been answered in its stages yet." in Page(made).words
    assert "There is none yet." in Page(made).words
    assert "handed in</th>" not in made
    assert "handed in</th>" in report(some_way())


@pytest.mark.parametrize(
    ("fit", "words"), [("fits", "That fits the word."), ("less", "less often"), ("more", "more often")]
)
def test_certainty_is_held_against_its_word_once_there_is_enough(fit: str, words: str) -> None:
    step = StepFigure("certain", 0.5, 12, Range(0.2, 0.8), fit)  # type: ignore[arg-type]
    assert words in certainty_sentence(step)
    assert "Of 12 first tries given as certain, 50 % were right." in certainty_sentence(step)
