"""The claim matrix as it stands for a learner: what is theirs stays theirs, what is asked is not told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.inquiry.commands import Judge
from crossread.inquiry.comparison import Judgement, relation_of
from crossread.packs.pack import Stage
from crossread.questions.claims import STANCES, Stance
from crossread.questions.passages import PassageKey
from tests.progress.matrices import AtWork
from tests.questions.making import VERDICT
from tests.questions.open_samples import FORTY

ASKS = replace(VERDICT, evidence=(PassageKey(source="gazette", quote="forty boats were lost"),))


def test_nothing_of_the_key_is_told_of_an_empty_matrix() -> None:
    work = AtWork()
    assert all(not cell.key and not cell.given for cell in work.matrix.cells(FORTY))
    assert not work.matrix.is_told(FORTY)
    assert work.matrix.counts() == (0, 4)


def test_filled_in_gives_what_is_empty() -> None:
    work = AtWork()
    work.give("all")
    assert all(cell.given and cell.key for cell in work.matrix.cells(FORTY))
    assert work.matrix.is_told(FORTY)
    assert work.matrix.counts() == (0, 0)


@pytest.mark.parametrize("given_", ["all", "some", "none"])
def test_what_the_learner_has_filled_is_theirs_under_every_way(given_: str) -> None:
    work = AtWork()
    work.fill("forty", "gazette", "denies")
    work.give(given_)
    mine = work.cell("forty", "gazette")
    assert [one.stance for one in mine.own] == ["denies"]
    assert not mine.given
    assert bool(mine.key) == (given_ != "none")  # the author's word beside it, where it may be told
    assert work.matrix.counts()[0] == 1
    assert work.matrix.checkable(FORTY) == (("forty", "gazette"),)


def test_a_check_tells_the_key_of_the_cell_and_of_no_other() -> None:
    work = AtWork()
    work.fill("forty", "gazette", "asserts")
    work.check("forty", "gazette")
    assert work.cell("forty", "gazette").key
    assert not work.cell("forty", "pilot").key
    work.fill("forty", "gazette", "denies")
    changed = work.cell("forty", "gazette")
    assert changed.changed
    assert not changed.key


def test_a_row_that_is_shown_is_told_and_no_other_row() -> None:
    work = AtWork()
    work.fill("forty", "pilot", "hedges")
    work.show("forty")
    assert work.matrix.is_told(FORTY)
    assert work.cell("forty", "gazette").given
    assert [one.stance for one in work.cell("forty", "pilot").own] == ["hedges"]
    assert not work.cell("at-nine", "gazette").key


def test_a_cell_that_a_question_asks_about_is_told_in_no_way() -> None:
    work = AtWork(ASKS)
    work.give("all")
    work.show("forty")
    asked = work.cell("forty", "gazette")
    assert asked.asked
    assert not asked.key
    assert not asked.given
    assert work.cell("forty", "pilot").given
    assert not work.matrix.is_told(FORTY)
    work.fill("forty", "gazette", "asserts")
    work.check("forty", "gazette")
    assert not work.cell("forty", "gazette").key
    assert work.matrix.checkable(FORTY) == ()


def test_of_a_stage_only_its_claims_are_rows_and_its_way_counts() -> None:
    stage = Stage(id="side", kind="compare", title="Side by side", claims=("at-nine",), given="all")
    work = AtWork(stage=stage)
    work.give("none")
    assert [claim.id for claim in work.matrix.claims] == ["at-nine"]
    assert not work.matrix.chooses
    assert work.cell("at-nine", "gazette").given


def test_a_relation_that_the_learner_sees_stays_theirs_once_the_authors_is_told() -> None:
    work = AtWork()
    work.learner.do(Judge(judgement=Judgement(about=relation_of("forty"), chosen=("shared-origin",))))
    assert work.matrix.relation(FORTY) == "shared-origin"
    assert work.matrix.authors_relation(FORTY) == ""
    work.give("all")
    assert work.matrix.relation(FORTY) == "shared-origin"
    assert work.matrix.authors_relation(FORTY) == FORTY.relation


def test_the_authors_word_goes_before_the_learners_where_it_is_told() -> None:
    work = AtWork()
    work.fill("at-nine", "pilot", "asserts")
    assert work.cell("at-nine", "pilot").speaks
    work.check("at-nine", "pilot")
    assert work.cell("at-nine", "pilot").is_silent


@given(st.lists(st.sampled_from(list(STANCES)), min_size=1, max_size=1), st.sampled_from(["all", "some"]))
def test_whatever_is_given_no_cell_of_the_learners_is_lost(stances: list[Stance], given_: str) -> None:
    work = AtWork()
    for source in ("gazette", "pilot"):
        work.fill("forty", source, *stances)
    work.give(given_)
    assert all([one.stance for one in cell.own] == stances for cell in work.matrix.cells(FORTY))
    assert not any(cell.given for cell in work.matrix.cells(FORTY))
