"""One learner's term: what they do at each sitting, by the real operations, and what they know they did."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from crossread.base.errors import Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.inquiry.asked import asked
from crossread.inquiry.commands import (
    Answer,
    Check,
    Command,
    EnterStage,
    HandIn,
    OpenCard,
    PutHighlight,
    PutNote,
    Release,
    SetExpectation,
    TryAgain,
    Withdraw,
)
from crossread.inquiry.notes import MEANINGS, Highlight, Note
from crossread.inquiry.view import question_view
from crossread.operations.noting.noting import passage_of
from crossread.operations.opening.opened import OpenPack
from crossread.operations.outside.asked_outside import Asked, Response
from crossread.operations.outside.practising import Practising
from crossread.operations.outside.reviewing import Reviewing, ReviewSet, again
from crossread.operations.sessions.presence import InView
from crossread.operations.sessions.session import Session
from crossread.operations.sessions.sitting import Sitting, sitting
from crossread.packs.pack import Stage
from crossread.progress.review import REVIEW
from crossread.questions.kind import Question
from crossread.texts.words.sentences import sentences
from tests.term.answering import response
from tests.term.calendar import RELEASE, TermClock, is_lesson, morning
from tests.term.characters import Character

PER_LESSON = 10  # questions that fit into a lesson
LOOKS_BACK = 0.5  # the chance that they look into other texts before they answer
EXPECTED = ("On the figures.", "On who is to blame for what.", "Not much.")


@dataclass(kw_only=True)
class Player:
    """A learner at work. `did` counts what the session took, by the kind of its entry."""

    name: str
    character: Character
    id: str
    chance: Random
    packs: Sequence[OpenPack]
    did: Counter[str] = field(default_factory=Counter)
    loads: list[tuple[int, int]] = field(default_factory=list)  # by day: how many questions came back

    def day(self, day: int, folders: DataFolders, clock: TermClock) -> bool:
        """Sit down if they come on this day; return whether they did."""
        if not self.character.comes(day, self.chance):
            return False
        home = 0 if is_lesson(day) else 8 * 3600
        clock.set(morning(day) + timedelta(seconds=home + self.chance.randrange(1800)))
        settings = Settings(folders.settings)  # each sitting has its own, as each start of the program
        with sitting(folders, settings, clock, self.id) as sat:
            work = _Work(self, sat, settings, clock)
            if is_lesson(day):
                work.lesson()
                if day >= RELEASE:
                    work.release()
            elif self.chance.random() < self.character.home:
                work.practise()
            if self.chance.random() < self.character.home:
                work.review(day)
            sat.session.presence.leave()
        return True


class _Work:
    """One sitting."""

    def __init__(self, player: Player, sat: Sitting, settings: Settings, clock: TermClock) -> None:
        self._player, self._sat, self._settings, self._clock = player, sat, settings, clock
        self._session: Session = sat.session
        self._chance, self._character = player.chance, player.character

    # In a lesson

    def lesson(self) -> None:
        """Go on where they are in the packs: read, answer, hand in what is done."""
        left = PER_LESSON
        for opened in self._player.packs:
            for stage in opened.pack.stages:
                if left <= 0:
                    return
                left -= self._stage(opened, stage, left)

    def _stage(self, opened: OpenPack, stage: Stage, most: int) -> int:
        """Work at a stage that is not done yet; return how many questions that took."""
        state = self._session.state(opened.pack.id)
        questions = asked(state, opened.pack, stage.id)
        attempt = state.of(stage.id).latest
        if attempt.handed_in or (not questions and stage.id in state.stages):
            return 0
        self._do(opened, EnterStage(stage=stage.id), "stage-entered")
        self._read(opened, stage)
        if not questions:
            if stage.expectation:
                self._do(opened, SetExpectation(stage=stage.id, text=self._chance.choice(EXPECTED)), "")
            return 1
        open_ones = [one for one in questions if attempt.answer_to(one) is None]
        for question in open_ones[:most]:
            if self._chance.random() < LOOKS_BACK:
                self._look_into(opened, stage.id, self._chance.randrange(6, 60))
            self._answer(opened, question)
            if self._chance.random() < self._character.changes:
                self._answer(opened, question)
            elif self._chance.random() < self._character.changes / 2:
                self._withdraw(opened, question)
        if len(open_ones) <= most:
            self._hand_in(opened, stage)
        return max(1, len(open_ones[:most]))

    def _read(self, opened: OpenPack, stage: Stage) -> None:
        """Look at cards, have texts before them for a while, put something on them."""
        for source in self._chance.sample(opened.pack.sources, self._chance.randrange(3)):
            self._do(opened, OpenCard(source=source.id), "")
            self._stand(opened, stage.id, [(source.id, "card")], self._chance.randrange(6, 40))
        self._look_into(opened, stage.id, self._chance.randrange(60, 240))
        if self._chance.random() < self._character.notes:
            self._note(opened, self._chance.choice(opened.pack.sources).id)

    def _look_into(self, opened: OpenPack, stage: str, seconds: int) -> None:
        """Have one or two texts before them."""
        found = self._chance.sample(opened.pack.sources, self._chance.choice((1, 2, 2)))
        self._stand(opened, stage, [(source.id, "digest") for source in found], seconds)

    def _stand(self, opened: OpenPack, stage: str, sources: list[tuple[str, str]], seconds: int) -> None:
        view = InView(
            page="desk",
            pack=opened.pack.id,
            pack_version=opened.pack.version,
            stage=stage,
            sources=tuple(sources),
        )
        self._session.presence.stand(view)
        for begin in range(0, seconds, 50):
            self._clock.step(min(50, seconds - begin))
            self._session.presence.touch()

    def _note(self, opened: OpenPack, source: str) -> None:
        where = self._chance.choice(sentences(opened.pack.source(source).digest))
        passage = passage_of(opened, source, "digest", where)
        name = f"{self._chance.getrandbits(64):016x}"
        if self._chance.random() < 0.5:
            note = Note(id=name, text="Who told them?", passages=(passage,), tags=("ask",))
            self._do(opened, PutNote(note=note), "note-set")
        else:
            meaning = self._chance.choice(list(MEANINGS))
            highlight = Highlight(id=name, meaning=meaning, passage=passage)
            self._do(opened, PutHighlight(highlight=highlight), "highlight-set")

    def _answer(self, opened: OpenPack, question: Question) -> None:
        """Answer a question, and once more where another try is left and this one was not right."""
        for _try in range(3):
            view = question_view(
                self._session.state(opened.pack.id), opened.pack, question, opened.has_original
            )
            if not view.may_change:
                return
            given = self._given(opened, question)
            command = Check if view.checks else Answer
            self._clock.step(self._chance.randrange(10, 60))
            self._session.presence.touch()
            self._give(
                opened,
                question,
                command(
                    question=question.id,
                    response=given.response,
                    certainty=given.certainty,
                    dont_know=given.dont_know,
                ),
            )
            if not view.checks:
                return

    def _given(self, opened: OpenPack, question: Question) -> Response:
        knows = self._chance.random() < self._character.knows
        says_not = not knows and self._chance.random() < self._character.says_not
        stored = None if says_not else response(opened, question, self._chance, knows=knows)
        certainty = "" if stored is None else self._character.sure(knows, self._chance)
        return Response(response=stored, certainty=certainty, dont_know=stored is None)

    def _give(self, opened: OpenPack, question: Question, command: Answer | Check) -> None:
        """Give an answer; one that says nothing takes the last one back or is refused."""
        before = self._in_force(opened, question)
        if self._do(opened, command, "", but="nothing-answered"):
            after = self._in_force(opened, question)
            self._player.did["answered" if after not in ("", before) else "withdrawn"] += 1

    def _in_force(self, opened: OpenPack, question: Question) -> str:
        answered = self._session.state(opened.pack.id).newest_answer(question.id)
        return answered.entry if answered else ""

    def _withdraw(self, opened: OpenPack, question: Question) -> None:
        self._do(opened, Withdraw(question=question.id), "withdrawn", but="checked")

    def _hand_in(self, opened: OpenPack, stage: Stage) -> None:
        if not self._do(opened, HandIn(stage=stage.id), "handed-in", but="nothing-answered"):
            return
        if self._chance.random() < self._character.again:
            self._do(opened, TryAgain(stage=stage.id), "stage-entered")

    def release(self) -> None:
        """Have the results of tests shown, once the teacher says so."""
        for opened in self._player.packs:
            for stage in opened.pack.stages:
                attempt = self._session.state(opened.pack.id).of(stage.id).latest
                if attempt.handed_in and not attempt.released:
                    self._do(opened, Release(stage=stage.id), "released", but="nothing-held-back")

    # At home

    def practise(self) -> None:
        """Practise a skill for a while."""
        practising = Practising(self._session)
        self._count()
        skills = sorted(practising.skills())
        if not skills:
            return
        found: list[Sequence[Asked]] = []
        practising.open(self._chance.choice(skills), found.append)
        self._sat.wait_for(lambda: bool(found))
        for one in list(found[0])[:3]:
            self._clock.step(self._chance.randrange(10, 60))
            practising.give(one, self._given(one.opened, one.question))
            self._player.did["practised"] += 1
        practising.let_go()

    def review(self, day: int) -> None:
        """Go through the set of the day, and undo the last rating now and then."""
        reviewing = Reviewing(self._session, self._settings, self._clock)
        self._count()
        if not reviewing.plan().today:
            self._player.loads.append((day, 0))
            return
        found: list[ReviewSet] = []
        reviewing.open(found.append)
        self._sat.wait_for(lambda: bool(found))
        self._player.loads.append((day, len(found[0].questions)))
        for one in found[0].questions:
            self._clock.step(self._chance.randrange(5, 40))
            reviewed = reviewing.give(one, self._given(one.opened, one.question))
            self._player.did["reviewed"] += 1
            if self._player.did["reviewed"] % 40 == 0:
                reviewing.rate(reviewed, again(reviewed, 1))
                self._player.did["review-rated"] += 1
        if self._chance.random() < 0.1 and reviewing.undo() is not None:
            self._player.did["review-undone"] += 1
        reviewing.let_go()

    def _count(self) -> None:
        """Wait until it is known what comes back: after a start it may have to be counted."""
        self._session.projected(REVIEW)
        self._sat.wait_for(lambda: self._session.counting is None)

    def _do(self, opened: OpenPack, command: Command, counts: str, but: str = "") -> bool:
        """Do something and count it; return whether it changed anything. `but` is why it may be refused."""
        try:
            changed = self._session.do(opened, command)
        except Expected as refused:
            if refused.code != but:
                raise
            return False
        if changed and counts:
            self._player.did[counts] += 1
        return changed
