"""A picture as SVG: it stands alone, names no font file and runs nothing."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape

from crossread.base.folders import assets_folder
from crossread.reports.charts.drawing import (
    SIZES,
    Box,
    Disc,
    Drawing,
    Line,
    Shape,
    SourceBadge,
    Tick,
    Words,
)

_FAMILY = "Inter, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif"
_ANCHORS = {"begin": "start", "middle": "middle", "end": "end"}
_TURNED = {"begin": "end", "middle": "middle", "end": "start"}
_ISOLATED = (
    "\u2068{}\u2069"  # words run as their own first letter does; viewers differ in what `direction` does
)
_BASE = 0.35  # from the middle of a line of words down to its foot, in sizes of the font


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme: by role, and of each source the ground and the ink upon it."""

    roles: Mapping[str, str]
    sources: tuple[tuple[str, str], ...]


@cache
def theme_colours(name: str = "paper") -> Colours:
    """Read the colours of a theme that comes along; files are on paper."""
    with (assets_folder() / "themes" / f"{name}.toml").open("rb") as file:
        told = tomllib.load(file)
    return Colours(told["roles"], tuple((one["colour"], one["on"]) for one in told["sources"]))


def svg(
    drawing: Drawing,
    title: str,
    colours: Colours | None = None,
    *,
    from_right: bool = False,
    scale: float = 1.0,
    inline: bool = False,
) -> str:
    """Return a picture as SVG, described by its title and by what its points say.

    `scale` is how large its words are; `inline` leaves out what a file begins with, and the ground.
    """
    written = _Writing(drawing, colours or theme_colours(), from_right, scale)
    return "\n".join(written.lines(title, inline=inline)) + "\n"


class _Writing:
    def __init__(self, drawing: Drawing, colours: Colours, from_right: bool, scale: float) -> None:
        self._drawing, self._colours, self._from_right, self._scale = drawing, colours, from_right, scale

    def lines(self, title: str, *, inline: bool) -> Iterator[str]:
        width, height = _number(self._drawing.width), _number(self._drawing.height)
        if not inline:
            yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}" role="img" font-family="{_FAMILY}">'
        )
        yield f"<title>{escape(title)}</title>"
        said = " ".join(point.said for point in self._drawing.points)
        yield f"<desc>{escape(said)}</desc>"
        if any(isinstance(shape, Box) and shape.hatched for shape in self._drawing.shapes):
            line = self._role("control-line")
            yield '<defs><pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse">'
            yield f'<path d="M0 6 L6 0" stroke="{line}" stroke-width="1" stroke-opacity="0.6"/>'
            yield "</pattern></defs>"
        if not inline:
            yield f'<rect width="{width}" height="{height}" fill="{self._role("surface")}"/>'
        for shape in self._drawing.shapes:
            yield from self._shape(shape)
        yield "</svg>"

    def _role(self, role: str) -> str:
        return self._colours.roles[role] if role else "none"

    def _x(self, x: float) -> str:
        return _number(self._drawing.width - x if self._from_right else x)

    def _left(self, x: float, width: float) -> str:
        return _number(self._drawing.width - x - width if self._from_right else x)

    def _shape(self, shape: Shape) -> Iterator[str]:
        match shape:
            case Line():
                dashes = " ".join(map(_number, shape.dashes))
                yield (
                    f'<line x1="{self._x(shape.x1)}" y1="{_number(shape.y1)}" x2="{self._x(shape.x2)}" '
                    f'y2="{_number(shape.y2)}" stroke="{self._role(shape.role)}" '
                    f'stroke-width="{_number(shape.width)}"'
                    + (f' stroke-dasharray="{dashes}"/>' if dashes else "/>")
                )
            case Box():
                yield from self._box(shape)
            case Disc():
                yield (
                    f'<circle cx="{self._x(shape.x)}" cy="{_number(shape.y)}" r="{_number(shape.radius)}" '
                    f'fill="{self._role(shape.fill)}" stroke="{self._role(shape.edge)}" '
                    f'stroke-width="{_number(shape.edge_width)}"/>'
                )
            case Tick():
                yield self._tick(shape)
            case SourceBadge():
                yield from self._badge(shape)
            case Words():
                size = SIZES[shape.font] * self._scale
                weight = ' font-weight="600"' if shape.font == "strong" else ""
                anchor = (_TURNED if self._from_right else _ANCHORS)[shape.anchor]
                words = _ISOLATED.format(shape.text) if self._from_right else shape.text
                yield (
                    f'<text x="{self._x(shape.x)}" y="{_number(shape.y + _BASE * size)}" '
                    f'font-size="{_number(size)}"{weight} fill="{self._role(shape.role)}" '
                    f'text-anchor="{anchor}">{escape(words)}</text>'
                )

    def _box(self, box: Box) -> Iterator[str]:
        where = (
            f'x="{self._left(box.x, box.width)}" y="{_number(box.y)}" width="{_number(box.width)}" '
            f'height="{_number(box.height)}" rx="{_number(box.radius)}"'
        )
        dashes = ' stroke-dasharray="3 3"' if box.dashed else ""
        yield f'<rect {where} fill="{self._role(box.fill)}" stroke="{self._role(box.edge)}"{dashes}/>'
        if box.hatched:
            yield f'<rect {where} fill="url(#hatched)"/>'

    def _tick(self, tick: Tick) -> str:
        half = tick.side / 2
        corners = [(-half, 0.0), (-half / 3, half * 0.7), (half, -half * 0.7)]
        middle = self._drawing.width - tick.x if self._from_right else tick.x  # a tick is never turned round
        points = " ".join(f"{_number(middle + x)},{_number(tick.y + y)}" for x, y in corners)
        role = self._role(tick.role)
        return f'<polyline points="{points}" fill="none" stroke="{role}" stroke-width="2"/>'

    def _badge(self, badge: SourceBadge) -> Iterator[str]:
        colour, on = self._colours.sources[badge.index % len(self._colours.sources)]
        left, side = self._left(badge.x, badge.side), _number(badge.side)
        fill, ink = (self._role("surface"), self._role("ink")) if badge.is_card else (colour, on)
        yield (
            f'<rect x="{left}" y="{_number(badge.y)}" width="{side}" height="{side}" rx="3" fill="{fill}" '
            f'stroke="{colour}" stroke-width="2"/>'
        )
        middle, size = self._x(badge.x + badge.side / 2), badge.side * 0.55
        foot = badge.y + badge.side / 2 + _BASE * size
        yield (
            f'<text x="{middle}" y="{_number(foot)}" font-size="{_number(size)}" font-weight="700" '
            f'fill="{ink}" text-anchor="middle">{escape(badge.letter)}</text>'
        )


def _number(value: float) -> str:
    """Write a number with no more digits than can be seen."""
    return f"{round(value, 2):g}"
