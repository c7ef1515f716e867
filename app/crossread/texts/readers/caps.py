"""Limits on texts that come from files: checked before anything is parsed, each said with its line."""

import re
from collections.abc import Iterator

from crossread.base.errors import N_, Expected

TEXT_BYTES = 1_000_000
PARAGRAPH = 20_000
BRACKETS = 200
LINES = 10_000
ALL_LINES = 100_000
BRACKETED = 1_000_000
PARAGRAPH_LINES = 400
MARKUP = 20_000
PARAGRAPH_MARKUP = 1_000
DEPTH = 8
RUN = 2_000
INDENT = 4

# East Asian text has no spaces and breaks between any two characters, so it makes no unbroken run.
_UNBROKEN = re.compile(r"[^\s\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]+")
# Controls but tab and line feeds; line breaks that editors do not count; embeddings and overrides of
# direction, which show words in another order than they stand; halves of pairs; non-characters.
REFUSED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_MARKERS = re.compile(r"(?:\s*(?:>|[-+*](?=\s)|\d+[.)](?=\s)))*")
_MARKER = re.compile(r"[-+*>]|\d+[.)]")
_RULE = re.compile(r"\s*([-_*])(?: {0,2}\1){2,}\s*$")

_BRACKET = re.compile(r"\]\(|[\[\]()]")
_SIGN = re.compile(r"[*_`\\&<\[#~]")

_MANY_BRACKETS = N_(
    "Line {line}: more than {most} opening brackets in one paragraph. Part it with blank lines."
)
_FAR_BRACKETS = N_(
    "Line {line}: many opening brackets up to here are not closed, or only far away. Close them."
)
_MANY_LINES_HERE = N_("Line {line}: this paragraph has more than {most} lines. Part it with blank lines.")
_MANY_LINES = N_("Line {line}: the text has more than {most} lines up to here. Part it into several.")
_MUCH_MARKUP_HERE = N_("Line {line}: more than {most} signs of markup or cells in one paragraph. Use fewer.")
_MUCH_MARKUP = N_("Line {line}: more than {most} signs of markup up to here. Part the text into several.")


def paragraphs(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Part lines at blank ones: the number of the first line, from 0, and the lines themselves."""
    first = 0
    for number, line in enumerate([*lines, ""]):
        if not line.strip():
            if number > first:
                yield first, lines[first:number]
            first = number + 1


def refuse_long_text(size: int) -> None:
    """Raise Expected("text-too-long") for more than 1,000,000 bytes."""
    if size > TEXT_BYTES:
        raise Expected(
            "text-too-long",
            N_("The text is too long: {size} bytes, where at most {most} are read. Part it into several."),
            size=size,
            most=TEXT_BYTES,
        )


def refuse_characters(lines: list[str], first_line: int) -> None:
    """Raise Expected("character-refused") for controls, surrogates and other characters no text needs."""
    for number, line in enumerate(lines):
        if found := REFUSED.search(line):
            raise Expected(
                "character-refused",
                N_("Line {line}: the invisible character {character} cannot stand in a text. Delete it."),
                line=first_line + number,
                character=f"U+{ord(found.group()):04X}",
            )


def refuse_many_lines(count: int, first_line: int) -> None:
    """Raise Expected("too-many-lines") for more than 100,000 lines, blank ones too."""
    if count > ALL_LINES:
        raise Expected("too-many-lines", _MANY_LINES, most=ALL_LINES, line=first_line + ALL_LINES)


def refuse_long_paragraphs(lines: list[str], first_line: int) -> None:
    """Raise Expected for a paragraph of over 20,000 characters or a run of over 2,000 without a space."""
    for first, paragraph in paragraphs(lines):
        size = sum(map(len, paragraph)) + len(paragraph) - 1
        if size > PARAGRAPH:
            raise Expected(
                "paragraph-too-long",
                N_("Line {line}: this paragraph has {size} characters; {most} is the most. Part it."),
                line=first_line + first,
                size=size,
                most=PARAGRAPH,
            )
        for number, line in enumerate(paragraph, first):
            if len(line) > RUN and any(len(run) > RUN for run in _UNBROKEN.findall(line)):
                raise Expected(
                    "run-too-long",
                    N_("Line {line}: more than {most} characters without a space between them. Part them."),
                    line=first_line + number,
                    most=RUN,
                )


def refuse_hard_markup(lines: list[str], first_line: int) -> None:
    """Raise Expected for Markdown that would take longer than a blink to parse.

    The parser takes time with the square of what one paragraph holds, so there are caps for each (200
    brackets, 400 lines, 1,000 signs of markup or cells of a table, 8 deep) and for the whole text.
    """
    signs = count = bracketed = 0
    for first, paragraph in paragraphs(lines):
        line = first_line + first
        if sum(words.count("[") for words in paragraph) > BRACKETS:
            raise Expected("too-many-brackets", _MANY_BRACKETS, most=BRACKETS, line=line)
        bracketed += _bracketed("\n".join(paragraph))
        if bracketed > BRACKETED:
            raise Expected("too-many-brackets", _FAR_BRACKETS, line=line)
        if len(paragraph) > PARAGRAPH_LINES:
            raise Expected("paragraph-too-long", _MANY_LINES_HERE, most=PARAGRAPH_LINES, line=line)
        depths = [_depth(words) for words in paragraph]
        if max(depths) > DEPTH:
            raise too_deep(line + depths.index(max(depths)))
        cells = max(words.count("|") for words in paragraph) * len(paragraph)
        here = cells + sum(len(_SIGN.findall(words)) for words in paragraph)
        if here > PARAGRAPH_MARKUP:
            raise Expected("too-much-markup", _MUCH_MARKUP_HERE, most=PARAGRAPH_MARKUP, line=line)
        signs += here + sum(depths)
        count += len(paragraph)
        if signs > MARKUP:
            raise Expected("too-much-markup", _MUCH_MARKUP, most=MARKUP, line=line)
        if count > LINES:
            raise Expected("too-many-lines", _MANY_LINES, most=LINES, line=line)


def deepest(lines: list[str]) -> int:
    """Return the number, from 0, of the first of the lines that nest deepest."""
    return max(range(len(lines)), key=lambda number: _depth(lines[number]), default=0)


def too_deep(line: int) -> Expected:
    """Return the error for a text nested more than 8 deep."""
    return Expected(
        "too-deep",
        N_("Line {line}: lists and quotations are nested more than {most} deep. Indent less."),
        line=line,
        most=DEPTH,
    )


def _bracketed(words: str) -> int:
    """Count the characters that the parser looks through for closing brackets: once for each opening one."""
    total = 0
    open_square: list[int] = []
    open_round: list[int] = []
    for found in _BRACKET.finditer(words):
        sign, at = found.group(), found.start()
        if sign[0] == "]" and open_square:
            total += at - open_square.pop()
        if sign == "[":
            open_square.append(at)
        elif sign == "](" or (sign == "(" and open_round):
            open_round.append(at)
        elif sign == ")" and open_round:
            total += at - open_round.pop()
    return total + sum(len(words) - at for at in [*open_square, *open_round])


def _depth(line: str) -> int:
    """Count how deep a line's beginning nests: steps of indentation, and markers of lists and quotes."""
    indentation = (len(line) - len(line.lstrip(" "))) // INDENT
    if _RULE.match(line):
        return indentation
    markers = _MARKERS.match(line)
    return indentation + (len(_MARKER.findall(markers.group())) if markers else 0)
