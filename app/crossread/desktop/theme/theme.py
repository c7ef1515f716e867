"""Themes: what colours and fonts there are, read from assets/themes, and the one in force."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyleFactory

from crossread.base.folders import assets_folder
from crossread.desktop.theme import out_of_sight
from crossread.desktop.theme.fonts import FACES, HINTS, SANS, SERIF, FontName
from crossread.desktop.theme.style_sheet import style_sheet
from crossread.desktop.theme.system import wants_contrast
from crossread.desktop.theme.typography import ReadingAids, Typography

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
    """One look: colours by role as "#RRGGBB", eight source colours, how large texts are and how they stand.

    `text_size` is in pixels.

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
    typography: Typography = field(default_factory=Typography)
    aids: ReadingAids = field(default_factory=ReadingAids)
    _fonts: dict[str, QFont] = field(default_factory=dict, repr=False, compare=False)

    def colour(self, role: str) -> QColor:
        """Return the colour of a role; KeyError where there is no such role."""
        return QColor(self.roles[role])

    def focus_pen(self, role: str = "focus") -> QPen:
        """Return the pen for the ring around what has the focus, in a colour that stands out there."""
        return QPen(self.colour(role), self.ring)

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
        if name == "reading":
            families = FACES[self.typography.face]
        font = QFont()
        font.setFamilies(list(families))
        font.setStyleHint(HINTS.get(families, QFont.StyleHint.SansSerif))
        font.setPixelSize(max(11, self.scaled(size)))
        font.setWeight(QFont.Weight(weight))
        font.setItalic(italic)
        return font

    def reading_font(self, size: int) -> QFont:
        """Return the font of the texts, `size` pixels high, spaced as the settings say."""
        font = self.font("reading")
        font.setPixelSize(size)
        if self.typography.letter_space:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.typography.letter_space * size)
        if self.typography.word_space:
            font.setWordSpacing(self.typography.word_space * size)
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


ORDER = ("paper", "sepia", "night", "high-contrast")


def theme_names() -> tuple[str, ...]:
    """List the themes that there are, ours in their order, others after them."""
    found = {path.stem for path in (assets_folder() / "themes").glob("*.toml")}
    return (*(name for name in ORDER if name in found), *sorted(found - set(ORDER)))


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
    """Read a theme by name; "system" is what the system asks for.

    That is high contrast where it wants more of it, else night where it is dark, else paper. Raises
    FileNotFoundError where there is no such theme.
    """
    return _read(system_theme() if name == "system" else name)


def system_theme() -> str:
    """Name the theme that the system asks for."""
    if wants_contrast():
        return "high-contrast"
    return "night" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "paper"


_current: Theme | None = None


def current() -> Theme:
    """Return the theme in force: the one applied last, paper before that."""
    return _current or _read("paper")


def is_applied() -> bool:
    """Tell whether a theme has been applied yet."""
    return _current is not None


class Changes(QObject):
    """Tells of another look, step by step, so that everything is laid out once and in its last size.

    `text_unset`: words are about to stand elsewhere; what holds their lines may let go of them. `room_set`:
    all widgets have the look; who shares out room does it now. `text_set`: texts may be set in the room that
    they have. The last two come with every change, the first only where words move.
    """

    text_unset = Signal()
    room_set = Signal()
    text_set = Signal()

    def finish(self) -> None:
        """Share out room, lay out what waits for that, and set the texts."""
        self.room_set.emit()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.text_set.emit()


@cache
def changes() -> Changes:
    """Return what tells of changes, one for the whole application."""
    return Changes()


def set_texts(typography: Typography, aids: ReadingAids) -> None:
    """Have all texts stand otherwise, at once; the rest of the window stays as it is."""
    global _current  # noqa: PLW0603
    if typography != current().typography:
        changes().text_unset.emit()
    _current = replace(current(), typography=typography, aids=aids, _fonts={})
    changes().finish()


def apply(
    app: QApplication,
    theme: Theme,
    text_size: int = READING,
    typography: Typography | None = None,
    aids: ReadingAids | None = None,
) -> None:
    """Make the whole running application look like `theme`, reading text `text_size` pixels high.

    Widgets that paint themselves ask `current()` and hear of the change by a StyleChange event: what is put
    away (see `out_of_sight`) when it is fetched. Texts stand as before where nothing is said of that.
    """
    global _current  # noqa: PLW0603  (one look at a time, as with the language)
    # A style under a style sheet has no name of its own, so the first time is told by our own mark.
    if app.property("crossread-style") != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setProperty("crossread-style", "fusion")
    before = current()
    after = replace(
        theme,
        text_size=text_size,
        typography=typography or before.typography,
        aids=aids or before.aids,
        _fonts={},
    )
    if (after.text_size, after.typography) != (before.text_size, before.typography):
        changes().text_unset.emit()
    passed_over = out_of_sight.pass_over()
    _take_off_style_sheet(app)
    _current = after
    app.setFont(_current.font("interface"))
    app.setPalette(_palette(_current))
    app.setStyleSheet(style_sheet(_current.roles, _current.scaled, _current.ring))
    out_of_sight.release(passed_over)
    changes().finish()


def _take_off_style_sheet(app: QApplication) -> None:
    """Take the style sheet off, and tell no widget: another one is about to come, and that is told.

    Qt visits a widget once for each of its ancestors where one sheet takes the place of another, but once
    only where there was none. Who hears of the first of these two steps would lay everything out for nothing;
    widgets with a style of their own are not told, so for that moment they all are taken to have one.
    """
    if not app.styleSheet():
        return
    own = Qt.WidgetAttribute.WA_SetStyle
    widgets = [widget for widget in app.allWidgets() if not widget.testAttribute(own)]
    for widget in widgets:
        widget.setAttribute(own, True)
    app.setStyleSheet("")
    for widget in widgets:
        widget.setAttribute(own, False)


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
