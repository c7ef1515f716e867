"""Every key of the window, declared once: the key list and the shortcuts come from here."""

from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_

# Where an action holds. "everywhere" is on every page, "pack" on every page of an open pack.
Where = Literal["everywhere", "pack", "library", "before", "meet", "desk", "answer", "text"]

# Pages that each place covers; two actions clash where they share a page and a key.
PAGES: dict[Where, frozenset[str]] = {
    "everywhere": frozenset({"library", "progress", "overview", "before", "meet", "desk"}),
    "pack": frozenset({"overview", "before", "meet", "desk"}),
    "library": frozenset({"library"}),
    "before": frozenset({"before"}),
    "meet": frozenset({"meet"}),
    "desk": frozenset({"desk"}),
    "answer": frozenset(),  # whatever answers has its keys to itself while it has the focus
    "text": frozenset({"before", "desk"}),
}

# Where the keys of a place come to be of use that covers no page of its own.
USED_ON: dict[Where, Where] = {"answer": "desk"}

WHERE_LABELS: dict[Where, str] = {
    "everywhere": N_("Everywhere"),
    "pack": N_("In a pack"),
    "library": N_("In the library"),
    "before": N_("Before reading"),
    "meet": N_("Meeting the sources"),
    "desk": N_("While reading and answering"),
    "answer": N_("In an answer"),
    "text": N_("In a text"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does.

    `keys` are portable Qt key names, the first one shown first. An action that a widget `owns` is only
    listed here: the widget itself acts on the key, while it has the focus.
    """

    id: str
    label: str
    keys: tuple[str, ...]
    where: Where = "everywhere"
    owned: bool = False


LETTERS = "ABCDEFGH"

ACTIONS: tuple[Action, ...] = (
    Action("keys", N_("Show the keys"), ("?", "F1")),
    Action("back", N_("Go back"), ("Alt+Left",)),
    Action("library", N_("Go to the library"), ("Alt+Home",)),
    Action("progress", N_("How it is going"), ("Ctrl+Shift+P",)),
    Action("text-menu", N_("Text, colours and keys"), ("Ctrl+,",)),
    Action("bigger", N_("Larger text"), ("Ctrl++", "Ctrl+=")),
    Action("smaller", N_("Smaller text"), ("Ctrl+-",)),
    Action("normal", N_("Text size as at first"), ("Ctrl+0",)),
    Action("theme", N_("Change between light and dark"), ("T",)),
    Action("part-next", N_("Go to the next part of the page"), ("F6",)),
    Action("part-previous", N_("Go to the part before"), ("Shift+F6",)),
    Action("close", N_("Close the window"), ("Ctrl+Q",)),
    *(
        Action(f"stage-{number}", N_("Go to a stage by its number"), (f"Ctrl+{number}",), "pack")
        for number in range(1, 10)
    ),
    Action("overview", N_("Overview of the pack"), ("Alt+Up",), "pack"),
    Action("source-next", N_("Next source"), ("N", "J", "Ctrl+Return"), "meet"),
    Action("source-previous", N_("Source before"), ("P", "K"), "meet"),
    Action("onward", N_("Go on to the next stage"), ("Ctrl+Return",), "before"),
    Action("next", N_("Next question"), ("N", "J", "Ctrl+Return"), "desk"),
    Action("previous", N_("Question before"), ("P", "K"), "desk"),
    *(
        Action(f"option-{number}", N_("Pick an answer by its number"), (str(number),), "desk")
        for number in range(1, 10)
    ),
    Action("dont-know", N_("I don’t know"), ("0",), "desk"),
    *(
        Action(f"source-{letter}", N_("Put a source into the pane by its letter"), (letter,), "desk")
        for letter in LETTERS
    ),
    Action("check", N_("Check the answer; in a field of one line: Enter"), ("X",), "desk"),
    Action("flag", N_("Flag the question for later, or take the flag off"), ("L",), "desk"),
    Action("which", N_("Digest or original"), ("O",), "desk"),
    Action("card", N_("Who wrote this: the source’s card"), ("Shift+C",), "desk"),
    Action("show-me", N_("Show the evidence in the texts, once it is told"), ("V",), "desk"),
    Action("drawer", N_("Open or close the questions in a narrow window"), ("Q",), "desk"),
    Action("hand-in", N_("Hand in the stage"), ("Shift+H",), "desk"),
    Action("undo", N_("Take back the last step of an answer"), ("Ctrl+Z",), "desk"),
    Action("redo", N_("Do it again"), ("Ctrl+Shift+Z",), "desk"),
    Action("row", N_("Move a row of an order up or down"), ("Alt+Up", "Alt+Down"), "answer", True),
    Action(
        "cell",
        N_("Go through a table; Enter: open a cell, Escape: close it"),
        ("Left", "Right", "Up", "Down"),
        "answer",
        True,
    ),
    Action("caret", N_("Move in the text; Shift: select"), ("Left", "Right", "Up", "Down"), "text", True),
    Action("paragraph", N_("Paragraph by paragraph"), ("Ctrl+Up", "Ctrl+Down"), "text", True),
    Action("sentence", N_("Select the sentence; again: one more"), ("S",), "text", True),
    Action("mark", N_("Mark the selection as evidence"), ("M", "Return"), "text", True),
)


def is_single(key: str) -> bool:
    """Tell whether a key is typed without Ctrl or Alt and so could be meant as writing."""
    return not any(part in key for part in ("Ctrl+", "Alt+", "Meta+")) and not _is_function_key(key)


def _is_function_key(key: str) -> bool:
    name = key.rsplit("+", 1)[-1]
    return len(name) > 1 and name[0] == "F" and name[1:].isdigit()


def clashes(actions: tuple[Action, ...] = ACTIONS) -> list[tuple[str, str, str]]:
    """List every key that means two things on one page, as (key, action, other action)."""
    found = []
    for place, action in enumerate(actions):
        for other in actions[place + 1 :]:
            if PAGES[action.where] & PAGES[other.where]:
                found += [(key, action.id, other.id) for key in action.keys if key in other.keys]
    return found
