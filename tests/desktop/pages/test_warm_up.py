"""What is loaded in the pauses after the first page."""

import sys
from importlib.util import find_spec

from crossread.desktop.answers.registry import WIDGETS
from crossread.desktop.warm_up import ROOMS, modules
from crossread.questions.registry import KINDS


def test_every_kind_and_every_widget_is_loaded_before_a_pack_needs_it() -> None:
    found = list(modules())
    kinds = {kind.question.__module__ for kind in KINDS.values()}
    widgets = {widget.__module__ for widget in WIDGETS.values() if isinstance(widget, type)}
    assert kinds | widgets <= set(found)
    assert len(found) == len(set(found))


def test_a_room_named_by_itself_waits_for_its_turn() -> None:
    found = list(modules())
    assert found.index("crossread.questions.registry") > max(
        found.index(kind.question.__module__) for kind in KINDS.values()
    )
    assert [one for one in found if one in ROOMS] == [room for room in ROOMS if not room.endswith("*")]


def test_all_that_is_to_be_loaded_is_there() -> None:
    assert all(module in sys.modules or find_spec(module) for module in modules())
