"""The pack of the corridor: one lesson of forty minutes, in which five honest accounts differ."""

import re
from collections import Counter
from typing import get_args

import pytest

from crossread.base.folders import content_folder
from crossread.packs.in_texts.pictures import read_picture
from crossread.packs.pack import Pack
from crossread.packs.sources.edtf import span
from crossread.packs.sources.origins import independent_accounts
from crossread.questions.categorise import Categorise
from crossread.questions.discussion import Discussion
from crossread.questions.essay import Essay, EssayRating, EssayResponse, unmatched
from crossread.questions.evidence import EvidenceResponse
from crossread.questions.kind import Question, Skill
from crossread.questions.matrix import Matrix
from crossread.questions.passages import Selection
from crossread.questions.registry import KINDS
from crossread.questions.scale import Scale
from tests.content.shipped import checked, digests_of, pack_of

FOLDER = content_folder() / "corridor"
BY_THEM = {"message", "log", "report"}  # those who saw the giraffe in the lemonade


def _pack() -> Pack:
    return pack_of(FOLDER.name)


def _question(question_id: str) -> Question:
    return _pack().by_id[question_id]


def _marked(source: str, words: str) -> Selection:
    text = _pack().source(source).digest
    start = text.shown.index(words)
    return Selection(
        source=source,
        which="digest",
        text_digest=text.digest,
        start=start,
        end=start + len(words),
        quote=words,
    )


def test_the_pack_is_checked_without_an_error_or_a_warning() -> None:
    assert [str(problem) for problem in checked(FOLDER.name).problems] == []


def test_it_is_one_lesson_of_forty_minutes_in_the_order_of_a_lesson() -> None:
    stages = _pack().stages
    assert [stage.kind for stage in stages] == ["before", "meet", "read", "read", "compare", "conclude"]
    assert sum(stage.minutes for stage in stages) == 40
    assert all(stage.minutes >= 3 for stage in stages)
    assert {stage.lesson for stage in stages} == {1}


def test_it_is_for_those_who_open_their_first_pack_from_eleven_on() -> None:
    assert _pack().begin_here
    assert _pack().ages == 11


def test_twenty_five_questions_ask_in_every_kind_and_train_every_skill() -> None:
    questions = _pack().questions
    assert len(questions) == 25
    assert {question.kind for question in questions} == set(KINDS)
    assert {question.skill for question in questions} == set(get_args(Skill))
    assert all(Counter(question.skill for question in questions)[skill] >= 2 for skill in get_args(Skill))


def test_a_stage_asks_no_more_than_fits_its_minutes() -> None:
    for stage in _pack().stages:
        required = [question for question in _pack().questions_of(stage.id) if question.required]
        assert len(required) <= stage.minutes, stage.id


def test_every_question_has_a_reason_and_its_passages() -> None:
    for question in _pack().questions:
        assert question.explanation, question.id
        assert question.evidence, question.id
        if KINDS[question.kind].scored:
            assert question.hints, question.id


def test_each_stage_with_questions_says_what_stands_firm_and_says_no_line_of_it_twice() -> None:
    for stage in _pack().stages:
        said = [question.floor for question in _pack().questions_of(stage.id) if question.floor]
        assert bool(said) == bool(_pack().questions_of(stage.id)), stage.id
        assert len(said) == len(set(said)), stage.id
    named = {question.floor for question in _pack().questions if question.floor}
    assert named == {line.id for line in _pack().floor}


@pytest.mark.parametrize("question", _pack().questions, ids=lambda question: question.id)
def test_the_key_of_each_scored_question_earns_all_on_the_texts(question: Question) -> None:
    kind = KINDS[question.kind]
    response = kind.solve(question, digests_of(FOLDER.name))
    if not kind.scored:
        assert response is None
        return
    assert response is not None
    assert kind.mark(question, response, digests_of(FOLDER.name)).score == 1
    assert kind.mark(question, kind.response(), digests_of(FOLDER.name)).score == 0


def test_the_texts_are_whole_short_and_written_for_the_pack() -> None:
    assert len(_pack().sources) == 5
    for source in _pack().sources:
        assert source.own, source.id
        assert source.written, source.id
        assert source.original is None, source.id
        assert 80 <= len(source.digest.shown.split()) <= 190, source.id
    assert sum(len(source.digest.shown.split()) for source in _pack().sources) <= 750


def test_each_card_says_who_speaks_and_what_is_not_known() -> None:
    for source in _pack().sources:
        card = source.card
        assert all((card.author, card.published, card.written_about, card.kind, card.audience)), source.id
        assert all((card.purpose, card.standing, card.missing)), source.id


def test_the_way_from_the_joke_to_the_bus_follows_the_dates() -> None:
    written = [span(_pack().source(name).card.published) for name in ("message", "paper", "bus")]
    assert None not in written
    assert written == sorted(written, key=str)
    for edge in _pack().edges:
        first, later = (span(_pack().source(end).card.published) for end in (edge.to, edge.from_))
        assert first is not None
        assert later is not None
        assert first[0] < later[0], edge.id


def test_a_hundred_cups_are_one_account_however_often_they_are_told() -> None:
    claim = next(claim for claim in _pack().claims if claim.id == "hundred")
    found = independent_accounts(claim, _pack().edges, _pack().works)
    assert found.most == 1
    assert {root.name for root in found.roots} == {"message"}


def test_three_people_saw_the_giraffe_in_the_lemonade_for_themselves() -> None:
    claim = next(claim for claim in _pack().claims if claim.id == "lemonade")
    own = {source for source, cell in claim.cells.items() if any(one.own for one in cell)}
    assert own == BY_THEM
    assert independent_accounts(claim, _pack().edges, _pack().works).least == 3


