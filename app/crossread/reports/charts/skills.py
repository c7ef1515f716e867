"""Skills as a picture: the share of points of each, the range that it may well lie in, what it was before."""

from collections.abc import Mapping

from crossread.base.translation import _
from crossread.progress.skill_words import resting_words, skill_words
from crossread.progress.skills import SkillProgress
from crossread.questions.kind import Skill
from crossread.reports.charts.drawing import Drawing, Point, Room, Words, put_lines
from crossread.reports.charts.share_row import band_height, percent, put_legend, put_scale, put_share

BETWEEN = 18  # pixels at the default text size from row to row

Skills = Mapping[Skill, SkillProgress]


def tried(skills: Skills) -> list[tuple[Skill, SkillProgress]]:
    """Return the skills that were tried, in their usual order and in no other: they are never ranked."""
    return [(skill, one) for skill, one in skills.items() if one.now.share is not None]


def not_tried(skills: Skills) -> list[str]:
    """Name the skills that nothing is known of."""
    return [skill_words(skill) for skill, one in skills.items() if one.now.share is None]


def share_words(one: SkillProgress) -> str:
    """Say the share, or in words that it rests on too little."""
    on = resting_words(one.now)
    if one.now.share is None or not one.now.sure:
        return on
    return _("{share}, {on}").format(share=percent(one.now.share), on=on)


def range_words(one: SkillProgress) -> str:
    """Say where the share may well lie; "–" where it rests on too little."""
    if not one.now.sure:
        return "–"
    return _("{low} to {high}").format(low=percent(one.range.low), high=percent(one.range.high))


def change_words(one: SkillProgress) -> str:
    """Say how it changed, as far as that can be told; "" where there is nothing before."""
    if one.change == "none" or one.before.share is None:
        return ""
    if not one.before.sure or not one.now.sure:
        return _("too few before to tell a change")
    told = {
        "more": _("more than the {share} before, on {items}"),
        "less": _("less than the {share} before, on {items}"),
        "unclear": _("{share} before, on {items}; that may be chance"),
    }[one.change]
    return told.format(share=percent(one.before.share), items=one.before.items)


def sentence(skill: Skill, one: SkillProgress) -> str:
    """Say all of a skill in one sentence."""
    told = _("{skill}: {share}.").format(skill=skill_words(skill), share=share_words(one))
    if one.now.sure:
        told = f"{told} {_('It may well lie from {range}.').format(range=range_words(one))}"
    change = change_words(one)
    return f"{told} {change[0].upper()}{change[1:]}." if change else told


def draw(skills: Skills, room: Room) -> Drawing:
    """Draw a row for each skill that was tried."""
    drawing = Drawing(room.width)
    top = 0.0
    for skill, one in tried(skills):
        begin = top
        top = put_head(drawing, room, top, skill_words(skill), share_words(one))
        top += room.px(4)
        sure = one.now.share if one.now.sure else None
        before = one.before.share if one.before.sure and one.now.sure else None
        put_share(drawing, room, top, one.range, sure, before)
        top += band_height(room)
        drawing.points.append(Point(0, begin, room.width, top - begin, sentence(skill, one)))
        top += room.px(BETWEEN)
    top = put_scale(drawing, room, top - room.px(BETWEEN) + room.px(6))
    any_before = any(one.before.sure and one.now.sure for _skill, one in tried(skills))
    any_sure = any(one.now.sure for _skill, one in tried(skills))
    drawing.height = put_legend(drawing, room, top + room.px(10), sure=any_sure, before=any_before) + 2
    return drawing


def put_head(drawing: Drawing, room: Room, top: float, name: str, told: str) -> float:
    """Write the name and what is told of it on one line, or below each other; return where that ends."""
    gap = room.px(16)
    if room.measure(name, "interface") + gap + room.measure(told, "small") <= room.width:
        middle = top + room.line("interface") / 2
        drawing.add(Words(0, middle, name, "ink"), Words(room.width, middle, told, "muted", "small", "end"))
        return top + room.line("interface")
    top = put_lines(drawing, room, room.wrap(name, "interface", room.width), 0, top, "ink", "interface")
    return put_lines(drawing, room, room.wrap(told, "small", room.width), 0, top, "muted", "small")


def columns() -> tuple[str, ...]:
    """Return the heads of the table behind the picture."""
    return _("Skill"), _("Share of points"), _("May well lie from"), _("Before")


def rows(skills: Skills) -> list[tuple[str, ...]]:
    """Return the table behind the picture."""
    return [
        (skill_words(skill), share_words(one), range_words(one), change_words(one) or "–")
        for skill, one in tried(skills)
    ]
