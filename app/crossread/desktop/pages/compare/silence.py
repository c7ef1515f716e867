"""Silence: for each source what others report and it leaves out, and what explains that."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.answer import Letters
from crossread.desktop.pages.compare.asked_cells import AskedCells, Place
from crossread.desktop.pages.compare.claim_strip_rows import StripLine
from crossread.desktop.pages.compare.filtered_list import FilteredList, ListLine
from crossread.desktop.pages.compare.list_and_work import ListAndWork
from crossread.desktop.pages.compare.matrix_passages import MatrixPassages
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.compare.silence_telling import author_says, speaking_lines, speaking_words
from crossread.desktop.pages.compare.silence_work import SilenceShown, SilenceWork
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.card_frame import CardFrame
from crossread.desktop.widgets.segmented import Segmented
from crossread.inquiry.comparison import Judgement, silence_of
from crossread.progress.silences import Silence, silences_of
from crossread.questions.passages import PassageKey, Selection

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.changed import Changed
    from crossread.operations.opened import OpenPack
    from crossread.packs.pack import Stage
    from crossread.questions.claims import Claim


class SilencePart(ComparePart):
    """Tabs by source, the claims that it leaves out, and the work on one of them.

    Arrow keys go through the claims, Enter to the reasons, Escape back to the claims. What the author says
    of a silence is told only once the learner has said something.
    """

    name = "silence"

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        sources = opened.pack.sources
        self._letters: Letters = {source.id: (source.letter, at) for at, source in enumerate(sources)}
        self._asked = AskedCells(opened)
        self._passages = MatrixPassages(opened, around.veiling)
        self._found: dict[str, Silence] = {}
        tabs = [(one.id, f"{one.letter}  {one.card.short}") for one in sources]
        self.sources = Segmented(tabs, self, look="pills", name=_("Whose silence"))
        self.sources.set_value(sources[0].id)
        self.sources.chosen.connect(self._source_chosen)
        self.lines = FilteredList(_("What this source leaves out"), _("Words of the claim"), self)
        self.lines.chosen.connect(self._line_chosen)
        self.lines.entered.connect(self._to_work)
        self.split = ListAndWork(self.lines, _("What explains the silence"), self)
        self.work = SilenceWork(self._letters, self.split)
        self.work.judged.connect(self._judge)
        self.work.text.edited.connect(self._type)
        self.work.text.paused.connect(self.pause_said)
        self.work.text.left.connect(self._text_left)
        self.work.text.too_long.connect(self.refused)
        self.work.shown.connect(self._show_passage)
        self.work.left.connect(self.enter)
        self.split.body.addWidget(self.work, 1)
        self.held = labels.quiet("", self)
        self.empty = CardFrame(self, look="dashed")
        self._title = labels.heading("", self.empty)
        self._why = labels.body("", self.empty)
        self.empty.body.addWidget(self._title)
        self.empty.body.addWidget(self._why)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 0)
        column.setSpacing(12)
        column.addWidget(
            labels.muted(_("What a source leaves out while others report it. Choose whose silence."), self)
        )
        column.addWidget(self.sources)
        column.addWidget(self.empty)
        column.addWidget(self.split, 1)
        column.addWidget(self.held)
        column.addStretch(0)
        self._refresh()

    # What a part is

    def open_stage(self, stage: "Stage | None") -> None:
        """Show the silences that a stage works at, else all."""
        super().open_stage(stage)
        self._refresh()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self._asked = AskedCells(opened)
        self._passages = MatrixPassages(opened, self.around.veiling)
        self._refresh()

    def show_again(self, what: "Changed") -> None:
        """Show again what the learner says."""
        if "state" in what.what and what.pack == self.opened.pack.id:
            self._refresh()

    def show_covers(self) -> None:
        """Show passages with what of them is covered now."""
        self._show_work()

    def about(self) -> str:
        """Return the source and the claim in hand."""
        return f"{self.sources.value()}/{self.lines.key}"

    def go_to(self, about: str) -> None:
        """Take a source and a claim in hand."""
        source, _slash, claim = about.partition("/")
        if source in self._letters:
            self.sources.set_value(source)
            self._refresh()
            self.lines.take(claim)

    def firm(self) -> Sequence[str]:
        """Return the line that belongs to the claim in hand."""
        silence = self._in_hand()
        return (silence.claim.floor,) if silence and silence.claim.floor else ()

    def enter(self) -> None:
        """Put the focus on the claims, where there are none on the sources."""
        (self.lines if self._found else self.sources).setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Keep the words that are being written."""
        self.work.text.keep_now()

    # What is shown

    def _claims(self) -> Sequence["Claim"]:
        claims = self.opened.pack.claims
        stage = self.stage
        wanted = (stage.silences or stage.claims) if stage is not None and stage.kind == "compare" else ()
        return [claim for claim in claims if claim.id in wanted] if wanted else claims

    def _held(self) -> frozenset[Place]:
        return self._asked.of(self.state())

    def _refresh(self) -> None:
        state, source, held = self.state(), self.sources.value(), self._held()
        ids = [one.id for one in self.opened.pack.sources]
        claims = self._claims()
        found = silences_of(source, claims, ids, state.cells, held)
        self._found = {one.claim.id: one for one in found}
        for one in ids:
            silences = found if one == source else silences_of(one, claims, ids, state.cells, held)
            done = bool(silences) and all(self._judgement(each) is not None for each in silences)
            self.sources.set_done(one, done=done)
        lines = [
            ListLine(one.claim.id, one.claim.claim, self._say(one), "✓" if self._judgement(one) else "")
            for one in found
        ]
        self.lines.set_lines(lines, self.lines.key)
        self._say_what_is_held(held)
        self._show_work()

    def _say(self, silence: Silence) -> str:
        letters = [self._letters[one][0] for one in silence.speaking]
        return speaking_words(letters)

    def _say_what_is_held(self, held: frozenset[Place]) -> None:
        source = self.sources.value()
        count = sum((claim.id, source) in held for claim in self._claims())
        self.held.setText(
            ngettext(
                "{count} claim is kept back here: a question that is open asks about it.",
                "{count} claims are kept back here: questions that are open ask about them.",
                count,
            ).format(count=count)
        )
        self.held.setVisible(bool(count))

    def _show_work(self) -> None:
        silence = self._in_hand()
        self.split.setVisible(silence is not None)
        self.empty.setVisible(silence is None)
        if silence is None:
            self._say_nothing_there()
            return
        letter = self._letters[silence.source][0]
        said = self._judgement(silence)
        told = said is not None and (bool(said.chosen) or not self.work.text.hasFocus())
        shown = SilenceShown(
            key=f"{silence.source}/{silence.claim.id}",
            claim=silence.claim.claim,
            who=_("{letter} says nothing on this. {others}.").format(
                letter=letter, others=self._say(silence)
            ),
            lines=self._lines(silence),
            question=_("Why may {letter} leave it out?").format(letter=letter),
            chosen=said.chosen if said else (),
            text=said.text if said else "",
            author=author_says(silence.key) if told and silence.key else (),
            later=self._later(silence, told=told),
        )
        was_other = self.work.key != shown.key
        was_told = self.work.key == shown.key and not self.work.author.isHidden()
        self.work.show_silence(shown)
        if shown.author and not was_told and self.isVisible():
            announce(self, " ".join(filter(None, shown.author)))
            if not was_other:
                self.split.show_in_view(self.work.question)  # what the author says comes in below

    def _later(self, silence: Silence, *, told: bool) -> str:
        if silence.key is None:
            return _("You found this silence yourself; there is no author’s word on it.")
        return "" if told else _("Say what you think; then you see what the author thinks of it.")

    def _lines(self, silence: Silence) -> list[StripLine]:
        return speaking_lines(silence, self.state().cells, self._passages.words)

    def _say_nothing_there(self) -> None:
        claims, cells = self._claims(), self.state().cells
        keyed = any(claim.cells for claim in claims)
        letter = self._letters[self.sources.value()][0]
        if keyed or cells:
            self._title.setText(_("Nothing that only the others report"))
            self._why.setText(
                _("On every claim that can be shown here, {letter} says something, or nobody does.").format(
                    letter=letter
                )
            )
        else:
            self._title.setText(_("No silence found yet"))
            self._why.setText(
                _(
                    "The authors of this pack list none. Fill in the table “Who says what”: where one source "
                    "is silent and another speaks, it is listed here."
                )
            )

    # What the learner does

    def _in_hand(self) -> Silence | None:
        return self._found.get(self.lines.key)

    def _judgement(self, silence: Silence) -> Judgement | None:
        said = self.said.of(silence_of(silence.claim.id, silence.source))
        return None if said.is_empty else said

    def _about(self) -> str:
        """Name the judgement that is worked on."""
        source, _slash, claim = self.work.key.partition("/")
        return silence_of(claim, source)

    def _judge(self) -> None:
        self.judge(self._about(), chosen=self.work.chosen())

    def _type(self) -> None:
        self.said.change(self._about(), text=self.work.text.text())

    def _text_left(self) -> None:
        self.keep_said()
        self._show_work()  # the learner has had their say

    def _show_passage(self, what: object) -> None:
        spot = self._passages.spot(what) if isinstance(what, Selection | PassageKey) else None
        if spot is not None:
            self.spot_asked.emit(spot)
        else:
            self.refused.emit(_("That passage is not placed in any text that is here."))

    def _source_chosen(self, _source: str) -> None:
        self.work.text.keep_now()
        self._refresh()
        self.split.to_top()
        self.turned.emit()

    def _line_chosen(self, _claim: str) -> None:
        self.work.text.keep_now()
        self._show_work()
        self.split.to_top()
        self.turned.emit()

    def _to_work(self) -> None:
        if self._in_hand() is not None:
            self.work.focus()
