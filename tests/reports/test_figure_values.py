from datetime import date
from fractions import Fraction

import pytest

from crossread.reports.figure_values import bound_as_json, value_in_words
from crossread.texts.figures.figure import Figure, FigureKind
from crossread.texts.text import Range


def _figure(
    kind: FigureKind,
    low: Fraction | int | None,
    high: Fraction | int | None,
    *,
    unit: str = "",
    when: str = "",
) -> Figure:
    bounds = [None if bound is None else Fraction(bound) for bound in (low, high)]
    return Figure(
        where=Range(0, 5),
        block=0,
        words="words",
        kind=kind,
        low=bounds[0],
        high=bounds[1],
        unit=unit,
        when=when,
    )


NIGHT = date(1992, 2, 25).toordinal()


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (_figure("count", 1613, 1613), "1,613"),
        (_figure("count", 500, 1000), "500 to 1,000"),
        (_figure("count", 200, None), "200 or more"),
        (_figure("count", None, 300), "300 or less"),
        (_figure("percent", 12, 12, unit="%"), "12 %"),
        (_figure("money", 3, 5, unit="USD"), "3 to 5 USD"),
        (_figure("share", Fraction(1, 2), Fraction(1, 2)), "0.5"),
        (_figure("duration", 6, 6, unit="year"), "6"),
        (_figure("time", 1380, 1380), "23:00"),
        (_figure("time", 330, 330), "5:30"),
        (_figure("date", NIGHT, NIGHT + 1, when="1992-02-25/1992-02-26"), "25–26 February 1992"),
        (_figure("date", None, None, when="XXXX-02-26"), "words"),
        (_figure("count", None, None), "words"),
    ],
)
def test_values_are_said_in_words(figure: Figure, said: str) -> None:
    assert value_in_words(figure) == said


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        (_figure("count", 613, 613), 613),
        (_figure("share", Fraction(1, 4), Fraction(1, 4)), 0.25),
        (_figure("date", NIGHT, NIGHT, when="1992-02-25"), "1992-02-25"),
        (_figure("time", 1445, 1445), "00:05"),
        (_figure("count", None, 3), None),
    ],
)
def test_bounds_become_plain_json(figure: Figure, value: object) -> None:
    assert bound_as_json(figure, figure.low) == value
