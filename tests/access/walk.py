"""Walks the window through AT-SPI and says which focusable control has no name. Runs in Debian's Python.

It gets about by the controls' own actions, as a screen reader's user would, and never by the mouse.
"""

import sys
import time
from collections.abc import Callable, Iterator

import pyatspi

WAIT_S = 20.0

# Roles that are focusable in Qt's tree without being a control of their own.
FRAMES = frozenset({"application", "frame", "filler", "panel", "scroll pane", "viewport", "split pane", "dialog"})


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

    def press(self, role: str, name: str) -> None:
        """Do what a control is for."""
        action = self.find(role, name).queryAction()
        names = [action.getName(index) for index in range(action.nActions)]
        wanted = next((one for one in ("Press", "Toggle", "Check", "ShowMenu") if one in names), None)
        if wanted is None:
            raise SystemExit(f"the {role} “{name}” cannot be pressed; it offers {names}")
        action.doAction(names.index(wanted))
        time.sleep(0.4)

    def look(self, page: str) -> None:
        """Note every focusable control of the page that has no name."""
        time.sleep(0.6)
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


def _wait(
    look: Callable[[], pyatspi.Accessible | None], what: str
) -> pyatspi.Accessible:
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        found = look()
        if found is not None:
            return found
        time.sleep(0.2)
    raise SystemExit(f"waited {WAIT_S:g} s for {what} in vain")


def tree(thing: pyatspi.Accessible, depth: int = 0) -> None:
    """Print what a screen reader has to go by."""
    print("  " * depth, thing.getRoleName(), repr(thing.name), repr(thing.description))
    for child in thing:
        if child is not None:
            tree(child, depth + 1)


if __name__ == "__main__":
    walk = Walk()
    walk.look("library")
    tree(walk.root)
    sys.exit(0)
