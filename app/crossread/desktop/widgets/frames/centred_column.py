"""The frame of a page of one column: in the middle, as wide as is read well, scrolled where it has to be."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from crossread.desktop.theme import theme

BESIDE = 32  # pixels of margin at either side


class CentredColumn(QScrollArea):
    """Scrolls `inside`, whose `column` takes what stands on the page; call `put_together` once that is there.

    `name` is what it is heard as, `widest` the width of what stands in it, in pixels at the default text
    size, `above` the room over it. Where `reached`, Tab comes to it, and it is scrolled by keys.
    """

    def __init__(
        self,
        name: str,
        parent: QWidget,
        *,
        widest: int,
        above: int = 36,
        spacing: int = 8,
        reached: bool = False,
    ) -> None:
        super().__init__(parent)
        self._widest, self._above, self._spacing = widest, above, spacing
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        if reached:
            self.setProperty("look", "reached")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if reached else Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(parent)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self)
        self.inside, self.column = QWidget(), QVBoxLayout()
        self.begin_anew()

    def begin_anew(self) -> None:
        """Begin an empty column; `put_together` has it take the place of the one before."""
        self.inside = QWidget()
        self.column = QVBoxLayout(self.inside)
        self.column.setSpacing(self._spacing)
        self.fit()

    def put_together(self) -> None:
        """Show the column: what it is made of is there."""
        self.setWidget(centred(self.inside))

    def fit(self) -> None:
        """Take up another text size."""
        look = theme.current()
        self.inside.setMaximumWidth(look.scaled(self._widest) + 2 * BESIDE)
        self.column.setContentsMargins(BESIDE, look.scaled(self._above), BESIDE, 40)


def centred(inside: QWidget) -> QWidget:
    """Return what holds `inside` in its middle, as wide as that may be."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(inside, 1000)
    row.addStretch(1)
    return holder
