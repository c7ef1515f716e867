"""What a text of a source is called where it is cited: whose wording it is, or which edition."""

from crossread.base.translation import _
from crossread.packs.sources.source import Source
from crossread.questions.passages import DIGEST, ORIGINAL, VERSION, Which


def text_name(source: Source, which: Which) -> str:
    """Name a text of a source, for who has no window with a switch before them.

    An edition that the pack does not have is called by its id.
    """
    if which == DIGEST and source.own:
        return _("the article as it was added")
    if which == DIGEST:
        return _("digest by the pack’s authors")
    if which == ORIGINAL:
        return _("the author’s own text")
    return next((one.label for one in source.versions if VERSION + one.id == which), which)
