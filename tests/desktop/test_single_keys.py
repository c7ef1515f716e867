"""Single letters: what each does to somebody who thought to write, and how that is seen and taken back."""

from crossread.desktop.keys import ACTIONS, BY_ID, is_single

# The look of the window or of all texts: said at the foot of the window, with a button and Ctrl+Z.
SAID = {"theme", "preset", "ruler"}
# Something comes into view, or the focus goes elsewhere: seen there, and Alt+Left or Escape leads back.
GOES = {
    *("keys", "source-next", "source-previous", "next", "previous", "drawer", "show-me", "card", "footnote"),
    *("picture", "explain", "show-in-others", "sentence"),
    *(f"source-{letter}" for letter in "ABCDEFGH"),
    *("which", "text-beside"),
}
# The same key takes it back: it turns something on and off, or between two places.
TURNS = {"maximise", "swap", "flag", "dont-know", "veil", "known-better", "known-worse"}
# An answer or a mark in it: seen in the answer, taken back by undo or, where it closes one, asked before.
ANSWERS = {"check", "hand-in", "mark", "take-back", *(f"option-{nth}" for nth in "123456789")}


def is_letter(key: str) -> bool:
    """Tell whether a key is one that is typed in writing: a letter or a figure, with Shift or without."""
    return is_single(key) and len(key.rsplit("+", 1)[-1]) == 1


SINGLE = {action.id for action in ACTIONS if any(map(is_letter, action.keys))}


def test_every_single_letter_is_known_for_what_it_does() -> None:
    known = [*SAID, *GOES, *TURNS, *ANSWERS]
    assert len(known) == len(set(known))
    assert set(known) >= SINGLE
    assert {name for name in known if name in BY_ID} == set(known)
