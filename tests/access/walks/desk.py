"""The desk from outside: panes, texts, what opens in them and beside them, highlights and notes."""

import pyatspi

from tests.access.tree import Node
from tests.access.walk import Walk
from tests.access.walks.inquiry import KHOJALY, to_stage, welcome

LINE = pyatspi.TEXT_BOUNDARY_LINE_START
FIRST, SECOND = "C, ", "A, "  # how the names of the texts begin that the stage opens with
COVERED = ("stabbing many civilians", "31 bodies at the site", "bodies in the streets")  # in the first text
COVER = "Covered"


def go(walk: Walk) -> None:
    """Look at the desk in all its states."""
    welcome(walk)
    to_desk(walk)
    walk.look("two panes")
    read_by_caret(walk)
    veiled(walk)
    panes(walk)
    opened_in_a_pane(walk)
    found(walk)
    explained(walk)
    concluded(walk)
    noted(walk)


def to_desk(walk: Walk, stage: str = "How many?") -> None:
    """Come to the desk of a stage by its title, that on figures for one."""
    walk.press("push button", f"Begin: {KHOJALY}")
    walk.press("push button", "Begin: ")
    walk.find("text", "What you expect")
    to_stage(walk, stage)


def in_group(walk: Walk, role: str, name: str, group: str) -> Node:
    """Return a control of a group, by the beginnings of both names."""
    for node in walk.all_of(role, name):
        if node.around is not None and node.around.name.startswith(group):
            return node
    raise SystemExit(f"no {role} “{name}” in “{group}”")


def nothing_covered(walk: Walk, page: str) -> None:
    """Find that nothing tells what is covered in the texts."""
    told = walk.tree()
    for words in COVERED:
        walk.expect(words not in told, f"{page}: what is covered in the texts is told: {words!r}")


def read_by_caret(walk: Walk) -> None:
    """Read a text by its text interface: the line at the caret, moving it, selecting."""
    text = walk.read_at(FIRST, "The fact box dates")
    began = text.caretOffset
    line = text.getTextAtOffset(began, LINE)[0]
    walk.expect("The fact box dates" in line, f"text: the line at the caret is told as {line!r}")
    walk.keys("Right", "Right")
    walk.expect(text.caretOffset == began + 2, "text: the caret does not move with the arrow keys")
    walk.keys("Down")
    below = text.getTextAtOffset(text.caretOffset, LINE)[0]
    walk.expect(below.strip() and below != line, "text: an arrow key leads to no other line")
    walk.keys("s")
    chosen = text.getText(*text.getSelection(0)) if text.getNSelections() else ""
    walk.expect(chosen.endswith((".", "”", "]")), f"text: the sentence selected is told as {chosen!r}")
    walk.look("sentence selected")
    walk.keys("Escape", "Escape")
    walk.expect(not text.getNSelections() or len(set(text.getSelection(0))) == 1, "text: still selected")


def veiled(walk: Walk) -> None:
    """Find that what is covered is told nowhere, and that it is there once it is uncovered."""
    text = walk.text_of(FIRST)
    whole = text.getText(0, text.characterCount)
    walk.expect(COVER in whole, "veil: nothing says that words are covered")
    told = walk.tree() + whole
    for words in COVERED:
        walk.expect(words not in told, f"veil: what is covered is told: {words!r}")
    walk.read_at(FIRST, COVER)
    walk.look("covered passage at the caret")
    walk.announced.clear()
    walk.keys("shift+v")
    walk.rest()
    now = text.getText(0, text.characterCount)
    shown = [words for words in COVERED if words in now]
    walk.expect(len(shown) == 1, f"veil: uncovering shows {len(shown)} passages")
    said = [one for one in walk.announced if any(words in one for words in shown)]
    walk.expect(len(said) == 1, f"veil: uncovering is announced as {walk.announced}")
    walk.look("uncovered passage")
    walk.keys("shift+v")


def panes(walk: Walk) -> None:
    """Look at one to four panes, one of them alone, and their menu."""
    walk.keys("F2")
    walk.look("three panes")
    walk.keys("F2")
    walk.look("four panes")
    walk.keys("z")
    walk.look("one pane alone")
    walk.keys("z", "shift+F2", "shift+F2", "shift+F2")
    walk.look("one pane")
    walk.keys("F2", "c", "alt+a")
    walk.press("push button", "More for the pane")
    walk.look("menu of a pane")
    walk.keys("Escape")


def opened_in_a_pane(walk: Walk) -> None:
    """Open what stands in the place of a text, and go to the same in the others."""
    walk.read_at(SECOND, "The event itself")
    walk.keys("ctrl+t")
    walk.look("contents of a text", "Contents of A, ")
    walk.keys("Escape", "shift+c")
    walk.look("card in a pane", "‹ Back to the text")
    walk.keys("Escape")
    walk.read_at(SECOND, "he has one figure, 485")
    walk.keys("i")
    walk.look("shown in the others")
    walk.keys("Escape")


def found(walk: Walk) -> None:
    """Find in a pane, and across the sources."""
    walk.keys("ctrl+f")
    walk.type("report")
    walk.look("find bar", "Find in ")
    walk.keys("F3", "Escape", "ctrl+shift+f")
    walk.type("report")
    walk.look("found across the sources", "Find in all sources")
    walk.keys("Escape")


def explained(walk: Walk) -> None:
    """Look at the words that are explained, in a list and at the caret."""
    walk.keys("ctrl+g")
    walk.look("words beside the texts", "A name in several forms")
    walk.keys("Escape")
    walk.read_at(SECOND, "massacre")
    walk.keys("u")
    walk.look("word explained", "An ordinary word, not one of law")
    walk.keys("Escape")
    focus = walk.focused()
    walk.expect(focus and SECOND in focus.way(), f"word explained: Escape leads to {focus}, not to the text")


def concluded(walk: Walk) -> None:
    """Conclude beside the texts: with a passage sent from one, in words, and looked over."""
    walk.read_at(SECOND, "Azerbaijani residents")
    walk.keys("s")
    walk.keys("ctrl+r")
    walk.look("conclusion beside the texts", "What do you conclude?")
    walk.keys("ctrl+shift+r")
    walk.type("The counts part.")
    walk.press("push button", "Look it over")
    walk.look(
        "conclusion looked over", "What speaks against what you weigh or leave open is not written down yet."
    )


def noted(walk: Walk) -> None:
    """Highlight and note, in the text, beside it, and on the board."""
    walk.read_at(SECOND, "Azerbaijani residents")
    walk.keys("s")
    walk.look("highlight bar", "Write a note")
    walk.keys("alt+1")
    walk.look("highlighted", "evidence")
    walk.keys("ctrl+m")
    walk.type("Who counted?")
    walk.look("note beside the texts", "Who counted?")
    walk.keys("ctrl+shift+n")
    walk.rest(1.6)
    walk.look("notes beside the texts", "Who counted?")
    walk.keys("ctrl+shift+b")
    walk.look("board", "Who counted?")
    for way in walk.all_of("radio button"):
        if way.around is not None and "roup" in way.around.name:
            walk.act(way)
            walk.look(f"board, {way.name}", "Who counted?")
    walk.press("push button", "‹")
    walk.keys("ctrl+shift+t")
    walk.look("timeline, axis", "Axis")
    walk.press("radio button", "Table")
    walk.look("timeline, table")
