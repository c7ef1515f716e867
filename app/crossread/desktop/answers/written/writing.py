"""Answers that are written at least in part: one undo for the whole answer, and typing undone in runs."""

from typing import Any

from crossread.desktop.answers.answer import AnswerWidget
from crossread.desktop.answers.written.text_change import TextChange, going_on, text_change


class WritingAnswer(AnswerWidget):
    """An answer with a long text among what it holds; letters typed in one go are one step to undo."""

    _run: TextChange | None = None

    def set_response(self, response: Any) -> None:
        """Show a response from elsewhere; nothing is left to undo, and no signal comes."""
        self._run = None
        super().set_response(response)

    def set_aside(self) -> bool:
        """Empty the answer, without a signal, such that undo brings it back; False where it is empty."""
        self._run = None
        return super().set_aside()

    def _write(self, before: str, after: str, response: Any) -> None:
        """Make the change that typing made: `before` has become `after`, and the answer `response`."""
        edit = text_change(before, after)
        run = going_on(self._run, edit) if self._run else None
        if run is None:
            self._become(response)
        elif self._history.amend(response):
            self._refresh()
            self.changed.emit()
        self._run = run or edit

    def _become(self, response: Any) -> None:
        self._run = None
        super()._become(response)

    def in_short(self) -> str:
        """Say nothing: what was written may be a page long, and is heard where it stands."""
        return ""

    def _moved(self, done: bool) -> bool:
        self._run = None
        return super()._moved(done)
