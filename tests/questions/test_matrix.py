"""A matrix: how each source stands to each claim, silence among the stances."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.questions.claim_faults import claim_faults
from crossread.questions.claims import CellPassage, Claim, Overtaken, Stance, Statement
from crossread.questions.mark import Mark, Part
from crossread.questions.matrix import (
    CellGiven,
    Matrix,
    MatrixResponse,
    MatrixWritten,
    asked_cells,
    complete,
    empty,
    faults,
    given_cells,
    lacks,
    mark,
    named_claims,
    silent,
    solve,
    words,
)
from crossread.questions.passages import ShownText, Texts
from crossread.questions.registry import KINDS
from crossread.texts.passages.anchors import WordsAnchor
from tests.questions.open_samples import (
    AT_NINE,
    CLAIMS,
    FORTY,
    LOUDER,
    MATRIX,
    MATRIX_CELLS,
    OPEN_IMPROVE,
    OPEN_RESPONSES,
    SAYS_FEWER,
    SAYS_FORTY,
    SAYS_NINE,
    SAYS_SOME,
    cell,
)
from tests.questions.texts_told import (
    GAZETTE,
    GAZETTE_ORIGINAL,
    SHARED,
    TEXTS,
    anchor,
    select,
    text_of,
)

UNPROVED = replace(MATRIX, prove=False)


def marked(*cells: CellGiven, question: Matrix = UNPROVED, texts: Texts = TEXTS) -> Mark:
    return mark(question, MatrixResponse(cells), texts)


def part(mark: Mark, of: str) -> Part:
    (found,) = (one for one in mark.parts if one.of == of)
    return found


def test_a_matrix_gets_its_rows_from_the_claims_in_the_order_written() -> None:
    written = MatrixWritten(id="claims", **SHARED, claims=("at-nine", "gone", "forty"), given="some")
    question = complete(written, CLAIMS)
    assert question.rows == (AT_NINE, FORTY)  # what no claim is called, the check tells of
    assert (question.id, question.given, question.claims) == ("claims", "some", written.claims)
    assert named_claims(written)[1] == (("claims", 1), "gone")


def test_each_cell_counts_the_same_and_an_empty_one_earns_nothing() -> None:
    mark = marked(cell("forty", "gazette", ("asserts", None)), cell("at-nine", "pilot", ("silent", None)))
    assert mark.score == 0.5
    assert part(mark, "at-nine/gazette").feedback == (
        "You left this cell empty. It reports what others say; it does not say so itself."
    )
    assert part(mark, "forty/gazette").given == "asserts it"
    assert part(mark, "forty/gazette").key == "asserts it: forty"
    assert part(mark, "at-nine/gazette").key == "reports others (the watchman)"


def test_silence_is_chosen_and_an_untouched_cell_is_not_silence() -> None:
    untouched, chosen = marked(), marked(cell("at-nine", "pilot", ("silent", None)))
    assert part(untouched, "at-nine/pilot").score == 0
    assert part(chosen, "at-nine/pilot").score == 1
    assert part(chosen, "at-nine/pilot").feedback == (
        "It does not speak of this, and it could not have known."
    )


def test_a_source_without_a_cell_in_the_claim_is_silent() -> None:
    alone = replace(AT_NINE, cells={"gazette": AT_NINE.cells["gazette"]})
    question = replace(UNPROVED, claims=("at-nine",), rows=(alone,))
    assert marked(cell("at-nine", "pilot", ("silent", None)), question=question).score == 0.5


@pytest.mark.parametrize(
    ("stances", "score"),
    [
        (["reports", "denies"], 1),
        (["denies", "reports"], 1),
        (["reports"], 1 / 2),
        (["denies", "hedges"], 1 / 2),
        (["asserts"], 0),
        (["reports", "denies", "asserts"], 2 / 3),
        (["reports", "reports", "denies", "denies"], 1),  # to say it twice says no more
        (["silent"], 0),
        (["silent", "denies"], 1 / 2),
    ],
)
def test_where_a_source_says_several_things_the_right_ones_count_of_the_more(
    stances: list[Stance], score: float
) -> None:
    filled = cell("forty", "pilot", *((stance, None) for stance in stances))
    assert part(marked(filled), "forty/pilot").score == pytest.approx(score)


def twice_reported(*, prove: bool) -> Matrix:
    """Ask of a source that reports two things, and asserts a third."""
    said = (
        Statement(stance="reports", says="forty", passages=(CellPassage(quote="Some say forty boats"),)),
        Statement(stance="reports", says="twenty-six", passages=(CellPassage(quote="I counted twenty-six"),)),
        Statement(stance="asserts", says="that the store was gone"),
    )
    row = replace(FORTY, cells={**FORTY.cells, "pilot": said})
    return replace(MATRIX, rows=(row,), claims=("forty",), sources=("pilot",), prove=prove)


def test_without_passages_a_stance_counts_once_however_much_is_said_in_it() -> None:
    question = twice_reported(prove=False)
    once = marked(cell("forty", "pilot", ("reports", None), ("asserts", None)), question=question)
    assert (once.score, once.parts[0].feedback) == (1, "")
    assert (
        once.parts[0].key
        == "reports others: forty; reports others: twenty-six; asserts it: that the store was gone"
    )
    half = marked(cell("forty", "pilot", ("reports", None)), question=question)
    assert (half.score, half.parts[0].feedback) == (0.5, "It says so itself.")
    assert mark(question, solve(question, TEXTS) or MatrixResponse(), TEXTS).score == 1


def test_where_passages_are_asked_for_each_thing_said_counts() -> None:
    question = twice_reported(prove=True)
    first = marked(cell("forty", "pilot", ("reports", SAYS_SOME)), question=question)
    assert first.score == pytest.approx(1 / 3)
    assert mark(question, solve(question, TEXTS) or MatrixResponse(), TEXTS).score == 1


def test_a_wrong_stance_is_told_what_the_source_does() -> None:
    def told(stance: Stance, claim: str = "at-nine", source: str = "gazette") -> str:
        return part(marked(cell(claim, source, (stance, None))), f"{claim}/{source}").feedback

    assert told("asserts") == "It reports what others say; it does not say so itself."
    assert told("silent") == "It reports what others say; it does not say so itself."
    assert told("denies", "forty") == "It says so itself."
    assert told("asserts", "at-nine", "pilot") == "It does not speak of this, and it could not have known."
    assert told("reports", "forty", "pilot") == "It says that this is not so."
    assert told("reports") == ""


def test_one_stance_too_many_is_told() -> None:
    mark = marked(cell("forty", "gazette", ("asserts", None), ("denies", None)))
    assert part(mark, "forty/gazette").score == 0.5
    assert part(mark, "forty/gazette").feedback == "It says no more than that: one stance here is too many."


def test_where_passages_are_asked_for_a_stance_alone_is_half() -> None:
    mark = marked(cell("forty", "gazette", ("asserts", None)), question=MATRIX)
    assert part(mark, "forty/gazette").score == 0.5
    assert part(mark, "forty/gazette").feedback == "The stance is right; no passage is marked to show it."
    mark = marked(cell("forty", "gazette", ("asserts", LOUDER)), question=MATRIX)
    assert part(mark, "forty/gazette").score == 0.5
    assert part(mark, "forty/gazette").feedback == "The stance is right; what is marked does not show it."


def test_a_right_passage_with_a_wrong_stance_is_half_too() -> None:
    found = part(marked(cell("forty", "gazette", ("hedges", SAYS_FORTY)), question=MATRIX), "forty/gazette")
    assert found.score == 0.5
    assert found.feedback == "The passage is the right one; the stance is not. It says so itself."


def test_silence_takes_no_passage() -> None:
    mark = marked(cell("at-nine", "pilot", ("silent", None)), question=MATRIX)
    assert part(mark, "at-nine/pilot").score == 1


def test_the_whole_sentence_around_the_words_is_right_and_a_part_of_them_is_a_part() -> None:
    sentence = "The watchman saw smoke over the rope store at nine, and the tar sheds caught soon after."
    whole = select("gazette", GAZETTE, sentence)
    filled = cell("at-nine", "gazette", ("reports", whole))
    assert part(marked(filled, question=MATRIX), "at-nine/gazette").score == 1
    short = select("gazette", GAZETTE, "forty boats were")  # 3 of 6 words: F1 is 2/3
    found = part(marked(cell("forty", "gazette", ("asserts", short)), question=MATRIX), "forty/gazette")
    assert found.score == pytest.approx(1 / 2 + 1 / 2 * 2 / 3)
    assert found.feedback == "The stance is right; what is marked shows it in part."


def test_words_of_another_source_show_nothing() -> None:
    mark = marked(cell("forty", "gazette", ("asserts", SAYS_SOME)), question=MATRIX)
    assert part(mark, "forty/gazette").score == 0.5


def test_stances_and_passages_are_paired_so_that_they_earn_most() -> None:
    swapped = cell("forty", "pilot", ("denies", SAYS_SOME), ("reports", SAYS_FEWER))
    assert part(marked(swapped, question=MATRIX), "forty/pilot").score == 0.5
    turned = cell("forty", "pilot", ("denies", SAYS_FEWER), ("reports", SAYS_SOME))
    assert part(marked(turned, question=MATRIX), "forty/pilot").score == 1


def test_a_passage_in_a_text_that_is_gone_is_scored_neither_way() -> None:
    gone = replace(SAYS_FORTY, text_digest="older", quote="in other words")
    mark = marked(cell("forty", "gazette", ("asserts", gone)), question=MATRIX)
    assert mark.score is None
    assert part(mark, "forty/gazette").score is None
    assert "no longer here" in part(mark, "forty/gazette").feedback
    assert marked(cell("forty", "gazette", ("asserts", gone))).score == 0.25  # no passage is asked for


def test_a_passage_is_looked_for_in_the_original_where_it_was_marked_there() -> None:
    quote = "Two score of fishing craft are reported lost"
    statement = Statement(
        stance="reports",
        whom="nobody named",
        passages=(CellPassage(original=anchor(GAZETTE_ORIGINAL, quote)),),
    )
    claim = replace(FORTY, cells={"gazette": (statement,)})
    question = replace(MATRIX, sources=("gazette",), claims=("forty",), rows=(claim,))
    filled = cell("forty", "gazette", ("reports", select("gazette", GAZETTE_ORIGINAL, quote)))
    assert marked(filled, question=question).score == 1
    assert mark(question, solve(question, TEXTS) or MatrixResponse(), TEXTS).score == 1
    assert solve(question, {"gazette": {}}) is None


def test_the_part_of_a_cell_leads_to_its_passage_and_further_ones_follow() -> None:
    mark = marked(cell("forty", "gazette", ("asserts", SAYS_FORTY)), question=MATRIX)
    first = part(mark, "forty/gazette")
    assert first.selection == SAYS_FORTY
    assert first.passage is not None
    assert (first.passage.source, first.passage.quote) == ("gazette", "By midnight forty boats were lost")
    further = part(mark, "forty/pilot/2")
    assert further.score is None
    assert further.passage is not None
    assert further.passage.quote == "I counted twenty-six at dawn"


def test_every_other_cell_is_given_where_some_are() -> None:
    some = replace(UNPROVED, given="some")
    assert given_cells(some) == (("forty", "gazette"), ("at-nine", "pilot"))
    assert asked_cells(some) == (("forty", "pilot"), ("at-nine", "gazette"))
    assert len(asked_cells(UNPROVED)) == 4
    assert given_cells(UNPROVED) == ()
    right = marked(
        cell("forty", "pilot", ("reports", None), ("denies", None)),
        cell("at-nine", "gazette", ("reports", None)),
        question=some,
    )
    assert right.score == 1
    assert [one.of for one in right.parts] == ["forty/pilot", "forty/pilot/2", "at-nine/gazette"]


def test_a_matrix_that_is_given_whole_is_not_scored() -> None:
    whole = replace(UNPROVED, given="all")
    assert asked_cells(whole) == ()
    assert marked(question=whole) == Mark(score=None)
    assert solve(whole, TEXTS) is None


def test_cells_that_left_the_pack_count_for_nothing() -> None:
    known, gone = cell("forty", "gazette", ("asserts", None)), cell("older", "gazette", ("asserts", None))
    assert marked(known, gone).score == 0.25
    mark = marked(gone)
    assert mark.score is None
    assert "no longer part" in mark.parts[0].feedback


def test_a_matrix_is_solved_only_where_its_passages_have_a_place() -> None:
    assert solve(MATRIX, TEXTS) == MatrixResponse(MATRIX_CELLS)
    other = text_of("Nothing is known.")
    texts = {**TEXTS, "pilot": {other.digest: ShownText("digest", other)}}
    assert solve(MATRIX, texts) is None
    assert solve(UNPROVED, texts) is not None


@given(OPEN_RESPONSES["matrix"])
def test_a_cell_put_right_never_earns_less(response: MatrixResponse) -> None:
    before = mark(MATRIX, response, TEXTS).score
    for better in OPEN_IMPROVE["matrix"](response):
        after = mark(MATRIX, better, TEXTS).score
        assert before is None or after is None or after >= before


@given(OPEN_RESPONSES["matrix"])
def test_each_cell_asked_has_one_part_whatever_is_filled_in(response: MatrixResponse) -> None:
    of = [one.of for one in mark(MATRIX, response, TEXTS).parts]
    asked = [f"{claim}/{source}" for claim, source in asked_cells(MATRIX)]
    assert of == [""] or [one for one in of if one in asked] == asked
    assert len(set(of)) == len(of)


@given(st.permutations(MATRIX_CELLS))
def test_the_order_of_filling_in_does_not_matter(cells: list[CellGiven]) -> None:
    assert marked(*cells, question=MATRIX).score == 1


def test_what_is_still_open_is_said_once_something_is_filled_in() -> None:
    assert lacks(MATRIX, MatrixResponse()) == ""
    first = cell("forty", "gazette", ("asserts", None))
    assert lacks(UNPROVED, MatrixResponse((first,))) == "3 cells are still empty."
    assert lacks(UNPROVED, MatrixResponse(MATRIX_CELLS[1:])) == "1 cell is still empty."
    assert lacks(MATRIX, MatrixResponse((first, *MATRIX_CELLS[1:]))) == "1 stance still takes a passage."
    assert lacks(MATRIX, MatrixResponse(MATRIX_CELLS)) == ""
    assert empty(MatrixResponse((cell("forty", "gazette"),)))


def test_a_matrix_is_put_in_words_claim_by_claim() -> None:
    filled = MatrixResponse((MATRIX_CELLS[0], MATRIX_CELLS[3], cell("older", "pilot", ("hedges", None))))
    assert words(MATRIX, filled).splitlines() == [
        "Forty boats were lost – gazette: asserts it: “By midnight forty boats were lost”",
        "Smoke was seen at nine – pilot: silent",
        "older – pilot: hedges",
    ]


def test_a_matrix_names_who_is_silent_on_all_of_it_and_quotes_nothing_of_its_own() -> None:
    assert list(silent(MATRIX)) == []
    assert list(silent(replace(MATRIX, claims=("at-nine",), rows=(AT_NINE,)))) == ["pilot"]
    assert KINDS["matrix"].quoted(MATRIX) == ()


NO_PASSAGE = replace(FORTY, cells={**FORTY.cells, "gazette": (Statement(stance="asserts"),)})
LOUD = replace(FORTY, id="loud")


@pytest.mark.parametrize(
    ("question", "at", "severity", "code"),
    [
        (Matrix(id="m", **SHARED, claims=()), ("claims",), "error", "no-claim"),
        (
            replace(MATRIX, claims=("forty", "at-nine", "forty"), rows=(FORTY, AT_NINE, FORTY)),
            ("claims", 2),
            "error",
            "claim-twice",
        ),
        (replace(UNPROVED, given="all"), ("given",), "warning", "nothing-asked"),
        (replace(UNPROVED, rows=()), ("given",), "warning", "nothing-asked"),
        (replace(UNPROVED, claims=("forty",), rows=(FORTY,)), ("claims",), "warning", "no-silent-cell"),
        (replace(MATRIX, rows=(NO_PASSAGE, AT_NINE)), ("claims", 0), "error", "no-passage"),
    ],
)
def test_faults_of_a_matrix(question: Matrix, at: tuple[str | int, ...], severity: str, code: str) -> None:
    (fault,) = faults(question)
    assert (fault.at, fault.severity, fault.code) == (at, severity, code)


def test_a_matrix_that_asks_for_the_original_takes_anchors_there() -> None:
    codes = [fault.code for fault in faults(replace(MATRIX, needs="original"))]
    assert codes == ["no-original-anchor"] * 4
    assert faults(replace(UNPROVED, needs="original")) == []


def test_given_silence_alone_is_not_asked_for() -> None:
    some = replace(UNPROVED, given="some")  # the one silent cell is given
    assert [fault.code for fault in faults(some)] == ["no-silent-cell"]


SILENT, SPOKEN = Statement(stance="silent"), FORTY.cells["gazette"][0]
EXPLAINED = replace(SILENT, because=("time", "choice", "time"), explanation="It was late.")
SHORT = CellPassage(original=WordsAnchor(3, "a" * 12))


@pytest.mark.parametrize(
    ("claim", "severity", "code"),
    [
        (replace(FORTY, id=" "), "error", "no-id"),
        (replace(FORTY, claim=" "), "error", "no-text"),
        (replace(FORTY, cells={}), "error", "no-cell"),
        (replace(FORTY, cells={**FORTY.cells, "third": ()}), "error", "empty-cell"),
        (replace(FORTY, cells={**FORTY.cells, "third": (SILENT, SPOKEN)}), "error", "silent-and-not"),
        (
            replace(FORTY, cells={**FORTY.cells, "third": (replace(SILENT, says="no"),)}),
            "error",
            "silence-speaks",
        ),
        (
            replace(FORTY, cells={**FORTY.cells, "third": (replace(SPOKEN, could="yes"),)}),
            "error",
            "could-not-silent",
        ),
        *(
            (replace(FORTY, cells={**FORTY.cells, "third": (statement,)}), severity, code)
            for statement, severity, code in (
                (replace(SILENT, own=True), "error", "silence-speaks"),
                (replace(SILENT, because=("time",)), "warning", "no-explanation"),
                (EXPLAINED, "error", "named-twice"),
                (
                    replace(SILENT, could="yes", because=("knowledge",), explanation="It did."),
                    "error",
                    "could-know",
                ),
                (replace(SPOKEN, because=("time",)), "error", "because-not-silent"),
                (replace(SPOKEN, explanation="It was late."), "error", "because-not-silent"),
                (replace(SPOKEN, own=True, whom="the keeper"), "error", "own-of-other"),
                (replace(SPOKEN, anonymous=True), "warning", "no-whom"),
            )
        ),
        (replace(FORTY, overtaken=Overtaken(when="", by="It was found.")), "error", "empty"),
        (replace(FORTY, overtaken=Overtaken(when="1990", by=" ")), "error", "empty"),
        (replace(FORTY, cells={**FORTY.cells, "third": (SPOKEN, SPOKEN)}), "error", "statement-twice"),
        (
            replace(FORTY, cells={**FORTY.cells, "third": (replace(SPOKEN, passages=()),)}),
            "warning",
            "no-passage",
        ),
        (
            replace(FORTY, cells={**FORTY.cells, "third": (replace(SPOKEN, stance="reports"),)}),
            "warning",
            "no-whom",
        ),
        (
            replace(FORTY, cells={**FORTY.cells, "third": (replace(SPOKEN, passages=(SHORT,)),)}),
            "error",
            "anchor-too-short",
        ),
        (replace(FORTY, relation="only-one"), "error", "relation-not-so"),
        (replace(AT_NINE, relation="shared-origin"), "error", "relation-not-so"),
        (replace(FORTY, relation="agree"), "warning", "relation-doubtful"),
    ],
)
def test_faults_of_a_claim(claim: Claim, severity: str, code: str) -> None:
    assert [(fault.severity, fault.code) for fault in claim_faults(claim)] == [(severity, code)]


def test_sound_claims_have_no_faults() -> None:
    assert claim_faults(FORTY) == claim_faults(AT_NINE) == []


def test_the_words_marked_for_a_cell_are_shown_with_its_stance() -> None:
    mark = marked(cell("at-nine", "gazette", ("reports", SAYS_NINE)), question=MATRIX)
    assert part(mark, "at-nine/gazette").given == "reports others: “saw smoke over the rope store at nine”"
