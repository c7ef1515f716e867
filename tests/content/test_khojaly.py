import os
import re
from collections import Counter
from pathlib import Path
from typing import get_args

import pytest

from crossread.base.folders import content_folder
from crossread.operations.opening.checking import check_folder
from crossread.packs.library.originals import Originals
from crossread.packs.pack import Pack
from crossread.questions.discussion import Discussion
from crossread.questions.essay import Essay, EssayRating, EssayResponse, unmatched
from crossread.questions.kind import Question, Skill
from crossread.questions.passages import ShownText
from crossread.questions.registry import KINDS
from crossread.texts.passages.anchors import find_quote
from tests.content.shipped import checked, pack_of

FOLDER = content_folder() / "khojaly-1992"
ORIGINALS = os.environ.get("CROSSREAD_ORIGINALS", "")

with_originals = pytest.mark.skipif(not ORIGINALS, reason="CROSSREAD_ORIGINALS names no folder")

# Least and most words of each digest, as its readers' time allows.
LENGTHS = {"A": (550, 750), "B": (350, 460), "C": (1500, 2030), "D": (120, 180), "E": (300, 400)}


def _pack() -> Pack:
    return pack_of(FOLDER.name)


def test_the_pack_is_checked_without_an_error_or_a_warning() -> None:
    assert [str(problem) for problem in checked(FOLDER.name).problems] == []


@pytest.mark.parametrize("letter", sorted(LENGTHS))
def test_each_digest_keeps_its_length(letter: str) -> None:
    least, most = LENGTHS[letter]
    source = next(source for source in _pack().sources if source.letter == letter)
    assert least <= len(source.digest.shown.split()) <= most


def test_ninety_questions_and_more_train_all_skills_in_all_kinds() -> None:
    questions = _pack().questions
    assert len(questions) >= 90
    assert {question.kind for question in questions} == set(KINDS)
    skills = Counter(question.skill for question in questions)
    assert set(skills) == set(get_args(Skill))
    assert min(skills.values()) >= 8
    assert all(question.explanation for question in questions)


def test_no_stage_has_more_than_twelve_questions() -> None:
    asked = Counter(question.stage for question in _pack().questions)
    assert max(asked.values()) <= 12


def test_what_is_asked_about_an_author_s_own_wording_waits_for_the_original_and_may_be_left() -> None:
    waiting = [question for question in _pack().questions if question.needs]
    assert len(waiting) >= 6
    assert not any(question.required for question in waiting)


def test_there_are_twelve_prompts_to_talk_over_and_more_each_with_moves_and_a_model_answer() -> None:
    talks = [question for question in _pack().questions if isinstance(question, Discussion)]
    assert len(talks) >= 12
    assert {"talk-soviet", "talk-karabakh", "talk-genocide"} <= {talk.id for talk in talks}
    for talk in talks:
        assert len(talk.moves) >= 4, talk.id
        assert talk.notes, talk.id
        assert talk.model, talk.id


def test_the_last_essay_has_three_levels_with_a_sample_each_and_ideas_to_look_for() -> None:
    (essay,) = [one for one in _pack().questions_of("conclude") if isinstance(one, Essay)]
    assert len(essay.rubric) == 3
    assert all(len(level.sample.split()) >= 80 for level in essay.rubric)
    assert essay.cite >= 3
    assert len(essay.ideas) >= 6


def test_the_best_sample_of_an_essay_has_all_its_ideas_and_the_lowest_has_not() -> None:
    for essay in _pack().questions:
        if isinstance(essay, Essay):
            ideas = tuple(idea.id for idea in essay.ideas)
            best, lowest = (
                unmatched(essay, EssayResponse(text=level.sample), EssayRating(level=level.id, ideas=ideas))
                for level in (essay.rubric[-1], essay.rubric[0])
            )
            assert not best, essay.id
            assert lowest, essay.id


def test_two_short_tests_of_one_build_stand_before_the_reading_and_after_it() -> None:
    pack = _pack()
    first, last = pack.questions_of("check-first"), pack.questions_of("check-last")
    assert [(one.kind, one.skill, one.points) for one in first] == [
        (one.kind, one.skill, one.points) for one in last
    ]
    assert len(first) == 6
    stages = [stage.id for stage in pack.stages]
    assert stages.index("check-first") < stages.index("read-who")
    assert stages[-1] == "check-last"
    for stage in ("check-first", "check-last"):
        assert pack.stage(stage).behaviour == "exam"
        assert not any(question.hints for question in pack.questions_of(stage))


