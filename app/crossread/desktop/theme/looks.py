"""The looks of words on a page: each a font of the theme, a colour by role, and a line height."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from crossread.desktop.theme.fonts import FontName

Look = Literal[
    "display", "title", "heading", "prompt", "strong", "body", "muted", "quiet", "small", "serif", "question",
    "right", "caution", "wrong",
]  # fmt: skip


class WordLook(NamedTuple):
    """How words look; `leading` is the height of a line in sizes of the font."""

    font: FontName
    colour: str
    leading: float


LOOKS: Mapping[Look, WordLook] = {
    "display": WordLook("display", "ink", 1.25),
    "title": WordLook("title", "ink", 1.3),
    "heading": WordLook("heading", "ink", 1.4),
    "prompt": WordLook("prompt", "ink", 1.4),
    "strong": WordLook("strong", "ink", 1.4),
    "body": WordLook("interface", "ink", 1.45),
    "muted": WordLook("interface", "muted", 1.45),
    "quiet": WordLook("small", "muted", 1.4),
    "small": WordLook("small", "ink", 1.4),
    "serif": WordLook("serif", "ink", 1.5),
    "question": WordLook("serif-italic", "muted", 1.45),
    "right": WordLook("strong", "right", 1.4),
    "caution": WordLook("strong", "caution", 1.4),
    "wrong": WordLook("strong", "wrong", 1.4),
}
