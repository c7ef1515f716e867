"""From a tree of texts to domain objects: types by pydantic, words and places by us."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from types import UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter
from pydantic_core import SchemaValidator, ValidationError

from crossread.base.translation import _
from crossread.packs.problems import Problems, known_names, nearest, told
from crossread.packs.reading.scalars import own_scalars
from crossread.packs.reading.yaml_tree import ListNode, MapNode, Node, Scalar, place

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Path = Sequence[str | int]

_LIKE_A_KEY = re.compile(r"[^\W\d]+(?:[_-][^\W\d]+)*")


@dataclass(frozen=True)
class Written(Generic[T_co]):
    """A value and where it was written."""

    value: T_co
    file: str
    node: Node

    def at(self, *path: str | int) -> tuple[int, int]:
        """Return the line and column of what stands at `path` inside, or of the nearest thing around it."""
        return locate(self.node, path)

    def at_key(self, *path: str | int) -> tuple[int, int]:
        """Return the line and column of the key that ends `path`, or of what is around it."""
        return locate_key(self.node, path)

    def text(self, *path: str | int) -> str:
        """Return the text at `path`; "" where there is none."""
        node = _follow(self.node, path) if self.gives(*path) else None
        return node.text if isinstance(node, Scalar) else ""

    def gives(self, *path: str | int) -> bool:
        """Tell whether the author wrote something at `path`, rather than leaving it out."""
        node: Node | None = self.node
        for step in path:
            node = _step(node, step) if node is not None else None
        return node is not None


def locate(node: Node, path: Path) -> tuple[int, int]:
    """Return where the value at `path` stands; steps that lead nowhere are passed over.

    (pydantic puts names of union members among the steps, and a missing key stands nowhere.)
    """
    return place(_follow(node, path))


def locate_key(node: Node, path: Path) -> tuple[int, int]:
    """Return where the key that ends `path` stands; the place of its mapping where it is missing."""
    parent = _follow(node, path[:-1])
    key = parent.keys.get(str(path[-1])) if isinstance(parent, MapNode) and path else None
    return place(key or parent)


def _follow(node: Node, path: Path) -> Node:
    for step in path:
        inner = _step(node, step)
        if inner is not None:
            node = inner
    return node


def _step(node: Node, step: str | int) -> Node | None:
    if isinstance(node, MapNode):
        return node.values.get(str(step))
    if isinstance(node, ListNode) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def plain(node: Node) -> Any:
    """Return the tree as dictionaries, lists and texts."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return {key: plain(value) for key, value in node.values.items()}


class Conversion(Generic[T]):
    """Makes objects of one dataclass from trees; every key that it does not know is a problem."""

    def __init__(self, target: type[T]) -> None:
        self._target = target
        self._validator = SchemaValidator(own_scalars(TypeAdapter(target).core_schema))

    def read(
        self, node: Node, file: str, problems: Problems, ready: Mapping[str, Any] | None = None
    ) -> T | None:
        """Return the object; None where the tree does not fit, with all problems noted.

        `ready` are values by key that were read elsewhere: they stand in the place of what is in the tree.
        """
        if not isinstance(node, MapNode):
            problems.error(
                file, place(node), "no-keys", _("Keys with values are expected here, “key: value”.")
            )
            return None
        try:
            made: T = self._validator.validate_python({**plain(node), **(ready or {})})
        except ValidationError as error:
            self._note(error, node, file, problems)
            return None
        return made

    def _note(self, error: ValidationError, node: Node, file: str, problems: Problems) -> None:
        noted: set[tuple[int, int]] = set()
        faults = error.errors(include_url=False)
        without_space = {
            (*fault["loc"][:-1], str(fault["loc"][-1]).partition(":")[0])
            for fault in faults
            if fault["type"] == "unexpected_keyword_argument"
        }
        for fault in faults:
            path, code = fault["loc"], fault["type"]
            name = str(path[-1]) if path else ""
            if code == "unexpected_keyword_argument":
                message = _unknown_key(name, _keys_at(self._target, path[:-1]))
                problems.error(file, locate_key(node, path), "unknown-key", message)
                continue
            where = locate(node, path)
            if code == "missing" and path in without_space:
                continue  # it stands there, and the other message says how to write it
            if code == "missing" and isinstance(path[-1], str):
                message = _("The key “{key}” is missing.").format(key=name)
                problems.error(file, where, "missing-key", message)
            elif where not in noted:  # the members of a union complain one by one of the same value
                noted.add(where)
                code, message = _SENTENCES.get(code, _other)(fault)
                if code == "no-list" and _is_pair(self._target, path):
                    message = _two_values()
                known = _keys_at(self._target, path) if code == "no-keys" else ()
                if known:
                    message = told(message, known_names("", known))
                problems.error(file, where, code, message)


