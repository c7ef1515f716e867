"""How texts are set: their face, their spacing and what helps along a line, as the settings say."""

from dataclasses import dataclass
from typing import Literal, Self, cast

from crossread.base import declared
from crossread.base.settings import Settings

Face = Literal["serif", "sans", "dyslexic", "mono"]
Ruler = Literal["off", "band", "line"]


@dataclass(frozen=True, slots=True)
class Typography:
    """How the words of a text stand: what changes with it has to be laid out anew.

    `line_height`, `paragraph_space`, `letter_space` and `word_space` are in text sizes, the last two beyond
    what the face has of its own; `measure` is the most characters of a line.
    """

    face: Face = "serif"
    line_height: float = 1.5
    measure: int = 70
    paragraph_space: float = 0.9
    letter_space: float = 0.0
    word_space: float = 0.0
    justified: bool = False

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Read what the settings say."""
        return cls(
            face=cast("Face", settings[declared.TEXT_FACE]),
            line_height=settings[declared.LINE_HEIGHT] / 100,
            measure=settings[declared.MEASURE],
            paragraph_space=settings[declared.PARAGRAPH_SPACE] / 100,
            letter_space=settings[declared.LETTER_SPACE] / 100,
            word_space=settings[declared.WORD_SPACE] / 100,
            justified=settings[declared.ALIGNMENT] == "justified",
        )


@dataclass(frozen=True, slots=True)
class ReadingAids:
    """What is painted around the words to help in reading them: paragraph numbers, and the ruler."""

    numbers: bool = True
    ruler: Ruler = "off"

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Read what the settings say."""
        return cls(
            numbers=settings[declared.PARAGRAPH_NUMBERS], ruler=cast("Ruler", settings[declared.RULER])
        )
