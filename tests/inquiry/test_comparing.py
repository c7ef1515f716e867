"""The comparison: cells filled and checked, judgements and conclusions, refused where they cannot be."""

from dataclasses import replace

import pytest

from crossread.base.errors import Expected
from crossread.inquiry.commands import CheckCells, Command, EnterStage, Judge, PutCell, PutConclusion
from crossread.inquiry.comparing import LONGEST_TEXT, MOST_REASONS, MOST_STATEMENTS
from crossread.inquiry.comparison import Cell, CellCheck, CellStatement, Conclusion, Judgement, Reason
from crossread.inquiry.putting import MOST_PASSAGES
from crossread.questions.passages import PassageKey
from crossread.texts.passages.anchors import QuoteAnchor
from tests.inquiry.comparing_samples import COMPARED, cell, comparer, conclusion, empty, judgement
from tests.inquiry.making import Learner, kinds
from tests.inquiry.noting_samples import noted
from tests.questions.making import CHOICE, PILOT
from tests.questions.open_samples import AT_NINE, LOUDER, SAYS_FEWER, SAYS_FORTY, SAYS_SOME

BOTH = (("forty", "gazette"), ("forty", "pilot"))


def test_a_cell_is_filled_filled_anew_and_emptied() -> None:
    learner = comparer()
    assert kinds(learner.do(PutCell(cell=cell()))) == ["cell-set"]
    assert learner.do(PutCell(cell=cell())) == []
    assert learner.state.cells == {("forty", "gazette"): cell(seq=1)}
    learner.do(PutCell(cell=cell(("hedges", SAYS_FORTY))))
    assert learner.state.cells["forty", "gazette"].statements[0].stance == "hedges"
    learner.do(PutCell(cell=empty()))
    assert learner.state.cells == {}
    assert learner.do(PutCell(cell=empty())) == []


def test_one_source_may_say_several_things_each_of_them_once() -> None:
    learner = comparer()
    learner.do(
        PutCell(
            cell=cell(("reports", SAYS_SOME), ("denies", SAYS_FEWER), ("denies", SAYS_FEWER), source="pilot")
        )
    )
    filled = learner.state.cells["forty", "pilot"]
    assert [statement.stance for statement in filled.statements] == ["reports", "denies"]


def test_whether_it_could_have_known_goes_with_silence_alone() -> None:
    learner = comparer()
    learner.do(PutCell(cell=cell(("silent", None), claim="at-nine", source="pilot", could="no")))
    learner.do(PutCell(cell=cell(could="yes")))
    assert learner.state.cells["at-nine", "pilot"].could == "no"
    assert learner.state.cells["forty", "gazette"].could == ""


def test_cells_are_checked_for_stance_and_passage_and_the_first_check_is_kept() -> None:
    learner = comparer()
    learner.do(PutCell(cell=cell(("asserts", LOUDER))))
    learner.do(PutCell(cell=cell(("reports", SAYS_SOME), ("denies", SAYS_FEWER), source="pilot")))
    (made,) = learner.do(CheckCells(cells=(*BOTH, ("at-nine", "pilot"))))
    assert made.payload["cells"] == [
        {"claim": "forty", "source": "gazette", "score": 0.5},  # the stance is right, the passage is not
        {"claim": "forty", "source": "pilot", "score": 1.0},
    ]
    learner.do(PutCell(cell=cell()))
    learner.do(CheckCells(cells=BOTH[:1]))
    checked = learner.state.cells["forty", "gazette"]
    assert learner.state.cell_checks["forty", "gazette"] == CellCheck(
        first=0.5, last=1.0, seq=5, cell=checked
    )


def test_a_cell_that_was_changed_since_its_check_can_be_told() -> None:
    learner = comparer()
    learner.do(PutCell(cell=cell()))
    learner.do(CheckCells(cells=BOTH))
    check = learner.state.cell_checks["forty", "gazette"]
    assert check.is_of(learner.state.cells["forty", "gazette"])
    learner.do(PutCell(cell=cell(("hedges", None))))
    assert not check.is_of(learner.state.cells["forty", "gazette"])
    learner.do(PutCell(cell=empty()))
    assert not check.is_of(learner.state.cells.get(("forty", "gazette")))


def test_a_cell_that_says_again_what_was_checked_has_not_changed() -> None:
    learner = comparer()
    learner.do(PutCell(cell=cell()))
    learner.do(CheckCells(cells=BOTH[:1]))
    learner.do(PutCell(cell=cell(("hedges", None))))
    learner.do(PutCell(cell=cell()))
    check = learner.state.cell_checks["forty", "gazette"]
    assert learner.state.cells["forty", "gazette"].seq > check.seq
    assert check.is_of(learner.state.cells["forty", "gazette"])


def test_a_cell_that_an_open_question_asks_for_is_not_checked() -> None:
    proving = replace(
        CHOICE, id="proving", evidence=(PassageKey(source="gazette", quote="forty boats were lost"),)
    )
    learner = Learner(pack=replace(COMPARED, questions=(*COMPARED.questions, proving)))
    for filled in (cell(), cell(("reports", SAYS_SOME), source="pilot")):
        learner.do(PutCell(cell=filled))
    learner.do(EnterStage(stage="read"))
    (made,) = learner.do(CheckCells(cells=BOTH))
    assert [one["source"] for one in made.payload["cells"]] == ["pilot"]
    with pytest.raises(Expected) as refused:
        learner.do(CheckCells(cells=BOTH[:1]))
    assert refused.value.code == "asked-in-a-question"


