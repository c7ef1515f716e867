"""Problems of a pack: what is wrong, where, and what to do, all told at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from crossread.base.errors import Expected
from crossread.base.translation import _

Severity = Literal["error", "warning"]

# Below this likeness (0 to 100, rapidfuzz's ratio), or with a larger share of the letters (0 to 1) to be
# changed, no known name is offered: a bad guess is worse than none.
_LIKENESS = 60
_MOST_CHANGED = 0.45
_TRIED = 5  # names most like the one given, of which the first is taken that could be meant

_MOST_NAMES = 40  # in one sentence; more than the keys of any question
_MOST_LOOKS = 500_000  # at names, in one check: about a second
_LONGEST = 600  # characters of a sentence that may quote what an author wrote


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with a pack.

    `file` is relative to the pack, with forward slashes; `line` and `column` count from 1, and 0 stands
    for the file as a whole. `code` is short and never changes; `message` is for the author.
    """

    file: str
    line: int
    column: int
    severity: Severity
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity} {self.code} {self.message}"


class Problems:
    """Collects problems while a pack is read; the same one told twice is kept once."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()
        self._looks = 0

    def __len__(self) -> int:
        return len(self._found)

    def error(self, file: str, place: tuple[int, int], code: str, message: str) -> None:
        """Note an error at a line and column."""
        self._found.add(Problem(file, *place, "error", code, message))

    def warning(self, file: str, place: tuple[int, int], code: str, message: str) -> None:
        """Note a warning at a line and column."""
        self._found.add(Problem(file, *place, "warning", code, message))

    def hint(self, name: str, known: Sequence[str]) -> str:
        """Return what `known_names` says; nothing once so many ids went wrong that looking takes long."""
        self._looks += len(known)
        return known_names(name, known) if self._looks <= _MOST_LOOKS else ""

    def expected(self, file: str, place: tuple[int, int], error: Expected) -> None:
        """Note an expected error as a problem, at its field `line` where it has one."""
        line = error.fields.get("line")
        self.error(file, (line, 1) if isinstance(line, int) else place, error.code, error.message)

    @property
    def has_errors(self) -> bool:
        """Whether one of them is an error."""
        return any(problem.severity == "error" for problem in self._found)

    def in_order(self) -> tuple[Problem, ...]:
        """Return all by file, line and column; `pack.yaml` comes first, as everything hangs on it."""
        return tuple(sorted(self._found, key=lambda problem: (problem.file != "pack.yaml", problem)))


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most like `name` that could be meant by it; empty where there is none."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        name, sorted(known), scorer=fuzz.ratio, processor=_plain, score_cutoff=_LIKENESS, limit=_TRIED
    )
    return next((close for close, _likeness, _place in found if _could_mean(_plain(name), _plain(close))), "")


def _could_mean(given: str, known: str) -> bool:
    """Tell whether one word may be a slip for another, rather than one that only shares letters with it."""
    from rapidfuzz.distance import OSA

    if given.startswith(known) or known.startswith(given):
        return True
    if given.endswith(known) and (len(known) < 3 or len(given) > len(known) + 1):
        return False  # “disagree” does not mean “agree”, nor “yes” “es”
    return OSA.normalized_distance(given, known) <= _MOST_CHANGED


def known_names(name: str, known: Iterable[str]) -> str:
    """Return a sentence that helps with an unknown name: the nearest known one, or else all of them."""
    names = list(known)
    return meant(nearest(name, names), names)


def meant(close: str, names: Iterable[str]) -> str:
    """Return the sentence that offers one name where there is one, or else names all, up to 40."""
    if close:
        return _("Did you mean “{name}”?").format(name=close)
    known = list(names)
    shown = ", ".join(known[:_MOST_NAMES])
    if len(known) > _MOST_NAMES:
        return _("Known are: {names} and {count} more.").format(names=shown, count=len(known) - _MOST_NAMES)
    return _("Known are: {names}.").format(names=shown) if shown else ""


def shortened(message: str) -> str:
    """Return a sentence without the rest of something endless that stands in it."""
    return message if len(message) <= _LONGEST else f"{message[: _LONGEST - 1]}…"


def strange_sign(given: str) -> str:
    """Return a sentence on a sign that no id can have, which often looks like one that it can; else ""."""
    sign = next((letter for letter in given if not letter.isascii()), "")
    if not sign:
        return ""
    return _("The sign “{sign}” (U+{code:04X}) in it cannot be in an id.").format(sign=sign, code=ord(sign))


def told(*sentences: str) -> str:
    """Join those sentences that there are."""
    return " ".join(sentence for sentence in sentences if sentence)


def _plain(name: str) -> str:
    return name.casefold().replace("_", "-").replace(" ", "-")
