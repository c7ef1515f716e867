"""Silence: what a source leaves out, what the learner thinks of it, and then what the author thinks."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from crossread.base.folders import content_folder
from crossread.desktop.pages.compare.silence.silence import SilencePart
from crossread.desktop.pages.desk.claims_said import asked_of
from crossread.inquiry.commands import Judge, PutCell
from crossread.inquiry.comparison import Cell, CellStatement, Judgement, matrix_given, silence_of
from crossread.questions.claims import Stance
from tests.desktop.pages.compare.matrix_hands import SILENT
from tests.desktop.pages.conftest import EVERY, Opened, words_of

Key = Qt.Key
ROWS = "claims: [quarter, left-behind, dance, warned, wind, bell, supper]"


def silence(opened: Opened, stage: str) -> SilencePart:
    opened.go(stage, EVERY)
    opened.desk.front.show("silence")
    area = opened.desk.front.area
    assert area is not None
    assert isinstance(area.part, SilencePart)
    return area.part


def fill_in(opened: Opened) -> None:
    opened.session.do(opened.desk.opened, Judge(judgement=Judgement(about=matrix_given(), chosen=("all",))))


@pytest.fixture
def part(every: Opened) -> SilencePart:
    """Fill the matrix in, and go to a silence that is explained."""
    part = silence(every, "read-words")
    fill_in(every)
    for source in every.desk.opened.pack.sources:
        part.go_to(f"{source.id}/")
        explained = [one for one in part.lines.shown_keys() if _explanation(every, one, source.id)]
        if explained:
            part.go_to(f"{source.id}/{explained[0]}")
            part.enter()
            return part
    raise LookupError("no silence is explained in the pack")


@pytest.fixture
def blank(every: Opened) -> SilencePart:
    """Go to a source of whose silences nothing is known, as the matrix is blank."""
    part = silence(every, "read-words")
    part.go_to(f"{SILENT}/wind")
    part.enter()
    return part


def _explanation(opened: Opened, claim: str, source: str) -> str:
    known = {one.id: one for one in opened.desk.opened.pack.claims}
    return next((one.explanation for one in known[claim].cells[source] if one.stance == "silent"), "")


def said(opened: Opened, part: SilencePart) -> Judgement | None:
    source, _slash, claim = part.about().partition("/")
    return opened.session.state(EVERY).judgements.get(silence_of(claim, source))


def explained(opened: Opened, part: SilencePart) -> str:
    source, _slash, claim = part.about().partition("/")
    return _explanation(opened, claim, source)


def test_the_author_says_nothing_until_the_learner_has(
    every: Opened, part: SilencePart, heard: list[str]
) -> None:
    why = explained(every, part)
    assert why
    assert why not in words_of(part)
    every.press(Key.Key_Return)  # from the claims to the reasons
    every.press(Key.Key_5)
    every.press(Key.Key_2)
    now = said(every, part)
    assert now is not None
    assert now.chosen == ("length", "choice")
    assert why in words_of(part)
    assert any(why in told for told in heard)
    every.press(Key.Key_5)
    every.press(Key.Key_2)  # all taken back: then nothing is told again
    assert said(every, part) is None or said(every, part) == Judgement(
        about=silence_of(*part.about().split("/")[::-1])
    )
    assert why not in words_of(part)


def test_own_words_are_kept_and_count_once_the_field_is_left(every: Opened, part: SilencePart) -> None:
    part.work.text.setFocus()
    every.type("It was not there.")
    part.work.text.keep_now()
    now = said(every, part)
    assert now is not None
    assert now.text == "It was not there."
    assert explained(every, part) not in words_of(part)  # still at it
    every.press(Key.Key_Escape)
    assert every.focus() is part.lines.view
    assert explained(every, part) in words_of(part)


def test_words_that_are_being_written_are_kept_when_another_claim_is_taken(
    every: Opened, part: SilencePart
) -> None:
    about = part.about()
    part.work.text.setFocus()
    every.type("half a th")
    part.leave()
    source, _slash, claim = about.partition("/")
    assert every.session.state(EVERY).judgements[silence_of(claim, source)].text == "half a th"


def test_another_source_has_its_own_silences(every: Opened, part: SilencePart) -> None:
    before = part.lines.shown_keys()
    others = [one.key for one in part.sources.picks() if one.key != part.sources.value()]
    seen = []
    for other in others:
        every.click(part.sources.pick(other))
        seen.append(part.lines.shown_keys())
    assert any(keys != before for keys in seen)


def test_the_words_of_the_others_lead_to_their_texts(every: Opened, part: SilencePart) -> None:
    row = part.work.lines.passages()[0]
    every.click(row.passage)
    assert not every.desk.front.on
    assert every.desk.panes.in_hand.source_id != part.sources.value()


def test_what_an_open_question_asks_is_not_listed(every: Opened) -> None:
    part = silence(every, "read-know")
    fill_in(every)
    asked = {
        (claim, source.id)
        for source in every.desk.opened.pack.sources
        for claim in asked_of(every.desk.opened, every.session.state(EVERY), source.id)
    }
    assert asked
    for source in every.desk.opened.pack.sources:
        part.go_to(f"{source.id}/")
        assert not asked & {(claim, source.id) for claim in part.lines.shown_keys()}
        count = len([claim for claim, of in asked if of == source.id])
        assert f"{count} claim" in part.held.text() if count else part.held.isHidden()


def test_a_blank_matrix_tells_no_silence_and_what_to_do(every: Opened, blank: SilencePart) -> None:
    claims = every.desk.opened.pack.claims
    assert len(blank.lines.shown_keys()) == len(claims)
    assert blank.lines.view.item(0).text() == f"Not filled in yet: {len(claims)} claims"
    for claim in claims:
        blank.go_to(f"{SILENT}/{claim.id}")
        told = words_of(blank)
        for statement in (one for cell in claim.cells.values() for one in cell):
            for words in (statement.says, statement.explanation):
                assert not words or words in claim.claim or words not in told
        assert not blank.work.isVisible()
        assert blank.offer.isVisible()
    assert len([one for one in blank.findChildren(QPushButton) if one.text() == "Show it"]) == 1


def test_a_row_is_shown_by_keyboard_and_taken_back(
    every: Opened, blank: SilencePart, heard: list[str]
) -> None:
    every.press(Key.Key_Return)
    assert every.focus() is blank.offer.fill
    every.press(Key.Key_Tab)
    assert every.focus() is blank.offer.show_row
    every.press(Key.Key_Space)
    assert blank.work.isVisible()
    assert blank.lines.key == "wind"
    assert "says nothing on this" in words_of(blank)
    assert "Shown." in heard
    assert not blank.offer.isVisible()
    assert blank.isAncestorOf(every.focus())
    every.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert blank.lines.key == "wind"
    assert not blank.work.isVisible()


def test_a_row_that_is_no_silence_is_said_to_be_none_and_the_next_comes_to_hand(
    every: Opened, blank: SilencePart, heard: list[str]
) -> None:
    pack = every.desk.opened.pack
    claim = next(
        one for one in pack.claims if all(said.stance != "silent" for said in one.cells.get(SILENT, ()))
    )
    blank.go_to(f"{SILENT}/{claim.id}")
    every.click(blank.offer.show_row)
    assert claim.id not in blank.lines.shown_keys()
    assert "no silence of" in blank.came.text()
    assert blank.came.text() in heard
    assert blank.lines.key
    assert blank.offer.isVisible()


def test_filling_in_leads_to_the_row_in_the_table(every: Opened, blank: SilencePart) -> None:
    every.click(blank.offer.fill)
    assert every.desk.front.here() == f"matrix/wind/{SILENT}"
    area = every.desk.front.area
    assert area is not None
    assert area.part is not None
    assert area.part.isAncestorOf(every.focus())


def test_a_silence_that_the_learner_found_waits_for_the_authors_word_until_the_row_is_told(
    every: Opened, blank: SilencePart
) -> None:
    found: tuple[tuple[str, Stance], ...] = ((SILENT, "silent"), ("log", "asserts"))
    for source, stance in found:
        cell = Cell(claim="wind", source=source, statements=(CellStatement(stance=stance),))
        every.session.do(every.desk.opened, PutCell(cell=cell))
    assert blank.work.isVisible()
    every.press(Key.Key_Return)
    every.press(Key.Key_1)
    assert blank.work.author.isHidden()
    assert "You found this silence yourself" in words_of(blank)
    every.click(blank.offer.show_row)
    assert not blank.work.author.isHidden()


def test_what_stands_firm_is_of_the_claim_in_hand(every: Opened, part: SilencePart) -> None:
    claim = next(one for one in every.desk.opened.pack.claims if one.id == part.lines.key)
    assert list(part.firm()) == ([claim.floor] if claim.floor else [])


def test_a_claim_that_has_no_row_in_this_stage_is_offered_to_be_shown_and_not_to_be_filled_in(
    library: Path, open_window: Callable[[], Opened]
) -> None:
    shutil.copytree(content_folder() / EVERY, library / EVERY)
    path = library / EVERY / "pack.yaml"
    text = path.read_text("utf-8")
    assert ROWS in text
    path.write_text(text.replace(ROWS, "claims: [quarter, dance]"), "utf-8")
    every = open_window()
    part = silence(every, "compare")
    for source in every.desk.opened.pack.sources:
        part.go_to(f"{source.id}/wind")
        if part.offer.isVisible() and part.about().endswith("/wind"):
            break
    assert part.offer.isVisible()
    assert not part.offer.fill.isVisible()
    assert part.offer.show_row.isVisible()
    assert part.offer.words.text().endswith("You can have it shown.")
    assert "row" not in part.offer.words.text()
