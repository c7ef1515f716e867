"""Questions that are open to a learner: what is shown beside them may not give their answers away."""

from crossread.inquiry.asked import HasOriginal, asked
from crossread.inquiry.state import InquiryState
from crossread.inquiry.view import question_view
from crossread.packs.pack import Pack
from crossread.questions.kind import Question


def open_questions(state: InquiryState, pack: Pack, has_original: HasOriginal) -> tuple[Question, ...]:
    """Return the questions of stages that were entered and not handed in.

    A question is open until its own answer is closed, and what it asked for is told.
    """
    found = []
    for stage in pack.stages:
        if stage.id != state.stage and stage.id not in state.stages:
            continue
        if state.of(stage.id).latest.handed_in:
            continue
        for question in asked(state, pack, stage.id):
            view = question_view(state, pack, question, has_original)
            if view.may_change or view.mark is None:
                found.append(question)
    return tuple(found)
