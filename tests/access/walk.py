"""Walks the window through AT-SPI and says which focusable control has no name. Runs in Debian's Python.

It gets about by the controls' own actions, as a screen reader's user would, and never by the mouse.
"""

import sys
import time
from collections.abc import Callable, Iterator

import pyatspi

WAIT_S = 20.0

KHOJALY, EVERY_KIND = "Khojaly", "The ferry"  # how the titles of the two packs begin

# What holds a page and is named by it; everything else that can have the focus needs a name of its own.
FRAMES = frozenset({"application", "frame", "dialog"})

# What is picked to answer with, and how the names of the groups begin that it stands in.
PICKED = frozenset({"check box", "radio button"})
GROUPS = ("Options", "Pick all", "What ", "How far?", "How the source stands", "Ideas to look for", "Levels")


class Walk:
    """The window from outside, and what was found wrong on its pages."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.pages: dict[str, int] = {}
        self.root = self._window()

    def _window(self) -> pyatspi.Accessible:
        def found() -> pyatspi.Accessible | None:
            for application in pyatspi.Registry.getDesktop(0):
                if application is not None and "rossread" in application.name:
                    return application
            return None

        return _wait(found, "the window")

    def everything(self) -> Iterator[pyatspi.Accessible]:
        """Yield all that is showing, in the tree's order."""
        yield from _below(self.root)

    def find(self, role: str, name: str) -> pyatspi.Accessible:
        """Wait for a control by its role and the beginning of its name."""

        def found() -> pyatspi.Accessible | None:
            for thing in self.everything():
                if thing.getRoleName() == role and thing.name.startswith(name):
                    return thing
            return None

        return _wait(found, f"a {role} “{name}”")

    def names(self, role: str, beginning: str) -> list[str]:
        """Return the names of all controls of a role that begin so, in the tree's order."""
        return [
            thing.name
            for thing in self.everything()
            if thing.getRoleName() == role and thing.name.startswith(beginning)
        ]

    def stages(self) -> list[str]:
        """Return the names of the stages in the bar."""
        return self.names("radio button", "")[:6]

    def press(self, role: str, name: str) -> None:
        """Do what a control is for."""
        self._act(self.find(role, name))

    def _act(self, thing: pyatspi.Accessible) -> None:
        action = thing.queryAction()
        names = [action.getName(index) for index in range(action.nActions)]
        wanted = next((one for one in ("Press", "Toggle", "Check", "ShowMenu") if one in names), None)
        if wanted is None:
            raise SystemExit(f"the {thing.getRoleName()} “{thing.name}” cannot be pressed; it offers {names}")
        action.doAction(names.index(wanted))
        time.sleep(0.4)

    def answer(self, page: str) -> bool:
        """Answer with the first control that can be picked; False where there is none to be picked."""
        for thing in self.everything():
            if thing.getRoleName() in PICKED and thing.parent.name.startswith(GROUPS):
                self._act(thing)
                if not thing.getState().contains(pyatspi.STATE_CHECKED):
                    self.faults.append(f"{page}: “{thing.name}” was picked and does not say so")
                return True
        for thing in self.everything():
            if thing.getRoleName() == "text" and thing.getState().contains(pyatspi.STATE_EDITABLE):
                thing.queryEditableText().setTextContents("14")
                time.sleep(0.4)
                return True
        for thing in self.everything():
            before = thing.name
            if thing.getRoleName() == "push button" and before.startswith("1: "):  # something to pair with
                self._act(thing)
                if thing.name == before:
                    self.faults.append(f"{page}: “{before}” was given to an item and does not say so")
                return True
        return False

    def look(self, page: str) -> None:
        """Note every focusable control of the page that has no name."""
        time.sleep(0.4)
        count = 0
        for thing in self.everything():
            state = thing.getState()
            if not state.contains(pyatspi.STATE_FOCUSABLE) or thing.getRoleName() in FRAMES:
                continue
            count += 1
            if not thing.name.strip():
                self.faults.append(f"{page}: a {thing.getRoleName()} without a name ({thing.description!r})")
        self.pages[page] = count
        if count == 0:
            self.faults.append(f"{page}: nothing to be seen")


def _below(thing: pyatspi.Accessible) -> Iterator[pyatspi.Accessible]:
    for child in thing:
        if child is None:
            continue
        state = child.getState()
        if state.contains(pyatspi.STATE_SHOWING) or child.getRoleName() in {"frame", "application"}:
            yield child
            yield from _below(child)


