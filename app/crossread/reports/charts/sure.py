"""Certainty against truth by skill as a picture: what was right of what one was sure of, in each skill."""

from collections.abc import Mapping

from crossread.base.translation import _, ngettext
from crossread.progress.calibration import SureFigure
from crossread.progress.skill_words import skill_words
from crossread.questions.kind import Skill
from crossread.reports.charts.certainty import fit_words, put_legend, range_words
from crossread.reports.charts.drawing import Box, Drawing, Point, Room
from crossread.reports.charts.share_row import band_height, percent, put_scale, put_share
from crossread.reports.charts.skills import put_head

BETWEEN = 18  # pixels at the default text size from row to row
AROUND = 5  # by which what the words say stands out above and below a range

Sure = Mapping[Skill, SureFigure]


def told(sure: Sure) -> list[tuple[Skill, SureFigure]]:
    """Return the skills in which one was sure of something, in their usual order: they are never ranked."""
    return [(skill, one) for skill, one in sure.items() if one.items]


def can_be_told(sure: Sure) -> bool:
    """Tell whether there are enough answers in some skill to say anything of it."""
    return any(one.fit != "unclear" for one in sure.values())


def share_words(one: SureFigure) -> str:
    """Say the share right, or in words that it rests on too little."""
    on = ngettext("of {items} answer", "of {items} answers", one.items).format(items=one.items)
    if one.share is None or one.fit == "unclear":
        return _("too few to tell, {of}").format(of=on)
    return _("{share} right, {of}").format(share=percent(one.share), of=on)


def summary(sure: Sure) -> str:
    """Say in which skills one is wrong more often than the words promise; "" where none can be told."""
    if not can_be_told(sure):
        return ""
    less = [skill_words(skill) for skill, one in told(sure) if one.fit == "less"]
    if not less:
        return _("No skill stands out in which sure answers are wrong more often than the words say.")
    return _("Sure, and wrong more often than the words say: {skills}.").format(skills=", ".join(less))


def sentence(skill: Skill, one: SureFigure) -> str:
    """Say all of a skill in one sentence."""
    said = _("{skill}: {share}; {fit}.").format(
        skill=skill_words(skill), share=share_words(one), fit=fit_words(one.fit)
    )
    if one.fit == "unclear":
        return said
    more = _("It may well lie from {range}; the words you said come to {promised}.")
    return f"{said} {more.format(range=range_words(one), promised=promised_words(one))}"


def promised_words(one: SureFigure) -> str:
    """Say what the words that were said come to."""
    return _("{low} to {high}").format(low=percent(one.promised.low), high=percent(one.promised.high))


def draw(sure: Sure, room: Room) -> Drawing:
    """Draw a row for each skill: what the words say hatched, the range soft, the share as a disc."""
    drawing = Drawing(room.width)
    top, left = 0.0, room.px(7)
    wide = room.width - 2 * left
    for skill, one in told(sure):
        begin = top
        top = put_head(drawing, room, top, skill_words(skill), share_words(one)) + room.px(4 + AROUND)
        low, high = one.promised.low, one.promised.high
        tall = band_height(room) + 2 * room.px(AROUND)
        drawing.add(
            Box(
                left + wide * low,
                top - room.px(AROUND),
                wide * (high - low),
                tall,
                edge="control-line",
                radius=2,
                hatched=True,
            )
        )
        put_share(drawing, room, top, one.range, one.share if one.fit != "unclear" else None)
        top += band_height(room) + room.px(AROUND)
        drawing.points.append(Point(0, begin, room.width, top - begin, sentence(skill, one)))
        top += room.px(BETWEEN)
    top = put_scale(drawing, room, top - room.px(BETWEEN) + room.px(6))
    drawing.height = put_legend(drawing, room, top + room.px(10)) + 2
    return drawing


def columns() -> tuple[str, ...]:
    """Return the heads of the table behind the picture."""
    return _("Skill"), _("Right when sure"), _("May well lie from"), _("The words say"), _("So it is")


def rows(sure: Sure) -> list[tuple[str, ...]]:
    """Return the table behind the picture."""
    return [
        (skill_words(skill), share_words(one), range_words(one), promised_words(one), fit_words(one.fit))
        for skill, one in told(sure)
    ]
