"""What is remembered beside answers: where the learner is, cards opened, expectations, notes, flags."""

from crossread.base.entries import NewEntry
from crossread.base.errors import N_, Expected
from crossread.inquiry.commands import EnterStage, Flag, OpenCard, SetExpectation, SetNote
from crossread.inquiry.handing_in import stage_entered
from crossread.inquiry.notes_storing import PASSAGE_KEY
from crossread.inquiry.standing import Standing, refuse_handed_in


def enter_stage(standing: Standing, command: EnterStage) -> list[NewEntry]:
    """Come to a stage; nothing where the learner is there already."""
    stage = standing.stage(command.stage)
    if standing.state.stage == stage.id:
        return []
    return [stage_entered(standing, stage, standing.state.of(stage.id).latest.number)]


def open_card(standing: Standing, command: OpenCard) -> list[NewEntry]:
    """Open a source's card; the first time counts. Raises Expected("no-such-source")."""
    if all(source.id != command.source for source in standing.pack.sources):
        template = N_("There is no source “{source}” in this pack. It may have changed; open the pack again.")
        raise Expected("no-such-source", template, source=command.source)
    if command.source in standing.state.cards:
        return []
    return [standing.entry("card-opened", {"source": command.source})]


def set_expectation(standing: Standing, command: SetExpectation) -> list[NewEntry]:
    """Write down what one expects; blank text takes it back."""
    stage = standing.stage(command.stage)
    text = command.text if command.text.strip() else ""
    if text == standing.state.expectations.get(stage.id, ""):
        return []
    return [standing.entry("expectation", {"stage": stage.id, "text": text})]


def set_note(standing: Standing, command: SetNote) -> list[NewEntry]:
    """Write a note under its key; blank text removes it. ValueError for the keys of notes on passages."""
    if command.key.startswith(PASSAGE_KEY):
        raise ValueError("notes on passages are put, not set")
    text = command.text if command.text.strip() else ""
    if text == standing.state.notes.get(command.key, ""):
        return []
    if not text:
        return [standing.entry("note-removed", {"key": command.key})]
    return [standing.entry("note-set", {"key": command.key, "text": text})]


def flag(standing: Standing, command: Flag) -> list[NewEntry]:
    """Flag a question for later or take the flag off; nothing where it is so already.

    Raises Expected("handed-in"), Expected("not-asked").
    """
    question = standing.question(command.question)
    if command.on == (question.id in standing.state.flags):
        return []
    attempt = standing.attempt(question)
    refuse_handed_in(attempt)
    standing.refuse_unasked(question)
    return [
        NewEntry(
            kind="flagged",
            pack=standing.pack.id,
            pack_version=standing.pack.version,
            question=question.id,
            attempt=attempt.number,
            payload={"stage": question.stage, "on": command.on},
        )
    ]