def test_every_way_in_which_claims_can_stand_to_each_other_occurs() -> None:
    relations = {claim.relation for claim in _pack().claims}
    assert relations == {"agree", "differ", "contradict", "only-one", "shared-origin"}
    for claim in _pack().claims:
        assert set(claim.cells) == {source.id for source in _pack().sources}, claim.id
        assert claim.note, claim.id
        assert claim.why, claim.id


def test_what_the_matrix_of_a_question_asks_is_not_asked_beside_it_too() -> None:
    (stage,) = [stage for stage in _pack().stages if stage.kind == "compare"]
    (matrix,) = [question for question in _pack().questions if isinstance(question, Matrix)]
    assert not set(matrix.claims) & {*stage.claims, *stage.silences}
    assert matrix.given == stage.given == "some"


def test_what_stands_firm_gives_no_answer_away_before_reading() -> None:
    told = " ".join(line.text for line in _pack().floor) + _pack().context.shown
    told += " ".join(entry.what for entry in _pack().timeline)  # it can be opened before reading, too
    for word in (
        "17",
        "22",
        "hundred",
        "brake",
        "pushed",
        "ear",
        "pads",
        "shut",
        "nobody saw",
        "saw the start",
    ):
        assert not re.search(rf"\b{word}\b", told), word


def test_a_card_tells_neither_who_copied_whom_nor_what_a_silence_is_asked_about() -> None:
    asked = r"\b(cups?|door|brake was|bell|lockers|pushed|head came|counted|copied|start|began)\b"
    for source in _pack().sources:
        assert not source.card.rests_on, source.id
        assert not re.search(asked, f"{source.card.standing} {source.card.missing}"), source.id


def test_the_corrected_copy_tells_neither_the_joke_with_the_head_nor_whose_the_hundred_was() -> None:
    (corrected,) = _pack().source("paper").versions
    assert not re.search(r"\b(message|Noor|head|saying)\b", corrected.text.shown)
    assert "We have found nobody who saw it start" in corrected.text.shown  # and not: nobody saw it


@pytest.mark.parametrize(
    ("source", "marked"),
    [
        ("paper", "tidal wave"),
        ("paper", "A tidal wave of lemonade"),
        ("paper", "50 metres"),
        ("paper", "a hundred cups"),
        ("paper", "went flying"),
        ("report", "slight damage"),
        ("report", "slight damage. It can"),
        ("report", "a noise"),
    ],
)
def test_a_big_word_or_a_small_one_earns_all_by_itself(source: str, marked: str) -> None:
    response = EvidenceResponse((_marked("paper", "Chaos"), _marked(source, marked)))
    assert KINDS["evidence"].mark(_question("told-words"), response, digests_of(FOLDER.name)).score == 1


def test_the_paper_puts_right_what_it_had_wrong() -> None:
    paper = _pack().source("paper")
    (corrected,) = paper.versions
    assert "About a hundred cups" in paper.digest.shown
    assert "17 cups" in corrected.text.shown
    assert "22 metres" in corrected.text.shown
    assert "left ear" in corrected.text.shown
    later = span(corrected.published)
    bus = span(_pack().source("bus").card.published)
    assert later is not None
    assert bus is not None
    assert later[0] < bus[0]  # and still the bus tells the old story


def test_what_happened_and_what_is_fair_are_asked_one_after_the_other() -> None:
    asked = [question.id for question in _pack().questions_of("conclude")]
    weighed, fair = _question("end-pushed"), _question("end-fair")
    assert isinstance(weighed, Scale)
    assert isinstance(fair, Discussion)
    assert asked.index("end-fair") == asked.index("end-pushed") + 1
    assert fair.model
    assert len(fair.moves) >= 4
    assert not re.search(r"\b(fair|unfair|wrong of|blame)\b", f"{weighed.claim} {weighed.prompt}")


def test_the_last_page_says_what_the_story_does_not_show() -> None:
    last = _pack().questions[-1]
    assert last.stage == _pack().stages[-1].id
    assert last.required
    line = _pack().floor_line(last.floor)
    assert line is not None
    assert "does not make all accounts equal" in line.text
    assert "Elsewhere people are hurt, and some do lie" in line.text


def test_nobody_is_hurt_and_nobody_lies() -> None:
    words = " ".join(source.digest.shown for source in _pack().sources).casefold()
    assert "nobody was hurt" in words
    assert not re.search(r"\b(lied|liars?|injured|bleed\w*|bully\w*|stupid)\b", words)


def test_the_plan_of_the_corridor_is_small_and_said_in_words() -> None:
    (picture,) = _pack().pictures
    found = read_picture(FOLDER, picture.file)
    assert found is not None
    assert found[1] == "png"
    assert len(found[0]) < 80_000
    assert picture.credit
    assert all(word in picture.alt for word in ("yard door", "art room", "lockers", "table", "50 metres"))


def test_the_best_sample_letter_has_all_that_a_letter_should_have() -> None:
    letter = _question("end-letter")
    assert isinstance(letter, Essay)
    best = letter.rubric[-1]
    every = EssayRating(best.id, tuple(idea.id for idea in letter.ideas))
    assert unmatched(letter, EssayResponse(best.sample), every) == ()


def test_no_line_of_what_stands_firm_names_a_thing_that_the_last_stage_has_sorted_as_firm() -> None:
    question = _question("end-sort")
    assert isinstance(question, Categorise)
    groups = _long_words(" ".join(target.text for target in question.targets))
    told = _long_words(" ".join(line.text for line in _pack().floor))
    firm = [item for item in question.items if question.pairs[item.id] == "firm"]
    assert firm
    for item in firm:
        named = _long_words(item.text) - groups
        assert named
        assert not named & told, item.text


def _long_words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", text.lower()))
