"""JSON from a file: taken only whole, small, shallow, without surprises."""

import json
import re
from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any

from crossread.base.errors import N_, Expected, why_of
from crossread.operations.opening.attaching import shown_name

MEGABYTE = 1024 * 1024
# Bytes of a file and levels of brackets. A highlight takes 1 to 1.5 KB as we write it.
LARGEST = 8 * MEGABYTE
DEEPEST = 32
_LONGEST_NUMBER = 18  # digits; longer ones are no count and no place
# A string, shut or not, or a bracket; possessive, as a string may be all of the file.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[][{}]', re.DOTALL)


def read_small_file(file: Path) -> bytes:
    """Read a file that the user chose, of 8 MB at most. Raises Expected("set-refused")."""
    name = shown_name(file)
    try:
        if not file.is_file():
            raise refused(N_("{name} is not there, or is no file. Choose the file again."), name=name)
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except OSError as error:
        raise refused(
            N_("{name} cannot be read ({why}). Check that you may open it, or copy it elsewhere first."),
            name=name,
            why=why_of(error),
        ) from error
    if len(data) > LARGEST:
        raise refused(
            N_(
                "{name} is too large for a set of notes (over {most} MB). Nothing was added. "
                "Divide it into several sets where it was made."
            ),
            name=name,
            most=LARGEST // MEGABYTE,
        )
    return data


def read_json(data: bytes) -> Any:
    """Read JSON; raises Expected("set-refused") for all that is not plainly so.

    That is more than 8 MB, other than UTF-8, nested over 32 deep, with a key twice in one object, or with
    numbers that are none (NaN, Infinity) or have over 18 digits.
    """
    if len(data) > LARGEST:
        raise refused(
            N_(
                "The file is too large for a set of notes (over {most} MB). Nothing was added. "
                "Divide it into several sets where it was made."
            ),
            most=LARGEST // MEGABYTE,
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refused(N_("The file is not UTF-8 text. Export it again as JSON in UTF-8.")) from error
    _check_depth(text)
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=_integer,
            parse_float=_float,
        )
    except json.JSONDecodeError as error:
        raise refused(
            N_(
                "The file is not sound JSON (line {line}, column {column}). "
                "Export it again where it was made."
            ),
            line=error.lineno,
            column=error.colno,
        ) from error


def refused(template: str, **fields: object) -> Expected:
    """Make the one error of this border, with its sentence."""
    return Expected("set-refused", template, **fields)


def _check_depth(text: str) -> None:
    """Count brackets outside of strings; done first, as the reader itself would run out of stack."""
    depth = 0
    for token in _TOKEN.finditer(text):
        sign = text[token.start()]
        if sign in "[{":
            depth += 1
            if depth > DEEPEST:
                raise refused(N_("The file is nested too deep to be a set of notes. Nothing was added."))
        elif sign in "]}":
            depth -= 1


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise refused(
                N_("The file says “{key}” twice in one place, so it is not clear what is meant."),
                key=key[:40],
            )
        found[key] = value
    return found


def _constant(name: str) -> float:
    raise refused(N_("The file has {name} where a number should be. Nothing was added."), name=name)


def _integer(digits: str) -> int:
    if len(digits.lstrip("-")) > _LONGEST_NUMBER:
        raise refused(N_("The file has a number of too many digits. Nothing was added."))
    return int(digits)


def _float(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise refused(N_("The file has a number of too many digits. Nothing was added."))
    return number
