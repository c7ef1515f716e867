"""What is found in texts: looked for once for the same texts, and nobody waits for ever."""

from collections.abc import Callable
from typing import Any

import pytest

from crossread.base.errors import Expected
from crossread.operations.opening.found_once import FoundOnce, by_digests
from crossread.operations.sessions.background import Background
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Text
from tests.operations.delivered import Delivered


def text(words: str) -> Text:
    return read_plain(words.encode()).text


ONE = text("On Saturday 14 musicians were left on the quay.")
OTHER = text("Some 24 musicians were left on the quay that Saturday.")

Found = list[str | Expected]


class Waiting(Background):
    """Keeps jobs until they are asked for."""

    def __init__(self) -> None:
        super().__init__(lambda job: job())
        self.jobs: list[Callable[[], Any]] = []

    def run(self, job: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self.jobs.append(lambda: done(job()))


@pytest.fixture
def background() -> Waiting:
    return Waiting()


def test_the_same_texts_are_looked_through_once_whatever_their_order(background: Waiting) -> None:
    found, once = Found(), FoundOnce[str](background)
    once.find(by_digests({"a": ONE, "b": OTHER}), lambda: "this", found.append)
    once.find(by_digests({"b": OTHER, "a": ONE}), lambda: "that", found.append)
    assert found == []
    assert len(background.jobs) == 1
    background.jobs.pop()()
    once.find(by_digests({"a": ONE, "b": OTHER}), lambda: "again", found.append)  # given at once by now
    assert found == ["this", "this", "this"]
    assert background.jobs == []


def test_another_text_of_a_source_is_looked_through_anew(background: Waiting) -> None:
    found, once = Found(), FoundOnce[str](background)
    once.find(by_digests({"a": ONE, "b": OTHER}), lambda: "this", found.append)
    background.jobs.pop()()
    once.find(by_digests({"a": ONE, "b": text("Nobody was left.")}), lambda: "that", found.append)
    background.jobs.pop()()
    assert found == ["this", "that"]


def test_the_oldest_are_forgotten(background: Waiting) -> None:
    found, once = Found(), FoundOnce[str](background)
    for number in range(9):
        once.find(number, lambda: "this", found.append)
        background.jobs.pop()()
    once.find(8, lambda: "that", found.append)
    assert background.jobs == []
    once.find(0, lambda: "that", found.append)
    assert len(background.jobs) == 1


def refuse() -> str:
    raise Expected("too-long", "That is too long.")


@pytest.mark.parametrize(("look", "code"), [(refuse, "too-long"), (lambda: str(1 // 0), "unexpected")])
def test_all_who_wait_are_told_what_is_in_the_way_and_may_try_again(
    look: Callable[[], str], code: str
) -> None:
    main = Delivered()
    background = Background(main.deliver)
    found, once = Found(), FoundOnce[str](background)
    once.find("texts", look, found.append)
    once.find("texts", look, found.append)
    if code == "unexpected":
        with pytest.raises(ZeroDivisionError):  # reported as any mistake of the program
            main.run_next()
    main.run_next()
    assert [one.code if isinstance(one, Expected) else one for one in found] == [code, code]
    once.find("texts", lambda: "this", found.append)
    main.run_next()
    assert found[2] == "this"
    assert background.close(10)


def test_one_who_breaks_on_being_told_keeps_no_other_from_it(background: Waiting) -> None:
    found, once = Found(), FoundOnce[str](background)

    def break_down(_found: str | Expected) -> None:
        raise ZeroDivisionError

    once.find("texts", lambda: "this", break_down)
    once.find("texts", lambda: "this", found.append)
    with pytest.raises(ZeroDivisionError):
        background.jobs.pop()()
    assert found == ["this"]
