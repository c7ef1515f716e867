"""Deciding: a learner's command, taken against the state, becomes entries."""

from collections.abc import Callable, Mapping
from functools import cache

from crossread.base.entries import NewEntry
from crossread.inquiry.commands import (
    AddLayer,
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
    PutHighlight,
    PutNote,
    Rate,
    Release,
    RemoveHighlight,
    RemoveLayer,
    RemoveNote,
    SetExpectation,
    SetNote,
    SwitchLayer,
    TryAgain,
    Withdraw,
)
from crossread.inquiry.state import InquiryState
from crossread.packs.pack import Pack
from crossread.questions.passages import Texts


def decide(state: InquiryState, command: Command, pack: Pack, texts: Texts) -> list[NewEntry]:
    """Return the entries that a command comes to, in order; none where it changes nothing.

    `texts` are the texts that there are, by source and digest. Nothing is changed here: fold the
    entries to get the new state. Raises Expected where the command is not allowed now, ValueError
    where a response is none to its question's kind.
    """
    # Only now, as all of this comes with the kinds of question, which the first page does not need.
    from crossread.inquiry.standing import Standing

    return _deciders()[type(command)](Standing(state, pack, texts), command)


@cache
def _deciders() -> Mapping[type, Callable[..., list[NewEntry]]]:
    from crossread.inquiry import answering, comparing, handing_in, looking_back, noting, putting

    return {
        EnterStage: noting.enter_stage,
        Answer: answering.answer,
        Check: answering.check,
        Withdraw: answering.withdraw,
        HandIn: handing_in.hand_in,
        TryAgain: handing_in.try_again,
        OpenCard: noting.open_card,
        SetExpectation: noting.set_expectation,
        SetNote: noting.set_note,
        Flag: noting.flag,
        Rate: looking_back.rate,
        Release: looking_back.release,
        PutHighlight: putting.put_highlight,
        RemoveHighlight: putting.remove_highlight,
        PutNote: putting.put_note,
        RemoveNote: putting.remove_note,
        AddLayer: putting.add_layer,
        SwitchLayer: putting.switch_layer,
        RemoveLayer: putting.remove_layer,
        PutCell: comparing.put_cell,
        CheckCells: comparing.check_cells,
        Judge: comparing.judge,
        PutConclusion: comparing.put_conclusion,
    }
