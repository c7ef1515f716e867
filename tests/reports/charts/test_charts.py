"""Pictures of progress: each says in words what it shows, keeps within its width, and is sound as SVG."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.entries import Entry
from crossread.progress.calibration import calibration, sure_by_skill
from crossread.progress.certainty import Judged
from crossread.progress.progress_of import Progress, progress_of_entries
from crossread.progress.reading_mirror import Sitting, Step
from crossread.progress.skills import SKILLS, skills_progress
from crossread.progress.time_spent import DayMinutes
from crossread.reports.charts import certainty, days, reading, skills, sure, way
from crossread.reports.charts.drawing import Box, Drawing, Room, Words, plain_measure, plain_room
from crossread.reports.charts.svg import svg, theme_colours
from crossread.reports.charts.way import Station, stations
from crossread.reports.progress_html import ProgressTold, progress_html
from tests.progress.making import first_try
from tests.progress.random_records import entries_at_random

TODAY = date(2026, 3, 28)
STATIONS = [
    Station("a", "Who speaks?", 5, 5, 1, handed_in=True, earned=4.5, of=5),
    Station("b", "How many died, and who counted them & how?", 2, 9, 2),
    Station("c", "An exam", 4, 4, 1, handed_in=True, held_back=True),
    Station("d", "Talk it over", 0, 0),
]
JUDGED = [Judged("certain", float(number % 3 > 0), "") for number in range(12)] + [Judged("guess", 1.0, "")]
SURE = [
    *(Judged("certain", float(number % 3 > 0), "close-reading") for number in range(12)),
    *(Judged("fairly sure", 1.0, "compare-sources") for _number in range(3)),
]
DAYS = [DayMinutes(TODAY - timedelta(days=number), 12.0 + number, {}) for number in range(0, 20, 4)]
SITTING = Sitting(
    "s", datetime(2026, 3, 2, 9, tzinfo=UTC), [Step("card", "a"), Step("read", "b"), Step("answer", "q")] * 20
)


def letter(source: str) -> tuple[str, int] | None:
    return {"a": ("A", 0), "b": ("B", 1)}.get(source)


def when(at: datetime) -> str:
    return f"{at.day} March"


def tried() -> skills.Skills:
    state = SKILLS.empty()
    for number in range(9):
        SKILLS.add(state, first_try(number, number / 9))
    SKILLS.add(state, first_try(99, 1.0, skill="corroborate"))
    return skills_progress(state)


PICTURES: dict[str, Callable[[Room], Drawing]] = {
    "way": lambda room: way.draw(STATIONS, room),
    "skills": lambda room: skills.draw(tried(), room),
    "certainty": lambda room: certainty.draw(calibration(JUDGED), room),
    "sure": lambda room: sure.draw(sure_by_skill(SURE), room),
    "days": lambda room: days.draw(DAYS, TODAY, room),
    "reading": lambda room: reading.draw([SITTING] * 3, letter, when, room),
}


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("width", [220.0, 480.0, 900.0])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_stands_outside_its_picture(name: str, width: float, scale: float) -> None:
    room = Room(width, scale, lambda text, font: plain_measure(text, font) * scale)
    drawing = PICTURES[name](room)
    assert drawing.points
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            assert shape.x >= -1
            assert shape.x + shape.width <= width + 1
            assert shape.y + shape.height <= drawing.height + 1
        elif isinstance(shape, Words):
            assert 0 <= shape.y <= drawing.height
            assert -1 <= shape.x <= width + 1
    for point in drawing.points:
        assert point.y + point.height <= drawing.height + 3
        assert point.said.endswith(".")


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("from_right", [False, True])
def test_a_picture_is_sound_svg_that_says_what_it_shows(name: str, from_right: bool) -> None:
    drawing = PICTURES[name](plain_room())
    written = svg(drawing, "A & B", from_right=from_right)
    root = ET.fromstring(written)  # noqa: S314  (our own)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {
        "svg",
        "title",
        "desc",
        "defs",
        "pattern",
        "path",
        "rect",
        "line",
        "circle",
        "polyline",
        "text",
    }
    said = root.findtext("{http://www.w3.org/2000/svg}desc")
    assert said is not None
    assert all(point.said in said for point in drawing.points)


def test_a_turned_picture_is_the_same_as_in_a_mirror() -> None:
    drawing = Drawing(
        100, 20, [Box(10, 0, 30, 20, fill="accent"), Words(5, 10, "x", "ink", "small", "begin")]
    )
    written = svg(drawing, "t", from_right=True)
    assert 'x="60" y="0" width="30"' in written
    assert 'x="95" y="14.2"' in written
    assert 'text-anchor="end"' in written


def test_colours_are_those_of_a_theme() -> None:
    written = svg(PICTURES["skills"](plain_room()), "t", theme_colours("night"))
    assert theme_colours("night").roles["accent"] in written
    assert theme_colours("paper").roles["accent"] not in written


def test_a_skill_on_few_answers_has_no_disc_and_no_number() -> None:
    drawing = skills.draw(tried(), plain_room())
    discs = [shape for shape in drawing.shapes if type(shape).__name__ == "Disc"]
    assert len(discs) == 2, "that of close reading, and that of the legend"
    few = next(point for point in drawing.points if point.said.startswith("Who else says so"))
    assert "too few to tell, on 1 answer" in few.said


def test_skills_stand_in_their_usual_order_and_are_never_ranked() -> None:
    names = [row[0] for row in skills.rows(tried())]
    assert names == ["Who else says so", "Close reading"]


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        ([Judged("certain", 1.0, "")] * 3, "too few"),
        ([Judged("certain", 1.0, "")] * 9, "trust it"),
        ([Judged("certain", 0.0, "")] * 9, "misleads"),
        ([Judged("guess", float(number % 2), "") for number in range(10)], "no more than guessing"),
    ],
)
def test_the_brier_score_is_told_in_plain_words(judged: list[Judged], told: str) -> None:
    assert told in certainty.brier_words(calibration(judged))


def test_stages_of_a_pack_that_has_changed_come_after_those_it_has_now() -> None:
    progress = progress_of_entries([_answered(1, "old"), _answered(2, "read")])
    found = stations([("Read on", 1, 5, "read"), ("Later", 0, 3, "later")], progress.packs[0])
    assert [(one.stage, one.title, one.begun) for one in found] == [
        ("read", "Read on", True),
        ("later", "Later", False),
        ("old", "Stage 1, whose title is not known", True),
    ]


def _answered(seq: int, stage: str) -> Entry:
    from tests.progress.making import entry

    return entry(seq, "answered", f"{stage}-1", stage=stage, kind="choice")


@given(entries=entries_at_random())
def test_any_record_becomes_a_page(entries: list[Entry]) -> None:
    page = progress_html(_told(progress_of_entries(entries, UTC)))
    ET.fromstring(page.partition("</head>")[2].rpartition("</html>")[0])  # noqa: S314


def test_the_page_says_whose_it_is_in_its_title_and_above_all_else() -> None:
    page = progress_html(_told(progress_of_entries([_answered(1, "read")])))
    assert "<title>How it is going, Ada &amp; Bo</title>" in page
    assert ">How it is going, Ada &amp; Bo</h1>" in page


def test_the_page_runs_nothing_and_takes_nothing_for_markup() -> None:
    progress = progress_of_entries([_answered(1, "read")])
    page = progress_html(_told(progress, title='<script>alert("x")</script>'))
    assert "<script" not in page
    assert "@media print" in page
    assert "default-src 'none'" in page


def _told(progress: Progress, title: str = "A pack") -> ProgressTold:
    return ProgressTold(
        name="Ada & Bo",
        progress=progress,
        titles={pack.pack: title for pack in progress.packs},
        stations={pack.pack: stations([], pack) for pack in progress.packs},
        today=TODAY,
        when=when,
        letters=lambda _pack: letter,
        stage_title=lambda pack, stage: f"{pack}: {stage}",
    )


@given(st.lists(st.floats(0, 600), max_size=40))
def test_days_never_stand_higher_than_their_picture(minutes: list[float]) -> None:
    found = [DayMinutes(TODAY - timedelta(days=number), one, {}) for number, one in enumerate(minutes)]
    drawing = days.draw(found, TODAY, plain_room())
    assert len(drawing.points) == days.DAYS + 1, "and one that says from when to when"
    assert all(box.y >= 0 for box in drawing.shapes if isinstance(box, Box))
