"""The families a font is looked for in, best first; the system's own where none is there."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtGui import QFont, QFontDatabase

from crossread.base.translation import _
from crossread.desktop.theme.typography import Face

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

MONO = ("Cascadia Mono", "SF Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono", "monospace")
# OpenDyslexic, and where it is not installed faces that the British Dyslexia Association recommends
# (Dyslexia Style Guide 2023: plain, evenly spaced, sans serif), before any other.
DYSLEXIC = ("OpenDyslexic", "OpenDyslexic3", "Verdana", "Tahoma", "Trebuchet MS", "Open Sans", *SANS)

FACES: Mapping[Face, tuple[str, ...]] = {"serif": SERIF, "sans": SANS, "dyslexic": DYSLEXIC, "mono": MONO}
HINTS: Mapping[tuple[str, ...], QFont.StyleHint] = {
    SERIF: QFont.StyleHint.Serif,
    MONO: QFont.StyleHint.Monospace,
}


def family_of(face: Face) -> str:
    """Return the family that a face comes from on this machine; "" where it is the system's choice."""
    return next((family for family in FACES[face] if QFontDatabase.hasFamily(family)), "")


def face_note(face: Face) -> str:
    """Say honestly what a face is on this machine, where its name promises another one; else ""."""
    family = family_of(face)
    if face != "dyslexic" or family in DYSLEXIC[:2]:
        return ""
    if not family:
        return _("OpenDyslexic is not installed here; the system’s own letters take its place.")
    return _("OpenDyslexic is not installed here; {family} takes its place.").format(family=family)
