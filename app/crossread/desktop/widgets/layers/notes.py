"""Footnotes: a mark in the text opens its note beside it; the note at the end leads back to its mark."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from crossread.base.translation import _
from crossread.desktop.widgets.layers.layers import Layer
from crossread.desktop.widgets.telling.bubble import Explanation
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.widgets.layers.beside import Beside


class Notes(Layer):
    """The footnotes of one view, as its text names them."""

    def __init__(self, beside: "Beside") -> None:
        super().__init__(beside.view)
        self._beside, self._view = beside, beside.view
        self._told: tuple[str, Range] | None = None
        self._came_from: dict[str, Range] = {}

    def clear(self) -> None:
        """Forget which marks were come from."""
        self.dismiss()
        self._came_from = {}

    # The key

    def turn(self) -> None:
        """Go to the note of the mark at the caret, then to the next in the paragraph, then back to the text.

        With the caret within a note at the end of the text: go back to its mark.
        """
        if self.is_open():
            following = self._after_told()
            if following is None:
                self.dismiss()
            else:
                self._open(*following, focus=True)
            return
        self._beside.bring_caret()
        caret = self._view.caret()
        marks = self._marks_near(caret)
        ahead = [mark for mark in marks if mark[1].end >= caret]
        inside = self._view.text().note_around(caret)
        if marks:
            self._open(*(ahead or marks)[0], focus=True)
        elif inside:
            self.go_back(inside)
        else:
            self._beside.say(_("There is no note in this paragraph."))

    def _marks_near(self, position: int) -> list[tuple[str, Range]]:
        """List the marks in the paragraph of a position, in order, without those that are covered."""
        text = self._view.text()
        block = max(0, bisect_right(text.starts, position) - 1)
        start = text.starts[block] if text.blocks else 0
        end = start + len(text.blocks[block].text) if text.blocks else 0
        found = [
            (name, mark)
            for name, marks in text.note_marks.items()
            for mark in marks
            if start <= mark.start and mark.end <= end and not self._view.is_veiled(mark)
        ]
        return sorted(found, key=lambda one: one[1])

    def is_near_caret(self) -> bool:
        """Tell whether the caret is in a paragraph with marks, or in a note."""
        caret = self._view.caret()
        return bool(self._marks_near(caret)) or bool(self._view.text().note_around(caret))

    def _after_told(self) -> tuple[str, Range] | None:
        if self._told is None:
            return None
        marks = self._marks_near(self._told[1].start)
        at = marks.index(self._told) + 1 if self._told in marks else len(marks)
        return marks[at] if at < len(marks) else None

    # The mouse

    def can_click(self, at: int, point: QPointF) -> bool:  # noqa: ARG002  (told by its position)
        """Tell whether a mark stands there."""
        return self._mark_at(at) is not None

    def click(self, at: int, point: QPointF) -> bool:  # noqa: ARG002  (told by its position)
        """Open the note of a mark that was clicked."""
        found = self._mark_at(at)
        if found is not None:
            self._open(*found, focus=False)
        return found is not None

    def press(self, at: int) -> bool:
        """Open the note of the mark that the caret stands at."""
        found = self._mark_at(at) or self._mark_at(at - 1)
        if found is not None:
            self._open(*found, focus=True)
        return found is not None

    def _mark_at(self, position: int) -> tuple[str, Range] | None:
        near = self._marks_near(position) if self._view.text().note_marks else []
        return next((one for one in near if one[1].start <= position < one[1].end), None)

    # The bubble

    def is_open(self) -> bool:
        """Tell whether a note is open now."""
        return self._told is not None and self._beside.bubble.isVisible()

    def told(self) -> str:
        """Return the name of the note that is open now, "" where none is."""
        return self._told[0] if self._told is not None and self.is_open() else ""

    def dismiss(self) -> None:
        """Close the note."""
        if self._told is not None:
            self._told = None
            self._beside.bubble.dismiss()

    def _open(self, name: str, mark: Range, *, focus: bool) -> None:
        text = self._view.text()
        words = " ".join(self._view.words(text.notes[name]).split())
        several = len(self._marks_near(mark.start)) > 1
        told = Explanation(
            kind=_("Note {number}").format(number=text.words(mark).strip("[]")),
            words=words,
            action=_("Go to the note"),
            hint=_hint(self._beside.key("footnote"), several=several),
        )
        self._beside.open_bubble(told, mark, focus=focus)
        self._told = (name, mark)

    def act(self) -> None:
        """Go to the note that is open, at the end of the text; Y leads back from there."""
        if self._told is None:
            return
        name, mark = self._told
        self.dismiss()
        self._came_from[name] = mark
        self._view.show_range(self._view.text().notes[name])

    def go_back(self, name: str) -> None:
        """Go from a note to the mark it was come to from, else to its first one."""
        marks = self._view.text().note_marks.get(name, ())
        back = self._came_from.pop(name, marks[0] if marks else None)
        if back is None:
            self._beside.say(_("Nothing in the text refers to this note."))
        else:
            self._view.show_range(back)


def _hint(key: str, *, several: bool) -> str:
    """Say which keys go on from an open note; `key` is the one that opened it, "" for none."""
    if not key:
        return _("Esc: back")
    told = _("{key}: next note, Esc: back") if several else _("{key} or Esc: back")
    return told.format(key=key)
