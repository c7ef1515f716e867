"""Where the texts speak of the pack's claims: a note on such a passage may belong to the claim."""

from collections.abc import Mapping, Sequence

from crossread.inquiry.placing_notes import Place, TextsNow
from crossread.packs.pack import Pack
from crossread.questions.passages import Which
from crossread.questions.placing import place
from crossread.texts.text import Range

# The passages of one text that claims speak of, with the id of the claim.
_Spoken = Sequence[tuple[Range, str]]


class ClaimPlaces:
    """The places of all passages that the claims of a pack name, in the texts that there are."""

    def __init__(self, pack: Pack, texts: TextsNow) -> None:
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
        here = self._found.get((source, where.which), ())
        start, end = where.range.start, where.range.end
        claims = (claim for one, claim in here if one.start < end and start < one.end)
        return tuple(dict.fromkeys(claims))
