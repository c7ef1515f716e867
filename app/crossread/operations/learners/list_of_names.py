"""A list of names from a file: one a line, or a table whose first line says which column the names are in."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossread.base.errors import N_, Expected
from crossread.base.folders import DataFolders
from crossread.base.translation import _, ngettext
from crossread.operations.learners.learner_names import alike, settled
from crossread.operations.learners.learners import Learner, add_learners, learners
from crossread.operations.opening.attaching import read_file, shown_name
from crossread.texts.readers.plain_reader import decode

# What the column may be called, besides the words for these in the language that is spoken; of two such
# columns the one whose word comes first is meant.
_HEADS = (N_("name"), N_("learner"), N_("pupil"), N_("student"), N_("code"))
_MARKS_BETWEEN = (";", "\t", ",")
_LARGEST = 1_000_000  # bytes; a list of all pupils of a city is shorter
_MOST_TOLD = 10  # problems
_WEST = "cp1252"  # what a spreadsheet writes as CSV where it says nothing of Unicode, in western languages


@dataclass(frozen=True, slots=True)
class Listed:
    """A name as it is kept, and the line that it stands in, from 1."""

    line: int
    name: str


@dataclass(frozen=True, slots=True)
class Added:
    """Who was added, in the order of the file, and the encoding that it was read in."""

    learners: Sequence[Learner]
    encoding: str


@dataclass(frozen=True, slots=True)
class _Problem:
    line: int
    why: str


def add_from(folders: DataFolders, file: Path, encoding: str | None = None) -> Added:
    """Add everybody who is in a list, or nobody.

    Lines end in any way, blank ones are passed over, and the encoding is told by the file's mark, then UTF-8,
    then what spreadsheets write; `encoding` is what the user chose. Raises Expected `list-not-taken` with
    each line that is in the way, what `read_file` and `decode` raise, and OSError where the disk refuses.
    """
    name = shown_name(file)
    data = read_file(file)
    try:
        words, used = _decoded(data, encoding)
    except Expected as error:
        raise Expected(error.code, N_("{name}: {why}"), name=name, why=error.message) from error
    listed, problems = _listed(words)
    problems += _taken(listed, learners(folders))
    if not listed and not problems:
        problems = [_Problem(1, _("There is no name in this file."))]
    if problems:
        raise _refused(name, problems)
    return Added(add_learners(folders, [one.name for one in listed]), used)


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    if len(data) > _LARGEST:
        raise Expected("list-too-long", N_("This is too long for a list of names."))
    if encoding is None and b"\0" not in data:
        try:
            return data.decode("utf-8-sig"), "utf-8"
        except UnicodeDecodeError:
            west = data.decode(_WEST, errors="replace")
            letters = [sign for sign in west if sign.isalpha()]
            # Where most letters are none of English, another alphabet was meant: then it is guessed.
            if "\ufffd" not in west and 2 * sum(sign.isascii() for sign in letters) > len(letters):
                return west, _WEST
    words, used = decode(data, encoding)
    if "\0" in words:
        raise Expected("not-plain-text", N_("This is no list of names. Save it as text or CSV, in UTF-8."))
    return words.removeprefix("\ufeff"), used


def _listed(words: str) -> tuple[list[Listed], list[_Problem]]:
    """Read names with their lines; what is wrong with a line is told of it."""
    listed, problems = list[Listed](), list[_Problem]()
    for line, cell in _cells(words):
        if isinstance(cell, _Problem):
            problems.append(cell)
            continue
        try:
            listed.append(Listed(line, settled(cell)))
        except Expected as error:
            problems.append(_Problem(line, error.message))
    return listed, problems


def _cells(words: str) -> Iterator[tuple[int, str | _Problem]]:
    lines = words.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return
    head = _head(lines[first])
    if head is not None:
        yield from _of_table("\n".join(lines[first:]), first, *head)
        return
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if ";" in line or "\t" in line.strip("\t ") or _tight_comma(line):
            told = _("There are several columns, and no line above says in which the names are (“name”).")
            yield number, _Problem(number, told)
            return
        yield number, line


def _head(line: str) -> tuple[str, int] | None:
    """Return what stands between columns and which holds the names, where a line is the head of a table."""
    heads = [alike(one) for word in _HEADS for one in (word, _(word))]
    for between in _MARKS_BETWEEN:
        cells = [alike(cell.strip()) for cell in next(csv.reader([line], delimiter=between), [])]
        head = next((one for one in heads if one in cells), None)
        if head is not None:
            return between, cells.index(head)
    return None


def _of_table(words: str, before: int, between: str, column: int) -> Iterator[tuple[int, str | _Problem]]:
    reader = csv.reader(io.StringIO(words, newline=""), delimiter=between)
    end = 0
    while True:
        line = before + end + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:  # such as a quotation mark that never ends
            yield line, _Problem(line, _("This line cannot be read as a part of a table."))
            return
        begins, end = end == 0, reader.line_num
        if begins:
            continue
        if not any(cell.strip() for cell in row):
            continue
        if column >= len(row) or not row[column].strip():
            yield line, _Problem(line, _("There is no name in this line."))
        else:
            yield line, row[column]


def _tight_comma(line: str) -> bool:
    """Tell whether a comma parts columns; in “Meier, Anna” it does not."""
    return any(not after.startswith((" ", "\u00a0")) for after in line.split(",")[1:])


def _taken(listed: Iterable[Listed], there: Iterable[Learner]) -> list[_Problem]:
    known = {alike(one.shown) for one in there}
    lines: dict[str, int] = {}
    problems = []
    for one in listed:
        name = alike(one.name)
        if name in lines:
            told = _("“{name}” stands in line {line} already. Add a letter or a number to tell them apart.")
            problems.append(_Problem(one.line, told.format(name=one.name, line=lines[name])))
        elif name in known:
            told = _("Somebody here is called “{name}” already.")
            problems.append(_Problem(one.line, told.format(name=one.name)))
        lines.setdefault(name, one.line)
    return problems


def _refused(name: str, problems: list[_Problem]) -> Expected:
    problems.sort(key=lambda one: one.line)
    told = [_("Line {line}: {why}").format(line=one.line, why=one.why) for one in problems[:_MOST_TOLD]]
    if left := max(0, len(problems) - _MOST_TOLD):
        told.append(ngettext("and {count} more line", "and {count} more lines", left).format(count=left))
    return Expected(
        "list-not-taken",
        N_("Nobody was added. In {name}:\n{told}"),
        name=name,
        told="\n".join(f"  {one}" for one in told),
    )
