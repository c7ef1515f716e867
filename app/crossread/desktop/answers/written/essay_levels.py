"""The levels of a rubric as cards, each with what it takes and a sample answer that opens below it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.fold import Fold
from crossread.desktop.answers.options.option_card import OptionCard
from crossread.desktop.answers.options.option_face import PAD, OptionFace
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.picking.picks import Picks
from crossread.questions.essay import Level


class LevelFace(OptionFace):
    """The name of a level, and below it what the level takes."""

    def lay_out(self, width: int) -> tuple[Paragraph, Paragraph | None]:
        """Return name and descriptor, laid out for a card of a width in pixels."""
        now = theme.current()
        room = width - 2 * now.scaled(PAD) - self._before()
        return Paragraph(self.text, now.font("strong"), room), Paragraph(
            self.word, now.font("interface"), room
        )


class LevelCard(OptionCard):
    """One level."""

    def __init__(self, level: Level, number: int, parent: QWidget) -> None:
        super().__init__(level.id, number, level.name, parent)
        self._face = LevelFace(number, level.name)
        self._face.word = level.descriptor
        self.setAccessibleName(
            _("{level}: {descriptor}").format(level=level.name, descriptor=level.descriptor)
        )


class Levels(Picks):
    """The levels, lowest first, of which one is picked; the first card has the number `first`."""

    def __init__(self, levels: Sequence[Level], name: str, parent: QWidget, *, first: int = 1) -> None:
        super().__init__(name, parent, clearable=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._samples: dict[str, Fold] = {}
        for number, level in enumerate(levels, first):
            card = LevelCard(level, number, self)
            self.take(card)
            column.addWidget(card)
            if level.sample:
                opens, closes = _("Show a sample answer"), _("Hide the sample answer")
                self._samples[level.id] = Fold(opens, closes, level.sample, self, about=level.name)
                column.addWidget(self._samples[level.id])
            column.addSpacing(4)

    def sample(self, level: str) -> Fold:
        """Return the fold with the sample answer of a level; KeyError where it has none."""
        return self._samples[level]

    def set_usable(self, usable: bool) -> None:
        """Let a level be picked, or only be reached and read."""
        for pick in self.picks():
            pick.frozen = not usable
            pick.update()