def _wait(look: Callable[[], pyatspi.Accessible | None], what: str) -> pyatspi.Accessible:
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        found = look()
        if found is not None:
            return found
        time.sleep(0.2)
    raise SystemExit(f"waited {WAIT_S:g} s for {what} in vain")


def tree(thing: pyatspi.Accessible, depth: int = 0) -> None:
    """Print what a screen reader has to go by."""
    if depth < 2 or thing.getState().contains(pyatspi.STATE_SHOWING):
        print(f"{'  ' * depth}{thing.getRoleName()} {thing.name!r} {thing.description!r}")
        for child in thing:
            if child is not None:
                tree(child, depth + 1)


def walk_through(walk: Walk) -> None:
    """Go the way of a learner from the library to looking back, and look at each page once on the way."""
    walk.look("library, first day")
    walk.press("push button", f"Begin: {KHOJALY}")
    walk.find("push button", "Begin: Before")
    walk.look("overview")
    walk.press("push button", "Begin: ")
    walk.find("text", "What you expect")
    walk.look("before")
    walk.press("push button", "Next: ")
    walk.find("radio button", "Source A")
    walk.look("meet")
    for _ in range(4):
        walk.press("push button", "Next source")
    walk.look("meet, last source")
    for number in range(2, 6):
        walk.press("radio button", walk.stages()[number])
        walk.find("radio button", "Question 1")
        walk.look(f"desk of stage {number + 1}")
    walk.press("push button", "Card")
    walk.look("desk with a card open")
    walk.press("push button", "‹ Back to the text")
    walk.press("radio button", walk.names("radio button", "Question ")[0])
    walk.press("radio button", "I don’t know")
    walk.press("radio button", walk.names("radio button", "Question ")[-1])
    walk.press("push button", "Hand in")
    walk.find("push button", "Hand in all the same")
    walk.look("hand in")
    walk.press("push button", "Hand in all the same")
    walk.find("push button", "Try again")
    walk.look("summary")
    walk.press("radio button", walk.names("radio button", "Question ")[0])
    walk.look("feedback")
    walk.press("push button", "Crossread: to the library")
    walk.find("push button", "Continue")
    walk.look("library, on the way")
    walk.press("push button", "All progress")
    walk.look("how it is going")
    walk.press("push button", "Keys")
    walk.look("the keys")
    walk.press("push button", "Close")
    walk.press("push button", "Text, colours and keys")
    walk.look("the menu of settings")
    walk.press("push button", "Text, colours and keys")


def walk_every_kind(walk: Walk) -> None:
    """Go through the pack with questions of every kind: as they are asked, answered, and once handed in."""
    walk.press("push button", "Crossread: to the library")
    walk.press("push button", f"Begin: {EVERY_KIND}")
    walk.press("push button", "Begin: Before")
    walk.find("text", "What you expect")
    walk.press("push button", "Next: Meet")
    walk.find("radio button", "Source A")
    for _ in range(3):
        walk.press("push button", "Next source")
    for stage in ("What do they say?", "In what order", "Who can know?", "In your own words", "A short test"):
        walk.press("push button", f"Next: {stage}")
        walk.find("radio button", "Question 1")
        walk_questions(walk, stage)


def walk_questions(walk: Walk, stage: str) -> None:
    """Answer each question of a stage, hand in, and look back on all of them."""
    count = len(walk.names("radio button", "Question "))
    for number in range(1, count + 1):
        walk.press("radio button", f"Question {number}, ")
        walk.look(f"{stage} {number}, asked")
        if walk.answer(f"{stage} {number}"):
            walk.look(f"{stage} {number}, answered")
    walk.press("push button", "Hand in")
    walk.look(f"{stage}, hand in")
    walk.press("push button", "Hand in")
    walk.find("push button", "Try again")
    if walk.names("push button", "Show results"):
        walk.press("push button", "Show results")
        walk.press("push button", "Show them")
    walk.look(f"{stage}, summary")
    for number in range(1, count + 1):
        walk.press("radio button", f"Question {number}, ")
        walk.look(f"{stage} {number}, looked back on")
    walk.press("push button", "Summary")


if __name__ == "__main__":
    found = Walk()
    try:
        walk_through(found)
        walk_every_kind(found)
    except SystemExit:
        tree(found.root)
        raise
    for page, count in found.pages.items():
        print(f"{page}: {count} focusable controls")
    for fault in found.faults:
        print(f"FAULT {fault}")
    print(f"{len(found.pages)} pages walked, {len(found.faults)} faults")
    sys.exit(1 if found.faults else 0)
