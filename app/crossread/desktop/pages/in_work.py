"""What a learner is writing: kept with each letter, put into the record once the field is left."""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from crossread.base.canonical import new_id
from crossread.base.errors import Expected
from crossread.inquiry.comparison import Conclusion, Judgement
from crossread.inquiry.notes import Note

if TYPE_CHECKING:
    from crossread.inquiry.commands import Command
    from crossread.inquiry.state import InquiryState
    from crossread.operations.opening.opened import OpenPack
    from crossread.operations.sessions.session import Session

Made = TypeVar("Made", Conclusion, Judgement, Note)


class InWork(ABC, Generic[Made]):
    """Something in the hands of the learner; `now` is it as it is written, put or not.

    It is typed into `field` of the pack as long as it is not put. Where putting it is not allowed it stays
    typed, `refused` says why, and `retry` puts it as soon as that can be.
    """

    def __init__(
        self, session: "Session", opened: "OpenPack", field: str, empty: Made, *, is_put: bool = True
    ) -> None:
        self._session = session
        self.opened = opened
        self._field = field
        self._empty: Made = empty
        self._visit = new_id()
        self.is_put = is_put
        self.refused: Expected | None = None
        self.now: Made = empty
        self.refresh()

    @abstractmethod
    def known(self, state: "InquiryState") -> Made | None:
        """Return it as it is remembered."""

    @abstractmethod
    def _command(self) -> "Command":
        """Return what has it remembered."""

    @abstractmethod
    def _json(self) -> dict[str, Any]:
        """Return it for keeping."""

    @abstractmethod
    def _read(self, kept: Mapping[str, Any]) -> Made:
        """Read what was kept; ValueError where it is none."""

    def _is_worth_keeping(self) -> bool:
        """Tell whether it says enough to be put."""
        return True

    def change(self, **changes: Any) -> None:
        """Change fields; they are kept as typed at once."""
        changed = replace(self.now, **changes)
        if changed != self.now:
            self.now, self.is_put = changed, False
            self._type(self._json())

    def keep(self, *, goes_on: bool = False) -> bool:
        """Put what was changed; False where that changes nothing.

        What is put while a visit to a field goes on, and at its end, is one step to take back. Raises
        Expected where it is not allowed; what was typed is then still kept.
        """
        visit, self.refused = self._visit, None
        if not goes_on:
            self._visit = new_id()
        if self.is_put:
            return False
        if not self._is_worth_keeping():
            self._type(None)
            return False
        try:
            done = self._session.do(self.opened, self._command(), visit)
        except Expected as error:
            self.refused = error
            self._type(self._json())
            raise
        self.is_put = True
        self._type(None)
        self.refresh()
        return done

    def retry(self) -> None:
        """Put what was refused before, if that can be now."""
        if self.refused is not None:
            with suppress(Expected):
                self.keep()

    def refresh(self) -> None:
        """Take up what has become of it elsewhere, such as by taking back."""
        if self.is_put:
            self.now = self.known(self._session.state(self.opened.pack.id)) or self._empty

    def recover(self) -> None:
        """Take up what was typed and never put, because the window was ended while somebody wrote."""
        typed = self._session.typed(self.opened.pack.id, self._field, "")
        if not typed:
            return
        try:
            value = json.loads(typed)
            read = self._read(value) if isinstance(value, Mapping) else None
        except ValueError:
            read = None
        if read is None:
            self._type(None)
            return
        self.now, self.is_put = read, False
        with suppress(Expected):  # it stays among what was typed
            self.keep()

    def forget(self) -> None:
        """Let go of what was typed without keeping it."""
        self.is_put = True
        self._type(None)

    def _type(self, value: Mapping[str, Any] | None) -> None:
        pack, text = self.opened.pack.id, json.dumps(value) if value is not None else ""
        if text or self._session.typed(pack, self._field, ""):
            self._session.set_typed(pack, self._field, text, "")
