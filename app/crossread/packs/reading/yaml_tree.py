"""YAML as a tree of texts with their places: nothing guessed, nothing expanded, nothing without a bound.

The file is walked event by event, and the caps act during the walk: libyaml's composer crashes the
process on deep nesting, and aliases, merge keys and tags can be made to cost hours.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn, TypeAlias

import yaml

from crossread.base.translation import _
from crossread.packs.problems import Problems
from crossread.packs.reading.yaml_words import ODD_SPACES, in_plain_words, odd_item, odd_space

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
MAX_NODES = 50_000

# Control characters, line breaks that only some programs see, marks inside the text, and the characters
# that turn the direction of what is shown (which can make an answer read as another).
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# A text between quotation marks as word processors make them, and none of them inside.
_OPENING = frozenset("„“”«»‚‘‹›")
_CURLY = re.compile("[„“”«»‚‘‹›][^„“”«»‘‹›]*[“”«»‘’‹›]")
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_ODD_ITEM = re.compile(r"-|[–—−•·‣▪]\s")
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


class Scalar(NamedTuple):
    """A text as written, with the line and column (from 1) where it starts."""

    text: str
    line: int
    column: int


class ListNode(NamedTuple):
    """A list, with the place where it starts."""

    items: list["Node"]
    line: int
    column: int


class MapNode(NamedTuple):
    """Keys and their values, with the place where they start; `keys` says where each key stands."""

    values: dict[str, "Node"]
    keys: dict[str, Scalar]
    line: int
    column: int


Node: TypeAlias = Scalar | ListNode | MapNode


def place(node: Node) -> tuple[int, int]:
    """Return the line and column of a node."""
    return node.line, node.column


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read, and the key whose value comes next.

    `twice` says that this key stood there before; `over` that the first one did, so that most likely an
    item of a list began there without its hyphen: what follows belongs to that.
    """

    node: ListNode | MapNode
    key: Scalar | None = None
    twice: bool = False
    over: bool = False


class _Stop(Exception):  # noqa: N818  (an end of the walk, not an error)
    """The file cannot be read further; the problem has been noted."""


def load_yaml(source: str, file: str, problems: Problems, first_line: int = 1) -> Node | None:
    """Read one YAML document; None where it is empty or was given up, with the problems noted.

    `source` has line feeds only (see `pack_files.read_source`); `first_line` is where it starts in its
    file. A key given twice is an error and its first value is kept, so that the rest can be checked too.
    """
    walk = _Walk(file, problems, first_line)
    try:
        walk.look_over(source)
        return walk.read(yaml.parse(source, Loader=yaml.CSafeLoader))
    except _Stop:
        return None
    except yaml.YAMLError as error:
        line, column, code, message = in_plain_words(error, source.split("\n"))
        problems.error(file, (line + first_line - 1, column), code, message)
        return None


