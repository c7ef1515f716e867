"""The window from outside: found, looked at and worked by a screen reader's means. Runs in Debian's Python.

It gets about by the controls' own actions, and by keys where a learner has to use keys; never by the mouse.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Callable
from typing import TypeVar

import pyatspi
from gi.repository import Atspi, GLib

from tests.access.judging import alike, unheard, without_keys, without_name
from tests.access.tree import Node, seen, told, top_of

Found = TypeVar("Found")

WAIT_S = 20.0
REST_S = 0.15  # after which the window shows what an action did
AGAIN_S = 0.5  # after which a page that was caught while it changed is looked at again
TRIES = 4
ANSWER_MS = 10_000  # for which an answer from the window is waited for, on a machine that has much to do

ITEMS = frozenset({"list item", "table cell"})

# What is picked to answer with, and how the names of the groups begin that it stands in.
PICKED = frozenset({"check box", "radio button"})
GROUPS = ("Options", "Pick all", "What ", "How far?", "How the source stands", "Ideas to look for", "Levels")


def _has_focus(node: Node) -> bool:
    held = node.role not in ITEMS or (node.around is not None and "focused" in node.around.states)
    return held and "focused" in node.states


class Walk:
    """The window from outside, and what was found wrong on its pages."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.pages: dict[str, int] = {}
        self.announced: list[str] = []
        self._focus: pyatspi.Accessible | None = None
        Atspi.set_timeout(ANSWER_MS, ANSWER_MS)
        pyatspi.Registry.registerEventListener(self._focus_came, "object:state-changed:focused")
        pyatspi.Registry.registerEventListener(self._hear, "object:announcement")
        self.root = self.wait(self._window, "the window")

    def _window(self) -> pyatspi.Accessible | None:
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and "rossread" in application.name:
                return application
        return None

    def _focus_came(self, event: pyatspi.Event) -> None:
        if event.detail1:
            self._focus = event.source

    def _hear(self, event: pyatspi.Event) -> None:
        self.announced.append(str(event.any_data))

    def wait(self, look: Callable[[], Found | None], what: str) -> Found:
        """Wait until something is so."""
        end = time.monotonic() + WAIT_S
        while time.monotonic() < end:
            found = look()
            if found is not None:
                return found
            self.rest()
        raise SystemExit(f"waited {WAIT_S:g} s for {what} in vain")

    def rest(self, seconds: float = REST_S) -> None:
        """Let the window do what it was asked for, and hear what it says meanwhile."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while GLib.MainContext.default().iteration(False):
                pass
            time.sleep(0.01)

    # Looking

    def nodes(self) -> list[Node]:
        """Return all that shows, in the tree's order, and the menu that the focus is in.

        Qt leaves menus out of what stands below the window; a screen reader comes to them by the focus.
        """
        nodes = seen(self.root)
        top = top_of(self._focus) if self._focus is not None else None
        return nodes if top is None or any(node.it == top for node in nodes) else [*nodes, *seen(top)]

    def all_of(self, role: str, beginning: str = "") -> list[Node]:
        """Return all controls of a role whose names begin so."""
        return [node for node in self.nodes() if node.role == role and node.name.startswith(beginning)]

    def names(self, role: str, beginning: str = "") -> list[str]:
        """Return the names of all controls of a role that begin so, in the tree's order."""
        return [node.name for node in self.all_of(role, beginning)]

    def find(self, role: str, name: str) -> Node:
        """Wait for a control by its role and the beginning of its name."""
        return self.wait(lambda: next(iter(self.all_of(role, name)), None), f"a {role} “{name}”")

    def focused(self) -> Node | None:
        """Return what has the focus; the innermost where several say so.

        The item in hand of a list or a table says so too, even where the list has not got it.
        """
        return next((node for node in reversed(self.nodes()) if _has_focus(node)), None)

    def wait_for_words(self, words: str) -> None:
        """Wait until something in the tree says these words."""

        def said() -> bool | None:
            return any(words in f"{one.name}\n{one.description}\n{one.text}" for one in self.nodes()) or None

        self.wait(said, f"the words “{words}”")

    def look(self, page: str, shows: str = "") -> None:
        """Note what is wrong on the page for who cannot see it; `shows`: words that prove it is that page."""
        if shows:
            self.wait_for_words(shows)
        faults: list[str] = []
        nodes: list[Node] = []
        for attempt in range(TRIES):
            self.rest(AGAIN_S if attempt else REST_S)
            nodes = self.nodes()
            faults = [*without_name(nodes), *without_keys(nodes), *alike(nodes)]
            faults += unheard(nodes, self.painted())
            if not faults:
                break
        count = sum("focusable" in node.states for node in nodes)
        self.pages[page] = count
        self.faults += [f"{page}: {fault}" for fault in faults]
        if count == 0:
            self.faults.append(f"{page}: nothing to be seen")

    def expect(self, holds: object, sentence: str) -> None:
        """Note a fault where something is not as it should be."""
        if not holds:
            self.faults.append(sentence)

    def painted(self) -> list[dict[str, str]]:
        """Ask the window which words it shows."""
        with socket.socket(socket.AF_UNIX) as ear:
            ear.connect(os.environ["CROSSREAD_EAR"])
            heard = b""
            while more := ear.recv(1 << 16):
                heard += more
        lines: list[dict[str, str]] = json.loads(heard)
        return lines

    # Acting

    def press(self, role: str, name: str) -> None:
        """Do what a control is for."""
        self.act(self.find(role, name))

    def act(self, node: Node) -> None:
        """Do what something is for."""
        action = node.it.queryAction()
        names = [action.getName(index) for index in range(action.nActions)]
        wanted = next((one for one in ("Press", "Toggle", "Check", "ShowMenu") if one in names), None)
        if wanted is None:
            raise SystemExit(f"the {node} cannot be pressed; it offers {names}")
        action.doAction(names.index(wanted))
        self.rest()

    def keys(self, *keys: str) -> None:
        """Press keys, as xdotool names them, one after the other."""
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)  # noqa: S607
            self.rest()

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        subprocess.run(["xdotool", "type", "--delay", "8", words], check=True)  # noqa: S607
        self.rest()

    def focus(self, role: str, name: str) -> Node:
        """Put the focus on something, as a screen reader's own keys do."""
        node = self.find(role, name)
        node.it.queryComponent().grabFocus()
        self.rest()
        return node

    def text_of(self, name: str) -> pyatspi.Text:
        """Return the text interface of the first text that is called so."""
        return self.wait(lambda: self._text_called(name), f"the text of “{name}”")

    def _text_called(self, name: str) -> pyatspi.Text | None:
        for node in self.nodes():
            if node.name.startswith(name) and node.text and "focusable" in node.states:
                return node.it.queryText()
        return None

    def read_at(self, name: str, words: str) -> pyatspi.Text:
        """Put the focus into a text, and the caret to some of its words."""
        text = self.text_of(name)
        at = text.getText(0, text.characterCount).index(words)
        node = next(node for node in self.nodes() if node.name.startswith(name) and node.text)
        node.it.queryComponent().grabFocus()
        text.setCaretOffset(at + 1)
        self.rest()
        return text

    def answer(self, page: str) -> bool:
        """Answer with the first control that can be picked; False where there is none to be picked."""
        nodes = self.nodes()
        for node in nodes:
            if node.role in PICKED and node.around is not None and node.around.name.startswith(GROUPS):
                self.act(node)
                if not node.it.getState().contains(pyatspi.STATE_CHECKED):
                    self.faults.append(f"{page}: “{node.name}” was picked and does not say so")
                return True
        for node in nodes:
            if node.role == "text" and "editable" in node.states:
                node.it.queryEditableText().setTextContents("14")
                self.rest()
                return True
        for node in nodes:
            if node.role == "push button" and node.name.startswith("1: "):  # something to pair with
                self.act(node)
                if node.it.name == node.name:
                    self.faults.append(f"{page}: “{node.name}” was given to an item and does not say so")
                return True
        return False

    def tree(self) -> str:
        """Tell what a screen reader has to go by."""
        return told(self.nodes())
