"""Two windows over one file of settings: what one changes the other does not take back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.declared import LANGUAGE, MODE, TEXT_SIZE
from crossread.base.settings import Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    Settings(path).set(LANGUAGE, "en")
    return path


def test_what_another_window_changed_stays_when_this_one_writes(path: Path) -> None:
    one, two = Settings(path), Settings(path)
    one.set(MODE, "classroom")
    one.set_keys({"next": ["Alt+N"]})
    one.remember("window", {"geometry": "one"})
    two.remember("last", {"pack": "two-accounts"})
    two.set(TEXT_SIZE, 21)
    there = Settings(path)
    assert (there[MODE], there[TEXT_SIZE], there[LANGUAGE]) == ("classroom", 21, "en")
    assert there.keys() == {"next": ("Alt+N",)}
    assert there.place("window") == {"geometry": "one"}
    assert there.place("last") == {"pack": "two-accounts"}


def test_of_what_both_changed_the_later_holds(path: Path) -> None:
    one, two = Settings(path), Settings(path)
    one.set(TEXT_SIZE, 21)
    two.set(TEXT_SIZE, 25)
    assert Settings(path)[TEXT_SIZE] == 25
    one.set(TEXT_SIZE, 23)
    assert Settings(path)[TEXT_SIZE] == 23


def test_what_was_forgotten_here_is_not_brought_back_by_the_file(path: Path) -> None:
    one = Settings(path)
    one.set(TEXT_SIZE, 21)
    one.remember("last", {"pack": "two-accounts"})
    one.remember("window", {"geometry": "one"})
    one.forget([TEXT_SIZE], ["window"])
    there = Settings(path)
    assert there.chosen([TEXT_SIZE]) == {}
    assert there.places() == ("window",)


def test_a_file_that_was_removed_is_written_whole(path: Path) -> None:
    one = Settings(path)
    path.unlink()
    one.set(TEXT_SIZE, 21)
    assert Settings(path)[LANGUAGE] == "en"


def test_a_file_that_somebody_spoilt_meanwhile_is_put_aside_and_not_written_over(path: Path) -> None:
    one = Settings(path)
    path.write_text("language = en, I think")
    one.set(TEXT_SIZE, 21)
    assert path.with_name("settings.damaged.toml").read_text() == "language = en, I think"
    assert Settings(path)[LANGUAGE] == "en"
    assert Settings(path)[TEXT_SIZE] == 21


changes = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from("abcd"), st.one_of(st.none(), st.integers(0, 3))),
    max_size=12,
)


@given(changes)
def test_each_place_is_as_whoever_changed_it_last_left_it(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[int, str, int | None]]
) -> None:
    path = tmp_path_factory.mktemp("two") / "settings.toml"
    both, last = (Settings(path), Settings(path)), dict[str, dict[str, int]]()
    for who, name, value in told:
        place = {} if value is None else {"at": value}
        if both[who].place(name) != place:
            last[name] = place
        both[who].remember(name, place)
    there = Settings(path)
    assert {name: there.place(name) for name in last} == last
