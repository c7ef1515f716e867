"""Answering one question: what is remembered when it is left, checked or taken back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crossread.base.canonical import canonical_json
from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected
from crossread.inquiry.commands import Answer, Certainty, Check, Withdraw
from crossread.inquiry.marking import marked_entry, seen_json
from crossread.inquiry.standing import Standing, may_submit, refuse_handed_in
from crossread.inquiry.state import Answered
from crossread.questions.kind import Question
from crossread.questions.passages import Which
from crossread.questions.registry import KINDS
from crossread.questions.storing import key_json, response_from_json, response_json


@dataclass(frozen=True, slots=True)
class _Given:
    """A response as it is to be kept: in one spelling, and None where the learner does not know."""

    response: Mapping[str, Any] | None
    certainty: Certainty
    dont_know: bool
    nothing: bool

    def same_as(self, answered: Answered) -> bool:
        """Tell whether an answer in force says just this."""
        return self.certainty == answered.certainty and self.responds_as(answered)

    def responds_as(self, answered: Answered) -> bool:
        """Tell whether an answer in force says just this, however sure its learner is."""
        return self.dont_know == answered.dont_know and canonical_json(self.response) == canonical_json(
            answered.response
        )


def answer(standing: Standing, command: Answer) -> list[NewEntry]:
    """Remember a question being left: one entry where the answer changed, none where nothing was answered.

    An answer that was emptied is withdrawn. Where answers are checked one by one, leaving submits
    nothing. Raises Expected: "handed-in", "not-asked", "waits-for-original", "locked".
    """
    question = standing.question(command.question)
    attempt = standing.attempt(question)
    in_force = attempt.answer_to(question)
    given = _given(question, command)
    if (in_force is None and given.nothing) or (in_force is not None and given.same_as(in_force)):
        return []
    if standing.behaviour(question).checks:
        return []
    refuse_handed_in(attempt)
    standing.refuse_shut(question)
    if given.nothing:
        return [_withdrawn(standing, question, in_force)] if in_force else []
    return [_answered(standing, question, given, command.shown, number=1)]


def check(standing: Standing, command: Check) -> list[NewEntry]:
    """Submit one question and mark it at once; nothing where this very response was marked already.

    Raises Expected: "no-check" where the stage is handed in as a whole, "nothing-answered",
    "no-tries-left", "handed-in", "not-asked", "waits-for-original", "locked".
    """
    question = standing.question(command.question)
    behaviour, attempt = standing.behaviour(question), standing.attempt(question)
    if not behaviour.checks:
        raise Expected(
            "no-check", N_("Answers of this stage are marked together. Hand the stage in for that.")
        )
    refuse_handed_in(attempt)
    standing.refuse_shut(question)
    in_force = attempt.answer_to(question)
    if not may_submit(behaviour, attempt, in_force):
        raise Expected("no-tries-left", N_("This question is done. Try the stage again to answer it anew."))
    given = _given(question, command)
    if given.nothing:
        raise Expected("nothing-answered", N_("Nothing is answered yet. Answer the question, then check it."))
    if in_force and in_force.mark and given.responds_as(in_force):
        return []  # a second click on the button is no second try
    number = in_force.tries + 1 if in_force else 1
    answered = _answered(standing, question, given, command.shown, number)
    earned = in_force.mark.score if in_force and in_force.mark else None
    return [answered, marked_entry(standing, question, answered.id, given.response, number, earned)]


def withdraw(standing: Standing, command: Withdraw) -> list[NewEntry]:
    """Take an answer back; nothing where there is none. Raises Expected("handed-in"), Expected("checked")."""
    question = standing.question(command.question)
    attempt = standing.attempt(question)
    in_force = attempt.answer_to(question)
    if in_force is None:
        return []
    refuse_handed_in(attempt)
    if standing.behaviour(question).checks:
        raise Expected(
            "checked", N_("A checked answer stays as it is. Try the stage again to answer it anew.")
        )
    return [_withdrawn(standing, question, in_force)]


def _given(question: Question, command: Answer | Check) -> _Given:
    """Put a response in one spelling; raises ValueError where it is none to this kind of question."""
    if command.dont_know:
        return _Given(None, command.certainty, dont_know=True, nothing=False)
    kind = KINDS[question.kind]
    response = response_from_json(kind, command.response) if command.response is not None else kind.response()
    return _Given(response_json(response), command.certainty, dont_know=False, nothing=kind.empty(response))


def answer_facts(
    question: Question, response: Mapping[str, Any] | None, certainty: Certainty, *, dont_know: bool
) -> dict[str, Any]:
    """Return what every answer says of itself and of its question, to be understood without its pack."""
    return {
        "stage": question.stage,
        "kind": question.kind,
        "skill": question.skill,
        "points": question.points,
        "required": question.required,
        "review": question.review,
        "sources": list(question.sources),
        "response": response,
        "certainty": certainty,
        "dont_know": dont_know,
    }


def _answered(
    standing: Standing, question: Question, given: _Given, shown: Mapping[str, Which], number: int
) -> NewEntry:
    """Say all that is needed to understand the answer without its pack."""
    payload = {
        **answer_facts(question, given.response, given.certainty, dont_know=given.dont_know),
        "behaviour": standing.behaviour(question).name,
        "try": number,
        "seed": standing.state.seed_of(question.id),
        "texts": _texts_shown(standing, question, shown),
    }
    return NewEntry(
        kind="answered",
        pack=standing.pack.id,
        pack_version=standing.pack.version,
        question=question.id,
        attempt=standing.attempt(question).number,
        payload=payload,
        seen=seen_json(standing.pack, question),
        key=key_json(question),
    )


def _texts_shown(
    standing: Standing, question: Question, shown: Mapping[str, Which]
) -> dict[str, dict[str, str]]:
    """Name the text of each source that was open."""
    found: dict[str, dict[str, str]] = {}
    for source in dict.fromkeys((*question.sources, *shown)):
        which = shown.get(source, "digest")
        for name, text in standing.texts.get(source, {}).items():
            if text.which == which:
                found[source] = {"digest": name, "which": which}
    return found


def _withdrawn(standing: Standing, question: Question, in_force: Answered) -> NewEntry:
    return NewEntry(
        kind="withdrawn",
        pack=standing.pack.id,
        pack_version=standing.pack.version,
        question=question.id,
        attempt=standing.attempt(question).number,
        payload={"stage": question.stage, "answer": in_force.entry},
    )
