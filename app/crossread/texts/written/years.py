"""Years: telling four digits that are a year from four digits that count something."""

from crossread.texts.figures.figure_lists import figure_lists
from crossread.texts.figures.happenings import group_at
from crossread.texts.figures.nouns import is_countable
from crossread.texts.figures.tokens import Tokens
from crossread.texts.written.calendar_words import EARLIEST_YEAR, LATEST_YEAR, SEASONS

_LIKELY = range(1500, 2100)  # without a sign for or against, only these are years
_SURE_BEFORE = frozenset(
    ("in", "since", "until", "till", "during", "mid", "early", "late", "year", "circa", *SEASONS)
)
_OWNERS = frozenset(("the", "its", "his", "her", "their", "our", "a", "an", "this", "that"))
_COUNTS_BEFORE = frozenset(
    (
        "some",
        "nearly",
        "almost",
        "over",
        "than",
        "least",
        "approximately",
        "roughly",
        "exactly",
        "only",
        "another",
    )
)


def year_of(tokens: Tokens, place: int, *, behind_dash: bool = False) -> int:
    """Return the year that four digits may be, 0 where they are none by their look alone."""
    word = tokens.at(place)
    if len(word) != 4 or not word.isdecimal() or not EARLIEST_YEAR <= int(word) <= LATEST_YEAR:
        return 0
    start = tokens.start[place]
    before = tokens.text[start - 1] if start else " "
    glued = (
        before.isalnum() or before in "_$€£#/" or (tokens.touches(place + 1) and tokens.is_word(place + 1))
    )
    return 0 if glued and not (behind_dash and before == "/") else int(word)


def _is_dated(tokens: Tokens, place: int) -> bool:
    """Tell whether a word is one that a year may follow with "of": the flood of 1954, its report of 1993."""
    return tokens.low[place] in figure_lists().papers or bool(group_at(tokens, place))


def is_year(tokens: Tokens, place: int) -> bool:
    """Tell by what stands around four digits whether they are a year."""
    labels = figure_lists().words["labels"]
    before, after = tokens.at(place - 1), place + 1
    if before in "-–" and before:
        before = tokens.at(place - 2)
    if before in _SURE_BEFORE:
        return True
    if before in _COUNTS_BEFORE or before in labels or tokens.at(after) in ("%", "per", "percent", "million"):
        return False
    if tokens.at(after) in ("-", "‑") and tokens.touches(after):
        return False
    if before == "of" and place >= 2 and _is_dated(tokens, place - 2):
        return True
    owned = before in _OWNERS or before.endswith(("'s", "s'"))
    value = int(tokens.low[place])
    if owned and value in _LIKELY:
        return True
    return value in _LIKELY and not is_countable(tokens, after)
