"""Review: the set of today, one question after another, with an end."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from crossread.base.declared import REVIEW_MOST
from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.review.alone_page import AlonePage
from crossread.desktop.pages.review.asked_alone import AskedAlone
from crossread.desktop.pages.review.rating_row import RatingRow, days_words
from crossread.desktop.pages.review.sheet import Sheet
from crossread.desktop.place import LIBRARY, PRACTICE
from crossread.operations.outside.asked_outside import Asked, Response
from crossread.operations.outside.review_count import ENOUGH
from crossread.operations.outside.reviewing import Reviewed, ReviewSet, again
from crossread.operations.sessions.changed import Changed
from crossread.questions.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossread.progress.review import Key


class ReviewPage(AlonePage):
    """The page of review."""

    name = "review"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, _("Review"), parent)
        self._reviewing = around.reviewing
        self._set: ReviewSet | None = None
        self._reviewed: Reviewed | None = None
        self._rating: RatingRow | None = None
        self._opening = False
        self._begin_at_once = False
        self._day = self._reviewing.now().date()  # whose set it is
        self._taken_back: Key | None = None

    # What is in view

    def enter(self) -> None:
        """Show how much there is today, or the question that was in view."""
        if self.asking and self._reviewed is None and self._same_day():
            self.view.focus()
            return
        self._open(begin=False)

    def is_ready(self) -> bool:
        """Tell whether it is known what there is to be asked today."""
        return self._set is not None and not self._opening

    def _same_day(self) -> bool:
        return self._set is not None and self._reviewing.now().date() == self._day

    def _open(self, *, begin: bool) -> None:
        self._begin_at_once = begin
        if self._opening or self.show_not_known() or self.show_counting(self._reviewing.counting()):
            return
        self._opening = True
        if not self.asking:
            self.show_sheet(Sheet(_("Review"), [_("Opening what comes back today…")]))
        self._reviewing.open(self._opened)

    def _opened(self, review_set: ReviewSet) -> None:
        self._opening = False
        self._set, self._day = review_set, self._reviewing.now().date()
        self._reviewed = None
        if review_set.questions and self._begin_at_once:
            self._ask()
        else:
            self._show_sheet(aloud=self.isVisible())

    def _show_sheet(self, *, aloud: bool) -> None:
        if self._set is None:
            return
        sheet = self._sheet_of(self._set)
        sheet.agreed.connect(self._agreed)
        sheet.other.connect(self._practise)
        self.show_sheet(sheet, aloud=aloud)

    def _sheet_of(self, review_set: ReviewSet) -> Sheet:
        planned, count = review_set.plan, len(review_set.questions)
        gone = ngettext(
            "{count} question is left out: its pack has changed.",
            "{count} questions are left out: their packs have changed.",
            review_set.left_out,
        ).format(count=review_set.left_out)
        left_out = gone if review_set.left_out else ""
        days = (self._day, planned.ahead)
        practise = _("Practise a skill…")
        seen = len(self._reviewing.state().cards)
        if count:
            heading = ngettext("{count} question today", "{count} questions today", count)
            sentences = [self._from_words(review_set), self._spread_words(review_set), left_out]
            agree = _("Go on") if planned.done else _("Begin")
            return Sheet(heading.format(count=count), sentences, days=days, agree=agree, other=practise)
        next_in = planned.next_in
        if planned.done:
            told = ngettext("{count} question asked.", "{count} questions asked.", planned.done)
            sentences = [told.format(count=planned.done), self._next_words(review_set), left_out]
            return Sheet(_("Done for today"), sentences, days=days, agree=_("To the library"), other=practise)
        if next_in or planned.later or seen >= ENOUGH:
            sentences = [self._next_words(review_set), left_out]
            heading = _("Nothing comes back today")
            return Sheet(heading, sentences, days=days, agree=_("To the library"), other=practise)
        nothing = _(
            "Once you have handed in a stage, or checked answers, some of the questions come back here on "
            "later days: a few a day, and first what you did not know or only guessed."
        )
        return Sheet(_("Nothing to review yet"), [nothing, left_out], agree=_("To the library"))

    def _from_words(self, review_set: ReviewSet) -> str:
        titles = list(dict.fromkeys(asked.opened.pack.title for asked in review_set.questions))
        packs = ", ".join(f"“{title}”" for title in titles)
        return _("From {packs}. What you had wrong or guessed comes first.").format(packs=packs)

    def _spread_words(self, review_set: ReviewSet) -> str:
        """Say that the rest is spread, where a day is full; nothing of it is late."""
        planned, most = review_set.plan, self.around.settings[REVIEW_MOST]
        if len(planned.today) + planned.done < most or not planned.ahead[0]:
            return ""
        told = _("No day has more than {count}; what else there is comes on the days after.")
        return told.format(count=most)

    def _next_words(self, review_set: ReviewSet) -> str:
        planned = review_set.plan
        if not planned.next_in and not planned.later:
            return _("Once you have handed in more, some of those questions come back here on later days.")
        if not planned.next_in:
            return _("Nothing comes in the next two weeks. What you know well comes back later.")
        count = planned.ahead[planned.next_in - 1]
        told = ngettext("The next question comes {when}.", "The next {count} questions come {when}.", count)
        return told.format(count=count, when=days_words(planned.next_in))

    # A question

    def _ask(self) -> None:
        if self._set is None or not self._set.questions:
            return
        asked = self._set.questions[0]
        self._reviewed, self._rating = None, None
        done = self._set.plan.done
        number = _("{number} of {all}").format(number=done + 1, all=done + len(self._set.questions))
        self.show_question()
        self.view.ask(AskedAlone(self.around.session, asked), number=number)

    def give(self, asked: Asked, response: Response) -> Mark:
        """Have an answer marked and remembered."""
        self._reviewed = self._reviewing.give(asked, response)
        return self._reviewed.mark

    def marked(self, _mark: Mark) -> str:
        """Say below it when it comes back, and ask how well it was known."""
        self._rating = RatingRow(self)
        self._rating.moved.connect(self._rate)
        self._tell_rating(aloud=False)
        self.view.put_below(self._rating)
        return self._rating.told()

    def _rate(self, by: int) -> None:
        """Take the learner's word for how well it was known."""
        if self._reviewed is None or self._rating is None:
            return
        wanted = again(self._reviewed, by)
        if wanted == self._reviewed.rating:
            self._rating.stay(self._reviewed.due, self._reviewing.now().date(), by)
            return
        try:
            self._reviewed = self._reviewing.rate(self._reviewed, wanted)
        except Expected as error:
            self.say(error.message)
            return
        self._tell_rating(aloud=True)

    def _tell_rating(self, *, aloud: bool) -> None:
        if self._reviewed is not None and self._rating is not None:
            today = self._reviewing.now().date()
            self._rating.tell(self._reviewed.due, today, self._reviewed.rating, aloud=aloud)

    def go_on(self) -> None:
        """Go to the next question of the set, or to its end."""
        if self._reviewed is not None:
            self._open(begin=True)

    def stop(self) -> None:
        """Go back to the library; the set goes on later where it is now."""
        self.asked.emit(LIBRARY)

    def _agreed(self) -> None:
        if self._set is not None and self._set.questions:
            self._ask()
        else:
            self.asked.emit(LIBRARY)

    def _practise(self) -> None:
        self.asked.emit(PRACTICE)

    # Taking back

    def undo(self) -> None:
        """Take the last step of the answer back; where there is none, the last review of today."""
        if self.view.undo():
            return
        try:
            taken = self._reviewing.undo()
        except Expected as error:
            self.say(error.message)
            return
        if taken is None:
            self.say(_("Nothing was reviewed today that could be taken back."))
            return
        self._taken_back = taken
        self._reviewing.open(self._opened_again)

    def _opened_again(self, review_set: ReviewSet) -> None:
        """Ask first what was just taken back."""
        self._opening = False
        self._reviewed = None
        first = [asked for asked in review_set.questions if asked.key == self._taken_back]
        others = tuple(asked for asked in review_set.questions if asked.key != self._taken_back)
        self._day = self._reviewing.now().date()
        self._set = ReviewSet(questions=(*first, *others), plan=review_set.plan, left_out=review_set.left_out)
        if first:
            self._ask()
            self.say(_("The last review is taken back; its question is asked again."))
        else:
            self._show_sheet(aloud=True)
            self.say(_("The last review is taken back. Its question cannot be asked now."))

    def deeds(self) -> "Mapping[str, Deed]":
        """Return what the page's keys do."""
        return {
            **super().deeds(),
            "undo-asked": self.undo,
            "known-better": partial(self._rate, 1),
            "known-worse": partial(self._rate, -1),
        }

    def changed(self, what: Changed) -> None:
        """Let go of packs that are others now; the set of another learner is another one."""
        super().changed(what)
        if "library" in what.what and self.asking and not self._opening:
            self._reviewing.let_go()  # the question in view keeps its own pack, the next are as they are now
        elif "library" in what.what:
            self._let_go()
            if self.isVisible():
                self._open(begin=self.asking and self._begin_at_once)

    def leave(self) -> None:
        """Let go of the packs; the question in view stays as it is."""
        if not self.asking:
            self._let_go()

    def _let_go(self) -> None:
        self._reviewing.let_go()
        self._set, self._opening = None, False
