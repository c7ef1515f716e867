"""Checks of which questions a learner gets, and when: pools, and what comes after what."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from crossread.base.translation import _, ngettext
from crossread.packs import pack_files
from crossread.packs.checks.ids import Ids
from crossread.packs.pack import Pool
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.schema import Head
from crossread.questions.faults import repeated
from crossread.questions.kind import Question

_SHOWN = 6  # ids of a circle in one sentence

Path = tuple[str | int, ...]


def check_sequence(draft: Draft, problems: Problems) -> None:
    """Note pools that cannot be drawn from, and questions that could never be opened."""
    _Sequence(draft, problems).check()


class _Sequence:
    def __init__(self, draft: Draft, problems: Problems) -> None:
        self._draft = draft
        self._problems = problems
        self._ids = Ids(draft, problems)
        self._questions = {written.value.id: written.value for written in draft.questions}
        head = draft.head.value if draft.head else None
        self._place_of = {row.id: place for place, row in enumerate(head.stages)} if head else {}
        self._pools: dict[str, Pool] = {}

    def check(self) -> None:
        if self._draft.head:
            self._pool_ids(self._draft.head)
            for number, pool in enumerate(self._draft.head.value.pools):
                self._pool(self._draft.head, ("pools", number), pool)
        for question in self._draft.questions:
            if question.value.after:
                self._after(question)
        self._circles()

    def _error(self, written: Written[Head] | Written[Question], path: Path, code: str, message: str) -> None:
        self._problems.error(written.file, written.at(*path), code, message)

    def _pool_ids(self, written: Written[Head]) -> None:
        for place in repeated([pool.id for pool in written.value.pools]):
            message = _("Another pool has the id “{id}” already. Ids have to differ.")
            message = message.format(id=written.value.pools[place].id[:64])
            self._error(written, ("pools", place, "id"), "id-twice", message)

    def _pool(self, written: Written[Head], at: Path, pool: Pool) -> None:
        for number, given in enumerate(pool.questions):
            other = self._pools.setdefault(given, pool)
            where = written.at(*at, "questions", number)
            if self._ids.check(written.file, where, given, pack_files.QUESTIONS) and other is not pool:
                message = _(
                    "“{id}” is in the pool “{pool}” already. A question can be drawn from one pool only."
                ).format(id=given, pool=other.id)
                self._problems.error(written.file, where, "in-two-pools", message)
        self._named_once(written, (*at, "questions"), pool.questions)
        self._alike(written, at, pool)
        count = len(set(pool.questions))
        if not count:
            message = _("This pool has no questions. Give ids: questions: [one, two, three].")
            self._error(written, (*at, "questions"), "pool-empty", message)
        elif pool.draw < 1:
            message = _("A pool draws at least 1 question, not {draw}.").format(draw=pool.draw)
            self._error(written, (*at, "draw"), "out-of-range", message)
        elif pool.draw >= count:
            message = ngettext(
                "This pool has {count} question, so everybody gets it and nothing is drawn. Draw fewer.",
                "This pool has {count} questions, so everybody gets all and nothing is drawn. Draw fewer.",
                count,
            ).format(count=count)
            self._problems.warning(written.file, written.at(*at, "draw"), "pool-draws-all", message)

    def _alike(self, written: Written[Head], at: Path, pool: Pool) -> None:
        """Note questions of one pool that are not in one stage, or not all required or all extra."""
        there = [
            (number, self._questions[given])
            for number, given in enumerate(pool.questions)
            if given in self._questions and self._questions[given].stage in self._place_of
        ]
        # Most of them are right, most likely; of two stages with as many, the one that comes first.
        stages = Counter(question.stage for _number, question in there)
        right = max(stages, key=stages.__getitem__, default="")
        others = next((question.id for _number, question in there if question.stage == right), "")
        for number, question in there:
            if question.stage != right:
                message = _(
                    "“{id}” is in another stage than “{first}”. The questions of a pool belong to one stage."
                ).format(id=question.id, first=others)
                self._error(written, (*at, "questions", number), "pool-stages", message)
        if len({question.required for _number, question in there}) > 1:
            message = _(
                "Some questions of this pool are required and others not, so some learners would have more "
                "to answer. Make them alike."
            )
            self._problems.warning(written.file, written.at(*at, "questions"), "pool-mixed", message)

    def _after(self, written: Written[Question]) -> None:
        question = written.value
        self._named_once(written, ("after",), question.after)
        for number, given in enumerate(question.after):
            at = ("after", number)
            if given == question.id:
                message = _("A question cannot come after itself. Leave it out.")
                self._error(written, at, "after-itself", message)
                continue
            declared = self._ids.check(written.file, written.at(*at), given, pack_files.QUESTIONS)
            if declared and given in self._questions:
                self._can_come_first(written, at, self._questions[given])

    def _can_come_first(self, written: Written[Question], at: Path, first: Question) -> None:
        here = self._place_of.get(written.value.stage, len(self._place_of))
        if self._place_of.get(first.stage, 0) > here:
            message = _("“{id}” is in a later stage. Name a question of this stage or of an earlier one.")
            self._error(written, at, "after-later", message.format(id=first.id))
        pool = self._pools.get(first.id)
        if pool and pool.draw < len(set(pool.questions)):
            message = _(
                "“{id}” is drawn from the pool “{pool}”; for those who do not get it this question is open "
                "at once. If it has to wait, name one that everybody gets."
            ).format(id=first.id, pool=pool.id)
            self._problems.warning(written.file, written.at(*at), "after-not-drawn", message)

    def _circles(self) -> None:
        after = {written.value.id: written.value.after for written in self._draft.questions}
        waiting = {written.value.id: written for written in self._draft.questions}
        for circle, number in circles(after):
            ids = [*circle[:_SHOWN], "…"] if len(circle) > _SHOWN else [*circle, circle[0]]
            message = _("Each of these questions waits for the next, so none could be opened: {ids}.")
            message = message.format(ids=" → ".join(ids))
            self._error(waiting[circle[-1]], ("after", number), "after-circle", message)

    def _named_once(self, written: Written[Head] | Written[Question], at: Path, ids: Sequence[str]) -> None:
        for place in repeated(ids):
            message = _("“{id}” is named twice. Leave one out.").format(id=ids[place][:64])
            self._error(written, (*at, place), "named-twice", message)


def circles(after: Mapping[str, Sequence[str]]) -> Iterator[tuple[Sequence[str], int]]:
    """Give circles in what waits for what, and which wait of the last of each closes it.

    `after` says by id what each waits for; ids that are not in it, and waits for oneself, are passed over.
    One circle at least is given where there is one; each question closes one at most. Takes a time in
    proportion to all waits together.
    """
    done: set[str] = set()
    for start in after:
        way: list[str] = [] if start in done else [start]
        places = {start: 0}
        waits = [enumerate(after[start])]
        closed: set[str] = set()
        while way:
            number, wanted = next(waits[-1], (-1, ""))
            if number < 0:
                waits.pop()
                done.add(way[-1])
                del places[way.pop()]
            elif wanted in places:
                if wanted != way[-1] and way[-1] not in closed:
                    closed.add(way[-1])
                    yield way[places[wanted] :], number
            elif wanted in after and wanted not in done:
                places[wanted] = len(way)
                way.append(wanted)
                waits.append(enumerate(after[wanted]))
