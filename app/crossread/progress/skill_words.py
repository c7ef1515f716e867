"""What skills are called, and on how much is rested what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.base.errors import N_
from crossread.base.translation import _, ngettext

if TYPE_CHECKING:
    from crossread.progress.skills import SkillFigure
    from crossread.questions.kind import Skill

_SKILLS: dict[Skill, str] = {
    "corroborate": N_("Who else says so"),
    "integrate": N_("Put texts together"),
    "compare-sources": N_("Compare sources"),
    "who-said-what": N_("Who said what"),
    "close-reading": N_("Close reading"),
    "contextualise": N_("Put into context"),
    "use-evidence": N_("Use evidence"),
}


def skill_words(skill: Skill) -> str:
    """Name a skill."""
    return _(_SKILLS[skill])


def resting_words(figure: SkillFigure) -> str:
    """Say on how many answers a figure rests, and that it tells nothing where these are too few."""
    on = ngettext("on {items} answer", "on {items} answers", figure.items).format(items=figure.items)
    return on if figure.sure else _("too few to tell, {on}").format(on=on)