def test_without_a_key_there_is_nothing_to_check_and_a_cell_is_the_learners_own() -> None:
    learner = Learner(pack=replace(COMPARED, claims=(replace(AT_NINE, cells={}),)))
    learner.do(PutCell(cell=cell(("silent", None), claim="at-nine", source="pilot")))
    with pytest.raises(Expected) as refused:
        learner.do(CheckCells(cells=(("at-nine", "pilot"),)))
    assert refused.value.code == "nothing-to-check"


def test_a_judgement_is_given_changed_and_taken_back() -> None:
    learner = comparer()
    assert kinds(learner.do(Judge(judgement=judgement()))) == ["judgement-set"]
    assert learner.do(Judge(judgement=judgement())) == []
    assert learner.state.judgements == {"claim/forty/witnesses": judgement(seq=1)}
    learner.do(Judge(judgement=judgement(chosen=("interest", "rounding", "interest"), passages=(noted(),))))
    said = learner.state.judgements["claim/forty/witnesses"]
    assert (said.chosen, said.passages) == (("interest", "rounding"), (noted(),))
    learner.do(Judge(judgement=Judgement(about="claim/forty/witnesses", text="  ")))
    assert learner.state.judgements == {}
    assert learner.do(Judge(judgement=Judgement(about="claim/forty/witnesses"))) == []


def test_a_judgement_of_none_counts_as_said() -> None:
    learner = comparer()
    learner.do(Judge(judgement=Judgement(about="claim/forty/witnesses", count=0)))
    assert learner.state.judgements["claim/forty/witnesses"].count == 0


def test_a_conclusion_is_written_and_its_evidence_is_kept_with_the_text_it_stands_in() -> None:
    learner = comparer()
    (made,) = learner.do(PutConclusion(conclusion=conclusion()))
    assert made.kind == "conclusion-set"
    assert made.seen is not None
    assert [*made.seen["texts"]] == [noted().quote.text_digest]
    assert learner.do(PutConclusion(conclusion=conclusion())) == []
    assert learner.state.conclusions == {"read": conclusion(seq=1)}
    (made,) = learner.do(PutConclusion(conclusion=conclusion(unheard="The tar men")))
    assert made.seen is None  # that text is kept by now
    assert learner.do(PutConclusion(conclusion=Conclusion(stage="exam"))) == []


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (PutCell(cell=cell(claim="fifty")), "no-such-claim"),
        (PutCell(cell=cell(source="nobody")), "no-such-source"),
        (PutCell(cell=cell(source="pilot")), "other-source"),
        (PutCell(cell=cell(("asserts", SAYS_FORTY), ("silent", None))), "silent-and-not"),
        (
            PutCell(
                cell=Cell(
                    claim="forty",
                    source="gazette",
                    statements=tuple(
                        CellStatement(stance="asserts", selection=replace(SAYS_FORTY, start=number))
                        for number in range(MOST_STATEMENTS + 1)
                    ),
                )
            ),
            "too-many-statements",
        ),
        (PutCell(cell=cell(("asserts", replace(SAYS_FORTY, quote=" ")))), "passage-empty"),
        (CheckCells(cells=BOTH), "nothing-to-check"),
        (Judge(judgement=judgement("a" * (LONGEST_TEXT + 1))), "text-too-long"),
        (Judge(judgement=judgement(passages=(noted(),) * (MOST_PASSAGES + 1))), "too-many-passages"),
        (Judge(judgement=judgement(passages=(replace(noted(), source="x"),))), "no-such-source"),
        (PutConclusion(conclusion=conclusion(stage="nowhere")), "no-such-stage"),
        (PutConclusion(conclusion=conclusion(answer="a" * (LONGEST_TEXT + 1))), "text-too-long"),
        (
            PutConclusion(
                conclusion=conclusion(
                    reasons=tuple(Reason(id=str(number), text="") for number in range(MOST_REASONS + 1))
                )
            ),
            "too-many-reasons",
        ),
        (
            PutConclusion(
                conclusion=conclusion(
                    reasons=(Reason(id="r", text="", passages=(noted(),) * (MOST_PASSAGES + 1)),)
                )
            ),
            "too-many-passages",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(command: Command, code: str) -> None:
    learner = comparer()
    with pytest.raises(Expected) as refused:
        learner.do(command)
    assert refused.value.code == code
    assert learner.entries == []


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (Judge(judgement=judgement(about="")), "can be named"),
        (Judge(judgement=judgement(about="a" * 301)), "can be named"),
        (Judge(judgement=judgement(count=-1)), "below nothing"),
        (Judge(judgement=judgement(chosen=tuple(map(str, range(33))))), "anything offers"),
        (PutConclusion(conclusion=conclusion(reasons=(Reason(id="", text=""),))), "an id"),
        (PutConclusion(conclusion=conclusion(reasons=(Reason(id="r", text="a"),) * 2)), "one id"),
    ],
)
def test_what_no_window_can_ask_for_is_a_bug(command: Command, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        comparer().do(command)


def test_evidence_of_a_source_that_has_left_the_pack_stays_where_it_was_given() -> None:
    learner = comparer()
    both = (noted(), noted("forty boats", "pilot", PILOT))
    reasons = (Reason(id="r1", text="Both say so.", passages=both),)
    learner.do(PutConclusion(conclusion=conclusion(reasons=reasons)))
    learner.pack = replace(COMPARED, sources=COMPARED.sources[:1])
    learner.do(PutConclusion(conclusion=conclusion("It burned.", reasons=reasons)))
    assert learner.state.conclusions["read"].reasons == reasons


def test_words_without_quote_can_be_evidence_no_more_than_nothing_can() -> None:
    nothing = replace(noted(), quote=QuoteAnchor(quote=" ", prefix="", suffix=""))
    with pytest.raises(Expected) as refused:
        comparer().do(
            PutConclusion(conclusion=conclusion(reasons=(Reason(id="r", text="", passages=(nothing,)),)))
        )
    assert refused.value.code == "passage-empty"
