"""A text with gaps: words and fields that flow and wrap together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from crossread.desktop.answers.cloze.gap import AnyGap
from crossread.desktop.answers.cloze.words import Atom, Cluster, clusters, told
from crossread.desktop.answers.options.option_card import tall_as_needed
from crossread.desktop.answers.outcome import BORDERS
from crossread.desktop.theme import theme
from crossread.desktop.theme.fonts import FontName
from crossread.desktop.widgets.painting.paragraph import LEADING, Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.reading.directions import block_runs_from_right
from crossread.questions.mark import Verdict

_SIGNS: Mapping[Verdict, str] = {"right": "✓", "partly": "◐", "wrong": "✗"}
_LEADING = 1.5
_BETWEEN = 3  # pixels at least above and below a gap
_SPARED = 0.4  # of a line at most is kept for the words that touch a gap
_ENDLESS = 100_000
_USUAL = 320


@dataclass(frozen=True, slots=True)
class _Placed:
    """Something on a line: words to paint, or a gap to put; `left` and its size in pixels."""

    left: float
    width: float
    height: float
    words: Paragraph | None = None
    role: str = "ink"
    gap: int = -1


class ClozeFlow(QWidget):
    """Words that are painted and gaps that are widgets, each with its number before and its sign behind.

    What has no space between it stays on one line as long as it fits.
    """

    def __init__(self, pieces: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("own-direction", True)  # as its words run
        self._clusters: tuple[Cluster, ...] = clusters(pieces)
        self._gaps: tuple[AnyGap, ...] = ()
        self._verdicts: dict[int, Verdict] = {}
        self._painted: list[tuple[Paragraph, QPointF, str]] = []
        self._laid: dict[tuple[str, FontName, int, float], Paragraph] = {}
        self._known: dict[int, tuple[float, list[tuple[_Placed, float]]]] = {}  # by width
        self.setAccessibleName(told(pieces))
        self.setSizePolicy(tall_as_needed())

    def set_gaps(self, gaps: Sequence[AnyGap]) -> None:
        """Take in the gaps, in the order of the text; they must be children already."""
        self._gaps = tuple(gaps)
        self._known.clear()
        for before, after in pairwise(gaps):
            QWidget.setTabOrder(before, after)

    def set_verdicts(self, verdicts: Mapping[int, Verdict]) -> None:
        """Show the signs behind the gaps, by place from 0; and lay all out anew, for gaps may have grown."""
        self._verdicts = dict(verdicts)
        self._known.clear()
        self.updateGeometry()
        self._put()
        self.update()

    # Laying out

    def _paragraph(self, words: str, font: FontName, width: float, leading: float) -> Paragraph:
        """Lay words out, once for each font, size and width: a layout asks for them many times over."""
        key = (words, font, theme.current().text_size, width)
        if key not in self._laid:
            left = Qt.AlignmentFlag.AlignLeft  # it is put where it is seen, whichever way the text runs
            self._laid[key] = Paragraph(words, theme.current().font(font), width, leading, left)
        return self._laid[key]

    def _word(self, word: str, width: float = _ENDLESS) -> _Placed:
        paragraph = self._paragraph(word, "serif", width, _LEADING)
        return _Placed(0, paragraph.width, paragraph.height, paragraph)

    def _small(self, words: str, role: str) -> _Placed:
        now = theme.current()
        paragraph = self._paragraph(words, "small-strong" if role != "muted" else "small", _ENDLESS, LEADING)
        return _Placed(0, paragraph.width + now.scaled(3), paragraph.height, paragraph, role)

    def _measured(self, atom: Atom, width: int) -> list[_Placed]:
        """Return an atom's parts: a word, or a gap with its number before and its sign behind."""
        if atom.gap < 0:
            return [self._word(atom.word)]
        number = self._small(str(atom.gap + 1), "muted")
        verdict = self._verdicts.get(atom.gap, "unscored")
        signs = [self._small(f" {_SIGNS[verdict]}", BORDERS[verdict])] if verdict in _SIGNS else []
        gap = self._gaps[atom.gap]
        most = width - sum(one.width for one in (number, *signs))
        across = int(max(1, min(gap.width_wanted(), most)))
        return [number, _Placed(0, across, gap.height_wanted(across), gap=atom.gap), *signs]

    def _groups(self, cluster: Cluster, width: int) -> list[list[_Placed]]:
        """Return the parts of each atom; a wide gap leaves room on its line for the comma behind it."""
        words = sum(self._word(atom.word).width for atom in cluster.atoms if atom.gap < 0)
        spared = int(words) + 1 if words < _SPARED * width else 0
        return [self._measured(atom, width - spared) for atom in cluster.atoms]

    def _lines(self, width: int) -> list[tuple[int, list[_Placed]]]:
        """Return all lines, each with how many paragraphs begin with it."""
        space = QFontMetricsF(theme.current().font("serif")).horizontalAdvance(" ")
        lines: list[tuple[int, list[_Placed]]] = [(0, [])]
        x = 0.0
        for cluster in self._clusters:
            groups = self._groups(cluster, width)
            whole = sum(part.width for group in groups for part in group)
            if cluster.breaks and lines[-1][1]:
                lines.append((cluster.breaks, []))
                x = 0.0
            if whole <= width:
                groups = [[part for group in groups for part in group]]
            for number, group in enumerate(groups):
                across = sum(part.width for part in group)
                before = space if x and not number else 0
                if x and x + before + across > width:
                    lines.append((0, []))
                    x = before = 0.0
                x += before
                if across > width and group[0].words is not None and len(group) == 1:
                    group[0] = self._word(cluster.atoms[number].word, width)
                for part in group:
                    lines[-1][1].append(_Placed(x, part.width, part.height, part.words, part.role, part.gap))
                    x += part.width
        return lines

    def _arranged(self, width: int) -> tuple[float, list[tuple[_Placed, float]]]:
        """Return the height of all, and each part with its top; worked out once for each width."""
        if width not in self._known:
            self._known[width] = self._arrange(width)
        return self._known[width]

    def _arrange(self, width: int) -> tuple[float, list[tuple[_Placed, float]]]:
        down = 0.0
        placed: list[tuple[_Placed, float]] = []
        for breaks, line in self._lines(width):
            if breaks > 1:
                down += theme.current().scaled(8)
            has_gap = any(part.gap >= 0 for part in line)
            height = max((part.height for part in line), default=0) + (2 * _BETWEEN if has_gap else 0)
            placed.extend((part, down + (height - part.height) / 2) for part in line)
            down += height
        return down, placed

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        return int(self._arranged(width)[0]) + 1

    def sizeHint(self) -> QSize:
        """Return the text at its usual width."""
        return QSize(_USUAL, self.heightForWidth(_USUAL))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow text; its height for a width comes from `heightForWidth`."""
        now = theme.current()
        return QSize(now.scaled(120), now.scaled(24))

    def _put(self) -> None:
        self._painted = []
        words = " ".join(atom.word for cluster in self._clusters for atom in cluster.atoms)
        from_right = block_runs_from_right(words, from_right=self.isRightToLeft())
        sides = Sides(QRectF(self.rect()), from_right)
        for part, top in self._arranged(self.width())[1]:
            where = sides.rect(part.left, top, part.width, part.height)
            if part.gap >= 0:
                self._gaps[part.gap].setGeometry(where.toRect())
            elif part.words is not None:
                self._painted.append((part.words, where.topLeft(), part.role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words and the gaps flow anew."""
        self._put()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme or text size."""
        if event.type() == QEvent.Type.StyleChange and self._gaps:
            self._known.clear()
            self.updateGeometry()
            self._put()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, the numbers and the signs."""
        now, painter = theme.current(), QPainter(self)
        for words, at, role in self._painted:
            words.paint(painter, at, now.colour(role))
