"""A picture as lines, boxes, discs and words: the same for the screen, for SVG and for print.

Measured in pixels from the side at which lines begin and from the top; whoever paints it turns it round where
words run from right to left. Colours are roles of the theme.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Font = Literal["small", "interface", "strong"]
Anchor = Literal["begin", "middle", "end"]
SIZES: dict[Font, int] = {"small": 12, "interface": 14, "strong": 14}  # pixels at the default text size
LEADING = 1.4  # height of a line, in sizes of its font


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `dashes` are lengths of strokes and gaps in pixels, none for a whole line."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str
    width: float = 1.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A box with round corners, filled and edged by roles ("" for neither); a dashed edge is uncertain."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    edge: str = ""
    radius: float = 0.0
    dashed: bool = False
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A disc about a point, filled and edged by roles ("" for neither)."""

    x: float
    y: float
    radius: float
    fill: str = ""
    edge: str = ""
    edge_width: float = 2.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A sign of done, in a square about a point."""

    x: float
    y: float
    side: float
    role: str


@dataclass(frozen=True, slots=True)
class SourceBadge:
    """The badge of a source by its place in the pack from 0, in a square; a card's is only framed."""

    x: float
    y: float
    side: float
    letter: str
    index: int
    is_card: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words; `y` is its middle, `x` where it begins, its middle or its end, by `anchor`."""

    x: float
    y: float
    text: str
    role: str = "ink"
    font: Font = "interface"
    anchor: Anchor = "begin"


Shape = Line | Box | Disc | Tick | SourceBadge | Words


@dataclass(frozen=True, slots=True)
class Point:
    """What the picture tells at one place: walked to by keys, heard as `said`, framed by the rectangle."""

    x: float
    y: float
    width: float
    height: float
    said: str


@dataclass(slots=True)
class Drawing:
    """A picture in the making: its size, its shapes from back to front, and the points that say something."""

    width: float
    height: float = 0.0
    shapes: list[Shape] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)

    def add(self, *shapes: Shape) -> None:
        """Put shapes in front of those that are there."""
        self.shapes.extend(shapes)


# How wide words are in a font, in pixels.
Measure = Callable[[str, Font], float]


@dataclass(frozen=True, slots=True)
class Room:
    """What there is to draw in: a width in pixels, how large words are (usually 1), how wide they are."""

    width: float
    scale: float
    measure: Measure

    def px(self, pixels: float) -> float:
        """Turn a measure at the default text size into pixels."""
        return pixels * self.scale

    def line(self, font: Font) -> float:
        """Return the height of a line of words."""
        return SIZES[font] * LEADING * self.scale

    def wrap(self, text: str, font: Font, width: float) -> list[str]:
        """Break words into lines no wider than `width`; a word that is wider stands alone."""
        lines: list[str] = []
        for word in text.split(" "):
            tried = f"{lines[-1]} {word}" if lines else word
            if lines and self.measure(tried, font) > width:
                lines.append(word)
            else:
                lines[-1:] = [tried]
        return lines

    def fits(self, text: str, font: Font, width: float) -> bool:
        """Tell whether words have room on one line."""
        return self.measure(text, font) <= width


def put_lines(
    drawing: Drawing, room: Room, lines: list[str], x: float, top: float, role: str, font: Font
) -> float:
    """Write lines below each other from `top` on; return where they end."""
    for line in lines:
        drawing.add(Words(x, top + room.line(font) / 2, line, role, font))
        top += room.line(font)
    return top


def plain_measure(text: str, font: Font) -> float:
    """Guess how wide words are where no font is at hand: what is written as a file, at the default size."""
    wide = sum(1.05 if ord(sign) > 0x2E80 else 0.33 if sign in " .,:;il|'’" else 0.58 for sign in text)
    return wide * SIZES[font] * (1.06 if font == "strong" else 1.0)


def plain_room(width: float = 640.0) -> Room:
    """Return the room of a picture in a file."""
    return Room(width, 1.0, plain_measure)
