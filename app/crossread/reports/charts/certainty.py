"""Certainty against truth as a picture: at each step what was right, beside what the word says."""

from itertools import pairwise

from crossread.base.translation import _, ngettext
from crossread.progress.calibration import MEANT, OF_GUESSING, Calibration, Fit, Step, StepFigure, SureFigure
from crossread.reports.charts.drawing import Box, Disc, Drawing, Line, Point, Room, Words
from crossread.reports.charts.share_row import percent

HIGH = 190  # pixels at the default text size from nothing to all
COLUMN = 56  # of a range, at the most
DISC = 6


def step_words(step: Step) -> str:
    """Name a step of certainty."""
    return {"guess": _("Guess"), "fairly sure": _("Fairly sure"), "certain": _("Certain")}[step]


def share_words(one: StepFigure) -> str:
    """Say the share right, or in words that it rests on too little."""
    on = ngettext("of {items} answer", "of {items} answers", one.items).format(items=one.items)
    if one.share is None:
        return _("not said yet")
    if one.fit == "unclear":
        return _("too few to tell, {of}").format(of=on)
    return _("{share} right, {of}").format(share=percent(one.share), of=on)


def meant_words(step: Step) -> str:
    """Say what a step promises."""
    return _("{low} to {high}").format(low=percent(MEANT[step].low), high=percent(MEANT[step].high))


def fit_words(fit: Fit) -> str:
    """Say whether a share keeps what the word says."""
    return {
        "unclear": _("cannot be told yet"),
        "fits": _("about what the word says"),
        "less": _("less often than the word says"),
        "more": _("more often than the word says"),
    }[fit]


def range_words(one: StepFigure | SureFigure) -> str:
    """Say where the share may well lie; "–" where it rests on too little."""
    if one.fit == "unclear":
        return "–"
    return _("{low} to {high}").format(low=percent(one.range.low), high=percent(one.range.high))


def sentence(one: StepFigure) -> str:
    """Say all of a step in one sentence."""
    told = _("{step}: {share}; {fit}.").format(
        step=step_words(one.step), share=share_words(one), fit=fit_words(one.fit)
    )
    if not one.items:
        return _("{step}: not said yet.").format(step=step_words(one.step))
    if one.fit == "unclear":
        return told
    return f"{told} {_('It may well lie from {range}.').format(range=range_words(one))}"


def brier_words(found: Calibration) -> str:
    """Say in plain words what the Brier score is, and over how many answers."""
    if found.brier is None:
        return ""
    if not found.sure:
        told = ngettext(
            "So far you said how sure you were of {items} first try: too few to say how well that fits.",
            "So far you said how sure you were of {items} first tries: too few to say how well that fits.",
            found.items,
        )
        return told.format(items=found.items)
    score = f"{found.brier:.2f}"
    told = _(
        "Brier score {score}, over {items} first tries. 0 would be sure and right each time; always "
        "calling it a guess comes to {guessing}."
    ).format(score=score, items=found.items, guessing=f"{OF_GUESSING:.2f}")
    if found.brier < OF_GUESSING - 0.02:
        more = _("How sure you are tells something: trust it, and look again at what you only guessed.")
    elif found.brier > OF_GUESSING + 0.02:
        more = _("How sure you are misleads you by now: look again at what you were certain of.")
    else:
        more = _("How sure you are tells no more than guessing would.")
    return f"{told} {more}"


