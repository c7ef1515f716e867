"""Every code that the check of a pack can tell, read from the program's own lines."""

import ast
from collections.abc import Iterator
from pathlib import Path

import crossread

APP = Path(crossread.__file__).parent

# The rooms whose errors the check hands on, less the modules that serve packs already checked.
_ROOMS = (
    "packs/**/*.py",
    "questions/*.py",
    "texts/readers/caps.py",
    "texts/readers/fences.py",
    "texts/readers/markdown_*.py",
)
_BEYOND = {
    *("authoring.py", "compiled.py", "from_articles.py", "library.py", "library_index.py", "originals.py"),
}

# Which argument of these calls is the code.
_CODE_AT = {
    "error": 2,
    "warning": 2,
    "note": 2,
    "_error": 2,
    "Fault": 2,
    "Expected": 0,
    "_refuse": 0,
    "_here": 0,
    "_start": 0,
    "_near": 1,
    "_stop": 1,
    "_note_odd": 1,
}
# `place("yaml-…", message)` is one of two of the calls above; elsewhere the name says where things stand.
_PERHAPS = {"place": 0}
# Codes that are handed on: they are made, and found, elsewhere.
_HANDED_ON = {"code", "error.code", "fault.code"}


def check_codes() -> dict[str, str]:
    """Return each code with the module that gives it.

    AssertionError for a call whose code this cannot read: a code must not slip through.
    """
    found: dict[str, str] = {}
    for path in (path for room in _ROOMS for path in sorted(APP.glob(room))):
        if path.name not in _BEYOND:
            for code in _codes(ast.parse(path.read_text("utf-8"))):
                found.setdefault(code, path.name)
    return found


def _codes(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _of_call(node)
        elif isinstance(node, ast.Assign):
            yield from _of_assignment(node)
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
            yield from (
                part.value
                for part in node.value.elts
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and _is_code(part.value)
            )


def _of_call(call: ast.Call) -> Iterator[str]:
    name = ast.unparse(call.func).split(".")[-1]
    at = {**_CODE_AT, **_PERHAPS}.get(name)
    if at is None:
        return
    code = call.args[at] if at < len(call.args) else None
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        yield code.value
    elif name in _CODE_AT:
        assert code, ast.unparse(call)
        assert ast.unparse(code) in _HANDED_ON, ast.unparse(call)


def _of_assignment(assignment: ast.Assign) -> Iterator[str]:
    """Give what is assigned to the name `code`, alone or in a row of names."""
    for target in assignment.targets:
        pairs = [(target, assignment.value)]
        if isinstance(target, ast.Tuple) and isinstance(assignment.value, ast.Tuple):
            pairs = list(zip(target.elts, assignment.value.elts, strict=True))
        for name, value in pairs:
            is_code = isinstance(name, ast.Name) and name.id == "code"
            if is_code and isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
                yield value.value


def _is_code(text: str) -> bool:
    return text.replace("-", "").isalpha() and text.islower()
