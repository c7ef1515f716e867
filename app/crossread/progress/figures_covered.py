"""Which figures wait: an open question asks for them, so the comparison does not answer it."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.progress.figures_shown import QuantityShown, ValueShown, touch
from crossread.questions.kind import Question
from crossread.questions.passages import ShownText, Which
from crossread.questions.placing import place
from crossread.questions.registry import KINDS
from crossread.texts.text import Range


class CoveredFigures:
    """What open questions ask for: words of the texts, and what a source says on a claim."""

    def __init__(self, questions: Iterable[Question], texts: Mapping[str, Sequence[ShownText]]) -> None:
        self._places: dict[tuple[str, Which], list[Range]] = {}
        self._cells: set[tuple[str, str]] = set()
        for question in questions:
            kind = KINDS[question.kind]
            if not kind.scored:
                continue  # it asks what one thinks of it, not what stands there
            self._cells.update(kind.stances(question))
            for key in (*question.evidence, *(key for _at, key in kind.quoted(question))):
                for shown in texts.get(key.source, ()):
                    where = place(key, shown)
                    if where is not None:
                        self._places.setdefault((key.source, shown.which), []).append(where)

    def covers(self, quantity: QuantityShown, value: ValueShown) -> bool:
        """Tell whether a value must not be seen: a question asks in whose words, or where, it stands."""
        claim = quantity.figure.claim if quantity.figure else ""
        if claim and (claim, value.source) in self._cells:
            return True
        return any(
            touch(where, asked)
            for which, where in value.places
            for asked in self._places.get((value.source, which), ())
        )

    def seen(self, quantity: QuantityShown) -> tuple[ValueShown, ...]:
        """Return the values that may be seen, in their order."""
        return tuple(value for value in quantity.values if not self.covers(quantity, value))

    def covers_claim(self, claim: str) -> bool:
        """Tell whether a question asks how some source stands to a claim."""
        return any(asked == claim for asked, _source in self._cells)
