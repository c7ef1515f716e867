"""The value of a number in digits, however its thousands and decimals are parted."""

import re
from fractions import Fraction

MOST_DIGITS = 30


def read_digits(digits: str) -> Fraction | None:
    """Return the value of digits with single separators between them; None where it cannot be told.

    Spaces, apostrophes and commas may part thousands; so may points where nothing else is possible
    ("1.275.000"), while "1.275" alone is a decimal. A lone comma is a decimal comma unless three digits
    follow ("3,5" but "1,275"). More than 30 digits are no count of anything.
    """
    groups = re.split(r"[., ']", digits)
    marks = [letter for letter in digits if letter in "., '"]
    if sum(map(len, groups)) > MOST_DIGITS:
        return None
    whole, decimals = groups, ""
    if marks and _last_is_decimal(groups, marks):
        whole, decimals = groups[:-1], groups[-1]
        marks = marks[:-1]
    if len(set(marks)) > 1 or (marks and not _are_thousands(whole)):
        return None
    return Fraction(int("".join(whole) or "0")) + Fraction(int(decimals or "0"), 10 ** len(decimals))


def _last_is_decimal(groups: list[str], marks: list[str]) -> bool:
    last = marks[-1]
    if last not in ".," or marks.count(last) > 1:
        return False
    if len(marks) > 1:
        return True  # another mark parts the thousands before it
    return last == "." or not _are_thousands(groups)


def _are_thousands(groups: list[str]) -> bool:
    first = groups[0]
    return 1 <= len(first) <= 3 and first[0] != "0" and all(len(group) == 3 for group in groups[1:])
