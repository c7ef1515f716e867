"""Choosing what stands in the panes, and how many there are: what keys, menus and heads ask for."""

from crossread.base.translation import _
from crossread.desktop.pages.desk.pane_arrangement import MOST, PaneArrangement
from crossread.desktop.pages.panes.pane import Pane
from crossread.desktop.widgets.announce import announce
from crossread.questions.passages import DIGEST, ORIGINAL, Which


class PaneChoosing(PaneArrangement):
    """What a learner does with the panes; each of it is a step that can be taken back."""

    # Choosing what stands where

    def choose_source(self, number: int, source: str) -> None:
        """Put a source into a pane; where another pane shows it, the two change places."""
        pane = self.panes[number]
        if pane.source_id == source:
            pane.close_sheet()
            self.focus(number)
            return
        with self.step():
            other = self.holding(source)
            if other is not None:
                self._exchange(pane, other)
            else:
                self._show(pane, source, self._best_which(source))
                self.changed.emit()
        self.focus(number)
        announce(self.panes[number], _("Now in this pane: {name}").format(name=self.names()[number]))

    def put_beside(self, source: str, which: Which = "") -> None:
        """Put a source into the pane after the one in hand; of the source in hand, another of its texts.

        Where there is only one pane, another one opens for it.
        """
        elsewhere = [pane for pane in self.panes if pane is not self.in_hand and pane.source_id == source]
        text = which or (elsewhere[0].which if elsewhere else self._free_text(source))
        if text is None or (source, text) == (self.in_hand.source_id, self.in_hand.which):
            only = _("There is no other text of {letter} to put beside it.")
            announce(self.in_hand, only.format(letter=self.in_hand.source.letter))
            return
        with self.step():
            if self.used == 1:
                self._use(2)
                self.arranged.emit()
            target = self.panes[(self.focused + 1) % self.used]
            holder = self.holding(source, text)
            if holder is None:
                self._show(target, source, text)
            elif holder is not target:
                self._exchange(holder, target)
            self.changed.emit()
        number = (self.focused + 1) % self.used
        announce(self.panes[number], _("In the next pane: {name}").format(name=self.names()[number]))

    def put_text_beside(self) -> None:
        """Put another text of the source in hand into the next pane."""
        self.put_beside(self.in_hand.source_id)

    def swap(self) -> None:
        """Let the pane in hand change places with the next one, and keep it in hand."""
        if self.used < 2:
            return
        with self.step():
            one, other = self.in_hand, self.panes[(self.focused + 1) % self.used]
            self.focused = other.number
            self._exchange(one, other)
        self.focus(self.focused)
        announce(self.in_hand, _("This pane is now number {number}").format(number=self.focused + 1))

    def toggle_which(self) -> None:
        """Show the next text of the source in hand: digest, editions, original, and round again."""
        texts, pane = self.opened.whiches(self.in_hand.source_id), self.in_hand
        following = texts[(texts.index(pane.which) + 1) % len(texts)]
        self.set_which(pane, ORIGINAL if following == pane.which else following)

    def set_which(self, pane: Pane, which: Which) -> None:
        """Show another text of a pane's source; where another pane shows it, the two change places."""
        if self.opened.shown(pane.source_id, which) is None:
            pane.explain_missing_original()
            return
        number = pane.number
        with self.step():
            self._last[pane.source_id] = which
            other = self.holding(pane.source_id, which)
            if other is not None and other is not pane:
                had_focus = pane.has_focus()
                self._exchange(pane, other)
                if had_focus:
                    self.focus(number)
            elif other is None:
                self._show(pane, pane.source_id, which)
                self.changed.emit()
        announce(self.panes[number], self.panes[number].text_label())

    # How many there are

    def more(self) -> None:
        """Open one more pane, with a text that is in none."""
        if self.used >= self.most():
            why = _("Four panes are the most.") if self.used == MOST else _("All texts are in view.")
            announce(self.in_hand, why)
            return
        shown = self.shown()
        sources = [source.id for source in self.opened.pack.sources]
        before = [pane.source_id for pane in self._made[self.used :]]  # what was put away comes back first
        order = [one for one in (*before, *sources) if one and one not in shown] + sources
        source = next(one for one in order if self._free_text(one) is not None)
        with self.step():
            which = self._free_text(source) or DIGEST
            self._use(self.used + 1)
            self.arranged.emit()  # first, so that the text comes into a pane that has its size
            self._show(self._made[self.used - 1], source, which)
            self.changed.emit()
        announce(self.in_hand, _("{count} panes; new: {name}").format(count=self.used, name=self.names()[-1]))

    def fewer(self) -> None:
        """Put one pane away: the last one that is not in hand."""
        if self.used > 1:
            last = self.used - 1
            self.close(self._made[last if last != self.focused else last - 1])

    def close(self, pane: Pane) -> None:
        """Put a pane away; there is always one left."""
        if self.used < 2:
            return
        had_focus, in_hand = pane.has_focus(), self.in_hand
        with self.step():
            self.note_position(pane)
            self._made.remove(pane)
            self._made.insert(self.used - 1, pane)
            for number, one in enumerate(self._made):
                one.number = number
            self.used -= 1
            self.focused = in_hand.number if in_hand is not pane else min(self.focused, self.used - 1)
            self.arranged.emit()
            self.changed.emit()
        if had_focus:
            self.focus(self.focused)
        announce(self.in_hand, _("Panes: {count}").format(count=self.used))
