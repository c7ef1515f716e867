"""From a tree of texts to domain objects: types by pydantic, words and places by us."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar, get_args, get_type_hints

from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError, SchemaValidator, ValidationError

from crossread.base.translation import _
from crossread.packs.problems import Problems, known_names, nearest, told
from crossread.packs.yaml_tree import ListNode, MapNode, Node, Scalar, place

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Path = Sequence[str | int]

_MAX_DIGITS = 15  # what a float holds exactly; longer numbers are slips, or attempts to be slow
_LIKE_A_KEY = re.compile(r"[^\W\d]+(?:[_-][^\W\d]+)*")
_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True)
class Written(Generic[T_co]):
    """A value and where it was written."""

    value: T_co
    file: str
    node: Node

    def at(self, *path: str | int) -> tuple[int, int]:
        """Return the line and column of what stands at `path` inside, or of the nearest thing around it."""
        return locate(self.node, path)

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
        self._validator = SchemaValidator(_own_scalars(TypeAdapter(target).core_schema))

    def read(self, node: Node, file: str, problems: Problems) -> T | None:
        """Return the object; None where the tree does not fit, with all problems noted."""
        if not isinstance(node, MapNode):
            problems.error(
                file, place(node), "no-keys", _("Keys with values are expected here, “key: value”.")
            )
            return None
        try:
            made: T = self._validator.validate_python(plain(node))
        except ValidationError as error:
            self._note(error, node, file, problems)
            return None
        return made

    def _note(self, error: ValidationError, node: Node, file: str, problems: Problems) -> None:
        noted: set[tuple[int, int]] = set()
        for fault in error.errors(include_url=False):
            path, code = fault["loc"], fault["type"]
            name = str(path[-1]) if path else ""
            if code == "unexpected_keyword_argument":
                message = _unknown_key(name, _keys_at(self._target, path[:-1]))
                problems.error(file, locate_key(node, path), "unknown-key", message)
                continue
            where = locate(node, path)
            if code == "missing" and isinstance(path[-1], str):
                message = _("The key “{key}” is missing.").format(key=name)
                problems.error(file, where, "missing-key", message)
            elif where not in noted:  # the members of a union complain one by one of the same value
                noted.add(where)
                code, message = _SENTENCES.get(code, _other)(fault)
                if code == "no-keys":
                    message = told(message, known_names("", _keys_at(self._target, path)))
                problems.error(file, where, code, message)


_made: dict[type, Conversion[Any]] = {}


def conversion(target: type[T]) -> Conversion[T]:
    """Return the conversion to a dataclass; making one is slow, so each is made once."""
    if target not in _made:
        _made[target] = Conversion(target)
    return _made[target]


def _unknown_key(name: str, known: Sequence[str]) -> str:
    if _LIKE_A_KEY.fullmatch(name) or nearest(name, known):
        message = _("“{key}” is not a key that is known here.").format(key=name[:40])
        return told(message, known_names(name, known))
    # The rest of a text or number that a comma has broken off.
    message = _(
        "“{key}” was read as a key. If it is the end of a text with a comma, put the whole text in straight "
        'quotation marks ("…"); a number has a point, not a comma.'
    )
    return message.format(key=name[:40])


def _text_expected(_fault: Mapping[str, Any]) -> tuple[str, str]:
    message = _("A text is expected here, not a list or keys. Put it in straight quotation marks.")
    return "no-text", message


def _list_expected(_fault: Mapping[str, Any]) -> tuple[str, str]:
    return "no-list", _("A list is expected here: [a, b], or one “- ” line for each.")


def _keys_expected(_fault: Mapping[str, Any]) -> tuple[str, str]:
    return "no-keys", _("Keys with values are expected here, “key: value”.")


def _count_expected(_fault: Mapping[str, Any]) -> tuple[str, str]:
    return "list-length", _("This list takes two values, a lower and a higher one: [1, 2].")


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


def _own_scalars(schema: Any) -> Any:
    """Put our own readings of yes and no, numbers and fixed words in the place of pydantic's.

    Its own take "on", "t" and "1" for true, "1_000", "inf" and "nan" for numbers.
    """
    if isinstance(schema, list):
        return [_own_scalars(part) for part in schema]
    if isinstance(schema, tuple):
        return tuple(_own_scalars(part) for part in schema)
    if not isinstance(schema, dict):
        return schema
    kind = schema.get("type")
    if kind in {"bool", "int", "float"}:
        return _reading({"bool": _boolean, "int": _whole, "float": _number}[kind])
    if kind == "literal":
        return _reading(_one_of(tuple(schema["expected"])))
    own = {key: value if key == "metadata" else _own_scalars(value) for key, value in schema.items()}
    if kind == "dataclass":
        own["config"] = {**own.get("config", {}), "extra_fields_behavior": "forbid"}
    if kind == "dataclass-args":
        own["extra_behavior"] = "forbid"
    return own


def _reading(function: Callable[[Any], Any]) -> dict[str, Any]:
    return {"type": "function-plain", "function": {"type": "no-info", "function": function}}


def _refuse(code: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(code, "{message}", {"message": message})


def _boolean(value: Any) -> bool:
    if not isinstance(value, str) or value not in _BOOLEANS:
        raise _refuse("no-yes-or-no", _("“yes” or “no” is expected here, in small letters."))
    return _BOOLEANS[value]


def _whole(value: Any) -> int:
    digits = value.removeprefix("-") if isinstance(value, str) else ""
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MAX_DIGITS):
        raise _refuse("no-whole-number", _("A whole number is expected here, in digits only."))
    return int(value)


def _number(value: Any) -> float:
    digits = value.removeprefix("-") if isinstance(value, str) else ""
    before, point, after = digits.partition(".")
    if not (
        digits.isascii()
        and before.isdecimal()
        and (after.isdecimal() or not point)
        and len(digits) <= _MAX_DIGITS
    ):
        message = _("A number is expected here, such as 485 or 0.5, without spaces, words or a comma.")
        raise _refuse("no-number", message)
    return float(value)


def _one_of(names: tuple[Any, ...]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if value not in names:
            message = _("“{value}” is not known here.").format(value=str(value)[:40])
            hint = known_names(str(value), [name for name in names if name])
            raise _refuse("unknown-word", f"{message} {hint}")
        return value

    return read


def _keys_at(target: Any, path: Path) -> list[str]:
    """Return the keys of the dataclass that `path` leads to from another."""
    for step in path:
        for inner in _dataclasses(target):
            hints = _hints(inner)
            if step in hints:
                target = hints[step]
                break
    return sorted({field.name for inner in _dataclasses(target) for field in fields(inner)})


@lru_cache
def _hints(target: Any) -> dict[Any, Any]:
    return get_type_hints(target)


def _dataclasses(hint: Any) -> list[Any]:
    """Return the dataclasses that a type is, or holds in a list, a mapping or a union."""
    if is_dataclass(hint):
        return [hint]
    return [found for part in get_args(hint) for found in _dataclasses(part)]
