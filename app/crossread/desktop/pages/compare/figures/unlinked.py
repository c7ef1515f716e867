"""What is shown where no two figures were put together: those of each text, one below the other."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.place import Spot
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import link_button, unmarked
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.texts.figures.figure import Figure

if TYPE_CHECKING:
    from crossread.packs.sources.source import Source

MOST = 24  # figures of one text that are listed; a long one has hundreds


class FiguresUnlinked(CardFrame):
    """The figures that were found in each text, each of them a step to its passage (`opened`, a Spot)."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, look="dashed")
        self.body.addWidget(labels.heading(_("No figures put together"), self))
        self.words = labels.body("", self)
        self.body.addWidget(self.words)
        self._listed = QWidget(self)
        self._spots: dict[QObject, Spot] = {}
        self.settled = False  # whether the figures of each text are there
        self.wait()

    @property
    def links(self) -> list[QPushButton]:
        """The figures listed, in the order of reading."""
        return [one for one in self._spots if isinstance(one, QPushButton)]

    def wait(self) -> None:
        """Say what is known before the figures of each text are there."""
        self._clear()
        self.settled = False
        self.words.setText(_("The program found no two figures that surely speak of the same thing."))

    def show_figures(
        self,
        sources: Sequence["Source"],
        found: Mapping[str, Sequence[tuple[Figure, Spot]]],
        *,
        lacking: bool,
    ) -> None:
        """List the figures of each source; `lacking` tells that authors' own texts could still be added."""
        self._clear()
        self.settled = True
        any_found = any(found.values())
        told = [
            _(
                "The program found no two figures that surely speak of the same thing. It may have missed "
                "some: look yourself which of these belong together."
            )
            if any_found
            else _("The program found no number and no date in these texts that it could compare.")
        ]
        if lacking:
            told.append(_("If you have the authors’ own texts, add them: they give more."))
        self.words.setText(" ".join(told))
        if any_found:
            for source in sources:
                self._list(source, found.get(source.id, ()))
            self._listed.show()

    def _clear(self) -> None:
        self._spots.clear()
        self._listed.hide()
        self._listed.deleteLater()
        self._listed = QWidget(self)
        self._listed.hide()
        self._column = QVBoxLayout(self._listed)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.body.addWidget(self._listed)

    def _list(self, source: "Source", figures: Sequence[tuple[Figure, Spot]]) -> None:
        inside = self._listed
        self._column.addSpacing(8)
        name = _("{letter} · {source}").format(letter=source.letter, source=source.card.short)
        self._column.addWidget(labels.strong(name, inside))
        if not figures:
            self._column.addWidget(labels.muted(_("None was found."), inside))
            return
        row = QWidget(inside)
        line = FlowLayout(row, across=18, down=4)
        for figure, spot in figures[:MOST]:
            words = figure_words(figure)
            link = link_button(unmarked(words), row)
            link.setAccessibleName(
                _("{figure}: show it in {letter}").format(figure=words, letter=source.letter)
            )
            link.clicked.connect(self._open)
            line.addWidget(link)
            self._spots[link] = spot
        self._column.addWidget(row)
        more = len(figures) - MOST
        if more > 0:
            told = ngettext("and {count} more in this text", "and {count} more in this text", more)
            self._column.addWidget(labels.muted(told.format(count=more), inside))

    def _open(self) -> None:
        spot = self._spots.get(self.sender())
        if spot is not None:
            self.opened.emit(spot)


def figure_words(figure: Figure) -> str:
    """Say a figure in the words of its text, with what it counts."""
    words = " ".join(figure.words.split())
    if figure.kind != "count" or not figure.of_what or figure.of_what in words:
        return words
    return _("{number} {things}").format(number=words, things=figure.of_what)
