"""The tree that a screen reader has of the window: everything that shows, as it was at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pyatspi
from gi.repository import GLib

# Roles that are looked into even where they do not say that they show.
ROOTS = frozenset({"application", "frame"})

STATES = {
    "checked": pyatspi.STATE_CHECKED,
    "editable": pyatspi.STATE_EDITABLE,
    "enabled": pyatspi.STATE_ENABLED,
    "focusable": pyatspi.STATE_FOCUSABLE,
    "focused": pyatspi.STATE_FOCUSED,
    "selected": pyatspi.STATE_SELECTED,
}
WITH_TEXT = frozenset(
    {"text", "paragraph", "document frame", "document text", "entry", "label", "password text"}
)


@dataclass(eq=False)
class Node:
    """One thing in the tree, what it says, and what it stands in (None for the program itself)."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    text: str
    around: Node | None
    it: pyatspi.Accessible
    inside: list[Node] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.role} “{self.name or self.description}”"

    def stands_in(self, name: str) -> bool:
        """Tell whether something around it is called so."""
        return self.around is not None and (self.around.name == name or self.around.stands_in(name))

    def way(self) -> str:
        """Say where it stands, by the names around it."""
        names: list[str] = []
        node = self.around
        while node is not None and len(names) < 3:
            if node.name and node.role not in ROOTS:
                names.append(node.name)
            node = node.around
        return " in ".join([str(self), *(f"“{name}”" for name in names)])


def place_of(node: Node) -> tuple[int, int, int, int]:
    """Return the left, the top, the right and the bottom of something, in pixels of its window."""
    try:
        at = node.it.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
    except (NotImplementedError, GLib.Error):
        return 0, 0, 0, 0
    return at.x, at.y, at.x + at.width, at.y + at.height


def seen(root: pyatspi.Accessible) -> list[Node]:
    """Return all that shows, in the tree's order."""
    return list(_below(root, None))


def top_of(it: pyatspi.Accessible) -> pyatspi.Accessible | None:
    """Return the window or the menu that something stands in; None where it has gone."""
    try:
        while it.parent is not None and it.parent.getRoleName() != "application":
            it = it.parent
        return it if it.getState().contains(pyatspi.STATE_SHOWING) else None
    except (GLib.Error, LookupError):
        return None


def _below(it: pyatspi.Accessible, around: Node | None) -> Iterator[Node]:
    try:
        state, role = it.getState(), it.getRoleName()
    except GLib.Error:  # it went while the tree was gone through
        return
    if role not in ROOTS and not state.contains(pyatspi.STATE_SHOWING):
        return
    node = Node(
        role,
        it.name,
        it.description,
        frozenset(name for name, number in STATES.items() if state.contains(number)),
        _text(it) if role in WITH_TEXT else "",
        around,
        it,
    )
    if around is not None:
        around.inside.append(node)
    yield node
    for child in it:
        if child is not None:
            yield from _below(child, node)


def _text(it: pyatspi.Accessible) -> str:
    try:
        text = it.queryText()
    except NotImplementedError:
        return ""
    return text.getText(0, text.characterCount)


def told(nodes: list[Node]) -> str:
    """Tell a tree line by line, indented, for a report."""
    depths: dict[int, int] = {}
    lines = []
    for node in nodes:
        depth = depths[id(node)] = depths[id(node.around)] + 1 if node.around is not None else 0
        states = ", ".join(sorted(node.states - {"enabled"}))
        lines.append(f"{'  ' * depth}{node.role} {node.name!r} {node.description!r} [{states}]")
    return "\n".join(lines)
