"""What a session finds in texts off the main thread: figures, names, and words that originals share."""

from pathlib import Path

from crossread.base.errors import Expected
from crossread.operations.opening.attaching import Attached
from crossread.operations.opening.opened import OpenPack
from crossread.texts.figures.figure import Quantity
from crossread.texts.names.name import Name
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.wording.shared_run import SharedRun
from tests.operations.conftest import FIXTURES, Desk

ORIGINALS = FIXTURES / "originals"


def with_borrowing(desk: Desk, folder: Path) -> OpenPack:
    """Attach both originals, the second with a sentence of the first."""
    warden = (ORIGINALS / "warden.txt").read_text("utf-8")
    borrowed = warden.strip().splitlines()[-1]
    assert len(borrowed.split()) >= 7
    files = [folder / "warden.txt", folder / "miller.txt"]
    files[0].write_text(warden, "utf-8")
    files[1].write_text(f"{(ORIGINALS / 'miller.txt').read_text('utf-8')}\n\n{borrowed}\n", "utf-8")
    got: list[OpenPack] = []

    def done(opened: OpenPack, _results: list[Attached]) -> None:
        got.append(opened)

    desk.session.attach(desk.open(), files, None, done)
    desk.run_until(lambda: got)
    return got[0]


def found(desk: Desk, opened: OpenPack) -> tuple[SharedRun, ...]:
    got: list[tuple[SharedRun, ...] | Expected] = []
    desk.session.find_wording(opened, got.append)
    desk.run_until(lambda: got)
    assert not isinstance(got[0], Expected)
    return got[0]


def test_words_that_two_originals_share_are_found_and_remembered(desk: Desk, tmp_path: Path) -> None:
    opened = with_borrowing(desk, tmp_path)
    (run,) = found(desk, opened)
    assert {run.one, run.other} == {"warden", "miller"}
    assert run.words >= 7
    again: list[tuple[SharedRun, ...] | Expected] = []
    desk.session.find_wording(opened, again.append)
    assert again == [(run,)]  # at once from now on


def test_another_original_is_looked_through_anew(desk: Desk, tmp_path: Path) -> None:
    opened = with_borrowing(desk, tmp_path)
    found(desk, opened)
    alone = desk.session.detach(opened, "miller")
    assert found(desk, alone) == ()  # one text shares nothing


def test_a_pack_without_originals_has_nothing_to_look_through(desk: Desk) -> None:
    assert found(desk, desk.open()) == ()


TEXTS = {
    source: read_plain(words.encode()).text
    for source, words in (
        ("a", "On Saturday 14 musicians were left on the quay in Little Marl."),
        ("b", "Some 24 musicians were left on the quay of Little Marl that Saturday."),
    )
}


def test_figures_of_the_same_thing_are_found_in_texts_and_put_together(desk: Desk) -> None:
    got: list[tuple[Quantity, ...] | Expected] = []
    desk.session.find_figures(TEXTS, got.append)
    desk.run_until(lambda: got)
    assert not isinstance(got[0], Expected)
    assert [one.sources for one in got[0]] == [("a", "b")]


def test_names_are_found_in_texts_and_their_forms_joined(desk: Desk) -> None:
    got: list[tuple[Name, ...] | Expected] = []
    desk.session.find_names(TEXTS, got.append)
    desk.run_until(lambda: got)
    assert not isinstance(got[0], Expected)
    assert ("Little Marl", ("a", "b")) in [(one.words, one.sources) for one in got[0]]
