"""What may be told of a claim's origins: no more than the claim matrix tells, and the count last."""

from dataclasses import replace

from crossread.inquiry.commands import Judge
from crossread.inquiry.comparison import Judgement, witnesses_of
from crossread.packs.pack import Pack, Stage
from crossread.packs.sources.compare_parts import Edge
from crossread.progress.claim_matrix import ClaimMatrix
from crossread.progress.origins_told import WHOLE, OriginsShown, OriginsTold
from crossread.questions.passages import PassageKey, Selection
from tests.inquiry.comparing_samples import COMPARED
from tests.inquiry.making import DIGESTS_ONLY
from tests.progress.matrices import AtWork
from tests.questions.making import VERDICT
from tests.questions.open_samples import FORTY

SOME_SAY = PassageKey(source="pilot", quote="Some say forty boats went down")
RESTS = Edge(id="rests", from_="pilot", to="gazette", how="probable", passages=(SOME_SAY,))


def words(what: Selection | PassageKey) -> str:
    return what.quote


def told(work: AtWork, key: str = "forty", pack: Pack = COMPARED) -> OriginsShown:
    found = OriginsTold(pack, {})
    found.set_state(work.matrix, work.held)
    return found.shown(key, None, (), words)


def say(work: AtWork, count: int = 1) -> None:
    work.learner.do(Judge(judgement=Judgement(about=witnesses_of("forty"), count=count)))


def test_of_a_row_that_is_not_filled_in_nobody_is_named_and_the_number_can_be_said() -> None:
    shown = told(AtWork())
    assert shown.lines == []
    assert shown.graph is None
    assert shown.question == "However many texts say it: how many witnesses is that?"
    assert (shown.can_fill, shown.can_show) == (True, True)


def test_a_claim_without_a_row_in_this_stage_can_be_shown_and_nobody_is_told_to_fill_it_in() -> None:
    stage = Stage(id="side", kind="compare", title="Side by side", claims=("at-nine",), given="none")
    work = AtWork(stage=stage)
    matrix = ClaimMatrix(COMPARED, DIGESTS_ONLY, stage, more=("forty",))
    matrix.set_state(work.learner.state, work.held)
    found = OriginsTold(COMPARED, {})
    found.set_state(matrix, work.held)
    shown = found.shown("forty", stage, (), words)
    assert (shown.can_fill, shown.can_show) == (False, True)
    assert shown.later.startswith("Have it shown.")
    assert "row" not in shown.later


def test_the_number_alone_tells_nothing_of_a_row_that_is_not_filled_in() -> None:
    work = AtWork()
    say(work, 2)
    shown = told(work)
    assert shown.answer == 2
    assert not shown.count
    assert shown.graph is None


def test_a_row_that_is_shown_tells_who_says_it_and_then_the_number_tells_the_count() -> None:
    work = AtWork()
    work.show("forty")
    shown = told(work)
    assert "2 texts say it" in shown.question
    assert {line.source for line in shown.lines} == {"gazette", "pilot"}
    assert not any(line.note for line in shown.lines)  # on whose word is what is asked
    assert (shown.can_fill, shown.can_show, shown.count) == (False, False, "")
    say(work)
    assert told(work).count
    assert told(work).graph is not None


def test_cells_that_are_filled_tell_who_says_it_in_the_learners_own_words() -> None:
    work = AtWork()
    work.fill("forty", "gazette", "hedges")
    shown = told(work)
    assert [(line.source, line.words) for line in shown.lines] == [("gazette", "hedges")]
    work.check("forty", "gazette")
    assert [line.words for line in told(work).lines] == ["By midnight forty boats were lost"]
    work.fill("forty", "pilot", "denies")
    assert {line.source for line in told(work).lines} == {"gazette"}


def test_a_claim_that_a_question_asks_about_keeps_its_count_and_the_source_that_is_asked() -> None:
    evidence = (PassageKey(source="gazette", quote="forty boats were lost"),)
    work = AtWork(replace(VERDICT, evidence=evidence))
    work.give("all")
    shown = told(work)
    assert {line.source for line in shown.lines} == {"pilot"}
    assert (shown.can_fill, shown.can_show) == (False, False)
    assert "asks about A here" in shown.later
    say(work)
    shown = told(work, pack=replace(COMPARED, edges=(RESTS,)))
    assert not shown.count
    assert not shown.why
    assert shown.graph is not None
    assert {node.name for node in shown.graph.nodes if node.kind == "source"} == {"pilot"}
    assert "the count, show after it" in shown.later
    work.give("none")
    assert told(work).lines == []
    assert told(work).can_show  # what is not asked of it
    assert told(work).graph is None
    work.show("forty")
    assert told(work).graph is not None
    assert not told(work).can_show


def test_a_line_between_whole_texts_waits_for_the_question_that_asks_for_its_words() -> None:
    pack = replace(COMPARED, edges=(RESTS,))
    shown = told(AtWork(), WHOLE, pack)
    assert [name for name, _says, _how in shown.links] == ["rests"]
    asking = told(AtWork(replace(VERDICT, evidence=(SOME_SAY,))), WHOLE, pack)
    assert asking.links == []
    assert "once they are closed" in asking.later
    assert FORTY.claim not in asking.later
