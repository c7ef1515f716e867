"""The values of figures as they are handed on: bounds, days and times, in JSON and in words."""

from datetime import date
from fractions import Fraction

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.texts.figures.figure import DATED, Figure

# Their units are words, which stand beside the number in the text.
_SPELT_OUT = frozenset({"duration", "age"})
_HOUR = 60  # minutes
_UNKNOWN = "XXXX"  # stands for a year that is not said


def bound_as_json(figure: Figure, bound: Fraction | None) -> int | float | str | None:
    """Return one bound of a figure as a JSON value: a number, a day as 1992-02-26, a time as 23:00."""
    if bound is None:
        return None
    if figure.kind in DATED:
        return date.fromordinal(int(bound)).isoformat()
    if figure.kind == "time":
        return f"{int(bound) // _HOUR % 24:02}:{int(bound) % _HOUR:02}"
    return int(bound) if bound.denominator == 1 else float(bound)


def value_in_words(figure: Figure) -> str:
    """Say a figure's value or bounds: 613, from 500 to 1,000, 200 or more; a date in words."""
    if figure.kind in DATED:
        return date_in_words(figure.when) if figure.when and _UNKNOWN not in figure.when else figure.words
    if figure.kind == "time" and figure.low is not None and figure.low == figure.high:
        # Half past five is told as it is said: whether of the morning, the text may leave open.
        return str(bound_as_json(figure, figure.low)).removeprefix("0")
    low, high = (_number(figure, bound) for bound in (figure.low, figure.high))
    if figure.low == figure.high:
        return _with_unit(figure, low) if low else figure.words
    if not high:
        return _("{least} or more").format(least=_with_unit(figure, low))
    if not low:
        return _("{most} or less").format(most=_with_unit(figure, high))
    return _("{least} to {most}").format(least=low, most=_with_unit(figure, high))


def _number(figure: Figure, bound: Fraction | None) -> str:
    value = bound_as_json(figure, bound)
    return "" if value is None else value if isinstance(value, str) else f"{value:,}"


def _with_unit(figure: Figure, value: str) -> str:
    if not figure.unit or figure.kind in _SPELT_OUT:
        return value
    return _("{value} {unit}").format(value=value, unit=figure.unit)
