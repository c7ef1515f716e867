"""When was it true: going through the dates of writing by keyboard and mouse, and reading two editions."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from crossread.desktop.pages.compare.when.when import WhenPart
from crossread.desktop.pages.compare.when.words import could_know, sum_words
from crossread.packs.pack import Stage
from crossread.progress.when_written import sources_then
from tests.desktop.pages.conftest import EVERY, PACK, Opened, words_of

Key = Qt.Key


def when(opened: Opened, stage: str = "read-words", pack: str = EVERY) -> WhenPart:
    opened.go(stage, pack)
    opened.desk.front.show("when")
    area = opened.desk.front.area
    assert area is not None
    part = area.part
    assert isinstance(part, WhenPart)
    part.enter()
    QApplication.processEvents()  # what was laid out just now is shown by then
    return part


def test_of_others_without_a_date_nothing_is_said_that_nobody_knows(every: Opened) -> None:
    part = when(every)
    opened = every.desk.opened
    first, *rest = opened.pack.sources
    alone = [first, *(replace(one, card=replace(one.card, published="")) for one in rest)]
    bare = [replace(one, versions=()) for one in alone]
    (then,) = sources_then(replace(opened.pack, sources=tuple(bare)), part.moments[-1].day)
    assert "none has an earlier one" not in could_know(then)
    assert "None of the others" not in could_know(then)
    assert "Whether it could have read B, C, D is not known: they have no date." in could_know(then)
    told = sum_words([then], (), undated=3)
    assert told == "1 of 4 sources is known to be written; without a date: 3."


def test_it_begins_at_the_last_date_with_all_sources_there(every: Opened) -> None:
    part = when(every)
    assert part.slider.hasFocus()
    assert "October 1987: a later edition of D is written" in part.date.text()
    assert "4 of 4 sources are written. 1 claim is overtaken by then." in part.sum.text()
    assert "not yet written" not in words_of(part)


def test_an_arrow_goes_to_the_date_before_and_it_is_told(every: Opened, heard: list[str]) -> None:
    part = when(every)
    every.press(Key.Key_Left)
    assert part.date.text() == "September 1987: D is written"
    assert heard[-1] == f"{part.date.text()}. 4 of 4 sources are written. 0 claims are overtaken by then."
    assert "Not overtaken by then." in words_of(part)
    assert "he will not swear" not in words_of(part.claims[0])


def test_before_a_source_was_written_it_fades_and_says_so(every: Opened) -> None:
    part = when(every)
    every.press(Key.Key_Home)
    lorne = part.sources["lorne"]
    assert lorne.written.text() == "not yet written"
    assert not lorne.read.isVisible()
    assert not lorne.knew.isVisible()
    assert part.sources["log"].read.isVisible()
    every.press(Key.Key_End)
    assert "Corrected printing" in lorne.written.text()
    assert lorne.read.isVisible()


def test_a_faint_badge_looks_different(every: Opened) -> None:
    part = when(every)
    badge = part.sources["lorne"].badge
    there = badge.grab().toImage()
    every.press(Key.Key_Home)
    assert badge.grab().toImage() != there


def test_what_a_writer_could_know_is_counted_and_listed(every: Opened, heard: list[str]) -> None:
    part = when(every)
    diary = part.sources["diary"]
    assert "None of the others has an earlier date." in diary.knew.text()
    assert "Could have read" in part.sources["lorne"].knew.text()
    assert diary.later.isVisible()
    assert not diary.lines.isVisible()
    every.click(diary.later)
    assert diary.lines.isVisible()
    assert "1957" in heard[-1]
    assert heard[-1] == diary.lines.text()


def test_the_mouse_goes_to_the_date_of_a_badge(every: Opened) -> None:
    part = when(every)
    slider = part.slider
    begin = slider.across(part.moments[0].day)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPointF(begin, 24).toPoint())
    assert slider.value() == 0
    assert part.about() == part.moments[0].written


def test_a_source_is_read_in_the_edition_of_that_day(every: Opened) -> None:
    part = when(every)
    every.click(part.sources["lorne"].read)
    pane = every.desk.panes.in_hand
    assert (pane.source_id, pane.which) == ("lorne", "version/corrected")


def test_two_editions_stand_beside_each_other_and_lead_to_their_texts(every: Opened) -> None:
    part = when(every)
    (card,) = part.editions
    assert "Two editions of D" in words_of(card)
    one, other = (passage for passage in card.passages if "bell" in passage.side.words)
    assert "he will not swear to it" in other.side.words
    assert "he will not swear to it" not in one.side.words
    assert any(other.side.words[mark.start : mark.end] for _change, mark in other.side.marks)
    every.click(other)
    pane = every.desk.panes.in_hand
    assert (pane.source_id, pane.which) == ("lorne", "version/corrected")


def test_one_comes_back_to_the_date_one_was_at(every: Opened) -> None:
    part = when(every)
    part.go_to("1957-09-19")
    assert part.about() == "1957-09-19"
    part.go_to("1800")
    assert part.about() == "1957-09-19"


def test_what_stands_firm_is_that_of_a_claim_overtaken(every: Opened) -> None:
    part = when(every)
    floors = {claim.floor for claim in part.opened.pack.claims if claim.overtaken}
    assert part.firm()
    assert set(part.firm()) <= floors
    every.press(Key.Key_Home)
    assert list(part.firm()) == []


def test_a_stage_that_names_claims_tells_of_no_others(every: Opened) -> None:
    part = when(every)
    (claim,) = (one for one in part.opened.pack.claims if one.overtaken)
    assert claim.claim in words_of(part)
    part.open_stage(Stage(id="compare", kind="compare", title="Compare", claims=("wind",)))
    assert claim.claim not in words_of(part)
    assert "Claims that later facts overtook" not in words_of(part)
    assert "claim" not in part.sum.text()
    assert not part.firm()
    part.open_stage(Stage(id="compare", kind="compare", title="Compare", claims=("wind", claim.id)))
    assert claim.claim in words_of(part)
    assert part.firm()


def test_editions_lead_on_after_an_original_came_or_went(every: Opened) -> None:
    part = when(every)
    part.set_opened(replace(part.opened))
    (card,) = part.editions
    assert part.area.isAncestorOf(card.passages[0])
    every.click(next(passage for passage in card.passages if "bell" in passage.side.words))
    assert every.desk.panes.in_hand.source_id == "lorne"


def test_a_pack_without_dates_says_so(open_window: Callable[[], Opened], library: Path) -> None:
    for path in (library / PACK / "sources").glob("*.md"):
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("published:")]
        path.write_text("\n".join(lines) + "\n", "utf-8")
    opened = open_window()
    part = when(opened, "read-night", PACK)
    assert "No dates of writing" in words_of(part)
    assert not part.slider.isVisible()
    assert part.about() == ""
