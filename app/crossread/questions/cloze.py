"""Cloze: fill the gaps of a text. What can be wrong with it stands in `cloze_faults`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from crossread.base.errors import N_
from crossread.base.translation import ngettext
from crossread.questions.choice import Option
from crossread.questions.cloze_text import gap_names, pieces
from crossread.questions.item import Item, gone_part_feedback
from crossread.questions.kind import Doubt, Fault, Kind, Question
from crossread.questions.mark import Mark, Part
from crossread.questions.pairs import mean_of
from crossread.questions.passages import Texts
from crossread.questions.typed_answers import AcceptedAnswer, TypedAnswers


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One gap: typed (`answers`), picked from its own list (`options`), or from the bank (`word`, an id)."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    answers: tuple[AcceptedAnswer, ...] = ()
    options: tuple[Option, ...] = ()
    word: str = ""
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Question):
    """A text with gaps, each written as its name in double braces, such as {{who}}.

    `bank` are the words that gaps with a `word` share, more of them than needed if the author likes.
    `stems` is as in a short answer, for the gaps to type in.
    """

    kind: Literal["cloze"] = "cloze"
    text: str
    gaps: Mapping[str, Gap]
    bank: tuple[Item, ...] = ()
    stems: str = ""

    @property
    def asked(self) -> Mapping[str, Gap]:
        """The gaps by name, in the order of the text; what the text does not have is not asked."""
        return {name: self.gaps[name] for name in gap_names(self.text) if name in self.gaps}

    def typed(self, gap: Gap) -> TypedAnswers:
        """Return what is compared with the words typed into a gap."""
        return TypedAnswers(gap.answers, self.stems)

    def choices(self, gap: Gap) -> Mapping[str, Option | Item]:
        """Return what there is to pick for a gap, by id: its own list or the bank; none where it is typed."""
        if gap.answers:
            return {}
        return {one.id: one for one in gap.options or self.bank}


@dataclass(frozen=True, slots=True)
class ClozeResponse:
    """What is in each gap by its name: words as typed, or the id of an option or of a word of the bank."""

    gaps: Mapping[str, str] = field(default_factory=dict)


def faults(question: Cloze) -> Sequence[Fault]:
    """Find what is wrong with the text, its gaps, and the bank."""
    from crossread.questions.cloze_faults import cloze_faults  # needed by check alone

    return cloze_faults(question)


def mark(question: Cloze, response: ClozeResponse, texts: Texts) -> Mark:  # noqa: ARG001  (all kinds take texts)
    """Give the mean of the gaps: typed ones as short answers, the others 1 for what is right.

    There is one part for each gap. A gap filled with something that has left the pack since is not
    scored and does not count; gaps that have left it are told. There is no score where nothing that was
    filled in is left.
    """
    asked = question.asked
    filled = {name: given for name, given in response.gaps.items() if given.strip()}
    gone = [name for name in filled if name not in asked]
    parts = [_part(question, name, gap, filled.get(name, "")) for name, gap in asked.items()]
    stands = any(part.score is not None for part in parts if part.of in filled)
    parts.extend(Part(score=None, of=name, feedback=gone_part_feedback()) for name in gone)
    return Mark(score=mean_of(parts) if stands or not filled else None, parts=tuple(parts))


def _part(question: Cloze, name: str, gap: Gap, given: str) -> Part:
    if gap.answers:
        return question.typed(gap).part(given, of=name, feedback=gap.feedback)
    choices, right = question.choices(gap), _right_id(gap)
    key = choices[right].text if right in choices else ""
    picked = choices.get(given)
    if given and picked is None:
        return Part(score=None, of=name, key=key, feedback=gone_part_feedback())
    earned = bool(given) and given == right
    # An option speaks to those who picked it; a word of the bank to those who put it in the wrong gap.
    speaks = picked is not None and (bool(gap.options) or not earned)
    own = picked.feedback if picked is not None and speaks else ""
    return Part(
        score=float(earned),
        of=name,
        given=picked.text if picked else "",
        key=key,
        feedback=" ".join(filter(None, (own, gap.feedback))),
        meanwhile=None if earned else own,
    )


def _right_id(gap: Gap) -> str:
    """Return the id of what belongs in a gap that is picked; "" where nothing does."""
    if not gap.options:
        return gap.word
    return next((option.id for option in gap.options if option.correct), "")


def empty(response: ClozeResponse) -> bool:
    """Tell whether nothing is filled in yet."""
    return not any(given.strip() for given in response.gaps.values())


def words(question: Cloze, response: ClozeResponse) -> str:
    """Give the text with what was filled in, in brackets; ids for what is no longer known."""
    asked = question.asked
    told = ""
    for number, piece in enumerate(pieces(question.text)):
        if number % 2 == 0:
            told += piece
            continue
        given = response.gaps.get(piece, "").strip()
        choices = question.choices(asked[piece]) if piece in asked else {}
        told += f"[{choices[given].text if given in choices else given or '…'}]"
    return " ".join(told.split())


def solve(question: Cloze, texts: Texts) -> ClozeResponse | None:  # noqa: ARG001  (all kinds take texts)
    """Fill each gap with what belongs there; None where a gap has no such thing."""
    filled: dict[str, str] = {}
    for name, gap in question.asked.items():
        right = question.typed(gap).solved() if gap.answers else _right_id(gap)
        if not right or not (gap.answers or right in question.choices(gap)):
            return None
        filled[name] = right
    return ClozeResponse(filled) if filled else None


def doubt(question: Cloze, response: ClozeResponse) -> Doubt[ClozeResponse] | None:
    """Ask back where what was typed into gaps is an answer but for a slip; of several gaps all at once."""
    near = {
        name: miss.meant
        for name, gap in question.asked.items()
        if gap.answers and (miss := question.typed(gap).near(response.gaps.get(name, "")))
    }
    return Doubt(" … ".join(near.values()), ClozeResponse({**response.gaps, **near})) if near else None


def lacks(question: Cloze, response: ClozeResponse) -> str:
    """Say how many gaps are still empty where some are filled."""
    left = sum(not response.gaps.get(name, "").strip() for name in question.asked)
    if not left or empty(response):
        return ""
    return ngettext("{count} gap is still empty.", "{count} gaps are still empty.", left).format(count=left)


def offered(question: Cloze) -> Sequence[str]:
    """Return the text with its gaps left open, and what there is to put into them."""
    return (
        about(question),
        *sorted(item.text for item in question.bank),
        *sorted(option.text for gap in question.gaps.values() for option in gap.options),
    )


def about(question: Cloze) -> str:
    """Return the text with its gaps left open."""
    return "…".join(pieces(question.text)[::2])


KIND = Kind(
    name="cloze",
    label=N_("fill the gaps"),
    question=Cloze,
    response=ClozeResponse,
    faults=faults,
    mark=mark,
    empty=empty,
    words=words,
    solve=solve,
    doubt=doubt,
    lacks=lacks,
    offered=offered,
    about=about,
)