def draw(found: Calibration, room: Room) -> Drawing:
    """Draw a column for each step: what the word says hatched, the range soft, the share as a disc."""
    drawing = Drawing(room.width)
    left = room.measure(percent(1.0), "small") + room.px(12)
    top, high = room.px(DISC) + room.line("small") / 2, room.px(HIGH)
    foot = top + high
    for share in (0.0, 0.5, 1.0):
        y = foot - high * share
        drawing.add(Words(left - room.px(8), y, percent(share), "muted", "small", "end"))
        drawing.add(Line(left, y, room.width, y, "line", 1))
    wide = (room.width - left) / len(found.steps)
    dots: list[tuple[float, float]] = []
    below = foot
    for number, one in enumerate(found.steps):
        middle = left + wide * (number + 0.5)
        meant, column = MEANT[one.step], min(room.px(COLUMN), wide * 0.6)
        drawing.add(
            Box(
                middle - column * 0.75,
                foot - high * meant.high,
                column * 1.5,
                high * (meant.high - meant.low),
                edge="control-line",
                radius=2,
                hatched=True,
            )
        )
        if one.items:
            sure = one.fit != "unclear"
            drawing.add(
                Box(
                    middle - column / 4,
                    foot - high * one.range.high,
                    column / 2,
                    high * (one.range.high - one.range.low),
                    fill="selected",
                    edge="accent" if sure else "control-line",
                    radius=column / 4,
                    dashed=not sure,
                )
            )
        if one.share is not None and one.fit != "unclear":
            dots.append((middle, foot - high * one.share))
        below = max(below, _below(drawing, room, one, middle, foot + room.px(8), wide - room.px(8)))
        begin = left + wide * number
        drawing.points.append(Point(begin + 2, top - 4, wide - 4, below - top + 6, sentence(one)))
    for (x1, y1), (x2, y2) in pairwise(dots):
        drawing.add(Line(x1, y1, x2, y2, "accent", 2))
    drawing.add(*(Disc(x, y, room.px(DISC), "accent", "surface") for x, y in dots))
    drawing.height = put_legend(drawing, room, below + room.px(12)) + 2
    return drawing


def _below(drawing: Drawing, room: Room, one: StepFigure, x: float, top: float, width: float) -> float:
    for line in room.wrap(step_words(one.step), "strong", width):
        drawing.add(Words(x, top + room.line("strong") / 2, line, "ink", "strong", "middle"))
        top += room.line("strong")
    for line in room.wrap(share_words(one), "small", width):
        drawing.add(Words(x, top + room.line("small") / 2, line, "muted", "small", "middle"))
        top += room.line("small")
    return top


def put_legend(drawing: Drawing, room: Room, top: float) -> float:
    """Explain the signs in one line, or in several where the room is narrow; return where that ends."""
    begin, x, sign, line = top, 0.0, room.px(18), room.line("small")
    parts = (
        ("disc", _("share right")),
        ("band", _("where it may well lie")),
        ("meant", _("what the word says")),
    )
    for kind, words in parts:
        width = sign + room.px(6) + room.measure(words, "small")
        if x and x + width > drawing.width:
            x, top = 0.0, top + line
        middle, half = top + line / 2, room.px(6)
        if kind == "disc":
            drawing.add(Disc(x + sign / 2, middle, room.px(5), "accent", ""))
        elif kind == "band":
            drawing.add(
                Box(x + half / 2, middle - half, half * 2, half * 2, "selected", "accent", radius=half)
            )
        else:
            drawing.add(Box(x, middle - half, sign, half * 2, edge="control-line", radius=2, hatched=True))
        drawing.add(Words(x + sign + room.px(6), middle, words, "muted", "small"))
        x += width + room.px(18)
    said = _(
        "The scale runs from {none} over {half} to {all}. "
        "The disc: {disc}. The band: {band}. Hatched: {meant}."
    ).format(
        none=percent(0),
        half=percent(0.5),
        all=percent(1),
        disc=parts[0][1],
        band=parts[1][1],
        meant=parts[2][1],
    )
    drawing.points.append(Point(0, begin, drawing.width, top + line - begin, said))
    return top + line


def columns() -> tuple[str, ...]:
    """Return the heads of the table behind the picture."""
    return _("You said"), _("Right"), _("May well lie from"), _("The word says"), _("So it is")


def rows(found: Calibration) -> list[tuple[str, ...]]:
    """Return the table behind the picture."""
    return [
        (
            step_words(one.step),
            share_words(one),
            range_words(one),
            meant_words(one.step),
            fit_words(one.fit),
        )
        for one in found.steps
    ]
