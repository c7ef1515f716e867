"""Every key of the window, declared once: the key list and the shortcuts come from here."""

from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import N_

# Where an action holds. "everywhere" is on every page, "pack" on every page of an open pack.
Where = Literal[
    "everywhere",
    "pack",
    "library",
    "before",
    "meet",
    "desk",
    "asking",
    "alone",
    "answer",
    "text",
    "board",
    "timeline",
    "search",
    "settings",
    "help",
    "about",
    "progress",
    "plain",
]

# Pages that each place covers; two actions clash where they share a page and a key.
PAGES: dict[Where, frozenset[str]] = {
    "everywhere": frozenset(
        {
            *("library", "progress", "history", "search", "settings", "help", "about", "new-pack"),
            *("overview", "before", "meet", "desk", "board", "timeline", "guide"),
            *("review", "practice"),
            *("learners", "backups", "hand-on"),
        }
    ),
    "pack": frozenset({"overview", "before", "meet", "desk", "board", "timeline", "guide"}),
    "library": frozenset({"library"}),
    "before": frozenset({"before"}),
    "meet": frozenset({"meet"}),
    "desk": frozenset({"desk"}),
    "asking": frozenset({"desk", "review", "practice"}),
    "alone": frozenset({"review", "practice"}),
    "answer": frozenset(),  # whatever answers has its keys to itself while it has the focus
    "text": frozenset({"before", "desk", "guide"}),
    "board": frozenset({"board"}),
    "timeline": frozenset({"timeline"}),
    "search": frozenset({"search"}),
    "settings": frozenset({"settings"}),
    "help": frozenset({"help"}),
    "about": frozenset({"about"}),
    "progress": frozenset({"progress"}),
    # where nothing else is taken back
    "plain": frozenset(
        {
            *("library", "progress", "history", "search", "help", "about"),
            *("new-pack", "learners", "backups", "hand-on"),
        }
    ),
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
    "asking": N_("At a question"),
    "alone": N_("In review and practice"),
    "answer": N_("In an answer"),
    "text": N_("In a text"),
    "board": N_("On the notes board"),
    "timeline": N_("On the timeline"),
    "search": N_("While searching the library"),
    "settings": N_("In the settings"),
    "help": N_("In the help"),
    "about": N_("About Crossread"),
    "progress": N_("On the page “How it is going”"),
    "plain": N_("In the library, and on the pages beside it"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a key does.

    `keys` are portable Qt key names, the first one shown first. An action that a widget `owns` is only
    listed here: the widget itself acts on the key, while it has the focus. `nth` is the number or the letter
    that tells actions of one label apart.
    """

    id: str
    label: str
    keys: tuple[str, ...]
    where: Where = "everywhere"
    owned: bool = False
    nth: str = ""


LETTERS = "ABCDEFGH"
NUMBERS = "123456789"

ACTIONS: tuple[Action, ...] = (
    Action("palette", N_("Find an action, a source, a question or a setting"), ("Ctrl+K",)),
    Action("keys", N_("Show the keys"), ("?",)),
    Action("menu", N_("Menu"), ("F10",)),
    Action("help", N_("Help"), ("F1",)),
    Action("about", N_("About Crossread, and its licences"), ("Ctrl+F1",)),
    Action("settings", N_("All settings"), ("Ctrl+,",)),
    Action(
        "learners", N_("Learners: names, patterns, deleting, how this machine is used"), ("Ctrl+Shift+L",)
    ),
    Action("backups", N_("Backups: what is kept, one more, one put back"), ("Ctrl+Shift+Y",)),
    Action("switch-learner", N_("Let somebody else read, where there are several"), ("Ctrl+Shift+U",)),
    Action("text-menu", N_("How it looks: the menu Aa"), ("Alt+T",)),
    Action("back", N_("Go back"), ("Alt+Left",)),
    Action("forward", N_("Go forward again"), ("Alt+Right",)),
    Action("escape", N_("Close what is open; leave help, settings and the like"), ("Esc",), owned=True),
    Action("library", N_("Go to the library"), ("Alt+Home",)),
    Action("new-pack", N_("New pack from articles"), ("Ctrl+N",)),
    Action("progress", N_("How it is going"), ("Ctrl+Shift+P",)),
    Action("history", N_("All answers"), ("Ctrl+Shift+A",)),
    Action("hand-on", N_("Export answers, a report or everything as files"), ("Ctrl+Shift+H",)),
    Action("review", N_("Review: what comes back today"), ("Ctrl+Shift+D",)),
    Action("practice", N_("Practise a skill"), ("Ctrl+Shift+K",)),
    Action("search", N_("Search the library"), ("Ctrl+Shift+S",)),
    Action("find", N_("Find words in the text or on the page, else in the library"), ("Ctrl+F",)),
    Action("hit-next", N_("Next of what was found"), ("F3",)),
    Action("hit-previous", N_("The one found before"), ("Shift+F3",)),
    Action("bigger", N_("Larger text"), ("Ctrl++", "Ctrl+=")),
    Action("smaller", N_("Smaller text"), ("Ctrl+-",)),
    Action("normal", N_("Text size as at first"), ("Ctrl+0",)),
    Action("theme", N_("Next theme"), ("T",)),
    Action("preset", N_("Next preset of how texts look"), ("Shift+R",)),
    Action("full-screen", N_("Full screen, and back"), ("F11",)),
    Action("part-next", N_("Go to the next part of the page"), ("F6",)),
    Action("part-previous", N_("Go to the part before"), ("Shift+F6",)),
    Action("close", N_("Close the window"), ("Ctrl+Q",)),
    *(
        Action(f"stage-{nth}", N_("Go to a stage by its number"), (f"Ctrl+{nth}",), "pack", nth=nth)
        for nth in NUMBERS
    ),
    Action("overview", N_("Overview of the pack"), ("Alt+Up",), "pack"),
    Action("board", N_("Board of your notes"), ("Ctrl+Shift+B",), "pack"),
    Action("timeline", N_("Timeline"), ("Ctrl+Shift+T",), "pack"),
    Action("settings-undo", N_("Take back the last change of a setting"), ("Ctrl+Z",), "settings"),
    Action("settings-redo", N_("Change the setting again"), ("Ctrl+Shift+Z",), "settings"),
    Action("save-page", N_("Save this page as a file"), ("Ctrl+S",), "progress"),
    Action("undo-here", N_("Take back what was just done here"), ("Ctrl+Z",), "plain"),
    Action("undo", N_("Take back the last step, of an answer or of your notes"), ("Ctrl+Z",), "pack"),
    Action("redo", N_("Do it again"), ("Ctrl+Shift+Z",), "pack"),
    Action("source-next", N_("Next source"), ("N", "J", "Ctrl+Return"), "meet"),
    Action("source-previous", N_("Source before"), ("P", "K"), "meet"),
    Action("onward", N_("Go on to the next stage"), ("Ctrl+Return",), "before"),
    # Questions
    Action("next", N_("Next question"), ("N", "J", "Ctrl+Return"), "asking"),
    Action("previous", N_("Question before"), ("P", "K", "Ctrl+Shift+Return"), "desk"),
    *(
        Action(f"option-{nth}", N_("Pick an answer by its number"), (nth,), "asking", nth=nth)
        for nth in NUMBERS
    ),
    Action("dont-know", N_("I don’t know"), ("0",), "asking"),
    Action("check", N_("Check the answer; in a field of one line: Enter"), ("X",), "asking"),
    Action("flag", N_("Flag the question for later, or take the flag off"), ("L",), "desk"),
    Action("show-me", N_("Show the evidence in the texts, once it is told"), ("V",), "asking"),
    Action("undo-asked", N_("Take back the last step, or the last review"), ("Ctrl+Z",), "alone"),
    Action("known-better", N_("I knew it better than that"), ("B",), "alone"),
    Action("known-worse", N_("I knew it less well"), ("W",), "alone"),
    Action("drawer", N_("Open or close the questions in a narrow window"), ("Q",), "desk"),
    Action("hand-in", N_("Hand in the stage"), ("Shift+H",), "desk"),
    # Panes
    *(
        Action(f"source-{nth}", N_("Put a source into the pane by its letter"), (nth,), "desk", nth=nth)
        for nth in LETTERS
    ),
    *(
        Action(
            f"beside-{nth}",
            N_("Put a source into the next pane by its letter"),
            (f"Alt+{nth}",),
            "desk",
            nth=nth,
        )
        for nth in LETTERS
    ),
    Action("which", N_("Next text of the source: digest, editions, original"), ("O",), "desk"),
    Action("text-beside", N_("Another text of this source in the next pane"), ("Shift+O",), "desk"),
    Action("card", N_("Who wrote this: the source’s card"), ("Shift+C",), "desk"),
    Action("contents", N_("Contents of the text in the pane"), ("Ctrl+T",), "desk"),
    Action("show-in-others", N_("Show this in the other panes, by claim"), ("I",), "desk"),
    Action("compare", N_("The comparison in front of the texts, and back"), ("Ctrl+E",), "desk"),
    Action("to-cell", N_("Put the words into a cell of the comparison"), ("Ctrl+Shift+E",), "desk"),
    Action("maximise", N_("This pane alone, and back"), ("Z",), "desk"),
    Action("swap", N_("Swap the pane with the next one"), ("W",), "desk"),
    Action("pane-more", N_("One pane more"), ("F2",), "desk"),
    Action("pane-less", N_("One pane less"), ("Shift+F2",), "desk"),
    Action("wider", N_("Make the pane wider"), ("Alt+Shift+Right",), "desk"),
    Action("narrower", N_("Make the pane narrower"), ("Alt+Shift+Left",), "desk"),
    Action("taller", N_("Make the pane higher"), ("Alt+Shift+Down",), "desk"),
    Action("lower", N_("Make the pane lower"), ("Alt+Shift+Up",), "desk"),
    Action("pane-bigger", N_("Larger text in this pane"), ("Alt++", "Alt+="), "desk"),
    Action("pane-smaller", N_("Smaller text in this pane"), ("Alt+-",), "desk"),
    Action("pane-normal", N_("Text of this pane as large as in the others"), ("Alt+0",), "desk"),
    # Beside the texts
    Action("find-sources", N_("Find words in all sources"), ("Ctrl+Shift+F",), "desk"),
    Action("words", N_("Words and names that are explained"), ("Ctrl+G",), "desk"),
    Action("notes", N_("Your highlights and notes"), ("Ctrl+Shift+N",), "desk"),
    Action("highlight", N_("Highlight with the last meaning, or take it off"), ("Ctrl+H",), "desk"),
    Action("highlight-evidence", N_("Highlight as evidence"), ("Alt+1",), "desk"),
    Action("highlight-question", N_("Highlight as a question"), ("Alt+2",), "desk"),
    Action("highlight-doubt", N_("Highlight as doubtful"), ("Alt+3",), "desk"),
    Action("highlight-loaded", N_("Highlight as a loaded word"), ("Alt+4",), "desk"),
    Action("note", N_("Note on the passage"), ("Ctrl+M",), "desk"),
    Action("note-join", N_("Add the passage to the note in work"), ("Ctrl+Shift+M",), "desk"),
    Action("conclude", N_("Your conclusion"), ("Ctrl+Shift+R",), "desk"),
    Action("to-reason", N_("Put the passage behind a reason of the conclusion"), ("Ctrl+R",), "desk"),
    # In an answer, in a text
    Action("take-back", N_("Take back what is picked; Enter and Space never do"), ("Del",), "answer", True),
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
    Action("ruler", N_("Reading ruler: band, line, none"), ("R",), "text"),
    Action("explain", N_("Explain the word at the caret"), ("U",), "text"),
    Action("footnote", N_("Go to the footnote, and back"), ("Y",), "text"),
    Action("veil", N_("Uncover or cover the passage at the caret"), ("Shift+V",), "text"),
    Action("picture", N_("Enlarge the picture at the caret"), ("Shift+I",), "text"),
    Action("copy-cited", N_("Copy with where it is from"), ("Ctrl+Shift+C",), "text"),
)

BY_ID = {action.id: action for action in ACTIONS}

# What goes on while its key is held down.
REPEATING = frozenset(
    {
        *("bigger", "smaller", "next", "previous", "hit-next", "hit-previous", "undo", "redo"),
        *("wider", "narrower", "taller", "lower", "pane-bigger", "pane-smaller"),
    }
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
