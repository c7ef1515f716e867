"""Parts of figures: "613 civilians, including 106 women and 83 children"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from crossread.texts.figures.figure import Figure
from crossread.texts.figures.tokens import Tokens
from crossread.texts.text import Range

_THEM = frozenset(("them", "these", "those", "whom", "which"))
_BEHIND = 8  # tokens in which "among them" may follow
_JOINS = frozenset((",", "and", "as", "well", "or"))


def part_of(tokens: Tokens, place: int, past: int, figure: Figure, before: Sequence[Figure]) -> Figure:
    """Give a figure the larger one that it is a part of, and what befell that one; unchanged for no part.

    `place` and `past` bound its tokens; `before` are the figures of the block so far.
    """
    if figure.kind not in ("count", "percent", "share"):
        return figure
    counts = [one for one in before if one.kind == "count"]
    if not counts:
        return figure
    last = counts[-1]
    between = _between(tokens, last.where.end, place)
    if _is_said_here(tokens, between, past):
        return _within(figure, last, counts)
    if last.part_of and between and all(word in _JOINS or word in _words_of(last) for word in between):
        whole = next((one for one in counts if one.where == last.part_of), None)
        return _joined(figure, last.part_of, whole)
    return figure


def _is_said_here(tokens: Tokens, between: list[str], past: int) -> bool:
    if between[-1:] == ["."] or ("." in between and not _after_stop(between)):
        return False  # "in nine of them. Five people": another sentence, which begins with the figure
    if "including" in between or "includes" in between or "included" in between:
        return True
    pairs = list(pairwise(between))
    if any(first in ("among", "of") and second in _THEM for first, second in pairs):
        return True
    if tokens.at(past) == "of" and tokens.at(past + 1) in _THEM - {"these", "those"}:
        return True
    ahead = tokens.low[past : past + _BEHIND]
    return "with" in between[-3:] and any(
        first == "among" and second in _THEM for first, second in pairwise(ahead)
    )


def _after_stop(between: list[str]) -> bool:
    """Tell whether the next sentence begins with "Among them" or "Of these"."""
    behind = between[len(between) - between[::-1].index(".") :]
    return len(behind) > 1 and behind[0] in ("among", "of") and behind[1] in _THEM


def _within(figure: Figure, last: Figure, counts: Sequence[Figure]) -> Figure:
    whole = last
    if last.part_of:
        whole = next((one for one in counts if one.where == last.part_of), last)
    return _joined(figure, whole.where, whole)


def _joined(figure: Figure, where: Range, whole: Figure | None) -> Figure:
    """Make a figure a part, unless it is larger than the whole."""
    larger = whole and figure.kind == "count" and figure.low and whole.high and figure.low > whole.high
    if not whole or larger:
        return figure
    event = whole.event or figure.event
    return replace(figure, part_of=where, event=event, found_by="part", dated=figure.dated or whole.dated)


def _words_of(figure: Figure) -> list[str]:
    return figure.of_what.split()


def _between(tokens: Tokens, offset: int, place: int) -> list[str]:
    at = place
    while at > 0 and tokens.start[at - 1] >= offset and place - at < 40:
        at -= 1
    return tokens.low[at:place]
