"""Where the texts speak of the pack's claims: a note on such a passage may belong to the claim."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.inquiry.placing_notes import Place, TextsNow
from crossread.packs.pack import Pack
from crossread.questions.kind import Question
from crossread.questions.passages import Which
from crossread.questions.placing import place
from crossread.questions.registry import KINDS
from crossread.texts.text import Range

# A claim and a source, by id.
Cell = tuple[str, str]

# The passages of one text that claims speak of, with the id of the claim.
_Spoken = Sequence[tuple[Range, str]]


class ClaimPlaces:
    """The places of all passages that the claims of a pack name, in the texts that there are."""

    def __init__(self, pack: Pack, texts: TextsNow) -> None:
        self._texts = texts
        self._asked_by: dict[str, frozenset[Cell]] = {}  # by the id of a question
        found: dict[tuple[str, Which], list[tuple[Range, str]]] = {}
        for claim in pack.claims:
            for source, statements in claim.cells.items():
                keys = [one.of(source) for statement in statements for one in statement.passages]
                for shown in texts.get(source, ()):
                    places = (place(key, shown) for key in keys)
                    here = found.setdefault((source, shown.which), [])
                    here += [(where, claim.id) for where in places if where]
        self._found: Mapping[tuple[str, Which], _Spoken] = found

    def on(self, source: str, where: Place) -> tuple[str, ...]:
        """Return the claims of which one passage at least overlaps a place, by id, in the pack's order."""
        return self._at(source, where.which, where.range)

    def asked_by(self, questions: Iterable[Question]) -> frozenset[Cell]:
        """Return the claims, each with a source, that questions ask for.

        They ask how the source stands to the claim, or to mark words in which it speaks of it.
        """
        found: set[Cell] = set()
        for question in questions:
            if question.id not in self._asked_by:
                self._asked_by[question.id] = frozenset(self._asked(question))
            found |= self._asked_by[question.id]
        return frozenset(found)

    def _asked(self, question: Question) -> Iterable[Cell]:
        kind = KINDS[question.kind]
        yield from kind.stances(question)
        for _at, key in kind.quoted(question):
            for shown in self._texts.get(key.source, ()):
                where = place(key, shown)
                for claim in self._at(key.source, shown.which, where) if where else ():
                    yield claim, key.source

    def _at(self, source: str, which: Which, where: Range) -> tuple[str, ...]:
        here = self._found.get((source, which), ())
        claims = (claim for one, claim in here if one.start < where.end and where.start < one.end)
        return tuple(dict.fromkeys(claims))
