"""Two parts: an answer, and the passages that it rests on."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from itertools import islice
from typing import Any, Literal

from crossread.base.errors import N_
from crossread.base.translation import _
from crossread.questions.evidence_faults import evidence_faults
from crossread.questions.evidence_marking import mark_selections
from crossread.questions.evidence_passages import (
    EvidencePassage,
    core_selections,
    passage_quotes,
    passages_lacking,
    quoted_passages,
)
from crossread.questions.kind import AnyKind, Doubt, Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.passages import PassageKey, Selection, Texts
from crossread.questions.two_part_words import about_both, about_evidence

# What the parts about the two halves and about the reason are called. Parts of the answer are called
# "answer/" and as the inner kind calls them, those of the evidence "evidence/1", "evidence/2" and so on.
ANSWER, EVIDENCE, BECAUSE = "answer", "evidence", "because"

_SWITCHES = frozenset({"yes", "no", "true", "false"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoPart(Question):
    """A question of another kind (`answer`) that is answered together with passages as evidence.

    `passages` and `choose` are as in evidence. `because` asks for a reason in the learner's own words, and
    `model` is the author's, shown beside it; neither is scored.
    """

    kind: Literal["two-part"] = "two-part"
    answer: Question
    passages: tuple[EvidencePassage, ...]
    choose: tuple[int, int] = (1, 1)
    because: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class TwoPartResponse:
    """The answer's own response as JSON (empty: none yet), the passages marked, and the reason as typed."""

    answer: Mapping[str, Any] = field(default_factory=dict)
    selections: tuple[Selection, ...] = ()
    because: str = ""


def faults(question: TwoPart) -> list[Fault]:
    """Find what is wrong with the answer, by its own kind, and with the passages."""
    found: list[Fault] = []
    kind = _kinds().get(question.answer.kind)
    if kind is None:
        message = _("There is no kind of question “{kind}”.").format(kind=question.answer.kind)
        found.append(Fault((ANSWER, "kind"), "error", "unknown-kind", message, _inner_kinds()))
    elif not _fits_inside(kind):
        message = _("“{kind}” cannot be the answer in two parts: it is not scored, or marks passages itself.")
        message = message.format(kind=kind.name)
        found.append(Fault((ANSWER, "kind"), "error", "nested-kind", message, _inner_kinds()))
    else:
        found.extend(replace(fault, at=(ANSWER, *fault.at)) for fault in kind.faults(question.answer))
    found.extend(evidence_faults(question.sources, question.passages, question.choose, question.needs))
    if question.because.strip().casefold() in _SWITCHES:
        message = _("“because” is the sentence that asks for a reason, such as “Why?”, not yes or no.")
        found.append(Fault(("because",), "warning", "no-because", message))
    if question.model.strip() and not question.because.strip():
        message = _("“model” is shown beside the learner's reason, which is not asked for. Add “because”.")
        found.append(Fault(("because",), "warning", "no-because", message))
    return found


def _kinds() -> Mapping[str, AnyKind]:
    from crossread.questions.registry import KINDS  # this kind is registered there too

    return KINDS


def _fits_inside(kind: AnyKind) -> bool:
    """Tell whether a kind can be the answer: scored, all in itself, and without passages to mark."""
    asks_for_passages = any(one.name == "passages" for one in fields(kind.question))
    return kind.scored and not kind.nested and kind.written is None and not asks_for_passages


def _inner_kinds() -> tuple[str, ...]:
    return tuple(name for name, kind in _kinds().items() if _fits_inside(kind))


def _inner(question: TwoPart, response: TwoPartResponse) -> tuple[AnyKind, Any]:
    """Return the kind of the answer, and its own response; None where what is stored is none.

    Raises KeyError for a kind that is unknown, which `faults` tells the author of.
    """
    from crossread.questions.storing import response_from_json  # it reads by the registry

    kind = _kinds()[question.answer.kind]
    try:
        return kind, response_from_json(kind, response.answer)
    except ValueError:
        return kind, None


def mark(question: TwoPart, response: TwoPartResponse, texts: Texts) -> Mark:
    """Give the mean of what the answer and the evidence earn; no score where either has none.

    The part `of` "answer" comes first and says which half failed, that of "evidence" next; then those of
    the answer's own mark, of "answer/…", and of the evidence, of "evidence/1" on. Where a reason is asked
    for, the learner's and the author's come last, of "because", unscored.
    """
    kind, own = _inner(question, response)
    answer = kind.mark(question.answer, kind.response() if own is None else own, texts)
    evidence = mark_selections(question.passages, question.choose[0], response.selections, texts)
    none_given = own is not None and kind.empty(own)
    none_marked = not response.selections
    halves = (
        Part(
            score=answer.score,
            of=ANSWER,
            given="" if own is None else kind.words(question.answer, own),
            key=_together(part.key for part in answer.parts),
            feedback=about_both(
                None if none_given else answer.verdict, None if none_marked else evidence.verdict
            ),
        ),
        Part(
            score=evidence.score,
            of=EVIDENCE,
            given=passage_quotes(response.selections),
            key=_together(_wanted(question, texts)),
            feedback=about_evidence(None if none_marked else evidence.verdict),
        ),
    )
    inner = (replace(part, of=f"{ANSWER}/{part.of}") for part in answer.parts)
    marked = (replace(part, of=f"{EVIDENCE}/{number}") for number, part in enumerate(evidence.parts, 1))
    score = None
    if answer.score is not None and evidence.score is not None:
        score = (answer.score + evidence.score) / 2
    return Mark(score=score, parts=(*halves, *inner, *marked, *_reason(question, response)))


