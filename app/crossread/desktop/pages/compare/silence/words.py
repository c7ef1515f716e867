"""What is said of a silence that the pack's authors have not told yet, and how they come to tell it."""

from crossread.base.translation import _


def found_words(*, row: bool) -> str:
    """Tell whoever found a silence how to learn what the authors think; `row`: there is one to fill."""
    if row:
        return _(
            "You found this silence yourself. Check the row, or have it shown: then you see what the pack’s "
            "authors think of it."
        )
    return _(
        "You found this silence yourself. Have it shown: then you see what the pack’s authors think of it."
    )


def open_words(letter: str, *, row: bool, key: bool) -> str:
    """Tell how to learn who speaks of a claim and who does not; `key`: its authors say so."""
    if not key:
        told = _("Whether {letter} speaks of this, and who does, is not filled in. There is no key.")
        return told.format(letter=letter)
    if row:
        return _(
            "Who speaks of this and who is silent is not filled in yet. Fill in this row, or have it shown."
        )
    return _("Who speaks of this and who is silent is not told yet. You can have it shown.")
