"""Learners: names, cards, patterns, and what is left by a program that is ended while one is added."""

import os
import shutil
import signal
import subprocess
import sys
import unicodedata
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.declared import LEARNER, MODE
from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.operations.learners import learners as made
from crossread.operations.learners.deleting import delete_learner
from crossread.operations.learners.kept_word import KeptWord, kept_word
from crossread.operations.learners.learner import current_learner
from crossread.operations.learners.learner_names import LONGEST, alike, settled
from crossread.operations.learners.learners import (
    PICTURES,
    add_learner,
    find_learner,
    learners,
    rename_learner,
    set_picture,
)
from crossread.operations.learners.who import folder_of


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash at once: how slow it is is no matter here."""
    monkeypatch.setattr("crossread.operations.learners.kept_word.COST", 2)


@pytest.fixture
def empty(tmp_path: Path) -> DataFolders:
    return DataFolders(tmp_path / "data")


def code_of(error: pytest.ExceptionInfo[Expected]) -> str:
    return error.value.code


def taken_or_refused(typed: str) -> str | None:
    """Return a name as it is kept; None where it is refused with one of the three reasons."""
    refused = ""
    try:
        return settled(typed)
    except Expected as error:
        refused = error.code
    assert refused in {"name-empty", "name-too-long", "name-unseen"}
    return None


# Names


@given(st.text(max_size=90))
def test_a_name_that_is_taken_is_composed_trimmed_short_and_seen_whole(typed: str) -> None:
    name = taken_or_refused(typed)
    if name is None:
        return
    assert name == unicodedata.normalize("NFC", name) == name.strip() == settled(name)
    assert 0 < len(name) <= LONGEST
    assert "  " not in name
    assert not any(unicodedata.category(sign) == "Cc" for sign in name)


@given(st.text(max_size=40))
def test_names_that_are_alike_stay_so_however_they_are_typed(typed: str) -> None:
    name = taken_or_refused(typed)
    if name is None:
        return
    assert alike(alike(name)) == alike(name)
    assert alike(unicodedata.normalize("NFD", name)) == alike(name)
    assert alike(name.casefold()) == alike(name)


@pytest.mark.parametrize("name", ["Mara", "ליאור", "ليلى", "张伟", "Əli", "می‌خواهم", "7b-12", "🦊"])
def test_a_name_may_be_in_any_script(name: str) -> None:
    assert settled(f"  {name} ") == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("name", ["a\nb", "a\x00", "\u202eabc", "a\ud800", "\u2028x"])
def test_signs_that_cannot_be_seen_are_refused(name: str) -> None:
    with pytest.raises(Expected) as told:
        settled(name)
    assert code_of(told) == "name-unseen"


@pytest.mark.parametrize("other", ["MARA", " mara ", "Ｍara", "Mara\u00a0"])
def test_no_two_names_are_alike(empty: DataFolders, other: str) -> None:
    add_learner(empty, "Mara")
    with pytest.raises(Expected) as told:
        add_learner(empty, other)
    assert code_of(told) == "name-taken"
    assert "Mara" in told.value.message
    assert [one.name for one in learners(empty)] == ["Mara"]


def test_names_that_fold_to_the_same_letters_are_alike(empty: DataFolders) -> None:
    add_learner(empty, "Straße")
    with pytest.raises(Expected):
        add_learner(empty, "STRASSE")


# Cards


def test_a_learner_is_a_name_a_picture_and_nothing_else(empty: DataFolders) -> None:
    learner = add_learner(empty, "Mara")
    card = (learner.folder / "learner.toml").read_text()
    assert card.splitlines() == ['picture = "sun"', 'name = "Mara"']
    assert learner.folder.name == learner.id
    if os.name == "posix":
        assert learner.folder.stat().st_mode & 0o077 == 0


def test_learners_stand_by_name_and_get_pictures_in_turn(empty: DataFolders) -> None:
    for name in ("Zoe", "ali", "Mara"):
        add_learner(empty, name)
    assert [one.shown for one in learners(empty)] == ["ali", "Mara", "Zoe"]
    assert len({one.picture for one in learners(empty)}) == 3


def test_a_learner_can_be_called_otherwise_also_in_other_letters_of_the_same_name(empty: DataFolders) -> None:
    mara = add_learner(empty, "mara")
    assert rename_learner(empty, mara, "Mara").shown == "Mara"
    add_learner(empty, "Ali")
    with pytest.raises(Expected):
        rename_learner(empty, mara, "ALI")
    assert find_learner(empty, "MARA").id == mara.id
    assert find_learner(empty, mara.id).shown == "Mara"


@pytest.mark.parametrize("card", [b"\xff\xfe", b"name = ", b"name = 7\n", b'name = "a\\nb"\n', b"[]"])
def test_a_damaged_card_leaves_the_id_and_takes_no_record_along(empty: DataFolders, card: bytes) -> None:
    mara = add_learner(empty, "Mara")
    (mara.folder / "record.sqlite").write_bytes(b"a record")
    (mara.folder / "learner.toml").write_bytes(card)
    (found,) = learners(empty)
    assert found.shown == mara.id
    assert (rename_learner(empty, found, "Mara").folder / "record.sqlite").read_bytes() == b"a record"


def test_who_was_here_before_there_were_names_is_the_reader(empty: DataFolders) -> None:
    (empty.learners / "aa").mkdir(parents=True)
    (found,) = learners(empty)
    assert (found.shown, found.name) == ("Reader", "")
    assert made.set_picture(found, "fish").shown == "Reader"
    (empty.learners / "bb").mkdir()
    assert len({one.shown for one in learners(empty)}) == 2


def test_a_pattern_is_three_pictures_in_order(empty: DataFolders) -> None:
    mara = made.set_pattern(add_learner(empty, "Mara"), ("sun", "boat", "leaf"))
    assert mara.pattern is not None
    assert mara.pattern.fits(made.spelled(("sun", "boat", "leaf")))
    assert not mara.pattern.fits(made.spelled(("boat", "sun", "leaf")))
    assert "sun-boat" not in (mara.folder / "learner.toml").read_text()
    assert made.set_pattern(mara, None).pattern is None


@pytest.mark.parametrize(
    "pictures", [("sun",), ("sun", "sun", "boat"), ("sun", "boat", "snail"), ("a", "b", "c")]
)
def test_other_pictures_make_no_pattern(pictures: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="'"):
        made.spelled(pictures)


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_kept_word_fits_itself_alone(word: str, other: str) -> None:
    kept = kept_word(KeptWord.of(word).table())
    assert kept is not None
    assert kept.fits(word)
    same = unicodedata.normalize("NFKC", word) == unicodedata.normalize("NFKC", other)
    assert kept.fits(other) is same


@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: st.dictionaries(st.sampled_from(("salt", "hash", "cost")), inner),
    )
)
def test_whatever_stands_for_a_kept_word_in_a_file_is_one_or_none(table: object) -> None:
    kept = kept_word(table)
    assert kept is None or kept.cost <= 1 << 18


# Who is meant


def test_a_folder_that_is_being_made_or_deleted_is_nobody(empty: DataFolders) -> None:
    for name in (".making-aa", ".deleting-bb", "cc"):
        (empty.learners / name).mkdir(parents=True)
    assert [one.id for one in learners(empty)] == ["cc"]
    assert current_learner(empty, Settings(empty.settings)) == "cc"


def test_a_deleted_learner_in_the_settings_is_not_taken_up_by_the_name_of_what_is_left(
    empty: DataFolders,
) -> None:
    (empty.learners / ".deleting-bb").mkdir(parents=True)
    settings = Settings(empty.settings)
    settings.set(LEARNER, ".deleting-bb")
    assert not current_learner(empty, settings).startswith(".")


def test_a_shared_machine_wants_to_know_whose_record_is_meant(empty: DataFolders) -> None:
    settings = Settings(empty.settings)
    mara, _ali = add_learner(empty, "Mara"), add_learner(empty, "Ali")
    assert folder_of(empty, settings) is None  # whoever reads here without being asked
    assert folder_of(empty, settings, "mara") == mara.folder
    settings.set(MODE, "classroom")
    with pytest.raises(Expected) as told:
        folder_of(empty, settings)
    assert code_of(told) == "which-learner"
    with pytest.raises(Expected) as told:
        folder_of(empty, settings, "Nobody")
    assert code_of(told) == "no-such-learner"


# Programs that are ended

ADDING = """
import sys
from pathlib import Path
from crossread.base.folders import DataFolders
from crossread.operations.learners.learners import add_learner
number = 0
while True:
    number += 1
    print(add_learner(DataFolders(Path(sys.argv[1])), f"Learner {number}").shown, flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="kill is a signal")
