"""Whatever is done with the panes, in any order: no text stands in two, one is in hand, all have a size."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from crossread.desktop.keymap import Deed
from crossread.desktop.pages.desk.desk import Desk
from crossread.desktop.pages.desk.desk_place import DeskPlace, PackPlace, PanePlace, from_mapping, to_mapping
from crossread.desktop.place import Spot
from crossread.desktop.widgets.reading.column import LEAST
from tests.desktop.pages.conftest import EVERY, Opened

ACTIONS = (
    *("pane-more", "pane-less", "swap", "maximise", "contents", "card", "which", "text-beside"),
    *("wider", "narrower", "taller", "lower", "pane-bigger", "pane-smaller", "pane-normal", "show-in-others"),
    *(f"source-{letter}" for letter in "ABCD"),
    *(f"beside-{letter}" for letter in "ABCD"),
)
SIZES = ((1900, 1000), (1366, 768), (900, 700), (640, 620))
commands = st.one_of(
    st.sampled_from(ACTIONS),
    st.tuples(st.just("focus"), st.integers(0, 3)),
    st.tuples(st.just("close"), st.integers(0, 3)),
    st.tuples(st.just("size"), st.sampled_from(SIZES)),
    st.tuples(
        st.just("spot"),
        st.builds(
            Spot,
            st.sampled_from(("log", "packet", "diary", "lorne", "nobody")),
            st.sampled_from(("digest", "original", "version/none")),
            st.integers(0, 900),
            st.integers(0, 900),
            st.integers(-1, 4),
        ),
    ),
)


def do(opened: Opened, desk: Desk, deeds: dict[str, Deed], command: object) -> None:
    match command:
        case str(name):
            deeds[name]()
        case ("focus", int(number)):
            desk.panes.focus(number)
        case ("close", int(number)):
            desk.panes.close(desk.panes.panes[number % desk.panes.used])
        case ("size", (int(width), int(height))):
            opened.window.resize(width, height)
        case ("spot", Spot() as spot):
            desk.show_spot(spot)
    QApplication.processEvents()


def is_sound(desk: Desk) -> None:
    panes = desk.panes.panes
    texts = [(pane.source_id, pane.which) for pane in panes]
    assert len(set(texts)) == len(texts), "a text stands in two panes"
    assert 1 <= len(panes) <= 4
    assert [pane.number for pane in panes] == list(range(len(panes)))
    assert 0 <= desk.panes.focused < len(panes)
    assert desk.panes.in_hand.isVisible()
    seen = [pane for pane in panes if pane.isVisible()]
    folded = desk.layout_.form in ("tabs", "drawer", "single") or desk.layout_.alone
    assert len(seen) == (1 if folded else len(panes))
    for pane in seen:
        assert pane.width() > 0
        assert pane.view.isVisible() != pane.is_covered()
        if not folded and pane.view.isVisible():
            assert pane.view.width() >= pane.view.width_for(LEAST) - 1, "38 characters do not fit"
    assert desk.side.isVisible() == (not desk.layout_.alone and desk.layout_.drawer_open())
    assert set(desk.panes.shown()) == {pane.source_id for pane in panes}
    assert len(desk.panes.names()) == len(set(desk.panes.names()))


def is_remembered(desk: Desk) -> None:
    """Check that the desk is remembered as it stands, in a form that survives being written."""
    desk.note_place()
    place = desk.remembered.place
    (kept,) = [kept for stage, kept in place.stages.items() if stage == "read-words"]
    assert kept.panes == desk.panes.places()
    assert (kept.focused, kept.alone) == (desk.panes.focused, desk.layout_.alone)
    assert from_mapping(to_mapping(place)) == place


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_any_row_of_commands_leaves_the_panes_sound_and_remembered(every: Opened) -> None:
    every.go("read-words", EVERY)
    desk = every.desk
    deeds = dict(desk.deeds())
    assert set(ACTIONS) <= set(deeds)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(commands, max_size=14))
    @example(["maximise", "swap", "contents", ("close", 1)])
    def check(row: list[object]) -> None:
        if desk.layout_.alone:
            desk.toggle_alone()
        every.window.resize(1900, 1000)
        desk.panes.restore((PanePlace("log"), PanePlace("packet")), (), 0)
        QApplication.processEvents()
        for command in row:
            do(every, desk, deeds, command)
            is_sound(desk)
        is_remembered(desk)

    check()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_after_a_pane_alone_all_is_as_before_whatever_was_done_before(every: Opened) -> None:
    every.go("read-words", EVERY)
    desk = every.desk
    deeds = dict(desk.deeds())
    layout_only = ("pane-more", "pane-less", "swap", "wider", "narrower", "taller", "lower", "pane-bigger")

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.sampled_from(layout_only), max_size=8), st.sampled_from(SIZES), st.integers(0, 3))
    def check(row: list[str], size: tuple[int, int], focus: int) -> None:
        desk.panes.restore((PanePlace("log"), PanePlace("packet")), (), 0)
        every.window.resize(*size)
        for command in row:
            QApplication.processEvents()
            deeds[command]()
        desk.panes.focus(focus)
        for pane in desk.panes.panes:
            pane.view.go_to(120)
        before = settled(every, desk)
        desk.toggle_alone()
        every.qtbot.wait(20)
        assert [pane.isVisible() for pane in desk.panes.panes].count(True) == 1
        desk.toggle_alone()
        every.wait(lambda: state(desk) == before)

    check()


def settled(every: Opened, desk: Desk) -> tuple[object, ...]:
    """Return the state once it stays as it is: lines above a text take their height a little later."""
    for _again in range(20):
        before = state(desk)
        every.qtbot.wait(60)
        if state(desk) == before:
            return before
    raise AssertionError("the desk does not come to rest")


def state(desk: Desk) -> tuple[object, ...]:
    """Return all that there is to see: what stands where, how large, from which line, which is in hand."""
    panes = desk.panes.panes
    seen = [
        (pane.isVisible(), pane.geometry().getRect(), pane.view.place()) for pane in panes if pane.isVisible()
    ]
    return (desk.panes.places(), desk.panes.focused, desk.layout_.form, desk.side.isVisible(), seen)


@given(
    st.lists(
        st.builds(
            PanePlace,
            st.sampled_from(("log", "diary", "x", "")),
            st.sampled_from(("digest", "original", "?")),
        ),
        max_size=6,
    ).map(tuple),
    st.integers(0, 9),
)
def test_any_panes_that_were_remembered_survive_being_written(
    panes: tuple[PanePlace, ...], focused: int
) -> None:
    place = PackPlace(stages={"x": DeskPlace(panes=panes, focused=focused)})
    assert from_mapping(to_mapping(place)) == place
