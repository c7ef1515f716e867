"""What is said of an answer before it is marked: what it still wants, or "did you mean"; once each."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from crossread.base.translation import _
from crossread.desktop.pages.questions.asking import Asking
from crossread.desktop.pages.questions.question_body import QuestionBody
from crossread.questions.kind import Doubt
from crossread.questions.storing import response_json


class AskingBack(QObject):
    """Asks about each response once, and then does what the learner was about to do."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked: list[tuple[str, Any]] = []
        self._put_off: list[tuple[str, Any]] = []
        self._told: list[tuple[str, Any]] = []
        self._body: QuestionBody | None = None
        self._doubt: Doubt[Any] | None = None
        self._then: Callable[[], None] | None = None

    def start_over(self) -> None:
        """Forget what was asked about: another stage or another attempt begins."""
        self._asked, self._put_off, self._told = [], [], []

    def still_wants(self, answering: Asking, body: QuestionBody) -> str:
        """Say what is in the answer still wants, before it is marked; "" once that was said of it."""
        told = (body.question.id, body.given().response)
        lacks = answering.lacks(body.question)
        if not lacks or told in self._told:
            return ""
        self._told.append(told)
        return _("{lacks} Check once more to have it marked as it is.").format(lacks=lacks)

    def put_off(self, answering: Asking, body: QuestionBody) -> None:
        """Leave what is in the answer unasked for now: the learner goes back, and comes by again."""
        asked = (body.question.id, body.given().response)
        if not self._is_left_so(answering, body):
            self._put_off.append(asked)
        self._body, self._doubt, self._then = None, None, None
        body.no_longer_asked()

    def _is_left_so(self, answering: Asking, body: QuestionBody) -> bool:
        """Tell whether what is in the answer is the answer already."""
        answered, given = answering.view(body.question).answered, body.given()
        put_off = (body.question.id, given.response) in self._put_off
        return not put_off and answered is not None and answered.response == response_json(given.response)

    def asks(self, answering: Asking, body: QuestionBody, then: Callable[[], None]) -> bool:
        """Ask about what is in the answer, where there is something to ask; then `then` waits for the reply.

        What is the answer already is not asked about: it was left so. Whoever asks a second time goes on.
        """
        question, given = body.question, body.given()
        doubt = answering.doubt(question, given)
        if doubt is None or (question.id, given.response) in self._asked:
            return False
        if self._is_left_so(answering, body):
            return False
        self._asked.append((question.id, given.response))
        self._body, self._doubt, self._then = body, doubt, then
        asked = body.ask_back(doubt.meant)
        asked.agreed.connect(self._agreed)
        asked.declined.connect(self._declined)
        asked.ask()
        return True

    def _agreed(self) -> None:
        if self._body is not None and self._doubt is not None:
            self._body.answer.accept(self._doubt.response)
        self._go_on()

    def _declined(self) -> None:
        self._go_on()

    def _go_on(self) -> None:
        body, then = self._body, self._then
        self._body, self._doubt, self._then = None, None, None
        if body is not None:
            body.no_longer_asked()
        if then is not None:
            then()