def test_a_program_that_is_killed_while_it_adds_leaves_whole_learners_alone(empty: DataFolders) -> None:
    told: list[str] = []
    for lines in (1, 4, 9):
        for left in list(empty.root.glob("learners/*")) if empty.root.exists() else []:
            if left.is_dir() and not left.name.startswith("."):
                shutil.rmtree(left)
        with subprocess.Popen(
            [sys.executable, "-c", ADDING, str(empty.root)], stdout=subprocess.PIPE, text=True
        ) as adding:
            assert adding.stdout is not None
            told = [adding.stdout.readline().strip() for _ in range(lines)]
            adding.send_signal(signal.SIGKILL)
        found = {one.shown for one in learners(empty)}
        assert set(told) <= found
        assert all(name.startswith("Learner ") for name in found)
        made.clear_half_made(empty)
        assert not list(empty.learners.glob(".making-*"))


def test_pictures_have_names_of_their_own() -> None:
    assert len(set(PICTURES)) == len(PICTURES) >= made.IN_PATTERN


def test_a_learner_who_was_deleted_meanwhile_is_not_made_anew_by_a_new_name(empty: DataFolders) -> None:
    mara = add_learner(empty, "Mara")
    delete_learner(empty, mara.id)
    for change in (partial(rename_learner, empty, mara, "Ali"), partial(set_picture, mara, "fish")):
        with pytest.raises(Expected) as told:
            change()
        assert told.value.code == "no-such-learner"
        assert "Mara" in told.value.message
    assert learners(empty) == []
