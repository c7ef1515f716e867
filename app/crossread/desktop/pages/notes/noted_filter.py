"""What of the highlights and notes is to be seen: by words, meaning, tag, and whose they are."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.pages.choice_filter import Choice, ChoiceFilter
from crossread.desktop.pages.notes.meanings import meaning_name
from crossread.desktop.theme import theme
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.inquiry.notes import MEANINGS, Layer
from crossread.progress.notes_board import OWN, Wanted

_BESIDE = 44  # pixels at the default text size: beside the words of a field, with the button that clears it


class NotedFilter(ChoiceFilter):
    """A field for words and a button a choice, beside it where there is room, else below it.

    `flat`: the field is of some width at least.
    `changed` tells that something else is wanted.
    """

    def __init__(self, parent: QWidget, *, flat: bool = False) -> None:
        least = 220 if flat else 120
        super().__init__(_("Filter by words"), _("Words in notes and quotes"), least, parent)
        self.meaning = Choice(_("Meaning"), _("All meanings"), self)
        self.tag = Choice(_("Tag"), _("All tags"), self)
        self.layer = Choice(_("From"), _("Yours and sets"), self)
        choices = QWidget(self)
        row = FlowLayout(choices, across=2, down=2)
        self.take(self.meaning, self.tag, self.layer)
        for choice in self.choices:
            row.addWidget(choice)
        self.meaning.set_options([(meaning, meaning_name(meaning)) for meaning in MEANINGS])
        self.tag.set_options(())
        self.layer.set_options(())
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self.words)
        self._box.addWidget(choices)
        self._flow = row

    def sizeHint(self) -> QSize:
        """Ask for room for the field and what may be chosen on one line."""
        return QSize(self._on_one_line(), self._box.sizeHint().height())

    def _on_one_line(self) -> int:
        asked = self.words.fontMetrics().horizontalAdvance(self.words.placeholderText())
        field = max(self.words.minimumWidth(), asked + theme.current().scaled(_BESIDE))
        return field + self._box.spacing() + self._flow.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the choices beside the field, or below it where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        fits = self.width() >= self._on_one_line()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if way != self._box.direction():
            self._box.setDirection(way)

    def offer(self, tags: Sequence[str], layers: Sequence[Layer]) -> None:
        """Offer the tags that are in use, and the sets that are switched on."""
        self.tag.set_options([(tag, f"#{tag}") for tag in tags])
        on = [(layer.digest, layer.title) for layer in layers if layer.on]
        self.layer.set_options([(OWN, _("Yours")), *on] if on else ())
        self._arrange()

    def wanted(self, sources: frozenset[str] | None = None) -> Wanted:
        """Return what is wanted, of some sources or of all."""
        return Wanted(
            words=self.words.text(),
            meaning=self.meaning.value,
            tag=self.tag.value,
            layer=self.layer.value,
            sources=sources,
        )
