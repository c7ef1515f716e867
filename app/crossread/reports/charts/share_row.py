"""A share on its way from nothing to all: the honest range as a soft band, the share as a disc upon it."""

from crossread.base.translation import _
from crossread.progress.honest_range import Range
from crossread.reports.charts.drawing import Anchor, Box, Disc, Drawing, Line, Point, Room, Words

BAND = 16  # pixels at the default text size
DISC = 6
NOTCH = 11  # of what it was before, above and below the line together
AIR = 8


def band_height(room: Room) -> float:
    """Return how high a row's picture is, without words."""
    return room.px(BAND)


def put_share(
    drawing: Drawing,
    room: Room,
    top: float,
    found: Range,
    share: float | None,
    before: float | None = None,
    begin: float = 0.0,
) -> None:
    """Draw a range, with the share where it is worth a number, from `begin` on; `before` is a notch."""
    left = begin + room.px(DISC) + 1
    width = drawing.width - room.px(DISC) - 1 - left
    middle = top + room.px(BAND) / 2
    drawing.add(Line(left, middle, left + width, middle, "line", 2))
    sure = share is not None
    drawing.add(
        Box(
            left + width * found.low,
            top,
            max(room.px(BAND), width * (found.high - found.low)),
            room.px(BAND),
            fill="selected",
            edge="accent" if sure else "control-line",
            radius=room.px(BAND) / 2,
            dashed=not sure,
        )
    )
    if before is not None:
        x, half = left + width * before, room.px(NOTCH) / 2 + room.px(BAND) / 2
        drawing.add(Line(x, middle - half, x, middle + half, "muted", 2))
    if share is not None:
        drawing.add(Disc(left + width * share, middle, room.px(DISC), "accent", "surface"))


def put_scale(drawing: Drawing, room: Room, top: float, begin: float = 0.0) -> float:
    """Write what nothing, half and all are below the rows; return where that ends."""
    left = begin + room.px(DISC) + 1
    width = drawing.width - room.px(DISC) - 1 - left
    middle = top + room.line("small") / 2
    ends: tuple[tuple[float, float, Anchor], ...] = (
        (0, left - room.px(DISC), "begin"),
        (0.5, left + width / 2, "middle"),
        (1, drawing.width, "end"),
    )
    for share, x, anchor in ends:
        drawing.add(Words(x, middle, percent(share), "muted", "small", anchor))
    return top + room.line("small")


def percent(share: float) -> str:
    """Write a share in whole per cent."""
    return _("{percent} %").format(percent=round(share * 100)).replace(" ", "\u00a0")


def put_legend(drawing: Drawing, room: Room, top: float, *, sure: bool, before: bool) -> float:
    """Explain the signs in one line, or in several where the room is narrow; return where that ends.

    Where no share is `sure` there is no disc, and the bands are dashed; where there are none from `before`,
    no stroke.
    """
    parts = [("disc", _("share of points"))] if sure else []
    parts.append(("band", _("where it may well lie")))
    if before:
        parts.append(("notch", _("before that")))
    begin, x, sign, line = top, 0.0, room.px(18), room.line("small")
    for kind, words in parts:
        width = sign + room.px(6) + room.measure(words, "small")
        if x and x + width > drawing.width:
            x, top = 0.0, top + line
        middle = top + line / 2
        if kind == "disc":
            drawing.add(Disc(x + sign / 2, middle, room.px(5), "accent", ""))
        elif kind == "band":
            high = room.px(10)
            drawing.add(
                Box(
                    x,
                    middle - high / 2,
                    sign,
                    high,
                    fill="selected",
                    edge="accent" if sure else "control-line",
                    radius=high / 2,
                    dashed=not sure,
                )
            )
        else:
            drawing.add(
                Line(x + sign / 2, middle - room.px(6), x + sign / 2, middle + room.px(6), "muted", 2)
            )
        drawing.add(Words(x + sign + room.px(6), middle, words, "muted", "small"))
        x += width + room.px(18)
    said = _("The scale runs from {none} over {half} to {all}.").format(
        none=percent(0), half=percent(0.5), all=percent(1)
    )
    signs = {
        "disc": _("{told} The disc: {words}."),
        "band": _("{told} The band: {words}."),
        "notch": _("{told} The stroke: {words}."),
    }
    for kind, words in parts:
        said = signs[kind].format(told=said, words=words)
    drawing.points.append(Point(0, begin, drawing.width, top + line - begin, said))
    return top + line
