"""The reading mirror as a picture: what stood in view before each answer, one strip a sitting."""

from collections.abc import Callable, Sequence
from datetime import datetime

from crossread.base.translation import _, ngettext
from crossread.progress.reading_mirror import Sitting, Step
from crossread.reports.charts.drawing import Box, Drawing, Line, Point, Room, SourceBadge, Words, put_lines

SIDE = 18  # of a badge, pixels at the default text size
GAP = 3
EARLIER = 4  # sittings below the newest
MOST = 3  # rows of badges that a strip may take

# The letter and the place in its pack of a source by its id; None for one that is no longer there.
Letters = Callable[[str], tuple[str, int] | None]
# Says when a sitting began.
When = Callable[[datetime], str]


def before_words(one: Sitting) -> str:
    """Say what was open before the first answer of a sitting."""
    texts, cards = one.before_first("read"), one.before_first("card")
    read = ngettext("{count} text", "{count} texts", texts).format(count=texts)
    opened = ngettext("{count} card", "{count} cards", cards).format(count=cards)
    given = ngettext("{count} answer", "{count} answers", one.answers).format(count=one.answers)
    return _("{read} and {cards} before the first answer, {given} in all").format(
        read=read, cards=opened, given=given
    )


def step_words(step: Step, letters: Letters) -> str:
    """Say one step."""
    if step.kind == "answer":
        return _("an answer")
    known = letters(step.what)
    letter = known[0] if known else "?"
    return (_("card {letter}") if step.kind == "card" else _("text {letter}")).format(letter=letter)


def sentence(one: Sitting, letters: Letters, when: When) -> str:
    """Say a sitting step by step."""
    steps = ", ".join(step_words(step, letters) for step in one.steps)
    return _("{when}: {before}. In turn: {steps}.").format(
        when=when(one.began), before=before_words(one), steps=steps
    )


def draw(sittings: Sequence[Sitting], letters: Letters, when: When, room: Room) -> Drawing:
    """Draw the newest sitting, and some earlier ones of one's own below it; newest first."""
    drawing = Drawing(room.width)
    top = 0.0
    for number, one in enumerate(reversed(sittings[-1 - EARLIER :])):
        begin = top
        role = "ink" if not number else "muted"
        head = when(one.began) if number else _("Last time, {when}").format(when=when(one.began))
        top = put_lines(drawing, room, room.wrap(head, "interface", room.width), 0, top, role, "interface")
        told = before_words(one)
        top = put_lines(drawing, room, room.wrap(told, "small", room.width), 0, top, "muted", "small")
        top = _strip(drawing, room, one, letters, top + room.px(6))
        drawing.points.append(Point(0, begin, room.width, top - begin, sentence(one, letters, when)))
        top += room.px(14)
    drawing.height = _legend(drawing, room, top) + 2
    return drawing


def _legend(drawing: Drawing, room: Room, top: float) -> float:
    """Explain the signs, on as many lines as they take; return where that ends."""
    begin, x, side, line = top, 0.0, room.px(12), room.line("small")
    for kind, words in (("read", _("text in view")), ("card", _("card open")), ("answer", _("an answer"))):
        width = side + room.px(6) + room.measure(words, "small")
        if x and x + width > drawing.width:
            x, top = 0.0, top + line
        middle = top + line / 2
        if kind == "answer":
            drawing.add(Line(x + side / 2, middle - side / 2, x + side / 2, middle + side / 2, "ink", 3))
        else:
            fill = "muted" if kind == "read" else "surface"
            drawing.add(Box(x, middle - side / 2, side, side, fill, "muted", radius=2))
        drawing.add(Words(x + side + room.px(6), middle, words, "muted", "small"))
        x += width + room.px(18)
    said = _("A filled letter: {text}. A framed one: {card}. A stroke: {answer}.").format(
        text=_("text in view"), card=_("card open"), answer=_("an answer")
    )
    drawing.points.append(Point(0, begin, drawing.width, top + line - begin, said))
    return top + line


def _strip(drawing: Drawing, room: Room, one: Sitting, letters: Letters, top: float) -> float:
    """Draw a badge for each text, a framed one for each card, a stroke for each answer; return its end."""
    side, gap = room.px(SIDE), room.px(GAP)
    x, rows = 0.0, 1
    for number, step in enumerate(one.steps):
        wide = side if step.kind != "answer" else room.px(7)
        if x + wide > room.width - room.px(20):
            if rows == MOST:
                rest = len(one.steps) - number
                drawing.add(Words(x + gap, top + side / 2, f"+{rest}", "muted", "small"))
                break
            x, top, rows = 0.0, top + side + gap * 2, rows + 1
        if step.kind == "answer":
            middle = x + wide / 2
            drawing.add(Line(middle, top - 1, middle, top + side + 1, "ink", 3))
        else:
            known = letters(step.what)
            letter, index = known or ("?", 7)
            drawing.add(SourceBadge(x, top, side, letter, index, step.kind == "card"))
        x += wide + gap
    return top + side


def columns() -> tuple[str, ...]:
    """Return the heads of the table behind the picture."""
    return _("Sitting"), _("Texts before"), _("Cards before"), _("Answers")


def rows(sittings: Sequence[Sitting], when: When) -> list[tuple[str, ...]]:
    """Return the table behind the picture, newest first."""
    return [
        (
            when(one.began),
            str(one.before_first("read")),
            str(one.before_first("card")),
            str(one.answers),
        )
        for one in reversed(sittings)
    ]
