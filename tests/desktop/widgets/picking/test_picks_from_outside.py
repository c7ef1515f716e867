"""What a screen reader does to a pick: it sets it, and nothing was clicked."""

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from pytestqt.qtbot import QtBot

from crossread.desktop.widgets.picking.segmented import Segmented


def _switch(qtbot: QtBot) -> tuple[Segmented, list[str]]:
    switch = Segmented([("digest", "Digest"), ("original", "Original")], name="Text")
    qtbot.addWidget(switch)
    switch.set_value("digest")
    told: list[str] = []
    switch.chosen.connect(told.append)
    switch.show()
    return switch, told


def _do(switch: Segmented, key: str) -> None:
    action = QAccessible.queryAccessibleInterface(switch.pick(key)).actionInterface()
    assert action is not None
    action.doAction(QAccessibleActionInterface.toggleAction())


def test_a_pick_made_by_a_screen_reader_counts_once(qtbot: QtBot) -> None:
    switch, told = _switch(qtbot)
    _do(switch, "original")
    assert (switch.value(), told) == ("original", ["original"])


def test_a_frozen_pick_stays_as_it_is_for_a_screen_reader_too(qtbot: QtBot) -> None:
    switch, told = _switch(qtbot)
    switch.pick("original").frozen = True
    _do(switch, "original")
    assert not switch.pick("original").isChecked()
    assert told == []


def test_a_click_still_counts_once(qtbot: QtBot) -> None:
    switch, told = _switch(qtbot)
    switch.pick("original").click()
    switch.pick("original").click()
    switch.pick("digest").click()
    assert told.count("digest") == 1
    assert told[0] == "original"
