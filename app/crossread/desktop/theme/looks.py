"""The looks of words on a page: each a font of the theme, a colour by role, and a line height."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from crossread.desktop.theme.fonts import FontName

Look = Literal[
    "display", "title", "heading", "prompt", "strong", "body", "muted", "quiet", "small", "serif", "question",
    "right", "caution", "wrong",
]  # fmt: skip


class Words(NamedTuple):
    """How words look; `leading` is the height of a line in sizes of the font."""

    font: FontName
    colour: str
    leading: float


LOOKS: Mapping[Look, Words] = {
    "display": Words("display", "ink", 1.25),
    "title": Words("title", "ink", 1.3),
    "heading": Words("heading", "ink", 1.4),
    "prompt": Words("prompt", "ink", 1.4),
    "strong": Words("strong", "ink", 1.4),
    "body": Words("interface", "ink", 1.45),
    "muted": Words("interface", "muted", 1.45),
    "quiet": Words("small", "muted", 1.4),
    "small": Words("small", "ink", 1.4),
    "serif": Words("serif", "ink", 1.5),
    "question": Words("serif-italic", "muted", 1.45),
    "right": Words("strong", "right", 1.4),
    "caution": Words("strong", "caution", 1.4),
    "wrong": Words("strong", "wrong", 1.4),
}
