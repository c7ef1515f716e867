"""While a record is opened that takes its time, the status says how far that is."""

from collections.abc import Callable

import pytest

from crossread.operations.sessions.changed import Changed, Status
from tests.operations.conftest import Desk
from tests.record.old_schemas import OLD, copy_of


def test_a_backup_before_an_upgrade_is_followed_in_the_status(
    sit: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crossread.record.backups._PAGES", 1)
    desk = sit()
    folder = desk.session.learner_folder
    assert not folder.exists()
    folder.parent.mkdir(parents=True, exist_ok=True)
    copy_of(OLD[0], folder)
    seen: list[Status] = []

    def see(_changed: Changed) -> None:
        seen.append(desk.session.status)

    desk.session.listen(see)
    desk.begin()
    shares = [status.done / status.total for status in seen if status.kind == "opening" and status.total]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(set(shares)) > 2
    assert desk.session.status.kind == "ready"
    assert desk.session.status.total == 0
