"""What would make a pack better, though it works as it is: warnings."""

import re
from collections.abc import Iterator
from typing import get_args

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.pack import Pool, count_required
from crossread.packs.problems import Problems
from crossread.packs.reading.draft import Draft
from crossread.questions.kind import Question, Skill
from crossread.texts.words.normal import text_words

MOST_REQUIRED = 12  # questions a stage (design, section 3)

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,2}[.)])\s+\S")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def advise(draft: Draft, problems: Problems) -> None:
    """Note what the authors should look at again.

    Some of it is only said of a pack that could be read as a whole: what was left out may be just what
    would seem to be missing.
    """
    _explanations(draft, problems)
    _lists(draft, problems)
    _lengths(draft, problems)
    if draft.whole:
        _unused(draft, problems)
        _stages(draft, problems)


def _explanations(draft: Draft, problems: Problems) -> None:
    for question in draft.questions:
        if not question.value.explanation.strip():
            message = _("Without an explanation the feedback teaches nothing. Add the key “explanation”.")
            problems.warning(question.file, question.at("explanation"), "no-explanation", message)


def _lists(draft: Draft, problems: Problems) -> None:
    message = _("Put a blank line before this list; without it the list runs on in the paragraph.")
    for file, (first_line, body) in draft.bodies.items():
        for line in _run_on_lists(body, first_line):
            problems.warning(file, (line, 1), "list-without-blank", message)


def _run_on_lists(body: str, first_line: int) -> Iterator[int]:
    """Give the lines of items that follow a line of a paragraph."""
    fenced = in_list = False
    before = ""
    for number, line in enumerate(body.split("\n"), first_line):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and _ITEM.match(line):
            if before.strip() and not before.startswith("#") and not in_list:
                yield number
            in_list = True
        elif line.strip() and not before.strip() and not line.startswith(" "):
            in_list = False
        before = line


def _lengths(draft: Draft, problems: Problems) -> None:
    for row, digest in draft.sources:
        if row.value.original is None:
            continue
        words, most = len(text_words(digest)), row.value.original.words // 2
        if words > most:
            message = _("This digest has {words} words; half of the original is {most}. Shorten it.")
            message = message.format(words=words, most=most)
            problems.warning(row.file, row.at("original", "words"), "digest-long", message)


def _unused(draft: Draft, problems: Problems) -> None:
    used = {source for question in draft.questions for source in question.value.sources}
    for row, _digest in draft.sources:
        if row.value.id not in used:
            message = _("No question is about this source. Ask one, or leave the source out.")
            problems.warning(row.file, row.at("id"), "source-unused", message)
    trained = {question.value.skill for question in draft.questions}
    idle = [skill for skill in get_args(Skill) if skill not in trained]
    if idle:
        message = _("No question trains: {skills}. In a small pack that may be meant.").format(
            skills=", ".join(idle)
        )
        problems.warning(pack_files.HEAD, (1, 1), "skill-unused", message)


def _stages(draft: Draft, problems: Problems) -> None:
    if draft.head is None:
        return
    stage_of = {question.value.id: question.value.stage for question in draft.questions}
    by_stage: dict[str, list[Question]] = {}
    for question in draft.questions:
        by_stage.setdefault(question.value.stage, []).append(question.value)
    pools: dict[str, list[Pool]] = {}
    for pool in draft.head.value.pools:
        pools.setdefault(stage_of.get("".join(pool.questions[:1]), ""), []).append(pool)
    for number, stage in enumerate(draft.head.value.stages):
        questions = by_stage.get(stage.id, [])
        place = draft.head.at("stages", number)
        required = count_required(questions, pools.get(stage.id, ()))
        if required > MOST_REQUIRED:
            message = _("This stage has {count} required questions; more than {most} tire. Make two of it.")
            message = message.format(count=required, most=MOST_REQUIRED)
            problems.warning(pack_files.HEAD, place, "stage-long", message)
        if stage.kind in ("read", "discuss") and not questions:
            message = _("This stage has no questions. Ask some, or leave the stage out.")
            problems.warning(pack_files.HEAD, place, "stage-empty", message)
