"""The families a font is looked for in, best first; the system's own where none is there."""

from typing import Literal

FontName = Literal[
    "interface", "strong", "small", "small-strong", "prompt", "heading", "title", "display", "serif",
    "serif-italic", "reading",
]  # fmt: skip

SERIF = (
    "Charis SIL",
    "Noto Serif",
    "Source Serif 4",
    "Georgia",
    "Cambria",
    "Iowan Old Style",
    "DejaVu Serif",
    "serif",
)
SANS = (
    "Inter",
    "Noto Sans",
    "Segoe UI",
    "SF Pro Text",
    "Helvetica Neue",
    "Cantarell",
    "DejaVu Sans",
    "sans-serif",
)
