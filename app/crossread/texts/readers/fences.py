"""Fenced code in Markdown: taken out before parsing, so that nothing in it is ever read as markup."""

import re
from dataclasses import dataclass

# Typed by hand these two characters are refused, so no text can pretend to be a fence.
_BEGIN, _END = "\x02", "\x03"
PLACEHOLDER = re.compile(f"{_BEGIN}fence:(\\d+){_END}")

# Possessive: a space after ">" could as well be before the next one, and all ways would be tried.
_OPENING = re.compile(r"(?P<quote>(?: {0,3}> ?)*+)(?P<indent> *)(?P<fence>`{3,}(?=[^`]*$)|~{3,})")


@dataclass(frozen=True, slots=True)
class Unfenced:
    """Markdown without its fenced code.

    `lines` are for the parser, with a placeholder paragraph for each fence; `outside` has the lines as
    they stand in the source, those of fences empty; `code` holds what stood in each fence.
    """

    lines: list[str]
    outside: list[str]
    code: list[str]


def unfence(lines: list[str]) -> Unfenced:
    """Take fenced code out of lines without tabs; a fence that is never closed goes on to the end."""
    taken = Unfenced([], [], [])
    at = 0
    while at < len(lines):
        opening = _OPENING.match(lines[at])
        if opening is None:
            if lines[at] or taken.lines[-2:] != ["", ""]:  # rows of blank lines say nothing and cost time
                taken.lines.append(lines[at])
            taken.outside.append(lines[at])
            at += 1
            continue
        past, code = _read_fence(lines, at + 1, opening)
        lead = opening["quote"] + opening["indent"]
        blank = opening["quote"].rstrip()
        taken.lines.extend([blank, f"{lead}{_BEGIN}fence:{len(taken.code)}{_END}", blank])
        taken.outside.extend([""] * (past - at))
        taken.code.append(code)
        at = past
    return taken


def _read_fence(lines: list[str], first: int, opening: re.Match[str]) -> tuple[int, str]:
    """Return the number of the first line after a fence, and what stands in the fence."""
    quote, indent, fence = opening["quote"], opening["indent"], opening["fence"]
    closing = re.compile(rf" *{re.escape(fence[0])}{{{len(fence)},}} *$")
    code: list[str] = []
    for number in range(first, len(lines)):
        line = lines[number]
        if quote:
            if not line.startswith(quote.rstrip()):
                return number, "\n".join(code)
            line = line[len(quote) :] if line.startswith(quote) else line[len(quote.rstrip()) :]
        if closing.match(line):
            return number + 1, "\n".join(code)
        spare = min(len(indent), len(line) - len(line.lstrip(" ")))
        code.append(line[spare:])
    return len(lines), "\n".join(code)
