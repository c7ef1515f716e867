from hypothesis import given
from hypothesis import strategies as st

from crossread.desktop.answers.written.text_change import TextChange, going_on, text_change

TEXTS = st.text(alphabet="ab \n😀", max_size=40)


@given(TEXTS, TEXTS)
def test_a_change_turns_the_one_text_into_the_other(before: str, after: str) -> None:
    change = text_change(before, after)
    end = change.at + len(change.removed)
    assert before[change.at : end] == change.removed
    assert before[: change.at] + change.added + before[end:] == after


@given(TEXTS)
def test_the_same_text_is_no_change(text: str) -> None:
    change = text_change(text, text)
    assert (change.removed, change.added) == ("", "")


def typed(text: str) -> list[str]:
    """Type a text letter by letter and return the runs that are undone at once."""
    runs: list[TextChange] = []
    for at, letter in enumerate(text):
        edit = TextChange(at, added=letter)
        run = going_on(runs[-1], edit) if runs else None
        if run:
            runs[-1] = run
        else:
            runs.append(edit)
    return [run.added for run in runs]


@given(TEXTS)
def test_runs_hold_all_that_was_typed(text: str) -> None:
    assert "".join(typed(text)) == text


def test_a_few_words_are_one_run_and_a_long_sentence_several() -> None:
    assert typed("the county knew") == ["the county knew"]
    assert typed("the county knew of the crack in the dam") == [
        "the county knew of the crack ",
        "in the dam",
    ]


def test_a_line_break_ends_a_run() -> None:
    assert typed("one\ntwo") == ["one\n", "two"]


def test_taking_away_goes_on_in_both_directions_and_not_after_typing() -> None:
    back = going_on(TextChange(4, removed="e"), TextChange(3, removed="d"))
    assert back == TextChange(3, removed="de")
    assert going_on(TextChange(4, removed="e"), TextChange(4, removed="f")) == TextChange(4, removed="ef")
    assert going_on(TextChange(3, added="d"), TextChange(3, removed="d")) is None


def test_what_is_pasted_stands_by_itself() -> None:
    assert going_on(TextChange(0, added="a"), TextChange(1, added="bcd")) is None
    assert going_on(TextChange(0, added="a"), TextChange(7, added="b")) is None
