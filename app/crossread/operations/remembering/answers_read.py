"""Reading answers page by page, newest first, each as it stands by now, whatever the record's length."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from crossread.base.entries import Entry
    from crossread.operations.remembering.asking_record import AskingRecord
    from crossread.progress.history import AnswerGiven
    from crossread.record.record import Record
    from crossread.record.rows import StoredRow

LOOKED_THROUGH = 2_000  # entries that are looked through for answers at once

# A place of answers: the pack, the question ("" for what is said of a whole attempt), and the attempts that
# matter: from 1 for answers of stages, any of which may be the one that counts; 0 for practice and review.
_Place = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """A page of answers, newest first, and what was on the screen with them, by digest."""

    answers: tuple[AnswerGiven, ...]
    seen: Mapping[str, Mapping[str, Any]]


def answers_page(
    ask: AskingRecord, unwritten: Sequence[Entry], before: int | None, count: int, pack: str
) -> AnswersPage:
    """Return up to `count` answers before entry `before` (None: the newest), of a pack or of all ("").

    `unwritten` are the entries that the record may not have yet, oldest first. Raises Expected.
    """
    from crossread.progress.answer_standing import Standings
    from crossread.progress.history import ANSWERS, answer_given
    from crossread.record.rows import entry_of

    here = [one for one in unwritten if one.kind in ANSWERS and pack in ("", one.pack)]
    chosen = {one.id: one for one in here if before is None or one.seq < before}
    chosen |= {one.row.id: entry_of(one.row) for one in _newest(ask, before, count, pack)}
    given = sorted(chosen.values(), key=_number, reverse=True)[:count]
    standings = Standings()
    about = {one.row.id: entry_of(one.row) for one in ask(partial(_about, _places(given)))}
    about |= {one.id: one for one in unwritten}
    for entry in sorted(about.values(), key=_number):
        standings.add(entry)
    seen = ask.seen({one.seen_digest for one in given if one.seen_digest})
    return AnswersPage(tuple(answer_given(one, standings.of(one.id), seen.get) for one in given), seen)


def _newest(ask: AskingRecord, before: int | None, count: int, pack: str) -> list[StoredRow]:
    numbers: list[int] = []
    while len(numbers) < count and before != 0:
        more, before = ask(partial(_look, before, pack))
        numbers += more
    return ask(partial(_by_number, numbers[:count])) if numbers else []


def _look(before: int | None, pack: str, record: Record) -> tuple[list[int], int]:
    from crossread.progress.history import ANSWERS

    return record.ask(lambda queries: queries.newest(ANSWERS.keys(), before, LOOKED_THROUGH, pack))


def _by_number(numbers: Sequence[int], record: Record) -> list[StoredRow]:
    return record.ask(lambda queries: queries.by_number(numbers))


def _places(given: Iterable[Entry]) -> Sequence[_Place]:
    """Return where everything stands that bears on some answers: marks, hand-ins, what was released."""
    oldest: dict[tuple[str, str], int] = {}
    for entry in given:
        for question in (entry.question, ""):
            place = entry.pack, question
            oldest[place] = min(entry.attempt, 1, oldest.get(place, 1))
    return [(*place, attempt) for place, attempt in oldest.items()]


def _about(places: Sequence[_Place], record: Record) -> list[StoredRow]:
    return record.ask(lambda queries: [row for place in places for row in queries.of_place(*place)])


def _number(entry: Entry) -> int:
    return entry.seq
