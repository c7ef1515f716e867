"""How many cells of a matrix are filled in, or right, and how to fill one."""

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.matrix.filling import Place
from crossread.desktop.answers.verdict_look import verdict_look
from crossread.desktop.widgets.labels import Label
from crossread.progress.verdict_words import verdict_words
from crossread.questions.mark import Mark


class CellsCounted(Label):
    """Counts the cells filled in; once there is a mark, those that are right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", "muted", parent)

    def say(
        self, mark: Mark | None, asked: Collection[Place], filled: tuple[int, int], *, nothing_given: bool
    ) -> None:
        """Say how many of the cells asked are `filled`, of how many, or right where there is a mark."""
        done, count = filled
        if mark is None or nothing_given:
            said = ngettext("{done} of {count} cell filled", "{done} of {count} cells filled", count)
            self.set_look("muted")
            self.setText(said.format(done=done, count=count))
            self.setVisible(count > 0 and mark is None)
            return
        parts = {part.of: part for part in mark.parts}
        right = sum(
            parts[f"{claim}/{source}"].verdict == "right"
            for claim, source in asked
            if f"{claim}/{source}" in parts
        )
        said = ngettext("{right} of {count} cell", "{right} of {count} cells", count)
        words = (verdict_words(mark.verdict), said.format(right=right, count=count))
        self.set_look(verdict_look(mark.verdict))
        self.setText(": ".join(word for word in words if word))
        self.show()


def how_to_fill() -> str:
    """Say how a cell is filled in without a mouse."""
    return _("By keyboard: arrow keys go from cell to cell, 1 to 5 fill one, Delete clears it.")
