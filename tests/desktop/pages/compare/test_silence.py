"""Silence: what a source leaves out, what the learner thinks of it, and then what the author thinks."""

import pytest
from PySide6.QtCore import Qt

from crossread.desktop.pages.compare.silence import SilencePart
from crossread.inquiry.comparison import Judgement, silence_of
from tests.desktop.pages.conftest import EVERY, Opened, words_of

Key = Qt.Key


@pytest.fixture
def part(every: Opened) -> SilencePart:
    every.go("read-words", EVERY)
    every.desk.front.show("silence")
    area = every.desk.front.area
    assert area is not None
    assert isinstance(area.part, SilencePart)
    for source in every.desk.opened.pack.sources:  # to one that leaves something out for a reason
        area.part.go_to(f"{source.id}/")
        explained = [one for one in area.part.lines.shown_keys() if _explanation(every, one, source.id)]
        if explained:
            area.part.go_to(f"{source.id}/{explained[0]}")
            area.part.enter()
            return area.part
    raise LookupError("no silence is explained in the pack")


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
    every.go("read-know", EVERY)
    every.desk.front.show("silence")
    area = every.desk.front.area
    assert area is not None
    part = area.part
    assert isinstance(part, SilencePart)
    held = part._held()
    assert held
    for source in every.desk.opened.pack.sources:
        part.go_to(f"{source.id}/")
        assert not held & {(claim, source.id) for claim in part.lines.shown_keys()}


def test_what_stands_firm_is_of_the_claim_in_hand(every: Opened, part: SilencePart) -> None:
    claim = next(one for one in every.desk.opened.pack.claims if one.id == part.lines.key)
    assert list(part.firm()) == ([claim.floor] if claim.floor else [])
