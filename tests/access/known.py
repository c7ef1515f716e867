"""What is shown and need not be told, each with the reason: data, so that it can be counted."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that one kind of widget may show without telling them; both are patterns."""

    widget: str
    words: str
    why: str


LEFT_OUT: tuple[LeftOut, ...] = (
    LeftOut(
        "QWidget < (Reading|Text)View",
        r"\d+\.?",
        "numbers of paragraphs and items stand beside the text, not in it; they are told as one goes from "
        "paragraph to paragraph by Ctrl+Up and Ctrl+Down, and a citation has them",
    ),
    LeftOut(
        "TimelineStrip|WhenSlider",
        r"\d{4}",
        "years along the axis, to see at a glance how far apart things are; each entry tells its own date, "
        "and so does the slider wherever it stands",
    ),
    LeftOut(
        "StageLine",
        r"\d+",
        "the number of a stage stands beside its title; stages are told in their order",
    ),
    LeftOut(
        "FigureAxis",
        r"[\d,.]+|\d{1,2}:\d\d|(\d{1,2} )?(\w+ )?\d{4}",
        "marks along the axis, to see at a glance how far apart figures are; each figure is told with its "
        "number, its unit and its hedge",
    ),
    LeftOut(
        "FigureAxis",
        r".+ · [A-H]\b.*",
        "a figure in few words beside its badge; the badge has the whole sentence for its name: what it "
        "counts, on whose word, when",
    ),
    LeftOut(
        "QWidget < MatrixTable",
        r"[✓◐✗]? ?[=“”≈≠– ]+ ?(asserts|reports|hedges|denies|silent|several)?( ·.*)?",
        "a sign and a short word for a stance; the name of the cell says the whole of it, and on whose word",
    ),
    LeftOut(
        "Segment < Segmented < StatementPicks",
        r"\d  [=“”≈≠–]+  .*",
        "the number that picks a stance and its sign; the name is the stance, and the hint tells the numbers",
    ),
    LeftOut(
        "OptionCard",
        r"\d",
        "the number that picks an option; options are told in this order, and the list of keys says how",
    ),
    LeftOut(
        "CalendarStrip",
        r"\w{2,4}|·",
        "the names of all days, and the points of those on which nothing comes; the name of the strip tells "
        "each day on which something does, and how much",
    ),
    LeftOut(
        "QPushButton < QuestionFooter",
        "Next stage ›",
        "short for “Next: …” with the title of the stage, which the button's name tells whole",
    ),
)
