"""Own keys: any change leaves the map free of clashes, and nothing is taken away unsaid."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QKeyCombination, Qt

from crossread.desktop.key_names import name_of, refusal, shown_name, standard_name
from crossread.desktop.keys import ACTIONS, BY_ID, Action, clashes
from crossread.desktop.own_keys import MOST, OwnKeys

FREE = [action.id for action in ACTIONS if not action.owned]
WORDS = [
    *{key for action in ACTIONS for key in action.keys},
    *("Ctrl+E", "E", "Shift+E", "F9", "Alt+9", "Ctrl+Shift+K", "Tab", "Esc", "Return", "Left", "Ctrl+C", "é"),
]
actions, keys = st.sampled_from(FREE), st.sampled_from(WORDS)
changes = st.lists(st.tuples(st.sampled_from(["put", "swap", "without", "usual"]), actions, keys, keys))


@settings(deadline=None)  # a map is made anew at each step
@given(changes)
def test_no_sequence_of_changes_leads_to_a_clash(made: list[tuple[str, str, str, str]]) -> None:
    now = OwnKeys()
    for change, action, key, instead in made:
        try:
            if change == "put":
                now = now.put(action, key, instead)
                assert standard_name(key) in now.keys(action)
            elif change == "swap":
                now = now.swap(action, key, instead)
                assert standard_name(key) in now.keys(action)
            elif change == "without":
                now = now.without(action, key)
                assert key not in now.keys(action)
            else:
                now = now.usual(action)
                assert now.keys(action) == BY_ID[action].keys
        except ValueError:
            pass  # refused: nothing has changed
        assert clashes(now.actions) == []
        assert all(len(one.keys) <= max(MOST, len(BY_ID[one.id].keys)) for one in now.actions)
        assert all(now.keys(one.id) == one.keys for one in ACTIONS if one.owned)


@given(changes)
def test_what_is_kept_gives_the_same_map_again(made: list[tuple[str, str, str, str]]) -> None:
    now = OwnKeys()
    for _change, action, key, instead in made:
        try:
            now = now.swap(action, key, instead)
        except ValueError:
            now = now.without(action, key)
    assert OwnKeys(now.table()).actions == now.actions


@given(
    st.dictionaries(
        st.sampled_from([*FREE, "mark", "nonsense"]), st.lists(keys | st.text("Ctrl+AltShi é?,", max_size=8))
    )
)
def test_whatever_stands_in_the_settings_the_map_has_no_clash(wanted: dict[str, list[str]]) -> None:
    now = OwnKeys(wanted)
    assert clashes(now.actions) == []
    assert [action.id for action in now.actions] == [action.id for action in ACTIONS]


def test_a_key_that_another_action_has_is_not_given_but_can_be_swapped() -> None:
    now = OwnKeys()
    assert [one.id for one in now.holders("flag", "X")] == ["check"]
    with pytest.raises(ValueError, match="X"):
        now.put("flag", "X", "L")
    swapped = now.swap("flag", "X", "L")
    assert (swapped.keys("flag"), swapped.keys("check")) == (("X",), ("L",))
    assert swapped.table() == {"flag": ["X"], "check": ["L"]}


def test_a_second_key_that_is_taken_over_leaves_the_other_with_what_is_left() -> None:
    now = OwnKeys().swap("check", "N")
    assert (now.keys("check"), now.keys("next")) == (("X", "N"), ("J", "Ctrl+Return"))
    assert now.keys("source-next") == (
        "N",
        "J",
        "Ctrl+Return",
    )  # another page: no clash, so it keeps its keys


def test_one_key_may_mean_two_things_on_two_pages() -> None:
    assert not OwnKeys().holders("source-next", "X")
    now = OwnKeys().put("source-next", "X", "N")
    assert (now.keys("source-next"), now.keys("check")) == (("X", "J", "Ctrl+Return"), ("X",))


def test_what_a_widget_owns_cannot_be_changed_or_taken() -> None:
    now = OwnKeys()
    for change in (now.put, now.swap):
        with pytest.raises(ValueError, match="mark"):
            change("mark", "F9", "M")
        with pytest.raises(ValueError, match="flag"):
            change("flag", "S", "L")  # selects the sentence, in the text
    with pytest.raises(ValueError, match="mark"):
        now.without("mark", "M")


def test_going_back_to_the_usual_keys_takes_them_from_whoever_has_them() -> None:
    now = OwnKeys().swap("flag", "X", "L")
    assert [one.id for one in now.in_the_way("check")] == ["flag"]
    assert now.usual("check").keys("check") == ("X",)
    assert now.usual("check").keys("flag") == ("L",), "two that were swapped both have theirs again"
    assert now.usual("check").table() == {}
    elsewhere = now.swap("next", "L", "J")
    assert elsewhere.usual("check").keys("flag") == (), "what another has by now stays with it"


def test_two_keys_of_one_action_change_their_places() -> None:
    now = OwnKeys().swap("next", "J", "N")
    assert now.keys("next") == ("J", "N", "Ctrl+Return")
    assert now.swap("next", "N", "J").table() == {}


def test_a_key_declared_later_yields_to_the_learner_s_own() -> None:
    old = (Action("one", "One", ("N",)),)
    new = (*old, Action("two", "Two", ("F9",)))
    now = OwnKeys({"one": ["F9"]}, new)
    assert (now.keys("one"), now.keys("two")) == (("F9",), ())


def test_no_key_that_is_declared_is_refused_to_a_learner() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert standard_name(key) == key, key
            assert action.owned or refusal(key) == "", (action.id, key)


@pytest.mark.parametrize(
    "key",
    [
        *("Tab", "Shift+Tab", "Ctrl+Tab", "Esc", "Return", "Enter", "Space", "Shift+Return"),
        *("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Left", "Shift+Right", "Ctrl+Up", "Home", "Ctrl+End"),
        *("Delete", "Ctrl+Backspace", "Alt+F4", "Alt+Space", "Meta+L", "Ctrl+Alt+E", "Shift+F10", "Ctrl", ""),
    ],
)
def test_keys_that_texts_fields_and_the_system_need_are_refused_with_a_reason(key: str) -> None:
    assert refusal(key)


def test_a_sign_is_named_without_the_shift_that_it_may_need() -> None:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    assert name_of(QKeyCombination(shift, Qt.Key.Key_Question)) == "?"
    assert name_of(QKeyCombination(shift | control, Qt.Key.Key_Plus)) == "Ctrl++"
    assert name_of(QKeyCombination(shift, Qt.Key.Key_E)) == "Shift+E"
    assert name_of(QKeyCombination(shift, Qt.Key.Key_Shift)) == ""
    assert shown_name("Ctrl+Return") == "Ctrl+Enter"
