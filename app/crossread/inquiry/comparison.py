"""What a learner makes of the comparison: cells of the claim matrix, judgements, and a conclusion."""

from dataclasses import dataclass, replace
from typing import Literal

from crossread.inquiry.notes import NotedPassage
from crossread.questions.claims import Stance
from crossread.questions.passages import Selection

# Whether a source that is silent could have known; "" where the learner does not say.
Could = Literal["", "yes", "no", "not yet written"]
COULD: tuple[Could, ...] = ("", "yes", "no", "not yet written")

# A cell of the claim matrix, by the ids of its claim and its source.
CellId = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStatement:
    """One stance that a learner sees in a source, and the words that show it."""

    stance: Stance
    selection: Selection | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a learner put into one cell: what one source says on one claim; several things at times.

    `could` goes with silence. `seq` is the entry that it was last set by.
    """

    claim: str
    source: str
    statements: tuple[CellStatement, ...]
    could: Could = ""
    seq: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CellCheck:
    """How a cell stood against its author's key: `first` at the first check, `last` at the last, each 0 to 1.

    None where nobody could tell. `seq` is the entry of the last check, `cell` what was checked then.
    """

    first: float | None
    last: float | None
    seq: int
    cell: Cell | None = None

    def is_of(self, cell: Cell | None) -> bool:
        """Tell whether a cell says what was checked, whenever it was set to that."""
        return cell is not None and self.cell is not None and replace(cell, seq=self.cell.seq) == self.cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a learner says of one thing that the comparison asks: chosen names, a count, words, passages.

    `about` says of what; the functions below make it. What is not asked there stays empty. `seq` is the
    entry that it was last set by.
    """

    about: str
    chosen: tuple[str, ...] = ()
    count: int | None = None
    text: str = ""
    passages: tuple[NotedPassage, ...] = ()
    seq: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing."""
        return not self.chosen and self.count is None and not self.text.strip() and not self.passages


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason for a conclusion, with the passages that it rests on; `id` is given once and stays."""

    id: str
    text: str
    passages: tuple[NotedPassage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """What a learner concludes at a stage: the claim, reasons with evidence, what speaks against it.

    `counter` is the best argument against it and `answer` what the learner says to that; `unheard` is whom
    they have not heard. `seq` is the entry that it was last written by.
    """

    stage: str
    text: str = ""
    reasons: tuple[Reason, ...] = ()
    counter: str = ""
    answer: str = ""
    unheard: str = ""
    seq: int = 0


def prediction_of(figure: str) -> str:
    """Name the judgement in which a learner says beforehand whether the sources part on a quantity."""
    return f"figure/{figure}/prediction"


def parting_of(figure: str) -> str:
    """Name the judgement on why the sources part on a quantity."""
    return f"figure/{figure}/why"


def matrix_given() -> str:
    """Name the judgement by which a learner chooses how much of the claim matrix is filled in already."""
    return "matrix/given"


def row_shown(claim: str) -> str:
    """Name the judgement by which a learner has a row of the claim matrix shown that they did not fill."""
    return f"claim/{claim}/shown"


def relation_of(claim: str) -> str:
    """Name the judgement on how the sources stand to each other on a claim."""
    return f"claim/{claim}/relation"


def witnesses_of(claim: str) -> str:
    """Name the judgement on how many independent accounts a claim has."""
    return f"claim/{claim}/witnesses"


def silence_of(claim: str, source: str) -> str:
    """Name the judgement on why a source is silent on a claim."""
    return f"silence/{claim}/{source}"


def moved_by(stage: str) -> str:
    """Name the judgement on what became of the expectation that was written at a stage."""
    return f"expectation/{stage}/after"
