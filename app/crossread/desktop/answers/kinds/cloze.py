"""Answering by filling the gaps of a text."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import AnswerWidget, Letters
from crossread.desktop.answers.arranging.drag_pairs import DragPairs
from crossread.desktop.answers.arranging.pairing_target import TargetCard
from crossread.desktop.answers.cloze.flow import ClozeFlow
from crossread.desktop.answers.cloze.gap import AnyGap, PickGap, TypedGap, room_for
from crossread.desktop.answers.cloze.note import GapNote
from crossread.desktop.answers.cloze.words import gap_name
from crossread.desktop.answers.in_view import bring_into_view
from crossread.desktop.answers.outcome import Outcome, answer_is, gone_words, parts_by_id, sentences
from crossread.desktop.answers.passages.passage_row import shortened
from crossread.desktop.answers.verdict_look import verdict_look
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.progress.verdict_words import verdict_words
from crossread.questions.cloze import Cloze, ClozeResponse
from crossread.questions.cloze_text import pieces
from crossread.questions.mark import Part, Verdict
from crossread.questions.order import shuffled

_CLEAR = ""  # what stands in a gap's list for emptying it


class ClozeAnswer(AnswerWidget):
    """A text with its gaps in place; Tab goes from gap to gap, Enter in a typed one to the next.

    A gap that is picked opens its list by Enter, Down or a click, takes a number from it, and is emptied by
    Delete. The words of the bank stand below as well: a click gives one to the gap in hand, or to the
    first empty one; so does dragging. A word may stand in several gaps. What was typed is undone letter
    by letter in its gap; from elsewhere, all that was typed there in one go.
    """

    question: Cloze

    def __init__(
        self, question: Cloze, letters: Letters, parent: QWidget | None = None, *, seed: int = 0
    ) -> None:
        super().__init__(question, letters, ClozeResponse(), parent, seed=seed)
        self._typing = ""  # the gap that the change in force was typed into
        self._listed = ""
        self._order = {
            name: self._choices(name, seed if question.shuffle or not gap.options else 0)
            for name, gap in question.asked.items()
        }
        self.asked = Label("", "muted", self)
        self.text = ClozeFlow(pieces(question.text), self)
        self._gaps = {name: self._make(name) for name in question.asked}
        self.text.set_gaps(tuple(self._gaps.values()))
        words = shuffled(tuple(item.id for item in question.bank), seed)
        texts = {item.id: item.text for item in question.bank}
        self.bank = QWidget(self)
        self.bank.setAccessibleName(_("Words to choose from"))
        self._cards = {
            key: TargetCard(key, number, texts[key], self.bank, group=False)
            for number, key in enumerate(words, 1)
        }
        self._bank_gaps = tuple(
            gap
            for name, gap in self._gaps.items()
            if isinstance(gap, PickGap) and not question.gaps[name].options
        )
        self.gone = Label("", "body", self)
        self._notes: list[GapNote] = []
        self._lay_out()
        self._drag = DragPairs(self._bank_gaps, tuple(self._cards.values()), self)
        self._drag.paired.connect(self._put)
        self._refresh()

    def _choices(self, name: str, seed: int) -> dict[str, str]:
        """Return what there is to pick for a gap, as texts by id in the order shown."""
        choices = self.question.choices(self.question.gaps[name])
        return {key: choices[key].text for key in shuffled(tuple(choices), seed)}

    def _make(self, name: str) -> AnyGap:
        if self.question.gaps[name].answers:
            longest = max(len(one.text) for gap in self.question.asked.values() for one in gap.answers)
            typed = TypedGap(name, self.text, room_for(longest))
            typed.textChanged.connect(self._typed)  # also comes where speech or a screen reader writes
            typed.returnPressed.connect(self._entered)
            return typed
        picked = PickGap(name, self.text)
        picked.clicked.connect(self._open_list)
        picked.cleared.connect(self._clear)
        return picked

    def _lay_out(self) -> None:
        flow = FlowLayout(self.bank)
        for card in self._cards.values():
            card.clicked.connect(self._card_clicked)
            flow.addWidget(card)
        self._bank_label = Label(_("Words to choose from"), "quiet", self)
        self._note_column = QVBoxLayout()
        self._note_column.setSpacing(6)
        self.column.addWidget(self.asked)
        self.column.addWidget(self.text)
        self.column.addWidget(self._bank_label)
        self.column.addWidget(self.bank)
        self.column.addLayout(self._note_column)
        self.column.addWidget(self.gone)
        if self._gaps:
            self.setFocusProxy(next(iter(self._gaps.values())))

    def gap(self, name: str) -> AnyGap:
        """Return the field of a gap; KeyError where there is none."""
        return self._gaps[name]

    def card(self, word: str) -> TargetCard:
        """Return the card of a word of the bank; KeyError where there is none."""
        return self._cards[word]

    def notes(self) -> tuple[GapNote, ...]:
        """Return what is said of the gaps below the text."""
        return tuple(self._notes)

    def filled(self) -> dict[str, str]:
        """Return what is in the gaps that the question still has, in their order; not the empty ones."""
        given = self.response().gaps
        return {name: given[name] for name in self._gaps if given.get(name)}

    # Filling

    def set_response(self, response: ClozeResponse) -> None:
        """Show a response from elsewhere; nothing is left to undo, and no signal comes."""
        self._typing = ""
        super().set_response(response)

    def set_aside(self) -> bool:
        """Empty all gaps, without a signal, such that undo brings their words back."""
        self._typing = ""
        return super().set_aside()

    def undo(self) -> bool:
        """Take back what was typed last in the gap in hand, else the last change of all."""
        gap = self._focused()
        if isinstance(gap, TypedGap) and gap.isUndoAvailable() and not self._read_only:
            gap.undo()
            self._type(gap)
            return True
        self._typing = ""
        return super().undo()

    def redo(self) -> bool:
        """Do again what was taken back."""
        gap = self._focused()
        if isinstance(gap, TypedGap) and gap.isRedoAvailable() and not self._read_only:
            gap.redo()
            self._type(gap)
            return True
        self._typing = ""
        return super().redo()

    def pick_number(self, number: int) -> bool:
        """Fill the gap in hand from its list by number from 1; else the first empty one of the bank."""
        focused = self._focused()
        gap = focused if isinstance(focused, PickGap) else self._first_empty()
        if self._read_only or gap is None or isinstance(focused, TypedGap):
            return False
        order = tuple(self._order[gap.key])
        if not 1 <= number <= len(order):
            return False
        gap.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._put(gap.key, order[number - 1])
        return True

    def _focused(self) -> AnyGap | None:
        return next((gap for gap in self._gaps.values() if gap.hasFocus()), None)

    def _first_empty(self) -> PickGap | None:
        filled = self.filled()
        return next((gap for gap in self._bank_gaps if gap.key not in filled), None)

    def _with(self, name: str, given: str) -> ClozeResponse:
        filled = {**self.filled(), name: given}
        return ClozeResponse({one: filled[one] for one in self._gaps if filled.get(one)})

    def _typed(self) -> None:
        gap = self.sender()
        if isinstance(gap, TypedGap):
            self._type(gap)

    def _type(self, gap: TypedGap) -> None:
        response = self._with(gap.key, gap.text())
        going_on = self._typing == gap.key
        changed = (self._history.amend if going_on else self._history.become)(response)
        self._typing = gap.key
        if changed:
            self._refresh()
            self.changed.emit()

    def _entered(self) -> None:
        """Go on to the next gap; from the last one, away from the question."""
        gap, gaps = self.sender(), list(self._gaps.values())
        if isinstance(gap, TypedGap):
            after = gaps[gaps.index(gap) + 1 :]
            if after:
                after[0].setFocus(Qt.FocusReason.TabFocusReason)
                bring_into_view(after[0])
            else:
                self.finished.emit()

    def _put(self, name: str, key: str) -> None:
        """Fill a gap from its list."""
        if self._read_only:
            return
        self._typing = ""
        self._become(self._with(name, key))
        number = list(self._gaps).index(name) + 1
        said = _("Gap {number}: {words}").format(number=number, words=self._order[name].get(key, ""))
        announce(self, said if key else _("Gap {number} is empty").format(number=number))

    def _clear(self) -> None:
        gap = self.sender()
        if isinstance(gap, PickGap):
            self._put(gap.key, "")

    def _open_list(self) -> None:
        gap = self.sender()
        if self._read_only or not isinstance(gap, PickGap):
            return
        self._listed = gap.key
        menu = ListMenu(gap.accessibleName(), gap)
        current = self.filled().get(gap.key, "")
        menu.add([(key, shortened(words)) for key, words in self._order[gap.key].items()], current)
        if current:
            menu.add_apart(_CLEAR, _("Empty the gap"))
        menu.picked.connect(self._list_picked)
        menu.open_below(gap)

    def _list_picked(self, key: str) -> None:
        self._put(self._listed, key)

    def _card_clicked(self) -> None:
        """Give the word to the gap in hand, and take the next empty one in hand."""
        card, focused = self.sender(), self._focused()
        gap = focused if focused in self._bank_gaps else self._first_empty()
        if gap is None or not isinstance(card, TargetCard):
            return
        self._put(gap.key, card.key)
        (self._first_empty() or gap).setFocus(Qt.FocusReason.OtherFocusReason)

    # Showing

    def _refresh(self) -> None:
        parts, filled = parts_by_id(self._mark), self.filled()
        verdicts: dict[int, Verdict] = {}
        for number, (name, gap) in enumerate(self._gaps.items()):
            part = parts.get(name)
            verdict = part.verdict if part and not self._nothing_given else "unscored"
            verdicts[number] = verdict
            self._show_gap(gap, number, filled.get(name, ""), part, verdict)
        self.text.set_verdicts(verdicts)
        self._fill_notes(parts)
        self._show_bank(filled)
        whole = self._mark.verdict if self._mark and not self._nothing_given else "unscored"
        self.asked.setText(verdict_words(whole))
        self.asked.setVisible(whole != "unscored")
        self.asked.set_look(verdict_look(whole))
        self.gone.setText(gone_words(self._mark, self._gaps))
        self.gone.setVisible(bool(self.gone.text()))

    def _show_gap(self, gap: AnyGap, number: int, given: str, part: Part | None, verdict: Verdict) -> None:
        key = part.key if part and self._nothing_given else ""
        words = self._order[gap.key].get(given, "") if isinstance(gap, PickGap) else given
        gap.show_filled(key or words, usable=not self._read_only, verdict=verdict, asked_for=bool(key))
        filled = (key or words or _("empty")) if isinstance(gap, PickGap) else ""
        name = gap_name(pieces(self.question.text), number, filled)
        gap.setAccessibleName(sentences(name, self._outcome(part).words() if part else ""))

    def _outcome(self, part: Part) -> Outcome:
        if self._nothing_given:
            return Outcome(feedback=part.feedback)
        if part.verdict == "right":
            return Outcome("right", "", part.feedback)
        # A long line does not fit into its field, so what was typed stands here in full as well.
        typed = part.given if part.given and isinstance(self._gaps[part.of], TypedGap) else ""
        wrote = _("You wrote “{words}”.").format(words=typed) if typed else ""
        return Outcome(part.verdict, " ".join(filter(None, (wrote, answer_is(part.key)))), part.feedback)

    def _fill_notes(self, parts: Mapping[str, Part]) -> None:
        for note in self._notes:
            self._note_column.removeWidget(note)
            note.hide()
            note.deleteLater()
        self._notes = []
        for number, name in enumerate(self._gaps, 1):
            outcome = self._outcome(parts[name]) if name in parts else Outcome()
            if outcome.asked or outcome.feedback or outcome.verdict in ("wrong", "partly"):
                self._notes.append(GapNote(number, outcome, self))
                self._note_column.addWidget(self._notes[-1])

    def _show_bank(self, filled: dict[str, str]) -> None:
        shown = bool(self._cards) and self._mark is None and not self._read_only
        self.bank.setVisible(shown)
        self._bank_label.setVisible(shown)
        names = {gap.key: number for number, gap in enumerate(self._gaps.values(), 1)}
        for key, card in self._cards.items():
            gaps = [names[gap.key] for gap in self._bank_gaps if filled.get(gap.key) == key]
            said = [_("gap {number}").format(number=number) for number in gaps]
            card.set_inside(said, usable=not self._read_only)
