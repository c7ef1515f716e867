"""Shares as authors write them: a part of what a question is worth."""

import re
from fractions import Fraction

# Few digits, and none but 0 to 9: longer ones are slips, or attempts to be slow.
_NUMBER = r"[0-9]{1,6}(?:\.[0-9]{1,6})?"
_SHARE = re.compile(rf"({_NUMBER})(?: ?(%)|/({_NUMBER}))?")


def parse_share(text: str) -> Fraction | None:
    """Read a share from 0 to 1, exactly: "25 %", "1/4" or "0.25"; None where it is none."""
    found = _SHARE.fullmatch(text.strip(" \u00a0\u202f").replace("\u00a0", " ").replace("\u202f", " "))
    if not found:
        return None
    number, percent, below = found.groups()
    divisor = Fraction(100) if percent else Fraction(below or 1)
    share = Fraction(number) / divisor if divisor else None
    return share if share is not None and share <= 1 else None
