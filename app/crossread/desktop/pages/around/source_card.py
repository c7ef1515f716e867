"""A source's card: who is speaking, before what is said."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from crossread.base.dates import date_in_words
from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.painting.badge import Badge
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Source

NARROW = 400  # pixels at the default text size: below this the values stand below their labels
WIDEST = 720  # pixels at the default text size: longer lines are hard to read


def card_lines(pack: Pack, source: Source) -> list[tuple[str, tuple[str, ...]]]:
    """List what is known of a source as (label, values); what is not known is left out."""
    card = source.card
    original = source.original
    lines = [
        (_("Author"), card.author),
        (_("Where"), card.outlet),
        (_("Written"), date_in_words(card.published)),
        (_("About the date"), date_in_words(card.written_about)),
        (_("Kind of text"), card.kind),
        (_("Written for"), card.audience),
        (_("Purpose"), card.purpose),
        (_("Point of view"), card.standing),
        (_("Based on"), *(_named(pack, name) for name in card.rests_on)),
        (_("Leaves out"), card.missing),
        (_("Original"), _original(original.title, original.words) if original else ""),
        (_("Licence"), card.licence),
        (_("By"), card.attribution),
    ]
    known = [(label, tuple(value for value in values if value)) for label, *values in lines]
    return [(label, values) for label, values in known if values]


def _original(title: str, words: int) -> str:
    return _("“{title}”, {words} words").format(title=title, words=words) if title else ""


def _named(pack: Pack, name: str) -> str:
    """Name what a source rests on: another source by its letter, a work by author and title."""
    for source in pack.sources:
        if source.id == name:
            return f"{source.letter}, {source.card.short}"
    for work in pack.works:
        if work.id == name:
            parts = [work.author, work.title, date_in_words(work.date)]
            return ", ".join(part for part in parts if part)
    return name


class SourceCard(QWidget):
    """The card in a column: badge, title, then labels and values."""

    def __init__(self, pack: Pack, source: Source, parent: QWidget | None = None, *, lead: str = "") -> None:
        super().__init__(parent)
        self.setAccessibleName(
            _("Card of source {letter}, {title}").format(letter=source.letter, title=source.card.title)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        badge = Badge(source.letter, pack.sources.index(source), self, side=34)
        column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(6)
        column.addWidget(labels.title(source.card.title))
        column.addWidget(labels.muted(lead or _("Who is speaking?")))
        column.addSpacing(14)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[QWidget, QWidget]] = []
        self._stacked = True
        for label, values in card_lines(pack, source):
            name = labels.muted(label)
            name.setWordWrap(False)
            self._lines.append((name, _told(label, values)))
        self._stack(False)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._restyle()

    def _stack(self, stacked: bool) -> None:
        """Set each value below its label, or beside it."""
        if stacked == self._stacked:
            return
        self._stacked = stacked
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, told) in enumerate(self._lines):
            self._grid.removeWidget(name)
            self._grid.removeWidget(told)
            if stacked:
                self._grid.addWidget(name, 2 * row, 0, 1, 2, top | Qt.AlignmentFlag.AlignLeft)
                self._grid.addWidget(told, 2 * row + 1, 0, 1, 2, top)
            else:
                self._grid.addWidget(name, row, 0, top | Qt.AlignmentFlag.AlignLeft)
                self._grid.addWidget(told, row, 1, top)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the values the whole width where there is little."""
        super().resizeEvent(event)
        self._stack(self.width() < theme.current().scaled(NARROW))

    def _restyle(self) -> None:
        look = theme.current()
        self.setMaximumWidth(look.scaled(WIDEST))
        self._grid.setColumnMinimumWidth(0, 0 if self._stacked else look.scaled(96))
        self._grid.setVerticalSpacing(4 if self._stacked else 12)
        self._grid.setHorizontalSpacing(look.scaled(20))

    def changeEvent(self, event: QEvent) -> None:
        """Take up a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._restyle()


def _told(label: str, values: tuple[str, ...]) -> QWidget:
    """Return what is said under a label; of several, each behind a dot of its own."""
    if len(values) == 1:
        told = labels.body(values[0])
        told.setAccessibleName(f"{label}: {values[0]}")
        return told
    listed = QWidget()
    rows = QGridLayout(listed)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setHorizontalSpacing(8)
    rows.setVerticalSpacing(4)
    rows.setColumnStretch(1, 1)
    for row, value in enumerate(values):
        told = labels.body(value)
        told.setAccessibleName(f"{label}: {value}")
        rows.addWidget(labels.muted("•"), row, 0, Qt.AlignmentFlag.AlignTop)
        rows.addWidget(told, row, 1, Qt.AlignmentFlag.AlignTop)
    return listed
