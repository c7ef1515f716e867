from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from crossread.texts.wording.common_runs import CommonRun, common_runs
from tests.growing import growth

# Few different words, so that texts repeat themselves and each other.
WORDS = st.lists(st.sampled_from("abc"), max_size=14)


def _starts(words: Sequence[str], run: Sequence[str]) -> list[int]:
    return [at for at in range(len(words) - len(run) + 1) if list(words[at : at + len(run)]) == list(run)]


def _longest_in(own: Sequence[str], other: Sequence[str], least: int) -> list[tuple[int, int]]:
    """Return every part of the one that the other has and that lies in no longer one, as (start, length)."""
    shared = [
        (start, length)
        for start in range(len(own))
        for length in range(least, len(own) - start + 1)
        if _starts(other, own[start : start + length])
    ]
    return [
        (start, length)
        for start, length in shared
        if not any(
            (other_start, other_length) != (start, length)
            and other_start <= start
            and start + length <= other_start + other_length
            for other_start, other_length in shared
        )
    ]


def _by_looking_everywhere(one: Sequence[str], other: Sequence[str], least: int) -> set[CommonRun]:
    in_one, in_other = _longest_in(one, other, least), _longest_in(other, one, least)
    runs = {tuple(one[start : start + length]) for start, length in in_one}
    runs |= {tuple(other[start : start + length]) for start, length in in_other}
    return {
        CommonRun(
            len(run),
            tuple(at for at, length in in_one if tuple(one[at : at + length]) == run)
            or tuple(_starts(one, run)[:1]),
            tuple(at for at, length in in_other if tuple(other[at : at + length]) == run)
            or tuple(_starts(other, run)[:1]),
        )
        for run in runs
    }


@given(st.lists(WORDS, min_size=2, max_size=4), st.integers(min_value=1, max_value=4))
def test_the_runs_are_those_that_looking_everywhere_finds(texts: list[list[str]], least: int) -> None:
    found = {(one, other): runs for one, other, runs in common_runs(texts, least)}
    for one in range(len(texts)):
        for other in range(one + 1, len(texts)):
            runs = found.get((one, other), ())
            assert len(runs) == len(set(runs))
            assert set(runs) == _by_looking_everywhere(texts[one], texts[other], least)


def test_a_run_stands_once_with_all_its_places() -> None:
    told = list("xabcy")
    again = list("abcqqabc")
    assert list(common_runs([told, again], 3)) == [(0, 1, (CommonRun(3, (1,), (0, 5)),))]


def test_what_one_text_repeats_within_itself_is_not_shared() -> None:
    assert list(common_runs([["a", "b", "c"] * 5, ["d"] * 9], 3)) == []


def test_work_grows_no_faster_than_texts_that_repeat_one_word() -> None:
    def job(size: int) -> Callable[[], object]:
        return lambda: list(common_runs([["a"] * size, ["a"] * (size // 2)], 7))

    assert growth(job, 400) < 2.4