def _together(keys: Iterable[str]) -> str:
    return " / ".join(dict.fromkeys(filter(None, keys)))


def _wanted(question: TwoPart, texts: Texts) -> Iterator[str]:
    """Give the words of as many passages as are asked for, from the digest or else from the texts shown."""
    for passage in question.passages[: question.choose[0]]:
        placed = (found.quote for found in core_selections((passage,), texts))
        yield passage.core or next(placed, "")


def _reason(question: TwoPart, response: TwoPartResponse) -> Iterator[Part]:
    given, model = response.because.strip(), question.model.strip()
    if question.because.strip() and (given or model):
        yield Part(score=None, of=BECAUSE, given=given, key=model)


def empty(response: TwoPartResponse) -> bool:
    """Tell whether neither half is begun and no reason typed."""
    return not (_says(response.answer) or response.selections or response.because.strip())


def _says(value: Any) -> bool:
    """Tell whether JSON says anything at all: a word, a number, a yes."""
    if isinstance(value, Mapping):
        return any(_says(inner) for inner in value.values())
    if isinstance(value, list | tuple):
        return any(_says(inner) for inner in value)
    return bool(value.strip()) if isinstance(value, str) else value is not None and value is not False


def words(question: TwoPart, response: TwoPartResponse) -> str:
    """Say what was answered, marked and given as a reason."""
    kind, own = _inner(question, response)
    said = (
        "" if own is None else kind.words(question.answer, own),
        passage_quotes(response.selections),
        " ".join(response.because.split()),
    )
    return " – ".join(filter(None, said))


def quoted(question: TwoPart) -> Sequence[tuple[tuple[str | int, ...], PassageKey]]:
    """List the passages that the evidence asks for, and those of the answer."""
    kind = _kinds().get(question.answer.kind)
    inner = kind.quoted(question.answer) if kind else ()
    return [*(((ANSWER, *at), key) for at, key in inner), *quoted_passages(question.passages)]


def solve(question: TwoPart, texts: Texts) -> TwoPartResponse | None:
    """Answer rightly, and mark as many cores as are asked for."""
    from crossread.questions.storing import response_json

    own = _kinds()[question.answer.kind].solve(question.answer, texts)
    found = tuple(islice(core_selections(question.passages, texts), question.choose[0]))
    if own is None or len(found) < question.choose[0]:
        return None
    return TwoPartResponse(response_json(own), found)


def doubt(question: TwoPart, response: TwoPartResponse) -> Doubt[TwoPartResponse] | None:
    """Ask back about the answer where its own kind would."""
    from crossread.questions.storing import response_json

    kind, own = _inner(question, response)
    asked = None if own is None else kind.doubt(question.answer, own)
    return Doubt(asked.meant, replace(response, answer=response_json(asked.response))) if asked else None


def lacks(question: TwoPart, response: TwoPartResponse) -> str:
    """Say what each half and the reason still want."""
    if empty(response):
        return ""
    kind, own = _inner(question, response)
    if own is None or kind.empty(own):
        wanted = [_("The answer is still missing.")]
    else:
        wanted = [kind.lacks(question.answer, own)]
    wanted.append(passages_lacking(question.choose, response.selections))
    if question.because.strip() and not response.because.strip():
        wanted.append(_("The reason is still missing."))
    return " ".join(filter(None, wanted))


def silent(question: TwoPart) -> Collection[str]:
    """Name the sources whose silence the answer is about."""
    kind = _kinds().get(question.answer.kind)
    return kind.silent(question.answer) if kind else ()


def offered(question: TwoPart) -> Sequence[str]:
    """Return what the question inside offers."""
    kind = _kinds().get(question.answer.kind)
    return kind.offered(question.answer) if kind else ()


def about(question: TwoPart) -> str:
    """Return what the question inside is about."""
    kind = _kinds().get(question.answer.kind)
    return kind.about(question.answer) if kind else ""


KIND = Kind(
    name="two-part",
    label=N_("answer, and show where"),
    question=TwoPart,
    response=TwoPartResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    quoted=quoted,
    solve=solve,
    doubt=doubt,
    lacks=lacks,
    silent=silent,
    nested=(ANSWER,),
    inside=_inner_kinds,
    offered=offered,
    about=about,
    recalled=False,
)
