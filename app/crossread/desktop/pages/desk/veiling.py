"""What is veiled: the one place that decides which words of a pack's texts may be seen and told now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from crossread.base.declared import VEIL
from crossread.base.settings import Settings
from crossread.desktop.widgets.layers.covers import covered_sign
from crossread.packs.in_texts.graphic import graphic_of_quote, graphic_places
from crossread.questions.passages import PassageKey, Selection, ShownText
from crossread.texts.passages.covering import words_beside
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.operations.opening.opened import OpenPack


class Veiling(QObject):
    """Graphic passages, covered until asked for while the setting `veil` is on.

    What was uncovered stays so in every text and list until the window closes. `changed` comes when
    something was uncovered or covered again.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._open: set[tuple[str, PassageKey]] = set()

    # In a text

    def covered(self, opened: "OpenPack", source: str, shown: ShownText) -> tuple[Range, ...]:
        """Return what is covered in one text of a source."""
        if not self._settings[VEIL]:
            return ()
        places = graphic_places(opened.pack, source, shown)
        return tuple(where for where, key in places if (opened.pack.id, key) not in self._open)

    def uncovered(self, opened: "OpenPack", source: str, shown: ShownText) -> tuple[Range, ...]:
        """Return what was covered in one text of a source, and has been asked for."""
        if not self._settings[VEIL]:
            return ()
        places = graphic_places(opened.pack, source, shown)
        return tuple(where for where, key in places if (opened.pack.id, key) in self._open)

    def turn(self, opened: "OpenPack", source: str, shown: ShownText, where: Range) -> None:
        """Uncover the passages that a range touches, or cover them again where none of them is covered."""
        keys = {
            (opened.pack.id, key)
            for place, key in graphic_places(opened.pack, source, shown)
            if place.start < max(where.end, where.start + 1) and where.start < place.end
        }
        if not keys:
            return
        covered = keys - self._open
        self._open = self._open | covered if covered else self._open - keys
        self.changed.emit()

    # Outside of a text

    def words(self, opened: "OpenPack", source: str, shown: ShownText, where: Range) -> str:
        """Return the words of a range of a text, with a sign for what is covered."""
        return words_beside(shown.text, where, self.covered(opened, source, shown), covered_sign())

    def quote(self, opened: "OpenPack", what: Selection | PassageKey, quote: str) -> str:
        """Return a quote as it may be told: what a learner marked, or what a pack quotes of a digest.

        It is looked for in the text that it is from; where that is gone or has changed, it is told by its
        words, and then all of it is covered or nothing.
        """
        if not self._settings[VEIL] or not opened.pack.graphic:
            return quote
        if isinstance(what, Selection):
            shown = opened.texts.get(what.source, {}).get(what.text_digest)
            if shown is not None and shown.text.words(Range(what.start, what.end)) == quote:
                return self.words(opened, what.source, shown, Range(what.start, what.end))
        key = graphic_of_quote(opened.pack, what.source, quote)
        return quote if key is None or (opened.pack.id, key) in self._open else covered_sign()
