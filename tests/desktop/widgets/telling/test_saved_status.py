"""The word in the bar on how the record is doing."""

import pytest
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.telling.status import SavedKind, SavedStatus


@pytest.mark.parametrize(("kind", "word"), [("opening", "opening…"), ("checking", "checking…")])
def test_what_takes_its_time_says_how_far_it_is(qtbot: QtBot, kind: SavedKind, word: str) -> None:
    status = SavedStatus()
    qtbot.addWidget(status)
    status.set_kind(kind)
    assert status.text() == word
    status.set_kind(kind, share=0.42)
    assert status.text() == f"{word} 42 %"
    status.set_kind("saved")
    assert status.text() == "✓ saved"
