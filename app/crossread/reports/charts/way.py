"""The way through a pack as a picture: its stages as stations, what is answered there, and what it earned."""

from collections.abc import Sequence
from dataclasses import dataclass

from crossread.base.translation import _
from crossread.progress.names_told import stage_told
from crossread.progress.points_told import points_told
from crossread.progress.way import PackWay, StageWay
from crossread.reports.charts.drawing import Disc, Drawing, Line, Point, Room, Tick, put_lines

RING = 8  # pixels at the default text size
BETWEEN = 12


# A stage as its pack tells it: title, required questions answered, of how many, and its id.
ToldStage = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Station:
    """A stage on the way: required questions answered, of how many, its attempts and points so far.

    `of` is 0 where nothing is marked, or nothing of it may be told yet; `held_back` tells whether there are
    marks that may not.
    """

    stage: str
    title: str
    answered: int
    required: int
    attempts: int = 0
    handed_in: bool = False
    earned: float = 0.0
    of: float = 0.0
    held_back: bool = False

    @property
    def begun(self) -> bool:
        """Whether anything was done there."""
        return self.handed_in or self.answered > 0 or self.attempts > 0


def stations(told: Sequence[ToldStage], way: PackWay | None) -> list[Station]:
    """Put together what a pack says of its stages and what was done at each.

    `told` are the stages as they were when the pack was open last, in its order; stages that are not among
    them, as the pack has changed or is gone, come after them by the number in which they were come to.
    """
    done = {stage.stage: stage for stage in way.stages} if way else {}
    found = [
        _station(stage, title, answered, required, done.get(stage))
        for title, answered, required, stage in told
    ]
    known = {stage for _title, _answered, _required, stage in told}
    for number, (stage, one) in enumerate(done.items(), 1):
        if stage not in known and one.answered:
            found.append(_station(stage, stage_told(None, number), one.required, 0, one))
    return found


def _station(stage: str, title: str, answered: int, required: int, way: StageWay | None) -> Station:
    if way is None:
        return Station(stage, title, answered, required)
    return Station(
        stage=stage,
        title=title,
        answered=answered,
        required=required,
        attempts=way.attempts,
        handed_in=way.done,
        earned=way.earned,
        of=way.of,
        held_back=way.held_back,
    )


def how_far_words(one: Station) -> str:
    """Say how many required questions are answered."""
    if not one.required:
        return _("nothing required")
    return _("{answered} of {required} questions").format(answered=one.answered, required=one.required)


def points_words(one: Station) -> str:
    """Say what was earned; "" where nothing is told."""
    if not one.of:
        return _("marked, not yet shown") if one.held_back else ""
    told = points_told(one.earned, one.of)
    if one.attempts > 1:
        told = _("{points} over all attempts").format(points=told)
    return _("{points}, the rest not yet shown").format(points=told) if one.held_back else told


def stands_words(one: Station) -> str:
    """Say how a stage stands."""
    if one.handed_in:
        return _("handed in")
    if one.begun and not one.required and not one.answered:
        return _("been there")  # there is nothing to hand in
    return _("under way") if one.begun else _("not begun")


def attempts_words(one: Station) -> str:
    """Say which attempt it is, from the second on."""
    return _("attempt {number}").format(number=one.attempts) if one.attempts > 1 else ""


def told(one: Station) -> str:
    """Say in one line what is known of a stage."""
    parts = [stands_words(one), how_far_words(one) if one.required else "", attempts_words(one)]
    return ", ".join(part for part in (*parts, points_words(one)) if part)


def sentence(one: Station) -> str:
    """Say all of a stage in one sentence."""
    return _("{title}: {told}.").format(title=one.title, told=told(one))


def draw(stations: list[Station], room: Room) -> Drawing:
    """Draw the stations below each other, joined by a line that is whole as far as one has come."""
    drawing = Drawing(room.width)
    ring = room.px(RING)
    left = 2 * ring + room.px(14)
    top = 2.0
    before: tuple[float, bool] | None = None
    for one in stations:
        begin = top
        middle = top + room.line("interface") / 2
        if before is not None:
            whole = before[1] and one.begun
            role, dashes = ("accent", ()) if whole else ("control-line", (2.0, 4.0))
            drawing.add(Line(ring + 2, before[0] + ring, ring + 2, middle - ring, role, 2, dashes))
        _ring(drawing, room, one, ring + 2, middle)
        role = "ink" if one.begun else "muted"
        lines = room.wrap(one.title, "interface", room.width - left)
        top = put_lines(drawing, room, lines, left, top, role, "interface")
        lines = room.wrap(told(one), "small", room.width - left)
        top = put_lines(drawing, room, lines, left, top, "muted", "small")
        drawing.points.append(Point(0, begin - 2, room.width, top - begin + 4, sentence(one)))
        before = middle, one.handed_in or one.begun
        top += room.px(BETWEEN)
    drawing.height = top - room.px(BETWEEN) + 4
    return drawing


def _ring(drawing: Drawing, room: Room, one: Station, x: float, y: float) -> None:
    ring = room.px(RING)
    if one.handed_in:
        drawing.add(Disc(x, y, ring, "accent", ""), Tick(x, y, ring, "on-accent"))
    elif one.begun:
        drawing.add(Disc(x, y, ring - 1, "surface", "accent"), Disc(x, y, ring * 0.4, "accent", ""))
    else:
        drawing.add(Disc(x, y, ring - 1, "surface", "control-line"))


def columns() -> tuple[str, ...]:
    """Return the heads of the table behind the picture."""
    return _("Stage"), _("Questions answered"), _("Attempts"), _("Stands"), _("Points")


def rows(stations: list[Station]) -> list[tuple[str, ...]]:
    """Return the table behind the picture."""
    return [
        (
            one.title,
            _("{answered} of {required}").format(answered=one.answered, required=one.required)
            if one.required
            else "–",
            str(one.attempts) if one.begun else "–",
            stands_words(one),
            points_words(one) or "–",
        )
        for one in stations
    ]
