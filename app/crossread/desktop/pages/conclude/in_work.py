"""What is being written of a conclusion: kept with each letter, put into the record when there is a pause."""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from crossread.base.errors import Expected
from crossread.inquiry.commands import Command, Judge, PutConclusion
from crossread.inquiry.comparison import Conclusion, Judgement, moved_by
from crossread.inquiry.comparison_storing import (
    conclusion_from_json,
    conclusion_json,
    judgement_from_json,
    judgement_json,
)
from crossread.inquiry.state import InquiryState

if TYPE_CHECKING:
    from crossread.operations.opened import OpenPack
    from crossread.operations.session import Session

Made = TypeVar("Made", Conclusion, Judgement)


class InWork(ABC, Generic[Made]):
    """Something in the hands of the learner; `now` is it as it is written, put or not.

    What a killed window left behind of it is put when it is taken up again.
    """

    def __init__(self, session: "Session", opened: "OpenPack", field: str, empty: Made) -> None:
        self._session = session
        self.opened = opened
        self._field = field
        self._empty: Made = empty
        self._is_put = True
        self.now: Made = empty
        typed = self._typed()
        self.refresh()
        if typed is not None:
            self._recover(typed)

    @abstractmethod
    def _known(self, state: InquiryState) -> Made | None:
        """Return it as it is remembered."""

    @abstractmethod
    def _command(self) -> Command:
        """Return what has it remembered."""

    @abstractmethod
    def _json(self) -> dict[str, Any]:
        """Return it for keeping."""

    @abstractmethod
    def _read(self, kept: Mapping[str, Any]) -> Made:
        """Read what was kept; ValueError where it is none."""

    def change(self, **changes: Any) -> None:
        """Change fields; they are kept as typed at once."""
        changed = replace(self.now, **changes)
        if changed != self.now:
            self.now, self._is_put = changed, False
            self._type(self._json())

    def keep(self) -> bool:
        """Put what was changed; False where that changes nothing.

        Raises Expected where it is not allowed; what was typed is then still kept.
        """
        if self._is_put:
            return False
        done = self._session.do(self.opened, self._command())
        self._is_put = True
        self._type(None)
        self.refresh()
        return done

    def refresh(self) -> None:
        """Take up what has become of it elsewhere, such as by taking back."""
        if self._is_put:
            self.now = self._known(self._session.state(self.opened.pack.id)) or self._empty

    def _recover(self, typed: Mapping[str, Any]) -> None:
        try:
            self.now, self._is_put = self._read(typed), False
        except ValueError:
            self._type(None)
        with suppress(Expected):  # it stays among what was typed
            self.keep()

    def _typed(self) -> Mapping[str, Any] | None:
        typed = self._session.typed(self.opened.pack.id, self._field, "")
        try:
            value = json.loads(typed) if typed else None
        except ValueError:
            return None
        return value if isinstance(value, Mapping) else None

    def _type(self, value: Mapping[str, Any] | None) -> None:
        pack, text = self.opened.pack.id, json.dumps(value) if value is not None else ""
        if text or self._session.typed(pack, self._field, ""):
            self._session.set_typed(pack, self._field, text, "")


class ConclusionInWork(InWork[Conclusion]):
    """The conclusion of a stage; "" is outside of the stages."""

    def __init__(self, session: "Session", opened: "OpenPack", stage: str) -> None:
        super().__init__(session, opened, f"conclusion/{stage}", Conclusion(stage=stage))

    def _known(self, state: InquiryState) -> Conclusion | None:
        return state.conclusions.get(self._empty.stage)

    def _command(self) -> Command:
        return PutConclusion(conclusion=self.now)

    def _json(self) -> dict[str, Any]:
        return conclusion_json(self.now)

    def _read(self, kept: Mapping[str, Any]) -> Conclusion:
        return replace(conclusion_from_json(kept, self.now.seq), stage=self._empty.stage)


class LookingBackInWork(InWork[Judgement]):
    """What a learner thinks now of what they expected at a *before* stage."""

    def __init__(self, session: "Session", opened: "OpenPack", stage: str) -> None:
        about = moved_by(stage)
        super().__init__(session, opened, about, Judgement(about=about))

    def _known(self, state: InquiryState) -> Judgement | None:
        return state.judgements.get(self._empty.about)

    def _command(self) -> Command:
        return Judge(judgement=self.now)

    def _json(self) -> dict[str, Any]:
        return judgement_json(self.now)

    def _read(self, kept: Mapping[str, Any]) -> Judgement:
        return replace(judgement_from_json(kept, self.now.seq), about=self._empty.about)
