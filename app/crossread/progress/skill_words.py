"""What skills are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crossread.base.errors import N_
from crossread.base.translation import _

if TYPE_CHECKING:
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
