"""What became of one part of an answer: the lines that say it, painted below what they are about."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.progress.verdict_words import verdict_words
from crossread.questions.mark import Mark, Part, Verdict

BORDERS: Mapping[Verdict, str] = {"right": "right", "partly": "caution", "wrong": "wrong"}


def parts_by_id(mark: Mark | None) -> Mapping[str, Part]:
    """Return the parts of a mark by the id of what they are about; none without a mark."""
    return {part.of: part for part in mark.parts} if mark else {}


def gone_words(mark: Mark | None, known: Collection[str]) -> str:
    """Say what the mark says of things that have left the question, once; "" where there are none."""
    said = [part.feedback for part in mark.parts if part.of not in known] if mark else []
    return " ".join(dict.fromkeys(words for words in said if words))


def sentences(*several: str) -> str:
    """Join what is to be read aloud, with a pause after each but the last; empty ones are left out."""
    *before, last = [words for words in several if words] or [""]
    return " ".join([words if words[-1] in ".!?…" else f"{words}." for words in before] + [last])


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict in a sign and a word, what was asked for, and why; "" and "unscored" say nothing."""

    verdict: Verdict = "unscored"
    asked: str = ""
    feedback: str = ""

    def words(self) -> str:
        """Return all of it as one line, for screen readers."""
        return sentences(verdict_words(self.verdict), self.asked, self.feedback)

    def border(self) -> str:
        """Return the role of the border around what it is about; "" where nothing is said."""
        return BORDERS.get(self.verdict, "")

    def _lay_out(self, room: float) -> list[tuple[Paragraph, str]]:
        now = theme.current()
        small, usual = now.font("small-strong"), now.font("interface")
        lines = (
            (verdict_words(self.verdict), small, self.border() or "ink"),
            (self.asked, small, "ink"),
            (self.feedback, usual, "ink"),
        )
        return [(Paragraph(words, font, room), role) for words, font, role in lines if words]

    def height(self, room: float) -> float:
        """Return how many pixels the lines take in `room` pixels across."""
        return sum(paragraph.height for paragraph, _role in self._lay_out(room))

    def paint(self, painter: QPainter, at: QPointF, room: float, sides: Sides) -> None:
        """Paint the lines with their top left corner at a point, where `sides` have that."""
        down = 0.0
        for paragraph, role in self._lay_out(room):
            paragraph.paint(painter, at + QPointF(0, down), theme.current().colour(role), sides)
            down += paragraph.height


NOTHING = Outcome()


def answer_is(key: str) -> str:
    """Say what was asked for; "" where that is not told."""
    return _("The answer: {answer}").format(answer=key) if key else ""
