"""The data sheet: nothing is kept of a learner that it does not describe, and it describes nothing else."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from crossread.base.entries import KINDS, Entry
from crossread.base.errors import Expected
from crossread.inquiry.behaviours import BEHAVIOURS
from crossread.inquiry.commands import (
    Answer,
    Check,
    CheckCells,
    Command,
    EnterStage,
    Flag,
    HandIn,
    Judge,
    OpenCard,
    PutCell,
    PutConclusion,
    PutNote,
    Rate,
    Release,
    SetExpectation,
    SetNote,
    TryAgain,
    Withdraw,
)
from crossread.inquiry.comparison import Conclusion, Reason
from crossread.operations.handing_on.exporting import schema_of_record
from crossread.reports.data_sheet import data_sheet
from crossread.reports.data_sheet_entries import ENTRIES, WHOLE
from crossread.reports.data_sheet_words import TABLES
from tests.inquiry.comparing_samples import COMPARED, cell, judgement
from tests.inquiry.making import RIGHT, WITH_ORIGINALS, Learner
from tests.inquiry.noting_samples import NOTING, note, noted
from tests.inquiry.responding import any_response
from tests.questions.making import GAZETTE_ORIGINAL, SAMPLES

SHEET = Path(__file__).parent.parent.parent / "docs" / "data-sheet.md"

# Kinds that no command makes: the program writes them where it opens, shows, reviews and hands on. What they
# hold is compared with the sheet in the simulated term (tests/term).
BY_THE_PROGRAM = frozenset(
    {
        "session",
        "remarked",
        "reviewed",
        "review-rated",
        "review-undone",
        "practised",
        "source-read",
        "time-spent",
        "exported",
    }
)


def field_names(value: Mapping[str, Any], above: str = "") -> Iterator[str]:
    """Give the names of all fields of a payload, as the sheet writes them."""
    for key, inner in value.items():
        name = f"{above}{key}"
        yield name
        if name in WHOLE:
            continue
        for one, begin in (
            [(inner, f"{name}.")]
            if isinstance(inner, Mapping)
            else [(each, f"{name}[].") for each in inner]
            if isinstance(inner, list)
            else []
        ):
            if isinstance(one, Mapping):
                yield from field_names(one, begin)


def written(entries: Iterable[Entry]) -> dict[str, set[str]]:
    """Return the fields that entries hold, by their kind."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        found[entry.kind] |= set(field_names(entry.payload)) - {"v"}
    return found


def do(learner: Learner, commands: Iterable[Command]) -> None:
    for command in commands:
        try:
            learner.do(command)
        except Expected:
            continue


def whatever_can_be_done() -> list[Entry]:
    """Do everything that a learner can do, with every kind of question under every behaviour."""
    learner = Learner(pack=COMPARED, texts=WITH_ORIGINALS)
    do(learner, _on_the_way())
    do(learner, (one for group in NOTING for one in group))
    do(learner, _in_comparison())
    entries = list(learner.entries)
    for behaviour in BEHAVIOURS:
        entries += _every_kind(behaviour)
    return entries


def _on_the_way() -> Iterator[Command]:
    yield EnterStage(stage="read")
    yield OpenCard(source="gazette")
    yield SetExpectation(stage="before", text="Much")
    yield SetNote(key="meet/gazette/who", text="A paper")
    yield Flag(question="first", on=True)
    yield Answer(question="first", response=RIGHT["first"])
    yield Withdraw(question="first")
    yield Answer(question="exam", response=RIGHT["exam"])
    yield HandIn(stage="exam")
    yield Release(stage="exam")


def _in_comparison() -> Iterator[Command]:
    passages = (noted(), noted("Two score of fishing craft", text=GAZETTE_ORIGINAL, which="original"))
    yield PutNote(note=note("both", passages=passages))
    yield PutCell(cell=cell())
    yield CheckCells(cells=(("forty", "gazette"),))
    yield Judge(judgement=judgement(chosen=("differ",), passages=passages))
    reason = Reason(id="r", text="Both say so", passages=passages)
    yield PutConclusion(
        conclusion=Conclusion(stage="read", text="It burned", reasons=(reason,), counter="But")
    )


def _every_kind(behaviour: str) -> list[Entry]:
    questions = tuple(
        replace(sample[0], id=f"q{number}", stage="read", behaviour=behaviour)
        for number, sample in enumerate(SAMPLES.values())
    )
    learner = Learner(pack=replace(COMPARED, questions=questions), texts=WITH_ORIGINALS)
    chance = Random(7)
    for question in questions:
        for _try in range(12):
            given = any_response(question, chance)
            do(
                learner,
                (Answer(question=question.id, response=given), Check(question=question.id, response=given)),
            )
    do(learner, (HandIn(stage="read"), Release(stage="read")))
    rating = {"scale": "half", "ideas": []}
    do_rate(learner, questions, rating)
    do(learner, (TryAgain(stage="read"),))
    return learner.entries


def do_rate(learner: Learner, questions: Iterable[Any], rating: Mapping[str, Any]) -> None:
    for question in questions:
        try:
            learner.do(Rate(question=question.id, rating=rating))
        except (Expected, ValueError):
            continue


def test_every_kind_of_entry_is_described() -> None:
    assert ENTRIES.keys() == KINDS.keys()


def test_every_table_and_column_is_described_and_no_other() -> None:
    schema = schema_of_record()
    assert {table: list(columns) for table, columns in schema.items()} == {
        table: list(sentences) for table, (_what, sentences) in TABLES.items()
    }


def test_every_field_that_a_learner_can_have_written_is_described_and_no_other() -> None:
    found = written(whatever_can_be_done())
    for kind in KINDS.keys() - BY_THE_PROGRAM:
        assert found[kind] == set(ENTRIES[kind].fields), kind


def test_every_sentence_is_one_sentence() -> None:
    sentences = [told.what for told in ENTRIES.values()]
    sentences += [sentence for told in ENTRIES.values() for sentence in told.fields.values()]
    sentences += [sentence for _what, columns in TABLES.values() for sentence in columns.values()]
    for sentence in sentences:
        assert sentence[0].isupper(), sentence
        assert sentence.endswith("."), sentence
        assert ". " not in sentence, sentence


def test_the_sheet_in_the_docs_is_the_one_that_the_program_writes() -> None:
    assert SHEET.read_text("utf-8") == data_sheet(schema_of_record())
