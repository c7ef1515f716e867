"""What happens when the disk does not do what it should, as far as the views can see."""

from collections.abc import Callable, Iterator
from functools import partial

import apsw
import pytest

from crossread.inquiry.commands import Answer
from crossread.record import writer
from tests.operations.conftest import PACK, Desk
from tests.record.faulty_disk import Disk, faulty_disk

PLANKS = Answer(question="night-planks", response={"text": "3"})
VAN = Answer(question="night-van", response={"verdict": "says-so"})


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    with faulty_disk() as disk:
        monkeypatch.setattr(writer, "Writer", partial(writer.Writer, vfs=disk.name))
        yield disk


@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError])
def test_an_answer_that_cannot_be_written_stays_and_says_not_saved_until_the_disk_takes_it(
    disk: Disk, sit: Callable[[], Desk], error: type[apsw.Error]
) -> None:
    desk = sit().begin()
    opened = desk.open()
    disk.fail(1, error, for_ever=True)
    desk.session.do(opened, PLANKS)
    desk.run_until(lambda: desk.session.status.kind == "not-saved")
    assert desk.session.status.message

    desk.session.do(opened, VAN)
    desk.run_until(lambda: desk.session.status.kind == "not-saved")
    assert set(desk.session.state(PACK).of("read-night").latest.answers) == {"night-planks", "night-van"}

    disk.heal()
    desk.session.retry()
    desk.saved()
    assert desk.session.close()
    again = sit().begin()
    assert set(again.session.state(PACK).of("read-night").latest.answers) == {"night-planks", "night-van"}


def test_the_words_for_a_full_disk_say_that_it_is_full(disk: Disk, sit: Callable[[], Desk]) -> None:
    desk = sit().begin()
    opened = desk.open()
    disk.fail(1, apsw.FullError, for_ever=True)
    desk.session.do(opened, PLANKS)
    desk.run_until(lambda: desk.session.status.kind == "not-saved")
    assert "full" in desk.session.status.message
    disk.heal()
