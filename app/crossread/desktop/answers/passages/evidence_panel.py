"""The panel that collects passages: how many are asked for, those marked, and what became of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.answer import Letters
from crossread.desktop.answers.passages.passage_list import (
    ListedPassage,
    PassageList,
    joined,
    listed_selections,
    overlap,
)
from crossread.desktop.answers.passages.passage_row import PassageRow
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.frames.card_frame import CardFrame, CardLook
from crossread.desktop.widgets.labels import Label
from crossread.progress.verdict_words import verdict_words
from crossread.questions.mark import Mark, Part, Whole
from crossread.questions.passages import PassageKey, Selection

_LOOKS: dict[Whole, CardLook] = {
    "right": "right", "later": "right", "partly": "partly", "wrong": "wrong", "unscored": "dashed",
}  # fmt: skip


class EvidencePanel(CardFrame):
    """Takes passages of `sources` until there are as many as may be chosen (`choose`: least, most).

    It holds nothing of its own: `chosen` gives the passages that the learner would have now, and `show`
    is told what they are then. What is asked for is said by `asked`, or else by the letters of the sources,
    where all of them are meant. `shown` gives a Selection or PassageKey to be shown in its text.
    """

    chosen = Signal(object)
    shown = Signal(object)

    def __init__(
        self,
        sources: Sequence[str],
        choose: tuple[int, int],
        letters: Letters,
        parent: QWidget,
        *,
        asked: str = "",
    ) -> None:
        super().__init__(parent, look="dashed", padding=12, radius=6)
        self._wanted = asked
        self._sources, self._choose, self._letters = tuple(sources), choose, letters
        self._given: tuple[Selection, ...] = ()
        self._usable = True
        self._refused = ""
        self.body.setSpacing(4)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.asked = Label("", "strong", self)
        self.count = Label("", "muted", self)
        self.count.setWordWrap(False)
        self.hint = Label("", "quiet", self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.asked, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        self._list = PassageList(letters, self)
        self._list.shown.connect(self.shown)
        self._list.removed.connect(self.remove)
        self.body.addLayout(head)
        self.body.addWidget(self._list)
        self.body.addWidget(self.hint)
        self.show_given(())

    def rows(self) -> tuple[PassageRow, ...]:
        """Return the rows shown: first what was marked, then what was asked for."""
        return self._list.rows()

    def add(self, selection: Selection) -> bool:
        """Take a passage in; it takes the place of one that it overlaps, and of the only one there may be.

        Where one passage of each source is asked for and all are there, it takes the place of its source's.

        False, with the reason as a hint, where there are as many as may be, or where other sources are
        asked about.
        """
        if not self._usable:
            return False
        if selection.source not in self._sources:
            return self._refuse(_("This question is about {letters}.").format(letters=self._names()))
        kept = tuple(one for one in self._given if not overlap(one, selection))
        most = self._choose[1]
        if most == 1:
            kept = ()
        elif most == len(self._sources) and len(kept) >= most:  # one from each: the new one is meant
            kept = tuple(one for one in kept if one.source != selection.source)
        if len(kept) >= most:
            return self._refuse(_("All are marked already. Take one away to mark another."))
        self._refused = ""
        self.chosen.emit((*kept, selection))
        announce(self, _("Marked: {quote}. {count}").format(quote=selection.quote, count=self.count.text()))
        return True

    def remove(self, selection: Selection) -> None:
        """Take a passage away again."""
        if not self._usable or selection not in self._given:
            return
        at = self._given.index(selection)
        self._refused = ""
        self.chosen.emit(tuple(one for one in self._given if one != selection))
        if not self._list.focus(at):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("Taken away. {count}").format(count=self.count.text()))

    def _refuse(self, why: str) -> bool:
        self._refused = why
        self._say_hint(marked=False)
        announce(self, why)
        return False

    def show_given(
        self,
        given: tuple[Selection, ...],
        mark: Mark | None = None,
        *,
        usable: bool = True,
        nothing_given: bool = False,
        says_verdict: bool = True,
    ) -> None:
        """Show the passages given, whether they may be changed, and what they earned.

        With `nothing_given` no verdict is said: there is only what was asked for to see. Where the
        verdict stands above the panel already, `says_verdict` is False.
        """
        if given != self._given:
            self._refused = ""
        self._given, self._usable = given, usable
        parts = mark.parts if mark else ()
        by_selection = {part.selection: part for part in parts if part.selection}
        self._list.fill([*listed_selections(given, by_selection, removable=usable), *_asked_for(parts)])
        least, most = self._choose
        asked = str(least) if least == most else _("{least} to {most}").format(least=least, most=most)
        self.count.setText(_("{count} of {asked}").format(count=len(given), asked=asked))
        self.count.setVisible(mark is None)
        self.setAccessibleName(f"{self.asked.text()}. {self.count.text()}")
        verdict = mark.verdict if mark and not nothing_given else "unscored"
        self.set_look(_LOOKS[verdict])
        self._say_mark(mark, verdict_words(verdict) if says_verdict else "")
        self._say_hint(marked=mark is not None)

    def _say_mark(self, mark: Mark | None, verdict: str) -> None:
        if mark is None:
            named = _("Mark the words in {letters}").format(letters=self._names())
            self.asked.setText(self._wanted or named)
            return
        own = [part for part in mark.parts if part.selection is not None]
        right = sum(part.verdict == "right" for part in own)
        count = max(len(own), self._choose[0])
        several = ngettext("{right} of {count} passage", "{right} of {count} passages", count)
        said = several.format(right=right, count=count)
        if not own:
            said = _("nothing was marked") if verdict else _("Nothing was marked")
        self.asked.setText(": ".join(words for words in (verdict, said) if words))

    def _names(self) -> str:
        return joined([self._letters.get(source, (source[:1].upper(), 0))[0] for source in self._sources])

    def _say_hint(self, *, marked: bool) -> None:
        hint = ""
        if self._usable and not marked:
            wanted = len(self._given) < self._choose[0]
            hint = self._refused or (how_to_mark() if wanted else "")
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))


def how_to_mark() -> str:
    """Say how words are marked in a text, by mouse and by keyboard."""
    return _(
        "Select words in a text with the mouse. Or with the keyboard: Shift+F6 goes to the texts, "
        "S takes a sentence, M marks it."
    )


def _asked_for(parts: Sequence[Part]) -> list[ListedPassage]:
    """List the passages that were asked for: beside those partly right, then those that were missed."""
    partly = [
        _listed(part.passage, part.key, _("This was asked for."))
        for part in parts
        if part.passage is not None and part.selection is not None and part.key
    ]
    missed = [
        _listed(part.passage, part.key, part.feedback)
        for part in parts
        if part.passage is not None and part.selection is None
    ]
    return partly + missed


def _listed(passage: PassageKey, words: str, note: str) -> ListedPassage:
    return ListedPassage(passage, words or passage.quote, note=note)
