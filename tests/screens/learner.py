"""A learner who has come some way through the Khojaly pack: right in most things, and not in all."""

from collections.abc import Callable

from crossread.base.errors import Expected
from crossread.inquiry.commands import Answer, EnterStage, HandIn, OpenCard, SetExpectation, SetNote
from crossread.operations.opened import OpenPack
from crossread.operations.session import Session
from crossread.questions.choice import Choice, ChoiceResponse
from crossread.questions.evidence import Evidence, EvidenceResponse
from crossread.questions.kind import Question
from crossread.questions.numerical import Numerical, NumericalResponse
from crossread.questions.passages import Selection, ShownText
from crossread.questions.placing import place
from crossread.questions.short_answer import ShortAnswer, ShortAnswerResponse
from crossread.questions.storing import response_json
from crossread.questions.verdict import Verdict, VerdictResponse

PACK = "khojaly-1992"
HANDED_IN = ("read-who", "read-responsible")
BEGUN = "read-toll"
BEGUN_QUESTIONS = 3

Until = Callable[[Callable[[], bool]], None]


def some_way(session: Session, until: Until) -> None:
    """Come some way, once."""
    if session.state(PACK).stages:
        return
    opened: list[OpenPack | Expected] = []
    session.open_pack(PACK, opened.append)
    until(lambda: bool(opened))
    pack = opened[0]
    if isinstance(pack, Expected):
        raise pack
    session.do(pack, SetExpectation(stage="before", text="On the figures, and on who is to blame for what."))
    for source in ("karcic", "ahmadzada"):
        session.do(pack, OpenCard(source=source))
    session.do(pack, SetNote(key="meet/ahmadzada/who", text="One author, open about where he is from."))
    for stage in (*HANDED_IN, BEGUN):
        session.do(pack, EnterStage(stage=stage))
        questions = pack.pack.questions_of(stage)
        for number, question in enumerate(questions[: None if stage in HANDED_IN else BEGUN_QUESTIONS]):
            response = _response(pack, question, right=number % 4 != 1)
            session.do(
                pack,
                Answer(
                    question=question.id,
                    response=None if response is None else response_json(response),
                    certainty="fairly sure" if number % 2 else "certain",
                    dont_know=response is None,
                ),
            )
        if stage in HANDED_IN:
            session.do(pack, HandIn(stage=stage))
    _mark_without_answering(session, pack)
    until(lambda: session.status.kind == "ready")


def _mark_without_answering(session: Session, opened: OpenPack) -> None:
    """Mark what the evidence question of the stage that was begun asks for, and leave it open."""
    question = next(one for one in opened.pack.questions_of(BEGUN) if isinstance(one, Evidence))
    response = EvidenceResponse(tuple(_selections(opened, question, right=True)))
    draft = {"response": response_json(response), "certainty": "fairly sure", "dont_know": False}
    session.set_draft(PACK, question.id, draft)


def _response(opened: OpenPack, question: Question, *, right: bool) -> object | None:
    """Answer a question; None where this learner does not know."""
    match question:
        case Choice():
            return ChoiceResponse(next(one.id for one in question.options if one.correct == right))
        case Verdict():
            return VerdictResponse(question.answer if right else "does-not-say")
        case Numerical() if question.answer:
            return NumericalResponse(str(question.answer) if right else "613")
        case ShortAnswer():
            return ShortAnswerResponse(question.answers[0].text.strip("*") if right else "nobody")
        case Evidence():
            return EvidenceResponse(tuple(_selections(opened, question, right=right)))
    return None


def _selections(opened: OpenPack, question: Evidence, *, right: bool) -> list[Selection]:
    """Mark what the question asks for, or all but the last of it."""
    found = []
    for passage in question.passages[: question.choose[0]]:
        text = opened.pack.source(passage.source).digest
        where = place(passage.core_key, ShownText("digest", text))
        if where is not None:
            found.append(
                Selection(
                    source=passage.source,
                    which="digest",
                    text_digest=text.digest,
                    start=where.start,
                    end=where.end,
                    quote=text.words(where),
                )
            )
    return found if right else found[:-1]
