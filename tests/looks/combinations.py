"""Which windows the pages are looked at in: sizes, text sizes, languages and themes."""

from dataclasses import dataclass
from itertools import product

SIZES = ((700, 560), (1024, 700), (1366, 768), (1920, 1080))
TEXTS = (17, 34)  # 100 % and 200 %
LANGUAGES = ("", "x-stretched", "x-mirrored")
THEMES = ("paper", "sepia", "night", "high-contrast")

TURNED = "turned"  # the name of the comparison of each page with itself in a mirror


@dataclass(frozen=True, slots=True)
class Combination:
    """One window."""

    size: tuple[int, int]
    text: int
    language: str
    theme: str

    def __str__(self) -> str:
        language = self.language.removeprefix("x-") or "plain"
        return f"{self.size[0]}x{self.size[1]} text {self.text} {language} {self.theme}"


def combinations() -> tuple[Combination, ...]:
    """Return each size with each text size and language, the themes in turn, so that each meets all others.

    A theme moves nothing (`test_looks` holds that), so that each of these stands for four.
    """
    found = []
    for (at, size), (large, text), (spoken, language) in product(
        enumerate(SIZES), enumerate(TEXTS), enumerate(LANGUAGES)
    ):
        theme = THEMES[(at + 2 * large + spoken) % len(THEMES)]
        found.append(Combination(size, text, language, theme))
    return tuple(found)
