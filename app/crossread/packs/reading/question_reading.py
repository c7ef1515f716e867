"""Reading one question: by its kind, with those that stand in it, completed with the pack's claims."""

from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from typing import Any

from crossread.base.translation import _
from crossread.packs.problems import Problems, known_names, nearest, told
from crossread.packs.reading.conversion import Written, conversion
from crossread.packs.reading.yaml_tree import MapNode, Node, Scalar, place
from crossread.questions.claims import Claim
from crossread.questions.kind import AnyKind, Question
from crossread.questions.registry import KINDS

# What a question takes over from the one that it stands in, and what of that it may say itself.
_SHARED = ("id", "stage", "skill", "sources", "prompt", "shuffle")
_OWN = frozenset({"kind", "shuffle"})
_OUTER = frozenset(field.name for field in fields(Question)) - _OWN

_KEYS = frozenset(field.name for kind in KINDS.values() for field in fields(kind.written or kind.question))

# Stands for what is taken over until that has been read, and for a question whose faults have been told.
_BLANK: Mapping[str, Any] = {
    "id": "",
    "stage": "",
    "skill": "close-reading",
    "sources": (),
    "prompt": "",
}


def read_question(node: Node, file: str, problems: Problems) -> Written[Any] | None:
    """Read a question as its author wrote it; None where it has faults, with all of them noted."""
    made = _read(node, file, problems, {})
    return Written(made, file, node) if made else None


def complete_question(question: Any, claims: Mapping[str, Claim]) -> Question:
    """Make the whole question of what its author wrote, with the pack's claims by id."""
    kind = KINDS[question.kind]
    inner = {key: complete_question(getattr(question, key), claims) for key in kind.nested}
    made: Question = kind.complete(replace(question, **inner) if inner else question, claims)
    return made


def _read(
    node: Node, file: str, problems: Problems, ready: Mapping[str, Any], kinds: Collection[str] = ()
) -> Any | None:
    """Read a question; `kinds` are those that it may be of, all where there is none."""
    kind = _kind(node, file, problems, kinds or KINDS)
    if kind is None or not isinstance(node, MapNode):
        return None
    inner = {
        key: _read_inner(node.values[key], kind.inside(), file, problems)
        for key in kind.nested
        if key in node.values
    }
    stand_ins = {key: value or Question(kind="", **_BLANK) for key, value in inner.items()}
    made = conversion(kind.written or kind.question).read(node, file, problems, {**ready, **stand_ins})
    if made is None or not all(inner.values()):
        return None
    if not inner:
        return made
    return replace(made, **{key: _shared(value, node.values[key], made) for key, value in inner.items()})


def _read_inner(node: Node, kinds: Collection[str], file: str, problems: Problems) -> Any | None:
    """Read a question of one of some kinds that stands in another; what the two share is left blank."""
    if not isinstance(node, MapNode):
        message = _(
            "A question of its own is expected here, with its kind and the keys of that kind: "
            "{kind: choice, options: […]}."
        )
        problems.error(file, place(node), "no-question", message)
        return None
    given = node.values.get("kind")
    if isinstance(given, Scalar) and given.text in KINDS and given.text not in kinds:
        message = _("A question of the kind “{kind}” cannot stand inside another one here.")
        message = told(message.format(kind=given.text), known_names("", kinds))
        problems.error(file, place(given), "nested-kind", message)
        return None
    sound = True
    for name in node.values:
        if name in _OUTER:
            message = _("“{key}” belongs to the question around this one. Write it there.").format(key=name)
            problems.error(file, place(node.keys[name]), "key-of-outer", message)
            sound = False
    blank = {key: value for key, value in _BLANK.items() if key not in node.values}
    made = _read(node, file, problems, blank, kinds)
    return made if sound else None


def _shared(inner: Any, node: Node, outer: Question) -> Any:
    given = node.values if isinstance(node, MapNode) else {}
    return replace(inner, **{key: getattr(outer, key) for key in _SHARED if key not in given})


def _kind(node: Node, file: str, problems: Problems, kinds: Collection[str]) -> AnyKind | None:
    given = node.values.get("kind") if isinstance(node, MapNode) else None
    if not isinstance(given, Scalar):
        message = told(_("A question needs the key “kind”."), known_names("", kinds))
        problems.error(file, place(node), "missing-key", message)
        for key in node.keys.values() if isinstance(node, MapNode) else ():
            if key.text not in _KEYS and nearest(key.text, ("kind",)):
                message = _("“{key}” is not a key that is known here.").format(key=key.text[:40])
                message = told(message, known_names(key.text, ("kind",)))
                problems.error(file, place(key), "unknown-key", message)
        return None
    if given.text not in KINDS:
        message = _("“{kind}” is not a kind of question that is known here.").format(kind=given.text[:40])
        problems.error(file, place(given), "unknown-kind", told(message, known_names(given.text, kinds)))
        return None
    return KINDS[given.text]
