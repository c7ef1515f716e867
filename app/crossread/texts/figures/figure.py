"""A figure: a number or a date that a text gives, of what, how surely and in whose name."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from crossread.texts.text import Range

FigureKind = Literal[
    "count",  # how many: 613 civilians, dozens of homes
    "share",  # a part of a whole: a third, half of the town
    "percent",
    "money",
    "measure",  # with a unit of length, area, weight, volume or heat
    "duration",  # six years, ten days
    "age",
    "ordinal",  # which one in a row: the 28th anniversary
    "date",  # a day, a month or a year
    "span",  # from one date to another, or a decade
    "time",  # of the day
]
DATED: frozenset[FigureKind] = frozenset({"date", "span"})

# How the program knew a figure for one; `figure_reasons.why_figure` says it in words.
FoundBy = Literal[
    "digits",
    "number-words",
    "vague-words",  # dozens, hundreds
    "range",  # two numbers that bound one figure
    "part",  # given as a part of a larger figure: including 106 women
    "label",  # a line of a table or box: Deaths: 161
    "calendar",  # a day or month written with its name, or a date in digits
    "year-alone",
    "day-alone",  # the 26th, without a month
    "unit",  # a sign or word of money, measure, percent or time of the day
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure where a text gives it.

    `where` is in code points of `Text.shown`, within the block of number `block`; `words` is what stands
    there. Of numbers `low` and `high` are exact and include what they name; None is an open end: "at
    least 161" is 161 to None. Both are equal where one number is said, however roughly ("about 600"): how
    rough is in `hedge`. Vague words keep what they say ("hundreds": 200 to None). Of dates both count
    days (`date.toordinal`) where the year is known, else both are None; `when` is the date in EDTF
    ("1992-02-25/1992-02-26", "199X", and "XXXX-02-26" without a year), "" for all other kinds. Of times of
    the day they count minutes since midnight.

    `unit` is "%", a code of money ("USD"), a unit of measure ("km") or of time ("year"), "" for what is
    counted one by one. `of_what` is what is counted or dated, in small letters (but names) and as few
    words as say it ("civilians"), `event` the word for what befell it or what happened then ("killed"), each
    "" where none is found. `hedge` is how it is qualified, in the text's own words made small ("at least",
    "some"). `whom` is who is said to say so, as the text names them, "" where it speaks for itself.
    `part_of` is the place of the larger figure that this one belongs to.

    For putting figures together: `dated` is the nearest date of the sentence, in EDTF, where the figure is no
    date itself; `around` are the stems of the telling words near by, those on its left first.
    """

    where: Range
    block: int
    words: str
    kind: FigureKind
    low: Fraction | None
    high: Fraction | None
    when: str = ""
    unit: str = ""
    of_what: str = ""
    event: str = ""
    hedge: str = ""
    whom: str = ""
    part_of: Range | None = None
    found_by: FoundBy = "digits"
    dated: str = ""
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """A figure and the id of the source that gives it."""

    source: str
    figure: Figure


# Why figures were put together; `figure_reasons.why_quantity` says it in words.
AlignedBy = Literal[
    "same-event",  # both count what befell the same kind of thing: civilians killed
    "same-thing",  # both count the same kind of thing, and none says what befell it
    "same-whole",  # both are parts of one and the same larger figure: women among the dead
    "same-date-event",  # both date the same happening
    "near-dates",  # the dates are close to each other; what happened on them is not named in the same way
    "same-label",  # both stand behind the same label, of a table or box
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """What two sources or more give figures for, with all that they give.

    `name` is in the words that most of them use ("civilians killed"). `given` is ordered by source, then by
    place; one source may give several figures. `shared` are the stems or general words that they have
    in common, for the reason to be told.
    """

    name: str
    kind: FigureKind
    given: tuple[Given, ...]
    aligned_by: AlignedBy
    shared: tuple[str, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that give figures for it, in order, each once."""
        return tuple(dict.fromkeys(one.source for one in self.given))

    @property
    def parts(self) -> bool:
        """Tell whether the figures part: not all have the same bounds or the same date."""
        return len({(one.figure.low, one.figure.high, one.figure.when) for one in self.given}) > 1
