"""Fewer than eight answers tell no share: in no picture, no table, no sentence and no file."""

import re

from hypothesis import given

from crossread.base.entries import Entry
from crossread.progress.progress_of import Progress, progress_of_entries
from crossread.reports.answers_csv import WhoReads
from crossread.reports.charts import certainty, skills, sure
from crossread.reports.charts.drawing import plain_room
from crossread.reports.counted import counted
from crossread.reports.learners_csv import columns, learner_rows
from crossread.reports.report_html import certainty_sentence, report_html
from tests.progress.making import first_try
from tests.progress.random_records import START, entries_at_random

ENOUGH = 8
SHARE = re.compile(r"\d[  ]?%")
WHO = WhoReads("Ada", "a" * 32)


def assert_shares_only_of_enough(progress: Progress) -> None:
    for skill, one in skills.tried(progress.skills):
        told = f"{skills.sentence(skill, one)} {skills.share_words(one)} {skills.range_words(one)}"
        assert bool(SHARE.search(told)) == (one.now.items >= ENOUGH), told
    for step in progress.certainty.steps:
        told = f"{certainty.sentence(step)} {certainty.share_words(step)} {certainty.range_words(step)}"
        assert bool(SHARE.search(told)) == (step.items >= ENOUGH), told
        if step.items:
            assert bool(SHARE.search(certainty_sentence(step))) == (step.items >= ENOUGH)
    brier = certainty.brier_words(progress.certainty)
    assert ("Brier" in brier) == (progress.certainty.items >= ENOUGH)
    for skill, figure in sure.told(progress.sure):
        assert bool(SHARE.search(sure.sentence(skill, figure))) == (figure.items >= ENOUGH)


@given(entries_at_random(longest=40))
def test_a_share_is_told_of_eight_answers_or_more_and_of_no_fewer(entries: list[Entry]) -> None:
    assert_shares_only_of_enough(progress_of_entries(entries))


@given(entries_at_random(longest=40))
def test_a_table_of_learners_leaves_shares_of_few_answers_empty(entries: list[Entry]) -> None:
    (row,) = learner_rows([(WHO, counted(entries))])
    told = dict(zip(columns(), row, strict=True))
    for name, items in told.items():
        if name.endswith("_items") and isinstance(items, int):
            begin = name.removesuffix("_items")
            shares = [told[key] for key in (f"{begin}_share", f"{begin}_right", begin) if key in told]
            assert all((share is not None) == (items >= ENOUGH) for share in shares), name


@given(entries_at_random(longest=12))
def test_a_report_on_a_few_answers_holds_no_share_at_all(entries: list[Entry]) -> None:
    count = counted(entries)
    most = max((one.now.items for one in count.progress.skills.values()), default=0)
    if max(most, count.progress.certainty.items) >= ENOUGH:
        return
    page = report_html(
        WHO, START, entries, count, lambda _digest: None, pack="", titles={}, stages={}, language="en"
    )
    body = "".join(page).partition("<body")[2]
    assert not re.search(r"\d+ %", body)


def test_a_picture_of_few_answers_has_no_disc_and_explains_none() -> None:
    for tries, discs in ((ENOUGH - 1, 0), (ENOUGH, 2)):
        found = progress_of_entries([first_try(number, 1.0) for number in range(tries)])
        drawing = skills.draw(found.skills, plain_room())
        assert sum(type(shape).__name__ == "Disc" for shape in drawing.shapes) == discs
