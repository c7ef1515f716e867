"""A learner who has handed in all of a pack, and days that pass when a test says so."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.inquiry.asked import asked
from crossread.inquiry.commands import Answer, Check, EnterStage, HandIn
from crossread.inquiry.view import question_view
from crossread.operations.opening.opened import OpenPack
from crossread.questions.kind import Question
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json
from tests.desktop.pages.conftest import PACK, EveningClock, Opened


class Days:
    """The days of a test; the window has the clock of one evening."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = datetime(2026, 3, 1, 19, 0, tzinfo=UTC)
        monkeypatch.setattr(EveningClock, "now", lambda _self: self.now)

    def pass_(self, days: float) -> None:
        self.now += timedelta(days=days)


def solved(opened: OpenPack, question: Question) -> dict[str, object] | None:
    response = KINDS[question.kind].solve(question, opened.texts)
    return None if response is None else response_json(response)


def hand_in(opened: Opened, *, know: bool = False) -> OpenPack:
    """Hand every stage of the pack in, with nothing or everything known."""
    got: list[OpenPack | Expected] = []
    session = opened.session
    session.open_pack(PACK, got.append)
    opened.wait(lambda: bool(got))
    pack = got[0]
    assert isinstance(pack, OpenPack)
    for stage in pack.pack.stages:
        questions = asked(session.state(PACK), pack.pack, stage.id)
        if not questions:
            continue
        session.do(pack, EnterStage(stage=stage.id))
        for question in questions:
            view = question_view(session.state(PACK), pack.pack, question, pack.has_original)
            if view.may_change:
                response = solved(pack, question) if know else None
                command = Check if view.checks else Answer
                session.do(pack, command(question=question.id, response=response, dont_know=response is None))
        session.do(pack, HandIn(stage=stage.id))
    opened.saved()
    return pack


def change_pack(opened: Opened, library: Path, old: str, new: str) -> None:
    """Change words in the questions of the pack, as a newer version has them, and have that found."""
    digest = [one.digest for one in opened.session.shelf()]
    for file in (library / PACK / "questions").glob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    opened.session.refresh_library()
    opened.wait(lambda: [one.digest for one in opened.session.shelf()] != digest)
