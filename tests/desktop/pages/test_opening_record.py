"""While the record is being opened, nothing is said on what was done so far: it is not known yet."""

from collections.abc import Callable

import pytest

from crossread.desktop.place import PROGRESS
from crossread.operations.sessions.changed import Changed, Status, StatusKind
from crossread.operations.sessions.session import Session
from tests.desktop.pages.conftest import Opened, words_of

Show = Callable[[StatusKind], Opened]


@pytest.fixture
def record_is(open_window: Callable[[], Opened], monkeypatch: pytest.MonkeyPatch) -> Show:
    """Give what shows the window of somebody who was here before, with the record in some standing."""
    opened = open_window()
    monkeypatch.setattr(opened.session, "is_first", False)

    def become(kind: StatusKind) -> Opened:
        status = Status(kind=kind)
        monkeypatch.setattr(Session, "status", property(lambda _session: status))
        told = Changed(frozenset({"status", "state"} if kind == "ready" else {"status"}))
        opened.window.pages.changed(told)
        return opened

    return become


@pytest.mark.parametrize("kind", ["opening", "checking"])
def test_the_library_says_that_the_record_is_being_opened_then_what_is_in_it(
    record_is: Show, kind: StatusKind
) -> None:
    opened = record_is(kind)
    words, (card,) = words_of(opened.window.library), opened.window.library.cards
    assert "Opening your record…" in words
    assert "Nothing to tell yet" not in words
    assert "Begin here" not in words
    assert card.main is not None
    assert card.main.text() == "Open"
    record_is("ready")
    words, (card,) = words_of(opened.window.library), opened.window.library.cards
    assert "Nothing to tell yet" in words
    assert "Begin here" in words
    assert card.main is not None
    assert card.main.text() == "Begin"


def test_the_page_of_progress_does_so_too(record_is: Show) -> None:
    opened = record_is("opening")
    opened.window.go(PROGRESS)
    page = opened.window.pages.currentWidget()
    assert page is not None
    assert "Opening your record…" in words_of(page)
    record_is("ready")
    assert "Nothing has been answered yet" in words_of(page)


def test_a_record_that_cannot_be_opened_is_not_taken_for_an_empty_one(record_is: Show) -> None:
    opened = record_is("failed")
    words = words_of(opened.window.library)
    assert "Your record is not open" in words
    assert "Nothing to tell yet" not in words


def test_who_was_never_here_is_not_kept_waiting(record_is: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = record_is("ready")
    monkeypatch.setattr(opened.session, "is_first", True)
    record_is("opening")
    assert "Nothing to tell yet" in words_of(opened.window.library)
