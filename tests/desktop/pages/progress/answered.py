"""Coming to have something to look back on: stages answered, right or wrong, and handed in."""

from crossread.inquiry.commands import Answer, Certainty, EnterStage, HandIn, TryAgain
from crossread.questions.registry import KINDS
from crossread.questions.storing import response_json
from tests.desktop.pages.conftest import Opened

NIGHT = "read-night"
WRONG = {"night-witness": {"option": "warden"}}


def answer_night(opened: Opened, *, wrong: bool = False, certainty: Certainty = "") -> None:
    """Answer the first stage to read, one question wrong where that is wanted, and hand it in."""
    opened.go(NIGHT)
    pack = opened.desk.opened
    opened.session.do(pack, EnterStage(stage=NIGHT))
    for question in pack.pack.questions_of(NIGHT):
        response = response_json(KINDS[question.kind].solve(question, pack.texts))
        given = WRONG.get(question.id, response) if wrong else response
        opened.session.do(pack, Answer(question=question.id, response=given, certainty=certainty))
    opened.session.do(pack, HandIn(stage=NIGHT))
    opened.saved()


def answer_again(opened: Opened) -> None:
    """Try the stage again, all of it right."""
    opened.session.do(opened.desk.opened, TryAgain(stage=NIGHT))
    answer_night(opened)