def known_keys(node: MapNode, file: str, known: Sequence[str], problems: Problems) -> None:
    """Note each key at the top of a tree that is not among those known."""
    for name, where in node.keys.items():
        if name not in known:
            problems.error(file, place(where), "unknown-key", _unknown_key(name, known))


_made: dict[type, Conversion[Any]] = {}


def conversion(target: type[T]) -> Conversion[T]:
    """Return the conversion to a dataclass; making one is slow, so each is made once."""
    if target not in _made:
        _made[target] = Conversion(target)
    return _made[target]


def _unknown_key(name: str, known: Sequence[str]) -> str:
    key, colon, value = name.partition(":")
    if colon and key in known:
        message = _("A space is missing after the colon: “{key}: {value}”.")
        return message.format(key=key, value=value[:40])
    if _LIKE_A_KEY.fullmatch(name) or nearest(name, known):
        message = _("“{key}” is not a key that is known here.").format(key=name[:40])
        return told(message, known_names(name, known))
    # The rest of a text or number that a comma has broken off.
    message = _(
        "“{key}” was read as a key. If it is the end of a text with a comma, put the whole text in straight "
        'quotation marks ("…"); a number has a point, not a comma.'
    )
    return message.format(key=name[:40])


def _text_expected(fault: Mapping[str, Any]) -> tuple[str, str]:
    if isinstance(fault["input"], list):
        message = _(
            "One text is expected here, not a list. Take the brackets or hyphens away; where they are part "
            "of the text, put it in straight quotation marks."
        )
        return "no-text", message
    message = _("A text is expected here, not a list or keys. Put it in straight quotation marks.")
    return "no-text", message


def _list_expected(_fault: Mapping[str, Any]) -> tuple[str, str]:
    return "no-list", _("A list is expected here: [a, b], or one “- ” line for each.")


def _keys_expected(_fault: Mapping[str, Any]) -> tuple[str, str]:
    return "no-keys", _("Keys with values are expected here, “key: value”.")


def _count_expected(_fault: Mapping[str, Any]) -> tuple[str, str]:
    return "list-length", _two_values()


def _two_values() -> str:
    return _("This list takes two values, a lower and a higher one: [1, 2].")


def _other(fault: Mapping[str, Any]) -> tuple[str, str]:
    return str(fault["type"]), str(fault["msg"])


_SENTENCES: Mapping[str, Callable[[Mapping[str, Any]], tuple[str, str]]] = {
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "list_type": _list_expected,
    "dataclass_type": _keys_expected,
    "dict_type": _keys_expected,
    "mapping_type": _keys_expected,
    "too_long": _count_expected,
    "too_short": _count_expected,
    "missing": _count_expected,
}


def _keys_at(target: Any, path: Path) -> list[str]:
    """Return the keys of the dataclass that `path` leads to from another; none where it leads to none.

    Its own come before those that it takes over from another.
    """
    for step in path:
        target = next(_inside(target, step), target)
    own: dict[str, bool] = {}
    for inner in _dataclasses(target):
        bases = [base for base in inner.__mro__[1:] if is_dataclass(base)]
        taken_over = {field.name for base in bases for field in fields(base)}
        own.update({field.name.removesuffix("_"): field.name in taken_over for field in fields(inner)})
    return sorted(own, key=lambda name: (own[name], name))


def _is_pair(target: Any, path: Path) -> bool:
    """Tell whether a list of just two values belongs at `path`."""
    for step in path[:-1]:
        target = next(_inside(target, step), target)
    hint = next(_inside(target, path[-1]), None) if path else None
    members = get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)
    return any(get_origin(one) is tuple and ... not in get_args(one) for one in members)


def _inside(hint: Any, step: str | int) -> Iterator[Any]:
    """Give the type of what stands at one step inside a type: at a key, a name or a place in a list."""
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        if step in hints:
            yield hints[str(step)]
    elif get_origin(hint) is tuple and isinstance(step, int):
        yield get_args(hint)[0]  # in packs all values of a list are of one type
    elif get_origin(hint) in {dict, Mapping}:
        yield get_args(hint)[1]
    elif get_origin(hint) in {Union, UnionType}:
        for member in get_args(hint):
            yield from _inside(member, step)


def _dataclasses(hint: Any) -> list[Any]:
    """Return the dataclasses that a type is, or that are members of a union."""
    if is_dataclass(hint):
        return [hint]
    members = get_args(hint) if get_origin(hint) in {Union, UnionType} else ()
    return [found for member in members for found in _dataclasses(member)]
