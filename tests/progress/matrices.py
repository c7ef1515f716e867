"""The claim matrix of a small pack, as it stands for a learner who fills and checks cells."""

from collections.abc import Iterable

from crossread.inquiry.claim_places import ClaimPlaces
from crossread.inquiry.commands import CheckCells, Judge, PutCell
from crossread.inquiry.comparison import Judgement, matrix_given, row_shown
from crossread.inquiry.held_back import HeldBack, held_back
from crossread.packs.pack import Stage
from crossread.progress.claim_matrix import CellHere, ClaimMatrix
from crossread.questions.claims import Stance
from crossread.questions.kind import Question
from crossread.questions.passages import Selection
from tests.inquiry.comparing_samples import COMPARED, cell, comparer
from tests.inquiry.making import DIGESTS_ONLY
from tests.questions.open_samples import AT_NINE, FORTY

SHOWN = {source: tuple(texts.values()) for source, texts in DIGESTS_ONLY.items()}
CLAIMS = (FORTY, AT_NINE)


def held_by(questions: Iterable[Question]) -> HeldBack:
    return held_back(questions, ClaimPlaces(COMPARED, SHOWN))


class AtWork:
    """A learner at the claim matrix; `held` is what open questions hold back."""

    def __init__(self, *questions: Question, stage: Stage | None = None) -> None:
        self.learner = comparer()
        self.held = held_by(questions)
        self._stage = stage

    def fill(self, claim: str, source: str, *stances: Stance) -> None:
        given: list[tuple[Stance, Selection | None]] = [(stance, None) for stance in stances]
        self.learner.do(PutCell(cell=cell(*given, claim=claim, source=source)))

    def check(self, claim: str, *sources: str) -> None:
        self.learner.do(CheckCells(cells=tuple((claim, source) for source in sources)))

    def give(self, given: str) -> None:
        self.learner.do(Judge(judgement=Judgement(about=matrix_given(), chosen=(given,))))

    def show(self, claim: str) -> None:
        self.learner.do(Judge(judgement=Judgement(about=row_shown(claim), chosen=("shown",))))

    @property
    def matrix(self) -> ClaimMatrix:
        matrix = ClaimMatrix(COMPARED, DIGESTS_ONLY, self._stage)
        matrix.set_state(self.learner.state, self.held)
        return matrix

    def cell(self, claim: str, source: str) -> CellHere:
        found = next(one for one in CLAIMS if one.id == claim)
        return self.matrix.cell(found, source)
