"""Answers for a spreadsheet: all that the page of progress tells of each, and nothing that it keeps back."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from crossread.inquiry.commands import Answer
from crossread.progress.answers_in_order import answers_in_order, standings_of
from crossread.questions.storing import response_json
from crossread.reports.answers_csv import COLUMNS, WhoReads, answer_rows
from crossread.reports.spreadsheet import csv_lines
from tests.inquiry.making import PACK, RIGHT, WRONG, Learner
from tests.progress.making import entry
from tests.questions.making import SAMPLES, TEXTS
from tests.questions.open_samples import TWO_PART

ADA = WhoReads("Ada", "a" * 32)


def table(learner: Learner, zone: timezone = UTC) -> list[dict[str, str]]:
    given = answers_in_order(learner.entries, standings_of(learner.entries), learner.seen.get)
    text = "".join(csv_lines([list(COLUMNS), *answer_rows(ADA, given, {PACK.id: PACK.title}, zone)]))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def test_an_answer_is_a_row_with_its_question_and_what_it_earned() -> None:
    learner = Learner()
    learner.do(Answer(question="first", response=RIGHT["first"], certainty="certain"))
    learner.hand_in()
    (row,) = table(learner)
    assert row["learner"] == "Ada"
    assert row["prompt"] == PACK.by_id["first"].prompt
    assert row["pack_title"] == PACK.title
    assert row["certainty"] == "certain"
    assert (row["outcome"], row["score"], row["points_earned"], row["points"]) == ("right", "1", "1", "1")
    assert (row["first_try"], row["in_force"], row["given_in"]) == ("yes", "yes", "stage")


# Of each kind, what a teacher without the pack needs: what was asked about, and the response.
TELLING = {
    "choice": ("The rope store",),
    "multiple": ("The rope store", "The tar sheds"),
    "verdict": ("“Forty boats were lost.”", "The source says otherwise"),
    "short-answer": ("atchman",),
    "numerical": ("40 boats",),
    "cloze": ("“… saw … over the … at ….”", "[smoke] over the [rope store]"),
    "ordering": ("Smoke is seen → The tar sheds catch",),
    "matching": ("There was smoke at nine", "the watchman"),
    "categorise": ("The store was gone", "Forty boats went down"),
    "evidence": ("smoke over the rope store at nine",),
    "matrix": ("Forty boats were lost – gazette: asserts it", "pilot: reports others", "silent"),
    "scale": ("“Forty boats were lost.”", "a little"),
    "two-part": (
        "“Forty boats were lost.”",
        "The source says otherwise",
        "smoke over the rope store at nine",
    ),
    "essay": (),
    "discussion": (),
}


def answered_in(kind: str, learner: Learner, row: dict[str, str]) -> None:
    """Look whether a row says what was asked, what about, what was answered and what became of it."""
    question = learner.pack.by_id[kind]
    assert row["prompt"].startswith(question.prompt)
    assert row["answer"]
    assert row["outcome"]
    told = f"{row['prompt']} {row['answer']}"
    assert [words for words in TELLING[kind] if words not in told] == []


def test_a_row_of_any_kind_is_understood_without_the_pack() -> None:
    judged = replace(TWO_PART, answer=SAMPLES["verdict"][0])
    samples = {
        **SAMPLES,
        "two-part": (judged, replace(SAMPLES["two-part"][1], answer={"verdict": "says-otherwise"})),
    }
    assert set(TELLING) == set(samples)
    questions = [replace(question, id=kind, stage="read") for kind, (question, _) in samples.items()]
    learner = Learner(pack=replace(PACK, questions=tuple(questions)), texts=TEXTS)
    for kind, (_, response) in samples.items():
        learner.answer(kind, response_json(response))
    learner.hand_in()
    rows = {row["kind"]: row for row in table(learner)}
    assert set(rows) == set(TELLING)
    for kind, row in rows.items():
        answered_in(kind, learner, row)


@pytest.mark.parametrize("kind", ["verdict", "scale", "cloze"])
def test_what_somebody_did_not_know_stands_with_the_question_too(kind: str) -> None:
    question = replace(SAMPLES[kind][0], id=kind, stage="read")
    learner = Learner(pack=replace(PACK, questions=(question,)), texts=TEXTS)
    learner.do(Answer(question=kind, response=None, dont_know=True))
    (row,) = table(learner)
    assert row["prompt"].endswith(TELLING[kind][0])


def test_the_results_of_an_exam_stay_held_back_until_they_are_released() -> None:
    learner = Learner()
    learner.answer("exam")
    learner.hand_in("exam")
    (row,) = table(learner)
    assert row["outcome"] == "held-back"
    assert row["score"] == row["points"] == row["points_earned"] == ""
    assert row["first_try"] == "no"
    learner.release()
    (row,) = table(learner)
    assert (row["outcome"], row["score"]) == ("right", "1")


def test_an_answer_that_was_changed_stays_a_row_and_is_told_apart() -> None:
    learner = Learner()
    learner.answer("first", WRONG["first"])
    learner.answer("first")
    assert [(row["in_force"], row["outcome"]) for row in table(learner)] == [
        ("no", "changed-later"),
        ("yes", "not-marked-yet"),
    ]


def test_who_does_not_know_says_so_in_a_column_of_its_own() -> None:
    learner = Learner()
    learner.do(Answer(question="first", response=None, dont_know=True))
    learner.hand_in()
    (row,) = table(learner)
    assert (row["answer"], row["dont_know"], row["outcome"], row["score"]) == ("", "yes", "not-known", "0")


def test_words_that_look_like_a_formula_are_words_in_the_table() -> None:
    learner = Learner()
    learner.check("twice", {"text": "=HYPERLINK(0)"})
    (row,) = table(learner)
    assert row["answer"] == "'=HYPERLINK(0)"


def test_the_time_says_how_far_it_is_from_utc() -> None:
    learner = Learner()
    learner.answer("first")
    (row,) = table(learner, timezone(timedelta(hours=5, minutes=30)))
    assert row["given_at"].endswith("+05:30")
    assert datetime.fromisoformat(row["given_at"]) == learner.entries[-1].at.replace(microsecond=0)


def test_what_was_given_in_review_and_practice_is_there_and_says_so() -> None:
    learner = Learner()
    learner.answer("first")
    given = learner.entries[-1].payload
    learner.entries += [
        entry(2, "practised", "forty", 1, **{**given, "score": 0.5, "points": 2, "of": "skill"}),
        entry(3, "reviewed", "first", 1, **{**given, "right": 1.0, "rating": 3, "card": "c"}),
        entry(4, "review-rated", "first", 1, entry="e3", rating=4),
    ]
    _, practised, reviewed = table(learner)  # what was said of an answer is no answer of its own
    assert (reviewed["outcome"], reviewed["own_rating"]) == ("right", "I knew it better than that")
    learner.entries.append(entry(5, "review-undone", "first", 1, entry="e3"))
    _, practised, reviewed = table(learner)
    assert reviewed["outcome"] == "taken-back"
    assert (practised["given_in"], practised["score"], practised["points_earned"]) == ("practice", "0.5", "1")
    assert (reviewed["given_in"], reviewed["score"], reviewed["in_force"]) == ("review", "1", "no")


def test_what_was_given_after_the_count_is_left_out() -> None:
    learner = Learner()
    learner.answer("first")
    standings = standings_of(learner.entries)
    learner.answer("forty")
    assert len(list(answers_in_order(learner.entries, standings))) == 1
