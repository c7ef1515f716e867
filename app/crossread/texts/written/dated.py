"""A date where a text gives it: its tokens, its first and last day, and its EDTF."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from crossread.texts.figures.figure import FoundBy
from crossread.texts.written.calendar_words import PartDate


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in the tokens from `place` up to `past`; `last` is its end, where it is a span."""

    place: int
    past: int
    first: PartDate
    last: PartDate | None = None
    found_by: FoundBy = "calendar"
    decade: str = ""  # in EDTF, instead of the two dates

    @property
    def kind(self) -> Literal["date", "span"]:
        """Tell a date from a span of them."""
        return "span" if self.last or self.decade else "date"

    @property
    def when(self) -> str:
        """The date in EDTF."""
        if self.decade:
            return self.decade
        return f"{self.first.edtf}/{self.last.edtf}" if self.last else self.first.edtf

    def bounds(self) -> tuple[Fraction, Fraction] | None:
        """Return the first and the last day, as `date.toordinal`; None where the year is not known."""
        if self.decade:
            first, last = (PartDate(int(self.decade.replace("X", digit))) for digit in "09")
        else:
            first, last = self.first, self.last or self.first
        begins, ends = first.bounds(), last.bounds()
        return (begins[0], ends[1]) if begins and ends else None
