from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.answers.history import History


@given(st.lists(st.integers(0, 3), max_size=12))
def test_undoing_all_goes_back_the_way_it_came_and_redoing_all_returns(steps: list[int]) -> None:
    history = History(0)
    way = [0, *(step for step in steps if history.become(step))]
    back = [history.now]
    while history.undo():
        back.append(history.now)
    assert back == way[::-1]
    while history.redo():
        pass
    assert history.now == way[-1]


@given(st.integers(0, 3), st.integers(4, 6))
def test_after_a_new_step_there_is_nothing_to_redo(one: int, other: int) -> None:
    history = History(-1)
    history.become(one)
    history.undo()
    history.become(other)
    assert not history.redo()
    assert history.now == other


def test_the_same_again_is_no_step() -> None:
    history = History("a")
    assert not history.become("a")
    assert not history.undo()


def test_starting_over_forgets_the_way() -> None:
    history = History("a")
    history.become("b")
    history.start_over("c")
    assert history.now == "c"
    assert not history.undo()
    assert not history.redo()


def test_one_more_letter_of_the_same_word_is_no_step_of_its_own() -> None:
    history = History("")
    history.become("c")
    assert history.amend("co")
    assert not history.amend("co")
    history.undo()
    assert history.now == ""
    history.redo()
    assert history.now == "co"


def test_what_was_undone_is_forgotten_when_something_else_is_typed() -> None:
    history = History("")
    history.become("a")
    history.become("ab")
    history.undo()
    history.amend("ac")
    assert not history.redo()
    assert history.now == "ac"