def test_no_question_on_figures_comes_back_in_review_and_each_shows_what_stands_firm() -> None:
    toll = _pack().questions_of("read-toll")
    assert toll
    for question in _pack().questions:
        if question in toll or question.floor == "numbers":
            assert not question.review, question.id
            assert question.floor, question.id


def test_the_key_of_each_scored_question_earns_all_on_the_digests() -> None:
    texts = {
        source.id: {source.digest.digest: ShownText("digest", source.digest)} for source in _pack().sources
    }
    for question in _pack().questions:
        kind = KINDS[question.kind]
        if kind.scored and not question.needs:
            response = kind.solve(question, texts)
            assert response is not None, question.id
            assert kind.mark(question, response, texts).score == 1, question.id


def test_every_claim_says_of_all_five_sources_what_they_say_or_that_they_are_silent() -> None:
    sources = {source.id: source for source in _pack().sources}
    assert len(_pack().claims) >= 10
    for claim in _pack().claims:
        assert set(claim.cells) == set(sources), claim.id
        for source, statements in claim.cells.items():
            for statement in statements:
                silent = statement.stance == "silent"
                assert bool(statement.could) == silent, f"{claim.id}/{source}"
                assert bool(statement.passages) != silent, f"{claim.id}/{source}"
                for passage in statement.passages:
                    assert passage.original, f"{claim.id}/{source}"
                    assert len(find_quote(sources[source].digest, passage.quote)) == 1, passage.quote


def test_no_claim_is_that_it_was_genocide_and_the_word_is_nobody_s_key() -> None:
    for claim in _pack().claims:
        assert not re.search(r"\b(was|is) (a )?genocide\b", claim.claim), claim.id


def test_no_open_question_asks_who_is_guilty_or_what_a_people_did() -> None:
    for question in _pack().questions:
        if not KINDS[question.kind].scored:
            assert not re.search(r"\b(guilt\w*|blame\w*|peoples?|nations?)\b", question.prompt.casefold())


def test_c_names_its_licence_and_whom_it_is_from() -> None:
    card = _pack().source("wiki").card
    assert "CC BY-SA" in card.licence
    assert card.attribution


def test_no_question_asks_the_learner_for_injuries_or_names_a_people_as_the_actor() -> None:
    for question in _pack().questions:
        words = " ".join([question.prompt, *question.hints]).casefold()
        assert not re.search(r"\b(wounds?|injur\w+|scalp\w*|mutilat\w+|corpses?)\b", words), question.id
        assert not re.search(r"\bthe (armenians|azerbaijanis|azeris)\b", words), question.id


def test_no_verdict_is_keyed_on_whether_it_was_genocide() -> None:
    for question in _pack().questions:
        statement = str(getattr(question, "statement", ""))
        assert not re.search(r"\b(was|is) (a )?genocide\b", statement), question.id


def _hashed(question: Question) -> int:
    found = [*question.evidence, *(key for _at, key in KINDS[question.kind].quoted(question))]
    return sum(key.original is not None for key in found)


def test_evidence_has_its_place_in_the_originals() -> None:
    without = [question.id for question in _pack().questions if not _hashed(question)]
    silent = [
        question.id for question in _pack().questions if getattr(question, "answer", "") == "does-not-say"
    ]
    assert set(without) <= set(silent)


@with_originals
def test_every_hashed_passage_stands_once_in_its_original() -> None:
    assert [str(problem) for problem in check_folder(FOLDER, Path(ORIGINALS)).problems] == []


@with_originals
def test_the_key_of_each_question_that_waits_for_an_original_earns_all_there(tmp_path: Path) -> None:
    originals, texts = Originals(tmp_path), {}
    for file in sorted(Path(ORIGINALS).glob("*.txt")):
        recognition = originals.recognise(_pack(), file.read_bytes(), file.name)
        assert recognition.source is not None
        texts[recognition.source] = {"original": ShownText("original", recognition.text)}
    waiting = [question for question in _pack().questions if question.needs]
    assert waiting
    for question in waiting:
        kind = KINDS[question.kind]
        response = kind.solve(question, texts)
        assert response is not None, question.id
        assert kind.mark(question, response, texts).score == 1, question.id


@with_originals
def test_the_five_originals_are_recognised_whole_and_nothing_of_them_is_missing(tmp_path: Path) -> None:
    originals = Originals(tmp_path)
    found = {}
    for file in sorted(Path(ORIGINALS).glob("*.txt")):
        recognition = originals.recognise(_pack(), file.read_bytes(), file.name)
        found[recognition.source] = (recognition.match, recognition.share, recognition.missing)
    assert found == {source.id: ("same", 1.0, ()) for source in _pack().sources}
