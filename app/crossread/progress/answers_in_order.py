"""Answers in the order in which they were given, however many: those of stages, of practice and of review."""

from collections.abc import Iterable, Iterator

from crossread.base.entries import Entry
from crossread.progress.answer_standing import Standings
from crossread.progress.history import ANSWERS, AnswerGiven, Seen, Where, answer_given

__all__ = ["ANSWERS", "Where", "answers_in_order", "standings_of"]


def standings_of(entries: Iterable[Entry]) -> Standings:
    """Work out how all answers stand. Entries come oldest first."""
    standings = Standings()
    for entry in entries:
        standings.add(entry)
    return standings


def answers_in_order(
    entries: Iterable[Entry], standings: Standings, seen: Seen | None = None
) -> Iterator[tuple[Where, AnswerGiven]]:
    """Give one answer after another, oldest first, with where it was given.

    `standings` are those of the same entries, or of their beginning: what was given since is left out, as
    nobody has worked out yet how it stands.
    """
    for entry in entries:
        where = ANSWERS.get(entry.kind)
        if where is not None and entry.id in standings:
            yield where, answer_given(entry, standings.of(entry.id), seen)
