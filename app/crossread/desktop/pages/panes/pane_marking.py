"""What is marked in the panes: the learner's own passages, and the evidence shown."""

from collections.abc import Callable, Sequence

from crossread.base.quotation import within_quotes
from crossread.base.translation import _
from crossread.desktop.pages.desk import desk_marks
from crossread.desktop.pages.desk.pane_arrangement import PaneArrangement
from crossread.desktop.pages.desk.veiling import Veiling
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.pages.panes.pane_words import text_label
from crossread.desktop.pages.questions.showing import PassageSeen
from crossread.desktop.widgets.layers.marks import ReadingMark
from crossread.questions.kind import Question
from crossread.questions.mark import Mark
from crossread.questions.passages import DIGEST, ORIGINAL, PassageKey, Selection, ShownText, Which
from crossread.texts.text import Range


class PaneMarking:
    """Marks in the panes in use."""

    def __init__(self, panes: PaneArrangement, veiling: Veiling) -> None:
        self._arrangement, self._veiling = panes, veiling
        self._selections: Sequence[Selection] = ()
        self._mark: Mark | None = None
        self._evidence: tuple[PassageKey, ...] = ()
        self._about: Question | None = None  # what the panes warn of where they show another text
        self.underlay: Callable[[Pane], Sequence[ReadingMark]] = _nothing  # what lies under all marks

    def _panes(self) -> Sequence[Pane]:
        return [pane for pane in self._arrangement.panes if pane.source_id]

    def mark_all(self) -> None:
        """Mark every pane anew."""
        for pane in self._panes():
            self.mark(pane)

    def mark(self, pane: Pane) -> None:
        """Mark one pane anew, and say there what the question in view is about."""
        shown = ShownText(pane.which, pane.text)
        found, _missing = desk_marks.placed(pane.source_id, shown, self._evidence)
        evidence = [ReadingMark(where, "evidence") for where in found]
        own = desk_marks.own_marks(pane.source_id, shown, self._selections, self._mark)
        pane.set_marks([*self.underlay(pane), *evidence, *own])

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
                pane.close_sheet()
            self.mark(pane)
            if at is None or at.source == pane.source_id:
                self.scroll_to_evidence(pane, at)

    def scroll_to_evidence(self, pane: Pane, at: PassageKey | None = None) -> None:
        """Scroll a pane to its first passage shown, or to `at`; say so where that is not placed."""
        wanted = self._evidence if at is None else (at,)
        ours = [passage for passage in wanted if passage.source == pane.source_id]
        if not ours:
            return
        found, missing = desk_marks.placed(pane.source_id, ShownText(pane.which, pane.text), ours)
        if found:
            pane.show_range(min(found))
        if missing and not found and not self._is_placed_beside(pane, ours):
            other = self.other_text(pane)
            action = ""
            if other is not None:
                label = text_label(pane.source, other)
                action = _("Show it in the other text: {text}").format(text=label)
                if other in (DIGEST, ORIGINAL):
                    in_digest = _("Show it in the digest")
                    action = in_digest if other == DIGEST else _("Show it in the original")
            pane.note.show_notice(_("The passage is not placed in this text."), action)

    def _is_placed_beside(self, pane: Pane, passages: Sequence[PassageKey]) -> bool:
        """Tell whether another pane shows a text of the same source in which a passage has its place."""
        beside = [one for one in self._panes() if one is not pane and one.source_id == pane.source_id]
        return any(
            desk_marks.placed(one.source_id, ShownText(one.which, one.text), passages)[0] for one in beside
        )

    def other_text(self, pane: Pane) -> Which | None:
        """Return the text of a pane's source that its notice leads to; None where there is no other.

        It is the one in which the passages shown, or those of the question in view, have their places.
        """
        opened, source = self._arrangement.opened, pane.source_id
        others = [which for which in opened.whiches(source) if which != pane.which]
        keys = self._evidence or (tuple(desk_marks.keys_of(self._about)) if self._about else ())
        for which in others:
            shown = opened.shown(source, which)
            if self._about is not None and self._about.needs == which:
                return which
            if shown and desk_marks.placed(source, shown, keys)[0]:
                return which
        return others[0] if others else None

    def seen(self, passage: PassageKey, which: Which) -> PassageSeen:
        """Tell a passage in the words of a text in view; else of another one, by name, `which` before others.

        Of several texts in view of its source the one in hand comes first.
        """
        arrangement, source = self._arrangement, passage.source
        opened = arrangement.opened
        holders = [pane.which for pane in self._panes() if pane.source_id == source]
        in_hand = arrangement.holding(source)
        in_view = [in_hand.which] if in_hand is not None else []
        in_view += [one for one in holders if one not in in_view]
        first = in_view or [which]
        for one in [*first, *(one for one in opened.whiches(source) if one not in first)]:
            shown = opened.shown(source, one)
            where = shown and desk_marks.placed(source, shown, (passage,))[0]
            if shown and where:
                note = "" if one in first else _in_text(text_label(opened.pack.source(source), one), one)
                told = self._veiling.words(opened, source, shown, where[0])
                return PassageSeen(within_quotes(told), note, bool(in_view))
        if passage.quote:
            told = self._veiling.quote(opened, passage, passage.quote)
            return PassageSeen(within_quotes(told), "", bool(in_view))
        return PassageSeen("…", _("in the author’s own text, which has not been added"), bool(in_view))

    def show_selection(self, selection: Selection) -> None:
        """Scroll to a passage that the learner marked, in the pane that shows its text."""
        ours = [pane for pane in self._panes() if pane.source_id == selection.source]
        for pane in ours:
            if pane.text.digest == selection.text_digest:
                pane.close_sheet()
                pane.show_range(Range(selection.start, selection.end))
                return
        for pane in ours:
            pane.close_sheet()
            if pane.which == selection.which:  # where the original is not there that is said already
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
        if self._evidence or not pane.source_id:
            return
        about = {
            DIGEST: (_("This question is about the digest."), _("Switch to the digest")),
            ORIGINAL: (_("This question is about the original."), _("Switch to the original")),
        }
        other = self._about_other(self._about, pane) if self._about else None
        if other is not None:
            pane.note.show_notice(*about[other])
        elif pane.note.notice() in [words for words, _action in about.values()]:
            pane.note.clear_notice()

    def _about_other(self, question: Question, pane: Pane) -> Which | None:
        """Return the text that a question is about where no pane shows it of this pane's source."""
        source, opened = pane.source_id, self._arrangement.opened
        if source not in question.sources:
            return None
        keys = desk_marks.keys_of(question)
        for other in (DIGEST, ORIGINAL):
            shown = opened.shown(source, other)
            if shown is None or self._arrangement.holding(source, other) is not None:
                continue
            if question.needs:
                if other == question.needs:
                    return other
            elif not desk_marks.has_anchor(
                source, ShownText(pane.which, pane.text), keys
            ) and desk_marks.has_anchor(source, shown, keys):
                return other
        return None


def _nothing(_pane: Pane) -> Sequence[ReadingMark]:
    return ()


def _in_text(label: str, which: Which) -> str:
    """Say in which text words stand."""
    if which == DIGEST:
        return _("in the digest")
    return _("in the original") if which == ORIGINAL else _("in the edition: {label}").format(label=label)
