"""Taking back: the command that undoes another one, and what to say of it."""

from collections.abc import Mapping

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.inquiry.commands import (
    AddLayer,
    CheckCells,
    Command,
    Judge,
    PutCell,
    PutConclusion,
    PutHighlight,
    PutNote,
    RemoveHighlight,
    RemoveLayer,
    RemoveNote,
    SetExpectation,
    SetNote,
    SwitchLayer,
)
from crossread.inquiry.comparison import Cell, Conclusion, Judgement
from crossread.inquiry.state import InquiryState


def inverse(state: InquiryState, command: Command) -> Command | None:
    """Return the command that brings back what stands now, before `command` is done.

    None for commands that are not taken back so: answers have ways of their own.
    """
    match command:
        case PutHighlight(highlight=highlight):
            known = state.highlights.get(highlight.id)
            return PutHighlight(highlight=known) if known else RemoveHighlight(highlight=highlight.id)
        case RemoveHighlight(highlight=name):
            known = state.highlights.get(name)
            return PutHighlight(highlight=known) if known else None
        case PutNote(note=note):
            before = state.passage_notes.get(note.id)
            return PutNote(note=before) if before else RemoveNote(note=note.id)
        case RemoveNote(note=name):
            before = state.passage_notes.get(name)
            return PutNote(note=before) if before else None
        case SetNote(key=key):
            return SetNote(key=key, text=state.notes.get(key, ""))
        case SetExpectation(stage=stage):
            return SetExpectation(stage=stage, text=state.expectations.get(stage, ""))
        case AddLayer(layer=layer):
            laid = state.layers.get(layer.digest)
            return AddLayer(layer=laid) if laid else RemoveLayer(layer=layer.digest)
        case SwitchLayer(layer=name):
            laid = state.layers.get(name)
            return SwitchLayer(layer=name, on=laid.on) if laid else None
        case RemoveLayer(layer=name):
            laid = state.layers.get(name)
            return AddLayer(layer=laid) if laid else None
        case _:
            return _in_comparison(state, command)


def _in_comparison(state: InquiryState, command: Command) -> Command | None:
    match command:
        case PutCell(cell=cell):
            filled = state.cells.get((cell.claim, cell.source))
            return PutCell(cell=filled or Cell(claim=cell.claim, source=cell.source, statements=()))
        case Judge(judgement=judgement):
            said = state.judgements.get(judgement.about)
            return Judge(judgement=said or Judgement(about=judgement.about))
        case PutConclusion(conclusion=conclusion):
            written = state.conclusions.get(conclusion.stage)
            return PutConclusion(conclusion=written or Conclusion(stage=conclusion.stage))
        case _:
            return None


def stays(command: Command) -> bool:
    """Tell whether what a command does is not taken back: a check has told its key."""
    return isinstance(command, CheckCells)


def intention(state: InquiryState, command: Command) -> str:
    """Say what a command would do, for a menu: "Remove the highlight"; "" for other commands."""
    return _said(state, command)[0]


def outcome(state: InquiryState, command: Command) -> str:
    """Say what a command has done to the state before it, as a sentence; "" for other commands."""
    return _said(state, command)[1]


def _said(state: InquiryState, command: Command) -> tuple[str, str]:
    match command:
        case PutHighlight(highlight=highlight) if highlight.id in state.highlights:
            return _("Bring the highlight back as it was"), _("The highlight is as it was before.")
        case PutNote(note=note) if note.id in state.passage_notes:
            return _("Bring the note back as it was"), _("The note is as it was before.")
        case PutCell(cell=cell) if not cell.statements:
            return _("Empty the cell"), _("Cell emptied.")
        case SwitchLayer(on=True):
            return _("Show the set"), _("Set shown.")
        case _:
            label, done = _SAID.get(type(command), ("", ""))
            return _(label) if label else "", _(done) if done else ""


_SAID: Mapping[type, tuple[str, str]] = {
    PutHighlight: (N_("Put the highlight back"), N_("Highlight put back.")),
    RemoveHighlight: (N_("Remove the highlight"), N_("Highlight removed.")),
    PutNote: (N_("Put the note back"), N_("Note put back.")),
    RemoveNote: (N_("Remove the note"), N_("Note removed.")),
    SetNote: (N_("Bring the note back as it was"), N_("The note is as it was before.")),
    SetExpectation: (
        N_("Bring back what you expected before"),
        N_("What you expect is as it was before."),
    ),
    AddLayer: (N_("Put the set back"), N_("Set put back.")),
    SwitchLayer: (N_("Hide the set"), N_("Set hidden.")),
    RemoveLayer: (N_("Take the set away"), N_("Set taken away.")),
    PutCell: (N_("Put the cell back as it was"), N_("The cell is as it was before.")),
    Judge: (N_("Take back what was said"), N_("It says what it said before.")),
    PutConclusion: (N_("Bring the conclusion back as it was"), N_("The conclusion is as it was before.")),
}
