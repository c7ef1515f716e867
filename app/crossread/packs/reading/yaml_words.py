"""What a YAML parser complains of, in words for the person who wrote the file."""

import re

import yaml

from crossread.base.translation import _

# Spaces that look like the ordinary one, and that only that one may stand for: word processors make them.
ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_COLON = re.compile(r":(?=\s|$)")
_ODD_SPACE = re.compile(rf"^ *([{ODD_SPACES}])|^ *-([{ODD_SPACES}])|^[^\"'#]*?: *([{ODD_SPACES}])")
_NUMBERED = re.compile(r"^ *(\d{1,3}[.)]) ")
_KEY_AFTER_COMMA = re.compile(r",\s*[a-z_]+$")
_ODD_ITEM = re.compile(r"^\s*([–—−•·‣▪*](?=\s)|-(?=[^\s-]))")


def in_plain_words(error: yaml.YAMLError, lines: list[str]) -> tuple[int, int, str, str]:
    """Return line and column (from 1), code and sentence for a parser's error.

    `lines` are those of the document. The commonest slips of the pen have sentences of their own; the
    rest is told in the parser's words.
    """
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 1, 1, "yaml", _("This file cannot be read as YAML.")
    return _Slip(error, error.problem_mark, lines).told()


class _Slip:
    """One complaint, with the lines around it."""

    def __init__(self, error: yaml.MarkedYAMLError, mark: yaml.Mark, lines: list[str]) -> None:
        self._problem = error.problem or ""
        self._context = error.context or ""
        self._line, self._column = mark.line, mark.column
        start = error.context_mark or mark
        self._start_line, self._start_column = start.line, start.column
        self._lines = lines

    def told(self) -> tuple[int, int, str, str]:
        """Return line, column, code and sentence."""
        for slip in (
            self._tab,
            self._space,
            self._item,
            self._quote,
            self._first_character,
            self._bracket,
            self._colon,
            self._indent,
        ):
            told = slip()
            if told:
                return told
        message = _("This is not YAML as packs use it ({complaint}).").format(complaint=self._problem)
        return self._here("yaml", message)

    def _text(self, line: int) -> str:
        return self._lines[line] if line < len(self._lines) else ""

    def _here(self, code: str, message: str) -> tuple[int, int, str, str]:
        return self._line + 1, self._column + 1, code, message

    def _start(self, code: str, message: str) -> tuple[int, int, str, str]:
        return self._start_line + 1, self._start_column + 1, code, message

    def _tab(self) -> tuple[int, int, str, str] | None:
        text = self._text(self._line)
        if "\t" not in text[: len(text) - len(text.lstrip())]:
            return None
        return self._here("yaml-tab", _("This line is indented with a tab. Use spaces."))

    def _space(self) -> tuple[int, int, str, str] | None:
        return self._near(_ODD_SPACE, "yaml-space", odd_space())

    def _item(self) -> tuple[int, int, str, str] | None:
        if numbered := _NUMBERED.search(self._text(self._line)):
            return self._line + 1, numbered.start(1) + 1, "yaml-item", odd_item()
        return self._near(_ODD_ITEM, "yaml-item", odd_item())

    def _near(self, slip: re.Pattern[str], code: str, message: str) -> tuple[int, int, str, str] | None:
        """Tell a slip on this line, or on the one before: its parser often notices one line late."""
        for line in (self._line, self._line - 1):
            found = slip.search(self._text(line)) if line >= 0 else None
            if found and found.lastindex:
                return line + 1, found.start(found.lastindex) + 1, code, message
        return None

    def _quote(self) -> tuple[int, int, str, str] | None:
        if "quoted scalar" in self._context:
            if "escape" in self._problem:
                message = _(
                    "Between double quotation marks a \\ begins a code that is not known here. "
                    "Write \\\\ or use single quotation marks."
                )
                return self._here("yaml-backslash", message)
            return self._start("yaml-quote", _("The quotation mark that opens here is never closed."))
        before = self._text(self._line)[: self._column].rstrip()
        if self._problem == "did not find expected key" and before[-1:] in ('"', "'"):
            opened = self._opened_before(before)
            if opened:
                message = _(
                    "The quotation mark that opens here is not closed: the text runs on to line {line}."
                ).format(line=self._line + 1)
                return *opened, "yaml-quote", message
            message = _(
                "The text ended at the quotation mark before this place, but more follows. "
                "For a quotation mark inside a text, put the text between the other kind."
            )
            return self._here("yaml-quote", message)
        return None

    def _opened_before(self, before: str) -> tuple[int, int] | None:
        """Find the mark on an earlier line that the last one of this line closes."""
        if before.count('"') % 2 == 0:
            return None
        for line in range(self._line - 1, -1, -1):
            text = self._text(line)
            if text.count('"') % 2:
                return line + 1, text.rindex('"') + 1
        return None

    def _first_character(self) -> tuple[int, int, str, str] | None:
        if "alias" in self._context or "anchor" in self._context or "cannot start any token" in self._problem:
            place = self._start if self._context else self._here
            text = self._text(self._start_line)
            message = _("A text that begins with {character} has to stand in straight quotation marks.")
            character = text[self._start_column : self._start_column + 1]
            return place("yaml-first-character", message.format(character=character))
        if "block scalar" in self._context:
            message = _("After | or > the text begins on the next line, indented.")
            return self._start("yaml-block-text", message)
        if "block sequence entries" in self._problem:
            message = _("A list begins on a line of its own, below its key.")
            return self._here("yaml-list", message)
        return None

    def _bracket(self) -> tuple[int, int, str, str] | None:
        if "flow" not in self._context and "node content" not in self._problem:
            return None
        if "flow sequence" in self._context or "flow mapping" in self._context:
            message = _(
                "Between these brackets a comma, a quotation mark or the closing bracket is missing. "
                "A text with a comma, colon or bracket in it has to stand in straight quotation marks."
            )
            return self._start("yaml-bracket", message)
        message = _(
            "A bracket or comma stands where a text should. Put the text in straight quotation marks."
        )
        return self._here("yaml-bracket", message)

    def _colon(self) -> tuple[int, int, str, str] | None:
        if "expected ':'" in self._problem:
            message = _(
                "A line that is neither “key: value” nor a list item. Put a space after the colon of a key; "
                "indent the later lines of a text."
            )
            return self._start("yaml-colon", message)
        if "mapping values" not in self._problem:
            return None
        text = self._text(self._line)
        if _KEY_AFTER_COMMA.search(text[: self._column]):
            message = _(
                "A second colon stands on this line. Put several keys on one line between braces: "
                "{id: a, text: …}; put a text with a colon in it in straight quotation marks."
            )
            return self._here("yaml-colon", message)
        if _COLON.search(text[: self._column]):
            message = _(
                "A colon followed by a space stands inside a text. Put the whole text in straight quotation "
                'marks: "…".'
            )
            return self._here("yaml-colon", message)
        return self._here("yaml-indent", self._indentation())

    def _indent(self) -> tuple[int, int, str, str] | None:
        if "block" not in self._context and "document start" not in self._problem:
            return None
        before = self._text(self._line)[: self._column]
        if before.strip(" -"):
            message = _("Something follows here that does not belong to the text before it.")
            return self._here("yaml-after-text", message)
        return self._here("yaml-indent", self._indentation())

    def _indentation(self) -> str:
        return _(
            "The spaces at the start of this line do not fit. Keys that belong together start below each "
            "other, and so do the “- ” of a list. Mend its indentation."
        )


def odd_space() -> str:
    """Say that a space is none that YAML knows."""
    return _(
        "A space from a word processor (non-breaking or thin) stands here. Type an ordinary one over it."
    )


def odd_item() -> str:
    """Say how an item of a list begins."""
    return _("An item of a list begins with a hyphen and an ordinary space: “- ”.")
