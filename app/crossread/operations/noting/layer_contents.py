"""A set of annotations laid over the texts of a pack: which passages they are on, and what fits nowhere."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crossread.base.translation import _, ngettext
from crossread.inquiry.noted import PlacedHighlight, PlacedNote, beneath_notes
from crossread.inquiry.notes import Highlight, Note, NotedPassage
from crossread.inquiry.placing_notes import Places, TextsNow
from crossread.operations.noting.annotations_read import AnnotationSet, ReadAnnotation, ReadTarget, Reason
from crossread.packs.pack import Pack
from crossread.questions.passages import ShownText
from crossread.texts.passages.anchors import anchor_quote, place_quote
from crossread.texts.passages.quotes import find_anywhere
from crossread.texts.text import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerContents:
    """The highlights and notes of a set with their places now; `told` are sentences on what was not taken."""

    highlights: tuple[PlacedHighlight, ...] = ()
    notes: tuple[PlacedNote, ...] = ()
    told: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How many highlights and notes there are; a highlight on a note's very passage is part of it."""
        return len(self.highlights) + len(self.notes) - len(beneath_notes(self.highlights, self.notes))


def lay(given: AnnotationSet, layer: str, pack: Pack, texts: TextsNow) -> LayerContents:
    """Lay a set over the texts of a pack; `layer` is the digest of its file.

    A passage of a source of this pack stays, placed or not; one of another text is taken where its words
    stand at one place only. Ids are made new, so that a set never meets the learner's own.
    """
    places = Places(texts)
    is_own = given.pack in ("", pack.id)
    finding = _Finding(pack, texts, is_own=is_own)
    claims = frozenset(claim.id for claim in pack.claims) if is_own else frozenset()
    left_out: Counter[Reason] = Counter(given.left_out)
    without_meaning = 0
    highlights: list[PlacedHighlight] = []
    notes: list[PlacedNote] = []
    for number, one in enumerate(given.annotations):
        found = [passage for target in one.targets if (passage := finding.passage(target))]
        left_out["no-text-fits"] += len(one.targets) > len(found)
        name = f"{layer[:16]}/{number}"
        if one.is_highlight:
            without_meaning += bool(found) and one.meaning is None
            for part, passage in enumerate(found):
                highlight = Highlight(
                    id=f"{name}/{part}", meaning=one.meaning or "evidence", passage=passage, layer=layer
                )
                highlights.append(PlacedHighlight(highlight, places.of(passage)))
        elif found or _is_on(one, pack):
            note = Note(
                id=name,
                text=one.text,
                passages=tuple(dict.fromkeys(found)),
                tags=one.tags,
                claim=one.claim if one.claim in claims else "",
                layer=layer,
            )
            notes.append(PlacedNote(note, tuple(map(places.of, note.passages))))
    told = _told(left_out, without_meaning, _not_placed(highlights, notes))
    return LayerContents(highlights=tuple(highlights), notes=tuple(notes), told=told)


def _is_on(one: ReadAnnotation, pack: Pack) -> bool:
    """Tell whether a note without passages speaks of this pack or of a claim of it."""
    return not one.targets and f"{one.on_pack}:".startswith(f"urn:crossread:{pack.id}:")


class _Finding:
    """Finds the passages that a file names among the texts of a pack."""

    def __init__(self, pack: Pack, texts: TextsNow, *, is_own: bool) -> None:
        self._sources = {source.id: source for source in pack.sources}
        self._is_own = is_own  # else its sources may be others of the same name, as its claims may
        self._texts = texts
        self._by_address = {
            source.original.url: source.id
            for source in pack.sources
            if source.original and source.original.url
        }

    def passage(self, target: ReadTarget) -> NotedPassage | None:
        """Return the passage of a target; None where no text has it, or several might be meant."""
        known = self._sources.get(target.source) if self._is_own else None
        if known is not None:
            return NotedPassage(
                source=target.source,
                which=target.which,
                quote=target.quote,
                original=target.original,
                letter=known.letter,
                title=known.card.title,
            )
        if not target.quote.quote:
            return None
        named = self._by_address.get(target.address)
        texts = {named: self._texts.get(named, ())} if named else self._texts
        return self._by_words(target, texts)

    def _by_words(self, target: ReadTarget, texts: Mapping[str, Sequence[ShownText]]) -> NotedPassage | None:
        """Find words in the one source that has them; None where several have, however often."""
        quote = target.quote.quote
        having = [
            source
            for source, there in texts.items()
            if any(find_anywhere(shown.text, quote, 1) for shown in there)
        ]
        if len(having) != 1:
            return None
        (source,) = having
        found = (self._in_text(target, source, shown) for shown in texts[source])
        return next((one for one in found if one), None)

    def _in_text(self, target: ReadTarget, source: str, shown: ShownText) -> NotedPassage | None:
        where = _only_place(target, shown)
        if where is None:
            return None
        card = self._sources[source]
        return NotedPassage(
            source=source,
            which=shown.which,
            quote=anchor_quote(shown.text, where),
            letter=card.letter,
            title=card.card.title,
        )


def _only_place(target: ReadTarget, shown: ShownText) -> Range | None:
    """Find words that stand once in a text, or that their surroundings tell from the others."""
    places = find_anywhere(shown.text, target.quote.quote, 2)
    if len(places) == 1:
        return places[0]
    if not places:
        return None
    placed = place_quote(shown.text, replace(target.quote, position=-1, text_digest=""), reworded=False)
    return placed.range if placed else None


def _not_placed(highlights: Sequence[PlacedHighlight], notes: Sequence[PlacedNote]) -> int:
    """Count what has a passage with no place in the texts as they are."""
    return sum(one.place is None for one in highlights) + sum(None in one.places for one in notes)


def _told(left_out: Mapping[Reason, int], without_meaning: int, not_placed: int) -> tuple[str, ...]:
    """Say what was not taken, and what was taken otherwise than it was meant."""
    counts = {
        reason: left_out.get(reason, 0)
        for reason in ("no-annotation", "no-words", "too-long", "no-text-fits")
    }
    sentences = [
        (
            counts["no-annotation"],
            ngettext(
                "{count} entry of the file is no annotation and was left out.",
                "{count} entries of the file are no annotations and were left out.",
                counts["no-annotation"],
            ),
        ),
        (
            counts["no-words"],
            ngettext(
                "{count} annotation does not say which words it is on; as far as that goes it was left out.",
                "{count} annotations do not say which words they are on; "
                "as far as that goes they were left out.",
                counts["no-words"],
            ),
        ),
        (
            counts["too-long"],
            ngettext(
                "{count} annotation is too long and was left out.",
                "{count} annotations are too long and were left out.",
                counts["too-long"],
            ),
        ),
        (
            counts["no-text-fits"],
            ngettext(
                "{count} annotation is on words that no text here has, or that several have; "
                "these passages were left out.",
                "{count} annotations are on words that no text here has, or that several have; "
                "these passages were left out.",
                counts["no-text-fits"],
            ),
        ),
        (
            without_meaning,
            ngettext(
                "{count} highlight came without a meaning and is shown as “{meaning}”.",
                "{count} highlights came without a meaning and are shown as “{meaning}”.",
                without_meaning,
            ),
        ),
        (
            not_placed,
            ngettext(
                "{count} is not placed: its words do not stand in the texts that are here.",
                "{count} are not placed: their words do not stand in the texts that are here.",
                not_placed,
            ),
        ),
    ]
    return tuple(
        sentence.format(count=count, meaning=_("Evidence")) for count, sentence in sentences if count
    )
