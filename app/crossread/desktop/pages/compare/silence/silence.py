"""Silence: for each source what others speak of and it leaves out, and what explains that."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.compare.laid_out.filtered_list import ListLine
from crossread.desktop.pages.compare.silence.frame import SilenceFrame
from crossread.desktop.pages.compare.silence.words import found_words, open_words
from crossread.desktop.pages.compare.silence.work import SilenceShown
from crossread.desktop.pages.compare.told.passages import MatrixPassages
from crossread.desktop.widgets.announce import announce
from crossread.inquiry.comparing import has_key
from crossread.inquiry.comparison import Judgement, row_shown, silence_of
from crossread.progress.claim_matrix import ClaimMatrix
from crossread.progress.silence_words import author_says, saying_lines, speaking_words
from crossread.progress.silences import Silence, Silences, silences_of
from crossread.progress.strip_lines import StripLine
from crossread.questions.passages import PassageKey, Selection

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.changed import Changed
    from crossread.packs.pack import Stage
    from crossread.questions.claims import Claim


class SilencePart(SilenceFrame):
    """Tabs by source, the claims that it leaves out, and the work on one of them.

    Arrow keys go through the claims, Enter to the reasons, Escape back to the claims. What the author says
    of a silence is told only once the learner has said something.
    """

    def __init__(self, around: "Surroundings", opened: "OpenPack", parent: QWidget | None = None) -> None:
        super().__init__(around, opened, parent)
        self._passages = MatrixPassages(opened, around.veiling)
        self._matrix = self._made()
        self._found: dict[str, Silence] = {}
        self._open: dict[str, Claim] = {}
        self.sources.chosen.connect(self._source_chosen)
        self.lines.chosen.connect(self._line_chosen)
        self.lines.entered.connect(self._to_work)
        self.work.judged.connect(self._judge)
        self.work.text.edited.connect(self._type)
        self.work.text.paused.connect(self.pause_said)
        self.work.text.left.connect(self._text_left)
        self.work.text.too_long.connect(self.refused)
        self.work.shown.connect(self._show_passage)
        self.work.left.connect(self.enter)
        self.offer.fill_asked.connect(self._fill_row)
        self.offer.show_asked.connect(self._show_row)
        self._refresh()

    # What a part is

    def open_stage(self, stage: "Stage | None") -> None:
        """Show the silences that a stage works at, else all."""
        super().open_stage(stage)
        self._matrix = self._made()
        self._refresh()

    def set_opened(self, opened: "OpenPack") -> None:
        """Take up the pack as it is after an original was added or put away."""
        super().set_opened(opened)
        self._passages = MatrixPassages(opened, self.around.veiling)
        self._matrix = self._made()
        self._refresh()

    def show_again(self, what: "Changed") -> None:
        """Show again what the learner says, and with other settings what of it is covered."""
        if "settings" in what.what:
            self._see_again()
        elif "state" in what.what and what.pack == self.opened.pack.id:
            self._refresh()

    def show_covers(self) -> None:
        """Show passages with what of them is covered now."""
        self._see_again()

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
        claim = silence.claim if silence else self._open.get(self.lines.key)
        return (claim.floor,) if claim and claim.floor else ()

    def enter(self) -> None:
        """Put the focus on the claims, where there are none on the sources."""
        (self.lines if self._found or self._open else self.sources).setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Keep the words that are being written."""
        self.work.text.keep_now()

    # What is shown

    def _claims(self) -> Sequence["Claim"]:
        claims = self.opened.pack.claims
        stage = self.stage
        wanted = (stage.silences or stage.claims) if stage is not None and stage.kind == "compare" else ()
        return [claim for claim in claims if claim.id in wanted] if wanted else claims

    def _made(self) -> ClaimMatrix:
        """Make the claim matrix of the stage: what it tells is told here too, and no more."""
        more = [claim.id for claim in self._claims()]
        return ClaimMatrix(self.opened.pack, self.opened.texts, self.stage, self._passages.told, more)

    def _see_again(self) -> None:
        self._matrix.see_again()
        self._refresh()

    def _refresh(self) -> None:
        state, source = self.state(), self.sources.value()
        self._matrix.set_state(state, self.opened.held(state))
        claims = self._claims()
        here = silences_of(source, self._matrix, claims)
        self._found = {one.claim.id: one for one in here.known}
        self._open = {claim.id: claim for claim in here.open}
        for one in self._letters:
            there = here if one == source else silences_of(one, self._matrix, claims)
            self.sources.set_done(one, done=self._is_done(there))
        self.lines.set_lines(self._lines_of(here), self.lines.key)
        self.say_what_is_held(here.asked)
        self._show_work()

    def _is_done(self, there: Silences) -> bool:
        judged = all(self._judgement(each) is not None for each in there.known)
        return bool(there.known) and judged and not there.open

    def _lines_of(self, here: Silences) -> list[ListLine]:
        lines = [
            ListLine(one.claim.id, one.claim.claim, self._say(one), "✓" if self._judgement(one) else "")
            for one in here.known
        ]
        if here.open:
            count = len(here.open)
            told = ngettext("Not filled in yet: {count} claim", "Not filled in yet: {count} claims", count)
            lines.append(ListLine("", told.format(count=count)))
        return [*lines, *(ListLine(claim.id, claim.claim) for claim in here.open)]

    def _say(self, silence: Silence) -> str:
        cells = [self._matrix.cell(silence.claim, one) for one in silence.speaking]
        return speaking_words([(self._letters[cell.source][0], cell.stances) for cell in cells])

    def _show_work(self) -> None:
        silence, claim = self._in_hand(), self._open.get(self.lines.key)
        self.split.setVisible(silence is not None or claim is not None)
        any_claims = bool(self._claims())
        self.empty.setVisible(silence is None and claim is None and any_claims)
        self.no_claims.setVisible(not any_claims)
        self.work.setVisible(silence is not None)
        self._show_offer(silence, claim)
        if silence is not None:
            self._show_silence(silence)
        elif claim is None:
            self.say_nothing_there(self._letters[self.sources.value()][0])

    def _show_offer(self, silence: Silence | None, claim: "Claim | None") -> None:
        """Offer to fill in or to show what is not told yet of the claim in hand."""
        about = claim or (silence.claim if silence is not None else None)
        if about is None or (silence is not None and (silence.key is not None or not has_key(about))):
            self.offer.hide()
            return
        letter = self._letters[self.sources.value()][0]
        there = any(one.id == about.id for one in self._matrix.claims)  # a stage compares some of them
        if silence is not None:
            words = found_words(row=there)
        else:
            words = open_words(letter, row=there, key=has_key(about))
        self.offer.offer("" if silence else about.claim, words, fill=there, show=has_key(about))

    def _show_silence(self, silence: Silence) -> None:
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
        if not has_key(silence.claim):
            return _("You found this silence yourself; the pack’s authors say nothing of it.")
        if silence.key is None or told:
            return ""
        return _("Say what you think; then you see what the pack’s authors think of it.")

    def _lines(self, silence: Silence) -> list[StripLine]:
        speaking = (self._matrix.cell(silence.claim, one) for one in silence.speaking)
        return [line for cell in speaking for line in saying_lines(cell, self._passages.words)]

    # What the learner does

    def _fill_row(self) -> None:
        self.part_asked.emit(f"matrix/{self.lines.key}/{self.sources.value()}")

    def _show_row(self) -> None:
        """Have the author's key of the row told, as the learner asks for it; then go on to the next."""
        key, order = self.lines.key, self.lines.shown_keys()
        claim = self._open.get(key)
        if not self.judge(row_shown(key), chosen=("shown",)):
            return
        self._refresh()
        told = _("Shown.")
        if claim is not None and key not in self._found:
            letter = self._letters[self.sources.value()][0]
            told = _("{claim}: no silence of {letter}.").format(claim=claim.claim.rstrip("."), letter=letter)
            after = (one for one in order[order.index(key) :] if one in self._open)
            self.lines.take(next(after, self.lines.key))
            self.came.setText(told)
            self.came.show()
        announce(self, told)
        if not self.offer.focus():
            self._to_work()

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
        self.came.hide()
        self.work.text.keep_now()
        self._refresh()
        self.split.to_top()
        self.turned.emit()

    def _line_chosen(self, _claim: str) -> None:
        self.came.hide()
        self.work.text.keep_now()
        self._show_work()
        self.split.to_top()
        self.turned.emit()

    def _to_work(self) -> None:
        if self._in_hand() is not None:
            self.work.focus()
        elif not self.offer.focus():
            self.enter()
