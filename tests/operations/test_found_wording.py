"""Shared wording of the originals of a pack: looked for off the main thread, once for the same texts."""

from pathlib import Path

from crossread.operations.attaching import Attached
from crossread.operations.opened import OpenPack
from crossread.texts.shared_run import SharedRun
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
    got: list[tuple[SharedRun, ...]] = []
    desk.session.found_wording.find(opened, got.append)
    desk.run_until(lambda: got)
    return got[0]


def test_words_that_two_originals_share_are_found_and_remembered(desk: Desk, tmp_path: Path) -> None:
    opened = with_borrowing(desk, tmp_path)
    assert desk.session.found_wording.known(opened) is None
    (run,) = found(desk, opened)
    assert {run.one, run.other} == {"warden", "miller"}
    assert run.words >= 7
    assert desk.session.found_wording.known(opened) == (run,)  # at once from now on


def test_another_original_is_looked_through_anew(desk: Desk, tmp_path: Path) -> None:
    opened = with_borrowing(desk, tmp_path)
    found(desk, opened)
    alone = desk.session.detach(opened, "miller")
    assert desk.session.found_wording.known(alone) == ()  # one text shares nothing


def test_a_pack_without_originals_has_nothing_to_look_through(desk: Desk) -> None:
    assert found(desk, desk.open()) == ()
