"""What packs and stages are called where their own title may not be known: not by an id alone."""

from collections.abc import Mapping

from crossread.base.translation import _


def pack_told(titles: Mapping[str, str], pack: str) -> str:
    """Return the title of a pack; of one that nobody here knows by more than its id, that it is gone."""
    return titles.get(pack) or _("A pack that is no longer here ({id})").format(id=pack)


def stage_told(title: str | None, number: int = 0) -> str:
    """Return the title of a stage; where that is not known, which one it was that was come to, from 1."""
    if title:
        return title
    if not number:
        return _("A stage whose title is not known")
    return _("Stage {number}, whose title is not known").format(number=number)
