"""A link beside what is told of skills: practise one of them."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop.place import Place
from crossread.desktop.widgets.buttons import link_button
from crossread.desktop.widgets.picking.list_menu import ListMenu
from crossread.progress.skill_words import skill_words
from crossread.questions.kind import Skill


class PractiseLink(QObject):
    """A button that opens a list of skills; `asked` gives the place where the one picked is practised."""

    asked = Signal(object)

    def __init__(self, skills: Iterable[Skill], parent: QWidget) -> None:
        super().__init__(parent)
        self._skills = tuple(skills)
        self.button = link_button(_("Practise…"), parent)
        self.button.setAccessibleName(_("Practise a skill"))
        self.button.clicked.connect(self._open)

    def skills(self) -> tuple[Skill, ...]:
        """Return the skills in the order of the list."""
        return self._skills

    def _open(self) -> None:
        menu = ListMenu(_("Practise a skill"), self.button)
        menu.add(tuple((skill, skill_words(skill)) for skill in self._skills), current="")
        menu.picked.connect(self._picked)
        menu.open_below(self.button)

    def _picked(self, skill: str) -> None:
        self.asked.emit(Place("practice", about=skill))
