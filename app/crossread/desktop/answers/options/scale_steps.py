"""The steps of a scale: side by side as long as their words fit, one below the other where they do not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from crossread.desktop.answers.options.option_card import Fate, OptionCard, tall_as_needed
from crossread.desktop.answers.options.option_face import ROLES, OptionFace
from crossread.desktop.theme import theme
from crossread.desktop.theme.fonts import FontName
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.picking.picks import Picks

_GAP = 4  # pixels between steps: less than between options, for they belong together
_BESIDE, _ABOVE = 6, 8  # pixels at the default text size, inside a step that stands beside others
_MOST_LINES = 3
_SIGNS = {"right": "✓", "partly": "◐", "wrong": "✗", "key": "✓"}


class StepFace(OptionFace):
    """A step: like an option where it stands alone in its line, centred under its number beside others."""

    def __init__(self, number: int, text: str) -> None:
        super().__init__(number, text)
        self.across = False

    def height(self, width: int) -> int:
        """Return the height at which nothing is cut off, as the step stands now."""
        return self.height_across(width) if self.across else super().height(width)

    def height_alone(self, width: int) -> int:
        """Return the height of a step that stands alone in its line."""
        return super().height(width)

    def height_across(self, width: int) -> int:
        """Return the height of a step that stands beside others."""
        return int(sum(part.height for part in self._parts(width)) + 2 * theme.current().scaled(_ABOVE)) + 1

    def fits(self, width: int) -> bool:
        """Tell whether the words stand in a width with no word broken, on few lines."""
        now = theme.current()
        room = width - 2 * now.scaled(_BESIDE)
        if self.least_across() > width:
            return False
        return Paragraph(self.text, now.font("interface"), room).lines <= _MOST_LINES

    def least_across(self) -> int:
        """Return the width at which no word is broken beside others, in pixels."""
        now = theme.current()
        metrics, strong = QFontMetrics(now.font("interface")), QFontMetrics(now.font("small-strong"))
        words = [metrics.horizontalAdvance(word) for word in self.text.split()]
        words += [strong.horizontalAdvance(word) for word in self.word.split()]
        return max(words, default=0) + 2 * now.scaled(_BESIDE)

    def _parts(self, width: int) -> list[Paragraph]:
        now = theme.current()
        room = width - 2 * now.scaled(_BESIDE)
        sign = _SIGNS.get(self.fate, str(self._number))
        fonts: tuple[tuple[str, FontName], ...] = (
            (sign, "small" if self.fate == "open" else "strong"),
            (self.text, "interface"),
            (self.word, "small-strong"),
        )
        middle = Qt.AlignmentFlag.AlignHCenter
        return [Paragraph(words, now.font(font), room, align=middle) for words, font in fonts if words]

    def _paint_words(self, painter: QPainter, where: QRectF, *, picked: bool, used: bool) -> None:
        if not self.across:
            super()._paint_words(painter, where, picked=picked, used=used)
            return
        now = theme.current()
        shown = used or picked or self.fate != "open"
        verdict = now.colour(ROLES.get(self.fate, "muted"))
        parts = self._parts(int(where.width()))
        at = QPointF(now.scaled(_BESIDE), now.scaled(_ABOVE))
        for place, part in enumerate(parts):
            part.paint(painter, at, now.colour("ink" if shown else "muted") if place == 1 else verdict)
            at += QPointF(0, part.height)


class Step(OptionCard):
    """One step."""

    def __init__(self, key: str, number: int, text: str, parent: QWidget) -> None:
        super().__init__(key, number, text, parent)
        self._face: StepFace = StepFace(number, text)

    def face(self) -> StepFace:
        """Return how the step looks."""
        return self._face

    def minimumSizeHint(self) -> QSize:
        """Return the longest word's width beside others, and that of a card where it stands alone."""
        return QSize(self._face.least_across(), 0) if self._face.across else super().minimumSizeHint()


class Steps(Picks):
    """The steps from one end of a scale to the other, given as (key, text), of which one is taken."""

    def __init__(self, steps: Sequence[tuple[str, str]], name: str, parent: QWidget) -> None:
        super().__init__(name, parent, clearable=True)
        self._steps = {key: Step(key, number, text, self) for number, (key, text) in enumerate(steps, 1)}
        for step in self._steps.values():
            self.take(step)
        self.setSizePolicy(tall_as_needed())

    def step(self, key: str) -> Step:
        """Return a step; KeyError where there is none."""
        return self._steps[key]

    def set_fate(self, key: str, fate: Fate, word: str = "") -> None:
        """Show what became of a step, in a sign and a word."""
        self._steps[key].set_fate(fate, word)
        self._place()

    def set_usable(self, usable: bool) -> None:
        """Let the steps be taken, or only be reached and read."""
        for step in self._steps.values():
            step.frozen = not usable
            step.update()

    def stands_across(self) -> bool:
        """Tell whether the steps stand side by side."""
        return any(step.face().across for step in self._steps.values())

    def _each(self, width: int) -> int:
        count = max(1, len(self._steps))
        return (width - _GAP * (count - 1)) // count

    def _fit_across(self, width: int) -> bool:
        return all(step.face().fits(self._each(width)) for step in self._steps.values())

    def hasHeightForWidth(self) -> bool:  # noqa: N802  (Qt calls it)
        """Return True: less width may take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at which nothing is cut off."""
        return self._arrange(width)[-1].bottom() + 1 if self._steps else 0

    def _arrange(self, width: int) -> list[QRect]:
        """Give each step its place in a width."""
        faces = [step.face() for step in self._steps.values()]
        if self._fit_across(width):
            each = self._each(width)
            height = max((face.height_across(each) for face in faces), default=0)
            return [QRect(at * (each + _GAP), 0, each, height) for at in range(len(faces))]
        places, top = [], 0
        for face in faces:
            places.append(QRect(0, top, width, face.height_alone(width)))
            top = places[-1].bottom() + 1 + _GAP
        return places

    def _place(self) -> None:
        across = self._fit_across(self.width())
        for step, place in zip(self._steps.values(), self._arrange(self.width()), strict=True):
            step.face().across = across
            step.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            step.update()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the steps at their usual width."""
        width = theme.current().scaled(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow column; its height for a width comes from `heightForWidth`."""
        return QSize(theme.current().scaled(120), theme.current().scaled(40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the steps into place."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_steps"):
            self._place()
