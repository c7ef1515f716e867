"""What is wrong with a page for who cannot see it: unnamed, told twice alike, or shown and not told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

from tests.access.known import LEFT_OUT


class Told(Protocol):
    """Something in the tree that a screen reader has."""

    @property
    def role(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def description(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def states(self) -> frozenset[str]: ...
    @property
    def inside(self) -> Sequence[Told]: ...
    def way(self) -> str:
        """Say what it is and where it stands."""
        ...


# Tells the left, the top, the right and the bottom of something, in pixels.
Where = Callable[[Any], tuple[int, int, int, int]]

# What holds a page and is named by it; everything else that can have the focus needs a name of its own.
FRAMES = frozenset({"application", "frame", "dialog", "window"})
# What has the focus while keys work it; buttons may have keys of their own, like what is paired by numbers.
PICKED = frozenset({"check box", "radio button"})
# What a list or a table tells in its own order.
ROWS = frozenset({"list item", "column header", "row header", "table column header", "table row header"})
# What a screen reader tells together with the row and the column that it stands in.
TOLD_BY_PLACE = frozenset({"table cell"})

_WORDS = re.compile(r"[^\W\d_]{3}|\d")  # three letters on end, or a figure
_SPACES = re.compile(r"\s+")
_SIGNS = "✓✗◐○●•·‹›…–—⌄▾▸ "  # around words; what they mean is told in words, which other tests hold


def without_name(nodes: Iterable[Told]) -> list[str]:
    """List what can have the focus and does not say what it is."""
    return [
        f"a {node.way()} has no name"
        for node in nodes
        if "focusable" in node.states and node.role not in FRAMES and not node.name.strip()
    ]


def without_keys(nodes: Iterable[Told]) -> list[str]:
    """List what can be picked and never has the focus, so that no key comes to it."""
    return [
        f"a {node.way()} takes no focus"
        for node in nodes
        if node.role in PICKED and "enabled" in node.states and "focusable" not in node.states
    ]


def upside_down(nodes: Iterable[Told], where: Where) -> list[str]:
    """List what is told before something that stands right above it; `where` tells where things stand."""
    found = []
    for node in nodes:
        said = [one for one in node.inside if one.role not in TOLD_BY_PLACE | ROWS and _says(one)]
        places = [(one, where(one)) for one in said] if len(said) > 1 else []
        for at, (one, (left, top, right, _bottom)) in enumerate(places):
            for other, (begin, _head, end, foot) in places[at + 1 :]:
                if foot <= top and begin < right and left < end:
                    found.append(f"{one.way()} is told before {other}, which stands above it")
                    break
    return found


def _says(node: Told) -> bool:
    return bool(node.name.strip() or node.text.strip()) or any(_says(one) for one in node.inside)


def alike(nodes: Iterable[Told]) -> list[str]:
    """List what can have the focus and is called like its neighbour of the same kind."""
    found = []
    for node in nodes:
        called = Counter(
            (one.role, one.name, one.description)
            for one in node.inside
            if "focusable" in one.states and one.name and one.role not in TOLD_BY_PLACE
        )
        found += [
            f"{count} of “{name}” ({role}) beside one another in {node.way()}"
            for (role, name, _description), count in called.items()
            if count > 1
        ]
    return found


def unheard(nodes: Sequence[Told], painted: Iterable[Mapping[str, str]]) -> list[str]:
    """List every line that is shown and that nothing in the tree says, with the widget that paints it.

    A line that was cut to its room ("Who is resp…") has to be told whole, so its beginning is looked for.
    """
    said = "\n".join(_plain(words) for node in nodes for words in (node.name, node.description, node.text))
    found = []
    for one in painted:
        line = _plain(one["words"].strip(_SIGNS))
        if _WORDS.search(line) and line not in said and not _is_left_out(one["widget"], one["words"]):
            found.append(f"“{one['words']}” is shown by {one['widget']} and told nowhere")
    return found


def _is_left_out(widget: str, words: str) -> bool:
    return any(re.match(known.widget, widget) and re.fullmatch(known.words, words) for known in LEFT_OUT)


def _plain(words: str) -> str:
    """Return words as they are compared: in small letters, with single spaces, without what shows nothing."""
    return _SPACES.sub(" ", words.replace("\u00ad", "").replace("\ufffc", " ")).strip().casefold()
