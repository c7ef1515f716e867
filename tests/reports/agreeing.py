"""Holding the numbers of screen, tables, JSON and report against each other and against a slow count."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from crossread.base.entries import Entry
from crossread.operations.handing_on.exported_pieces import Around, Kept, Order, pieces
from crossread.progress.progress_of import Progress
from crossread.progress.skills import SKILLS_IN_ORDER
from crossread.reports.answers_csv import WhoReads
from tests.reports.slow_count import SlowAnswer, SlowCount

WHO = WhoReads("Ada", "a" * 32)
MADE = datetime(2026, 5, 1, tzinfo=UTC)
ENOUGH = 8  # first tries from which on a share is told
NEAR = 6e-5  # tables have four decimals


def assert_all_agree(entries: Sequence[Entry], progress: Progress, seen: Mapping[str, Any]) -> None:
    """Fail where any sum differs between the screen, the tables, the JSON, the report and the slow count."""
    slow = SlowCount(entries)
    _screen(progress, slow)
    kept = Kept(who=WHO, entries=lambda: entries, seen=seen.get)
    (learner,) = _table(Order(what="learners", form="csv"), kept)
    _learner(learner, progress)
    rows = _table(Order(what="answers", form="csv"), kept)
    _answers(rows, slow)
    _rows_as_json(json.loads(_text(Order(what="answers", form="json"), kept)), rows)
    _everything(json.loads(_text(Order(what="everything", form="json"), kept)), entries, slow)
    for pack in {entry.pack for entry in entries if entry.pack}:
        _report(_text(Order(what="report", form="html", pack=pack), kept), pack, slow, rows)


def _text(order: Order, kept: Kept) -> str:
    return "".join(pieces(order, [kept], Around(made=MADE, zone=UTC)))


def _table(order: Order, kept: Kept) -> list[dict[str, str]]:
    text = _text(order, kept)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline=""), strict=True))


def _screen(progress: Progress, slow: SlowCount) -> None:
    assert sum(pack.given for pack in progress.packs) == len(slow.answers)
    assert sum(pack.practised for pack in progress.packs) == slow.of_kind("practised")
    assert sum(pack.reviewed for pack in progress.packs) == slow.reviewed()
    for pack in progress.packs:
        assert (pack.earned, pack.of) == pytest.approx(slow.points(pack.pack)), pack.pack
    for skill in SKILLS_IN_ORDER:
        found = progress.skills[skill].now
        share, items = slow.skill(skill)
        assert found.items == items, skill
        assert found.share == pytest.approx(share), skill
    brier, items = slow.brier()
    assert progress.certainty.items == items
    assert progress.certainty.brier == pytest.approx(brier)
    assert sum(day.minutes for day in progress.days) == pytest.approx(slow.minutes())


def _learner(row: Mapping[str, str], progress: Progress) -> None:
    told = {
        "answers_given": progress.given,
        "answers_in_stages": sum(pack.given for pack in progress.packs),
        "answers_in_practice": sum(pack.practised for pack in progress.packs),
        "answers_in_review": sum(pack.reviewed for pack in progress.packs),
        "points_earned": sum(pack.earned for pack in progress.packs),
        "points": sum(pack.of for pack in progress.packs),
        "minutes": sum(day.minutes for day in progress.days),
        "certain_and_wrong": len(progress.certain_wrong),
        "brier": progress.certainty.brier if progress.certainty.items >= ENOUGH else None,
        "brier_items": progress.certainty.items,
    }
    for skill in SKILLS_IN_ORDER:
        name = skill.replace("-", "_")
        figure = progress.skills[skill].now
        told[f"{name}_share"] = figure.share if figure.items >= ENOUGH else None
        told[f"{name}_items"] = progress.skills[skill].now.items
    for column, value in told.items():
        assert _number(row[column]) == (None if value is None else pytest.approx(value, abs=NEAR)), column


def _answers(rows: Sequence[Mapping[str, str]], slow: SlowCount) -> None:
    in_stages = [row for row in rows if row["given_in"] == "stage"]
    assert len(in_stages) == len(slow.answers)
    assert sum(row["given_in"] == "practice" for row in rows) == slow.of_kind("practised")
    in_review = [row for row in rows if row["given_in"] == "review"]
    assert sum(row["outcome"] != "taken-back" for row in in_review) == slow.reviewed()
    for row, (moved, taken_back) in zip(in_review, slow.reviews(), strict=True):
        assert row["own_rating"] == _said_of(moved)
        assert (row["outcome"] == "taken-back") == taken_back
    for row, answer in zip(in_stages, slow.answers, strict=True):
        _answer(row, answer)
    in_force = [(row["pack"], row["question"]) for row in rows if row["in_force"] == "yes"]
    assert len(in_force) == len(set(in_force)), "one answer a question counts, and no more"
    for pack in {answer.entry.pack for answer in slow.answers}:
        assert _points_of(rows, pack) == pytest.approx(slow.points(pack), abs=NEAR * len(rows))


def _said_of(moved: int) -> str:
    """Say of an answer in review whether it was known better or less well than its mark has it."""
    return "" if not moved else "I knew it better than that" if moved > 0 else "I knew it less well"


def _points_of(rows: Sequence[Mapping[str, str]], pack: str) -> tuple[float, float]:
    """Add up the points as somebody would who has the table alone."""
    earned = of = 0.0
    for row in rows:
        if row["pack"] == pack and row["in_force"] == "yes" and row["score"]:
            earned += float(row["points_earned"])
            of += float(row["points"])
    return earned, of


def _answer(row: Mapping[str, str], answer: SlowAnswer) -> None:
    payload = answer.entry.payload
    assert (row["question"], row["attempt"]) == (answer.entry.question, str(answer.entry.attempt))
    assert row["in_force"] == ("yes" if answer.in_force else "no")
    assert (row["outcome"] == "held-back") == answer.held_back_by_a_mark
    assert _number(row["score"]) == (None if answer.score is None else pytest.approx(answer.score, abs=NEAR))
    assert row["certainty"] == payload["certainty"]
    assert (row["first_try"] == "yes") == (answer.first_try and answer.score is not None)


def _rows_as_json(told: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, str]]) -> None:
    assert len(told) == len(rows)
    for one, row in zip(told, rows, strict=True):
        assert one["question"] == row["question"]
        assert one["in_force"] == (row["in_force"] == "yes")
        for column in ("score", "points_earned", "points"):
            value = one[column]
            assert _number(row[column]) == (None if value is None else pytest.approx(value, abs=NEAR)), column


def _report(page: str, pack: str, slow: SlowCount, rows: Sequence[Mapping[str, str]]) -> None:
    """Read the points and the answers off the report on a pack."""
    earned, of = slow.points(pack)
    head = page.partition("<table>")[0]
    told = re.search(rf"([\d.]+) of {round(of, 2):g} points", head)
    assert (told is not None) == bool(of), head
    if told is not None:  # to a tenth, and all only where it is all
        assert float(told[1]) == pytest.approx(earned, abs=0.1)
        assert (float(told[1]) == pytest.approx(of)) == (earned == pytest.approx(of))
    in_force = [
        row for row in rows if row["pack"] == pack and row["in_force"] == "yes" and row["given_in"] == "stage"
    ]
    assert page.count("<article>") == len(in_force)


def _everything(told: Mapping[str, Any], entries: Sequence[Entry], slow: SlowCount) -> None:
    assert [one["id"] for one in told["entries"]] == [entry.id for entry in entries]
    held = {answer.entry.id for answer in slow.answers if answer.held_back_by_a_mark}
    marks = {
        one["payload"]["answer"]: one["payload"]
        for one in told["entries"]
        if one["kind"] in ("marked", "remarked")
    }
    for answer in slow.answers:
        mark = marks.get(answer.entry.id)
        if answer.entry.id in held:
            assert mark is not None
            assert mark["held_back"] is True
            assert "score" not in mark
        elif mark is not None:
            assert mark["score"] == answer.score

    for pack in {answer.entry.pack for answer in slow.answers}:
        assert _points_in_json(told["entries"], pack) == pytest.approx(slow.points(pack))


def _points_in_json(entries: Sequence[Mapping[str, Any]], pack: str) -> tuple[float, float]:
    """Add up the points as a program would that has the file of everything alone."""
    counts = {one["id"] for one in entries if one["pack"] == pack and one.get("in_force")}
    marks = {
        one["payload"]["answer"]: one["payload"] for one in entries if one["kind"] in ("marked", "remarked")
    }
    told = [marks[answer] for answer in counts & marks.keys() if marks[answer].get("score") is not None]
    earned = sum(mark["score"] * mark["points"] for mark in told)
    return earned, sum(mark["points"] for mark in told)


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