class _Walk:
    """Builds the tree from events, keeping count."""

    def __init__(self, file: str, problems: Problems, first_line: int) -> None:
        self._file = file
        self._problems = problems
        self._first = first_line
        self._escapes = False
        self._root: Node | None = None
        self._stack: list[_Open] = []
        self._nodes = self._documents = 0
        self._sound_keys: set[str] = set()
        self._odd = False

    def look_over(self, source: str) -> None:
        """Refuse what must not reach the parser; raises _Stop."""
        if len(source.encode(errors="surrogatepass")) > MAX_BYTES:
            self._stop((self._first, 1), "yaml-too-large", _("This file is larger than 1 MB. Split it."))
        found = _UNSEEN.search(source)
        if found:
            self._unseen(found[0], self._at(source, found.start()))
        directive = _DIRECTIVE.search(source)
        if directive:
            message = _("A line that begins with % is an instruction to YAML. Packs have none: remove it.")
            self._stop(self._at(source, directive.start()), "yaml-directive", message)
        self._escapes = "\\" in source

    def read(self, events: Iterable[yaml.Event]) -> Node | None:
        """Build the tree; raises _Stop where the file is given up, yaml.YAMLError where it is no YAML."""
        steps: Mapping[type[yaml.Event], Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._list,
            yaml.MappingStartEvent: self._map,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        for event in events:
            step = steps.get(type(event))
            if step:
                step(event)
        # Where words stand for keys that they are not, all that follows would be told of in vain.
        return None if self._odd else self._root

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        mark: Any = event.start_mark
        text, line, column = event.value, mark.line + self._first, mark.column + 1
        if event.implicit[0]:  # without quotation marks
            stripped = text.strip()
            if stripped[:1] in _OPENING and _CURLY.fullmatch(stripped):
                message = _(
                    "These quotation marks are part of the text and will be shown. The marks around a text "
                    'are straight ones: "…". To show curly ones, put straight ones around them.'
                )
                self._problems.warning(self._file, (line, column), "curly-quotes", message)
            parent = self._stack[-1] if self._stack else None
            if parent is not None and parent.key is None and isinstance(parent.node, MapNode):
                self._key(Scalar(text, line, column))
            else:
                # Odd spaces at the ends are no more part of such a text than ordinary ones.
                text = stripped
        node = Scalar(text, line, column)
        if self._escapes:
            found = _UNSEEN.search(text)
            if found:
                self._unseen(found[0], place(node))
        self._add(event, node)

    def _list(self, event: yaml.SequenceStartEvent) -> None:
        node = ListNode([], *self._place(event))
        self._add(event, node)
        self._open(node)

    def _map(self, event: yaml.MappingStartEvent) -> None:
        node = MapNode({}, {}, *self._place(event))
        self._add(event, node)
        self._open(node)

    def _open(self, node: ListNode | MapNode) -> None:
        self._stack.append(_Open(node))
        if len(self._stack) > MAX_DEPTH:
            message = _("Lists and keys stand inside each other more than {count} deep here.")
            self._stop(place(node), "yaml-too-deep", message.format(count=MAX_DEPTH))

    def _end(self, _event: yaml.CollectionEndEvent) -> None:
        self._stack.pop()

    def _alias(self, event: yaml.AliasEvent) -> None:
        message = _("A text that begins with * has to stand in straight quotation marks.")
        self._stop(self._place(event), "yaml-alias", message)

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            message = _("A second document begins here. Keep one to a file: remove the --- line.")
            self._stop(self._place(event), "yaml-documents", message)

    def _add(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = _("This file has more than {count} values. Split it.").format(count=MAX_NODES)
            self._stop(place(node), "yaml-too-many", message)
        if event.anchor is not None:
            message = _("A text that begins with & has to stand in straight quotation marks.")
            self._stop(place(node), "yaml-anchor", message)
        if event.tag is not None:
            message = _("A text that begins with ! has to stand in straight quotation marks.")
            self._stop(place(node), "yaml-tag", message)
        if not self._stack:
            self._root = node
        else:
            self._put(self._stack[-1], node)

    def _put(self, parent: _Open, node: Node) -> None:
        if isinstance(parent.node, ListNode):
            parent.node.items.append(node)
        elif parent.key is not None:
            if not parent.twice:
                parent.node.values[parent.key.text] = node
            parent.key = None
        elif isinstance(node, Scalar):
            if node.text == "<<":
                message = _("Keys cannot be taken over from elsewhere with <<. Write them out.")
                self._stop(place(node), "yaml-merge", message)
            parent.key, parent.twice = node, True
            if parent.over:
                return
            first = parent.node.keys.setdefault(node.text, node)
            parent.twice = first is not node
            if parent.twice:
                parent.over = first is next(iter(parent.node.keys.values()))
                message = _(
                    "The key “{key}” stands here again (first on line {line}). Keep one of them, or begin "
                    "a new item of the list with “- ”."
                ).format(key=node.text[:40], line=first.line)
                self._problems.error(self._file, place(node), "yaml-key-twice", message)
        else:
            message = _(
                "A key has to be a word. If this is a text with { or [, put it in straight quotation marks."
            )
            self._stop(place(node), "yaml-key", message)

    def _key(self, key: Scalar) -> None:
        """Note a key without quotation marks that is no key, though YAML reads it as one."""
        if key.text in self._sound_keys:  # the same few stand in a file a thousand times
            return
        space = _ODD_SPACE.search(key.text)
        if space:
            self._note_odd((key.line, key.column + space.start()), "yaml-space", odd_space())
        elif _ODD_ITEM.match(key.text):
            self._note_odd(place(key), "yaml-item", odd_item())
        else:
            self._sound_keys.add(key.text)

    def _note_odd(self, where: tuple[int, int], code: str, message: str) -> None:
        self._problems.error(self._file, where, code, message)
        self._odd = True

    def _unseen(self, character: str, where: tuple[int, int]) -> None:
        message = _("A character that cannot be seen (U+{code:04X}) stands here. Remove it.")
        self._stop(where, "unseen-character", message.format(code=ord(character)))

    def _at(self, source: str, position: int) -> tuple[int, int]:
        before = source.rfind("\n", 0, position)
        return source.count("\n", 0, position) + self._first, position - before

    def _place(self, event: yaml.Event) -> tuple[int, int]:
        mark = event.start_mark
        return (mark.line + self._first, mark.column + 1) if mark else (self._first, 1)

    def _stop(self, where: tuple[int, int], code: str, message: str) -> NoReturn:
        self._problems.error(self._file, where, code, message)
        raise _Stop
