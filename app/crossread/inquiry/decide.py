"""Deciding: a learner's command, taken against the state, becomes entries."""

from collections.abc import Callable, Mapping
from typing import Any

from crossread.base.entries import NewEntry
from crossread.inquiry.answering import answer, check, withdraw
from crossread.inquiry.commands import (
    Answer,
    Check,
    Command,
    EnterStage,
    HandIn,
    OpenCard,
    SetExpectation,
    SetNote,
    TryAgain,
    Withdraw,
)
from crossread.inquiry.handing_in import hand_in, try_again
from crossread.inquiry.noting import enter_stage, open_card, set_expectation, set_note
from crossread.inquiry.standing import Standing
from crossread.inquiry.state import InquiryState
from crossread.packs.pack import Pack
from crossread.questions.passages import Texts

_DECIDERS: Mapping[type, Callable[[Standing, Any], list[NewEntry]]] = {
    EnterStage: enter_stage,
    Answer: answer,
    Check: check,
    Withdraw: withdraw,
    HandIn: hand_in,
    TryAgain: try_again,
    OpenCard: open_card,
    SetExpectation: set_expectation,
    SetNote: set_note,
}


def decide(state: InquiryState, command: Command, pack: Pack, texts: Texts) -> list[NewEntry]:
    """Return the entries that a command comes to, in order; none where it changes nothing.

    `texts` are the texts that there are, by source and digest. Nothing is changed here: fold the
    entries to get the new state. Raises Expected where the command is not allowed now, ValueError
    where a response is none to its question's kind.
    """
    return _DECIDERS[type(command)](Standing(state, pack, texts), command)
