"""What a session has at hand of the record, for tests of what comes to be written."""

from collections.abc import Sequence

from crossread.base.entries import Entry
from crossread.operations.sessions.session import Session


def entries_at_hand(session: Session) -> Sequence[Entry]:
    """Return the entries that are at hand, oldest first: in a short record all of them."""
    return session._memory._remembered.at_hand.newest
