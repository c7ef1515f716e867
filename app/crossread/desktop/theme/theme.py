"""Themes: what colours and fonts there are, read from assets/themes, and the one in force."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from crossread.base.folders import assets_folder
from crossread.desktop.theme.fonts import SANS, SERIF, FontName
from crossread.desktop.theme.style_sheet import style_sheet

Pattern = Literal["plain", "foot", "corner", "dots", "side", "frame", "stripes", "rails"]
READING = 17  # the size that the others are in proportion to, in pixels


@dataclass(frozen=True, slots=True)
class SourceColour:
    """How one source is told apart: its colour, the ink upon it, its pattern."""

    colour: str
    on: str
    pattern: Pattern


@dataclass(frozen=True)
class Theme:
    """One look: colours by role as "#RRGGBB", eight source colours, and the size of reading text in pixels.

    Roles: `ground` (the window), `surface` (texts, cards, controls), `ink`, `muted`, `line` (hairlines),
    `control-line` (borders of what can be used), `accent` with `on-accent` and `accent-hover`, `hover`,
    `chosen` with `on-chosen` (the dark pill), `focus`, `selected` (ground of a picked option),
    `selection` (text picked with the mouse), `right`, `caution`, `wrong` each with `-soft` for grounds,
    `mark`, `own`, `found` each with `-line` for what is marked in a text for a question; `hl-evidence`,
    `hl-question`, `hl-doubt`, `hl-loaded` each with `-line` for highlights; `note-line`; `hit`, `hit-current`
    each with `-line` for what a search found; `ruler` with `-line`.

    `ring` is how wide the ring around what has the focus is, in pixels.
    """

    name: str
    title: str
    dark: bool
    roles: Mapping[str, str]
    sources: tuple[SourceColour, ...]
    ring: int = 2
    text_size: int = READING
    _fonts: dict[str, QFont] = field(default_factory=dict, repr=False, compare=False)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role; KeyError where there is no such role."""
        return QColor(self.roles[role])

    def source(self, index: int) -> SourceColour:
        """Return the colours of the source at an index from 0; the ninth looks like the first."""
        return self.sources[index % len(self.sources)]

    def scaled(self, pixels: float) -> int:
        """Turn a measure at the default text size into pixels at this one."""
        return max(1, round(pixels * self.text_size / READING))

    def font(self, name: FontName) -> QFont:
        """Return a font by its job; all sizes are in proportion to the size of reading text."""
        if name not in self._fonts:
            self._fonts[name] = self._make_font(name)
        return QFont(self._fonts[name])

    def _make_font(self, name: FontName) -> QFont:
        families, size, weight, italic = FONTS[name]
        font = QFont()
        font.setFamilies(list(families))
        font.setStyleHint(QFont.StyleHint.Serif if families is SERIF else QFont.StyleHint.SansSerif)
        font.setPixelSize(max(11, self.scaled(size)))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        return font


FONTS: Mapping[FontName, tuple[tuple[str, ...], int, int, bool]] = MappingProxyType(
    {  # families, size at the default text size, weight, italic
        "interface": (SANS, 14, 400, False),
        "strong": (SANS, 14, 600, False),
        "small": (SANS, 12, 400, False),
        "small-strong": (SANS, 12, 600, False),
        "prompt": (SANS, 17, 600, False),
        "heading": (SANS, 16, 600, False),
        "title": (SERIF, 24, 700, False),
        "display": (SERIF, 30, 700, False),
        "serif": (SERIF, 16, 400, False),
        "serif-italic": (SERIF, 17, 400, True),
        "reading": (SERIF, READING, 400, False),
    }
)


def theme_names() -> tuple[str, ...]:
    """List the themes that there are, sorted by name."""
    return tuple(sorted(path.stem for path in (assets_folder() / "themes").glob("*.toml")))


@cache
def _read(name: str) -> Theme:
    path = assets_folder() / "themes" / f"{name}.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    return Theme(
        name=data["name"],
        title=data["title"],
        dark=data["dark"],
        roles=MappingProxyType(data["roles"]),
        sources=tuple(SourceColour(**source) for source in data["sources"]),
        ring=data.get("ring", 2),
    )


def load_theme(name: str) -> Theme:
    """Read a theme by name; "system" is night where the system is dark and paper elsewhere.

    Raises FileNotFoundError where there is no such theme.
    """
    if name == "system":
        hints = QGuiApplication.styleHints()
        name = "night" if hints.colorScheme() == Qt.ColorScheme.Dark else "paper"
    return _read(name)


_current: Theme | None = None


def current() -> Theme:
    """Return the theme in force: the one applied last, paper before that."""
    return _current or _read("paper")


def is_applied() -> bool:
    """Tell whether a theme has been applied yet."""
    return _current is not None


def apply(app: QApplication, theme: Theme, text_size: int = READING) -> None:
    """Make the whole running application look like `theme`, reading text `text_size` pixels high.

    Widgets that paint themselves ask `current()` and hear of the change by a StyleChange event.
    """
    global _current  # noqa: PLW0603  (one look at a time, as with the language)
    _current = replace(theme, text_size=text_size, _fonts={})
    # A style under a style sheet has no name of its own, so the first time is told by our own mark.
    if app.property("crossread-style") != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setProperty("crossread-style", "fusion")
    if app.styleSheet():
        # Qt visits a widget once for each of its ancestors where one sheet takes the place of another,
        # but once only where there was none.
        app.setStyleSheet("")
    app.setFont(_current.font("interface"))
    app.setPalette(_palette(_current))
    app.setStyleSheet(style_sheet(_current.roles, _current.scaled))


def _palette(theme: Theme) -> QPalette:
    colour = theme.colour
    palette = QPalette()
    role = QPalette.ColorRole
    for target, name in (
        (role.Window, "ground"), (role.WindowText, "ink"), (role.Base, "surface"),
        (role.AlternateBase, "hover"), (role.Text, "ink"), (role.Button, "surface"),
        (role.ButtonText, "ink"), (role.BrightText, "wrong"), (role.PlaceholderText, "muted"),
        (role.Highlight, "selection"), (role.HighlightedText, "ink"), (role.Link, "accent"),
        (role.LinkVisited, "accent"), (role.ToolTipBase, "surface"), (role.ToolTipText, "ink"),
        (role.Light, "surface"), (role.Midlight, "line"), (role.Mid, "control-line"),
        (role.Dark, "control-line"), (role.Shadow, "line"), (role.Accent, "accent"),
    ):  # fmt: skip
        palette.setColor(target, colour(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, colour("control-line"))
    return palette
