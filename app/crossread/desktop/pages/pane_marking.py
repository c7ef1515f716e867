"""What is marked in the panes: the learner's own passages, and the evidence shown."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from crossread.base.translation import _
from crossread.desktop.pages import desk_marks
from crossread.desktop.pages.pane import Pane
from crossread.desktop.pages.showing import PassageSeen
from crossread.desktop.widgets.reading_marks import ReadingMark
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.passages import PassageKey, Selection, ShownText, Which
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.operations.opened import OpenPack

OTHER: dict[Which, Which] = {"digest": "original", "original": "digest"}


class PaneMarking:
    """Marks in the panes in use; `panes` gives those, `opened` the pack as it is now."""

    def __init__(self, panes: Callable[[], Sequence[Pane]], opened: Callable[[], "OpenPack"]) -> None:
        self._panes, self._opened = panes, opened
        self._selections: Sequence[Selection] = ()
        self._mark: Mark | None = None
        self._evidence: tuple[PassageKey, ...] = ()
        self._about: Question | None = None  # what the panes warn of where they show the other text

    def mark_all(self) -> None:
        """Mark every pane anew."""
        for pane in self._panes():
            self.mark(pane)

    def mark(self, pane: Pane) -> None:
        """Mark one pane anew, and say there what the question in view is about."""
        if not pane.source_id:
            return
        shown = ShownText(pane.which, pane.text)
        found, _missing = desk_marks.placed(pane.source_id, shown, self._evidence)
        evidence = [ReadingMark(where, "evidence") for where in found]
        pane.set_marks(
            [*evidence, *desk_marks.own_marks(pane.source_id, shown, self._selections, self._mark)]
        )

    def set_selections(self, selections: Sequence[Selection], mark: Mark | None) -> None:
        """Mark what the learner selected for the question in view, by what it earned."""
        self._selections, self._mark = selections, mark
        self.mark_all()

    # Evidence

    @property
    def evidence(self) -> tuple[PassageKey, ...]:
        """The passages that are shown as evidence."""
        return self._evidence

    def set_evidence(self, passages: tuple[PassageKey, ...], at: PassageKey | None = None) -> None:
        """Mark passages and scroll to the first of each pane; with `at` to that one only."""
        self._evidence = passages
        for pane in self._panes():
            if passages:
                pane.close_card()
            self.mark(pane)
            if at is None or at.source == pane.source_id:
                self.scroll_to_evidence(pane, at)

    def scroll_to_evidence(self, pane: Pane, at: PassageKey | None = None) -> None:
        """Scroll a pane to its first passage shown, or to `at`; say so where that has no place."""
        wanted = self._evidence if at is None else (at,)
        ours = [passage for passage in wanted if passage.source == pane.source_id]
        if not ours or not pane.source_id:
            return
        found, missing = desk_marks.placed(pane.source_id, ShownText(pane.which, pane.text), ours)
        if found:
            pane.show_range(min(found))
        if missing and not found:
            action = ""
            if pane.which == "original":
                action = _("Show it in the digest")
            elif self._opened().has_original(pane.source_id):
                action = _("Show it in the original")
            pane.note.show_notice(_("The passage is not placed in this text."), action)

    def seen(self, passage: PassageKey, which: Which, *, in_view: bool) -> PassageSeen:
        """Tell a passage in the words of one text of its source, else of the other one, by name."""
        for one in (which, OTHER[which]):
            shown = self._opened().shown(passage.source, one)
            where = shown and desk_marks.placed(passage.source, shown, (passage,))[0]
            if shown and where:
                note = "" if one == which else _("in the digest") if one == "digest" else _("in the original")
                return PassageSeen(_within_quotes(shown.text.words(where[0])), note, in_view)
        if passage.quote:
            return PassageSeen(_within_quotes(passage.quote), "", in_view)
        return PassageSeen("…", _("in the author’s own text, which has not been added"), in_view)

    def show_selection(self, selection: Selection) -> None:
        """Scroll to a passage that the learner marked, in the pane that shows its source."""
        for pane in self._panes():
            if pane.source_id != selection.source:
                continue
            pane.close_card()
            if pane.text.digest == selection.text_digest:
                pane.show_range(Range(selection.start, selection.end))
            elif pane.which == selection.which:  # where the original is not there that is said already
                pane.note.show_notice(_("The text has changed since: the passage is not placed in it."))

    # The other text

    def warn_of_other_text(self, question: Question | None, *, marks: bool) -> None:
        """Say so in each pane that shows a text in which this question has no passage at all.

        `marks`: the question is answered by marking words. Others may be read up in either text, unless
        they need the original.
        """
        self._about = question if question and (marks or question.needs) else None
        for pane in self._panes():
            pane.set_takes_passages(marks)
            self.warn_in(pane)

    def warn_in(self, pane: Pane) -> None:
        """Say in one pane what the question in view is about, or take that back."""
        about = {
            "digest": _("This question is about the digest."),
            "original": _("This question is about the original."),
        }
        other = OTHER[pane.which]
        if self._evidence:
            return
        if self._about is not None and self._is_about(self._about, pane, other):
            switch = _("Switch to the digest") if other == "digest" else _("Switch to the original")
            pane.note.show_notice(about[other], switch)
        elif pane.note.notice() in about.values():
            pane.note.clear_notice()

    def _is_about(self, question: Question, pane: Pane, other: Which) -> bool:
        """Tell whether a question is about the text of a pane's source that is not shown there."""
        shown = self._opened().shown(pane.source_id, other)
        if pane.source_id not in question.sources or shown is None:
            return False
        if question.needs:
            return other == question.needs
        keys = desk_marks.keys_of(question)
        here = desk_marks.has_anchor(pane.source_id, ShownText(pane.which, pane.text), keys)
        return not here and desk_marks.has_anchor(pane.source_id, shown, keys)


def _within_quotes(words: str) -> str:
    """Return words as they stand within quotation marks: those of their own become single ones."""
    return words.replace("“", "‘").replace("”", "’")
