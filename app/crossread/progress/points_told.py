"""Points as people are told them, on every page and in every report: to a tenth, never all for less."""

from math import ceil, floor

from crossread.base.translation import _

_NOISE = 1e-9  # what adding up fractions may leave


def points_told(earned: float, of: float) -> str:
    """Say how many points were earned of how many: "3.7 of 5 points". Files hold the exact number."""
    return _("{earned} of {all} points").format(earned=earned_words(earned, of), all=number_words(of))


def earned_words(earned: float, of: float) -> str:
    """Write points that were earned, to a tenth: whole where they are whole.

    What is not all is never told as all, nor what is something as nothing: 4.97 of 5 is 4.9, 0.02 is 0.1.
    """
    if earned >= of - _NOISE:
        return number_words(of)
    tenths = min(floor(earned * 10 + 0.5 + _NOISE), ceil(of * 10 - _NOISE) - 1)
    if earned > _NOISE:
        tenths = max(tenths, 1)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def number_words(points: float) -> str:
    """Write what something is worth: whole where it is whole, else as its author has it, to a hundredth."""
    return f"{points:.2f}".rstrip("0").rstrip(".")
