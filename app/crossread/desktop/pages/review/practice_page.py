"""Practice: the questions of one skill, as many as one wishes, and nothing of it counts in a stage."""

from collections.abc import Sequence
from typing import get_args

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.page import Surroundings
from crossread.desktop.pages.review.alone_page import AlonePage
from crossread.desktop.pages.review.asked_alone import AskedAlone
from crossread.desktop.pages.review.sheet import Sheet
from crossread.desktop.place import LIBRARY, Place
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.operations.outside.asked_outside import Asked, Response
from crossread.operations.sessions.changed import Changed
from crossread.progress.skill_words import skill_words
from crossread.questions.kind import Skill
from crossread.questions.mark import Mark

SKILLS: tuple[Skill, ...] = get_args(Skill)


class SkillList(QWidget):
    """One button for each skill there is something to practise of."""

    def __init__(self, counts: dict[Skill, int], page: "PracticePage") -> None:
        super().__init__(page)
        self.buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for skill, count in counts.items():
            told = ngettext("{count} question", "{count} questions", count).format(count=count)
            button = plain(skill_words(skill), self)
            button.setAccessibleName(_("{skill}, {questions}").format(skill=button.text(), questions=told))
            button.setProperty("skill", skill)
            button.clicked.connect(page.skill_clicked)
            row = QWidget(self)
            flow = FlowLayout(row, across=12, down=2)
            flow.addWidget(button)
            flow.addWidget(labels.quiet(told, row))
            column.addWidget(row)
            self.buttons.append(button)
        self._even_out()

    def event(self, event: QEvent) -> bool:
        """Make the buttons alike in width again once their words are larger or smaller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._even_out()
        return super().event(event)

    def _even_out(self) -> None:
        """Make all buttons as wide as the widest, so that what stands beside them is in one line."""
        widest = max((button.sizeHint().width() for button in self.buttons), default=0)
        for button in self.buttons:
            button.setMinimumWidth(widest)


class PracticePage(AlonePage):
    """The page of practice; a place's `about` is the skill."""

    name = "practice"

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, _("Practise a skill"), parent)
        self._practising = around.practising
        self._skill = ""
        self._waiting: list[Asked] = []
        self._changed_since = False  # whether packs are others than those the questions are from
        self._asked = 0
        self._right = 0
        self.skills: SkillList | None = None

    # Choosing

    def go_to(self, place: Place) -> None:
        """Practise the skill that a place is about; without one the learner chooses.

        Who comes back to the skill in hand goes on where they were.
        """
        if self.asking and place.about == self._skill:
            return
        if place.about in SKILLS:
            self._skill = place.about
            self._asked = self._right = 0
            self._waiting = []
        elif not self.asking:
            self._skill = ""

    def enter(self) -> None:
        """Ask, or offer the skills."""
        if self.show_not_known() or self.show_counting(self._practising.counting()):
            return
        if self._skill and not self._waiting and not (self.asking and self._asked):
            self._open()
        elif self.asking and self._skill:
            self.view.focus()
        else:
            self._offer()

    def here(self) -> Place:
        """Return the page with its skill."""
        return Place("practice", about=self._skill)

    def _offer(self) -> None:
        self._skill = ""
        counts = self._practising.skills()
        known: dict[Skill, int] = {skill: counts[skill] for skill in SKILLS if counts.get(skill)}
        if not known:
            nothing = _(
                "Once you have handed in a stage, or checked answers, you can practise here with their "
                "questions, as often as you like. Nothing of it counts."
            )
            sheet = Sheet(_("Nothing to practise yet"), [nothing], agree=_("To the library"))
            sheet.agreed.connect(self._leave)
            self.show_sheet(sheet, aloud=True)
            return
        about = _(
            "Questions you have had before, of one skill, out of all packs: first what was wrong or "
            "guessed. As many as you like; nothing of it counts."
        )
        self.skills = SkillList(known, self)
        self.show_sheet(Sheet(_("Which skill?"), [about], content=self.skills))
        self.skills.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def skill_clicked(self) -> None:
        """Practise the skill whose button was pressed."""
        button = self.sender()
        if isinstance(button, QPushButton):
            self.asked.emit(Place("practice", about=str(button.property("skill"))))

    # Asking

    def _open(self) -> None:
        self.show_sheet(Sheet(skill_words(self._which()), [_("Opening the questions…")]))
        self._changed_since = False
        self._practising.open(self._skill, self._opened)

    def _which(self) -> Skill:
        return next(skill for skill in SKILLS if skill == self._skill)

    def _opened(self, questions: Sequence[Asked]) -> None:
        self._waiting = list(questions)
        if self._waiting:
            self._ask()
            return
        none = _("There is no question of this skill to practise with now.")
        sheet = Sheet(skill_words(self._which()), [none], agree=_("Another skill…"))
        sheet.agreed.connect(self._offer)
        self.show_sheet(sheet, aloud=True)

    def _ask(self) -> None:
        asked = self._waiting[0]
        self.show_question()
        number = _("Question {number}").format(number=self._asked + 1)
        self.view.ask(AskedAlone(self.around.session, asked), number=number)

    def give(self, asked: Asked, response: Response) -> Mark:
        """Have an answer marked and remembered."""
        return self._practising.give(asked, response)

    def marked(self, mark: Mark) -> str:
        """Count it for the end."""
        self._asked += 1
        self._right += mark.is_right
        return ""

    def go_on(self) -> None:
        """Go to the next question; after the last one all begin anew, in their new order."""
        if self.view.alone is None or self.view.alone.mark is None:
            return
        self._waiting = self._waiting[1:]
        if self._waiting and self._changed_since:
            self._open()
        elif self._waiting:
            self._ask()
        else:
            self._end(all_of_them=True)

    def stop(self) -> None:
        """Stop, and say how much it was."""
        if self._asked:
            self._end(all_of_them=False)
        else:
            self._offer()

    def _end(self, *, all_of_them: bool) -> None:
        self._waiting = []
        told = ngettext(
            "{count} question practised, {right} right.",
            "{count} questions practised, {right} right.",
            self._asked,
        ).format(count=self._asked, right=self._right)
        every = _("Those were all that there are of this skill.") if all_of_them else ""
        sheet = Sheet(
            _("Enough for now"), [told, every], agree=_("Another skill…"), other=_("To the library")
        )
        sheet.agreed.connect(self._offer)
        sheet.other.connect(self._leave)
        self._asked = self._right = 0
        self._skill = ""
        self.show_sheet(sheet, aloud=True)

    def _leave(self) -> None:
        self.asked.emit(LIBRARY)

    def undo(self) -> None:
        """Take the last step of the answer back."""
        self.view.undo()

    def deeds(self) -> "dict[str, Deed]":
        """Return what the page's keys do."""
        return {**super().deeds(), "undo-asked": self.undo}

    def changed(self, what: Changed) -> None:
        """Let go of packs that are others now."""
        super().changed(what)
        if "library" in what.what and self.asking:
            self._practising.let_go()  # the question in view keeps its own
            self._changed_since = True
        elif "library" in what.what:
            self.leave()

    def leave(self) -> None:
        """Let go of the packs; the question in view stays as it is."""
        if not self.asking:
            self._practising.let_go()
            self._waiting = []
