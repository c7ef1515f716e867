"""What one edit did to a text, and whether it goes on with the one before, so that both are one to undo."""

from dataclasses import dataclass

_LONG_ENOUGH = 24  # characters of one run of typing, after which a blank ends it


@dataclass(frozen=True, slots=True)
class TextChange:
    """At `at` (a code point), `removed` gave way to `added`."""

    at: int
    removed: str = ""
    added: str = ""


def text_change(before: str, after: str) -> TextChange:
    """Return the one change that turns one text into another; an empty one where they are the same."""
    start = _shared(before, after)
    most = min(len(before), len(after)) - start
    end = _shared_end(before, after, most)
    return TextChange(start, before[start : len(before) - end], after[start : len(after) - end])


def _shared(before: str, after: str) -> int:
    """Return how many characters two texts begin with in common, by halving: comparing slices is fast."""
    low, high = 0, min(len(before), len(after))
    while low < high:
        middle = (low + high + 1) // 2
        if before[low:middle] == after[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _shared_end(before: str, after: str, most: int) -> int:
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if before[len(before) - middle :] == after[len(after) - middle :]:
            low = middle
        else:
            high = middle - 1
    return low


def going_on(run: TextChange, edit: TextChange) -> TextChange | None:
    """Return what a run of edits has become with one more edit; None where that edit begins anew.

    Typing goes on letter by letter to the end of a line, or to a blank once the run is long enough;
    taking away goes on likewise, in either direction. What is pasted or replaced stands by itself.
    """
    if len(edit.added) + len(edit.removed) != 1 or "\n" in (run.added + run.removed)[-1:]:
        return None
    if edit.added and not run.removed and edit.at == run.at + len(run.added):
        ended = len(run.added) >= _LONG_ENOUGH and run.added[-1].isspace() and not edit.added.isspace()
        return None if ended else TextChange(run.at, added=run.added + edit.added)
    if edit.removed and run.removed and not run.added:
        if edit.at == run.at:
            return TextChange(run.at, removed=run.removed + edit.removed)
        if edit.at + 1 == run.at:
            return TextChange(edit.at, removed=edit.removed + run.removed)
    return None
