"""The one next step that the progress page points to: review, the pack that is under way, or practice."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crossread.base.translation import _, ngettext
from crossread.desktop.pages.progress.begun_packs import BegunPacks
from crossread.desktop.place import LIBRARY, PRACTICE, REVIEW, Place
from crossread.operations.outside.review_count import waiting
from crossread.progress.progress_of import Progress

if TYPE_CHECKING:
    from crossread.desktop.pages.page import Surroundings


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next: `why` in a sentence, `words` on the button, `name` for who hears it alone."""

    why: str
    words: str
    name: str
    place: Place


def next_step(around: "Surroundings", begun: BegunPacks, progress: Progress) -> NextStep:
    """Return what is best done next: what comes back today, else what was begun, else practice."""
    review = waiting(around.session, around.settings, around.clock.now().astimezone())
    if review:
        told = ngettext(
            "{count} question comes back today, first what you had wrong or guessed.",
            "{count} questions come back today, first what you had wrong or guessed.",
            review,
        )
        return NextStep(told.format(count=review), _("Review ›"), _("Review"), REVIEW)
    under_way = _under_way(around, begun, progress)
    if under_way:
        title = begun.titles()[under_way]
        answered, required = around.session.how_far(under_way)
        told = _("You are under way in “{pack}”: {answered} of {required} questions.")
        return NextStep(
            told.format(pack=title, answered=answered, required=required),
            _("Go on with it ›"),
            _("Go on with it: {pack}").format(pack=title),
            Place("stage", under_way),
        )
    if any(one.now.share is not None for one in progress.skills.values()):
        told = _("All that you began is answered, and nothing comes back today.")
        return NextStep(told, _("Practise a skill ›"), _("Practise a skill"), PRACTICE)
    told = _("There is nothing to go on with here.")
    return NextStep(told, _("Choose a pack ›"), _("Choose a pack"), LIBRARY)


def _under_way(around: "Surroundings", begun: BegunPacks, progress: Progress) -> str:
    """Return the pack read last, or else the first, of which something is open; "" where nothing is."""
    here = begun.titles()
    packs = [pack for pack in begun.begun(progress) if pack in here]
    last = str(around.settings.place("last").get("pack", ""))
    packs.sort(key=lambda pack: pack != last)
    for pack in packs:
        answered, required = around.session.how_far(pack)
        if answered < required:
            return pack
    return ""
