"""How far one is, told on the first page without opening a pack: it is true after a repair too."""

from collections.abc import Callable

from crossread.inquiry.commands import Answer
from crossread.record.backup_names import list_backups
from crossread.record.record import DATABASE_FILE
from tests.operations.conftest import PACK, Desk


def test_answers_that_a_repair_brought_back_count_once_their_pack_is_opened(sit: Callable[[], Desk]) -> None:
    desk = sit().begin()
    desk.session.do(desk.open(), Answer(question="night-planks", response={"text": "3"}))
    desk.saved()
    far = desk.session.how_far(PACK)
    assert far[0] == 1
    assert desk.session.close()
    folder = desk.session.learner_folder
    for file in (folder / DATABASE_FILE, *(backup.path for backup in list_backups(folder))):
        file.unlink()  # what stood in work is gone with it; the second log brings back what was given
    again = sit().begin()
    again.open()
    assert again.session.how_far(PACK) == far
