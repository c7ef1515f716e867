"""Where highlights and notes are now: found again in the texts that there are, or not placed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from crossread.inquiry.notes import NotedPassage
from crossread.questions.passages import ShownText, Which
from crossread.texts.passages.anchors import all_places, place_quote, place_words
from crossread.texts.passages.likeness import acceptable
from crossread.texts.text import Range, Text

# Every text that can be shown now, by source.
TextsNow = Mapping[str, Sequence[ShownText]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a passage is now: code points of one text of its source.

    It is *exact* in the very text that it was made in, *moved* in one that has changed or is another.
    """

    which: Which
    range: Range
    how: Literal["exact", "moved"]


class OldTexts(Protocol):
    """The texts that passages were noted in, as they were then."""

    def get(self, digest: str) -> Text | None:
        """Return a text by its digest; None where nobody has it any more."""

    def is_awaited(self, digest: str) -> bool:
        """Tell whether a text is still to come."""


class Places:
    """Finds passages in the texts that there are, each once: what was found is known as long as they stay."""

    def __init__(self, texts: TextsNow, old: OldTexts | None = None) -> None:
        self._texts: dict[str, tuple[ShownText, ...]] = {}
        self._known: dict[NotedPassage, Place | None] = {}
        self._old = old
        self.waits = False  # whether some were asked for whose old text is still to come
        self.use(texts)

    def use(self, texts: TextsNow) -> None:
        """Look in these texts from now on; what is known of a source whose texts are the same stays known."""
        now = {source: tuple(shown) for source, shown in texts.items()}
        changed = {
            source
            for source in {*now, *self._texts}
            if _names(now.get(source, ())) != _names(self._texts.get(source, ()))
        }
        if changed:
            self._known = {
                passage: place for passage, place in self._known.items() if passage.source not in changed
            }
        self._texts = now

    def of(self, passage: NotedPassage) -> Place | None:
        """Return where a passage is; None where it is not placed, or its old text is still to come."""
        if passage not in self._known:
            texts, digest = self._texts.get(passage.source, ()), passage.quote.text_digest
            old = None
            if self._old is not None and all(shown.text.digest != digest for shown in texts):
                if self._old.is_awaited(digest):
                    self.waits = True
                    return None
                old = self._old.get(digest)
            self._known[passage] = place_passage(passage, texts, old)
        return self._known[passage]


def place_passage(passage: NotedPassage, texts: Sequence[ShownText], old: Text | None = None) -> Place | None:
    """Find a passage in the texts of its source; None where it is gone or might be in several places.

    The text that it was made in comes first, as it is now, then the very same text under another name, then
    the other texts of the source. `old` is that text as it was then, where it is not among them: the
    differences tell where a passage went. Where they do not, only its very words count.
    """
    digest = passage.quote.text_digest
    old = next((shown.text for shown in texts if shown.text.digest == digest), old)
    ranked = sorted(texts, key=lambda shown: (shown.which != passage.which, shown.text.digest != digest))
    for shown in ranked:
        found = _place_in(passage, shown, old if shown.which == passage.which else None)
        if found is not None:
            return found
    return None


def _place_in(passage: NotedPassage, shown: ShownText, old: Text | None) -> Place | None:
    text, anchor = shown.text, passage.quote
    by_quote = place_quote(text, anchor, old, reworded=False) if anchor.quote else None
    if by_quote is not None and by_quote.how == "exact":
        return Place(which=shown.which, range=by_quote.range, how="exact")
    found = by_quote.range if by_quote else None
    if passage.original is not None:
        found = _by_words(passage, text, found)
    return Place(which=shown.which, range=found, how="moved") if found else None


def _by_words(passage: NotedPassage, text: Text, by_quote: Range | None) -> Range | None:
    """Weigh what the hash of a passage's words finds against what its quote found.

    The very same words at one place only are the passage; where its quote points elsewhere, it is neither.
    """
    if passage.original is None:
        return by_quote
    if not passage.quote.quote and passage.quote.text_digest == text.digest:
        return place_words(text, passage.original)
    places = all_places(text, passage.original)
    if len(places) != 1:
        return by_quote
    (only,) = places
    if by_quote is not None:
        return by_quote if _overlap(only, by_quote) else None
    # The words alone have to do where no others are known; else what stands around them must fit too.
    return only if not passage.quote.quote or acceptable(text, only, passage.quote) else None


def _overlap(one: Range, other: Range) -> bool:
    return one.start < other.end and other.start < one.end


def _names(texts: Sequence[ShownText]) -> list[tuple[Which, str]]:
    return [(shown.which, shown.text.digest) for shown in texts]
