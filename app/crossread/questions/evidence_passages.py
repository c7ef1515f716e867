"""The key of an evidence question: passages that answer, and their place in the text shown."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crossread.base.translation import ngettext
from crossread.questions.passages import PassageKey, Selection, ShownText, Texts
from crossread.questions.placing import is_long_enough, place
from crossread.questions.word_runs import PassageRuns, words_in
from crossread.texts.passages.anchors import WordsAnchor, all_places, find_quote
from crossread.texts.text import Range
from crossread.texts.words.normal import text_words


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalPassage:
    """A passage of an original by hashed words; `acceptable` is the core where it is left out."""

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    core: WordsAnchor
    acceptable: WordsAnchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePassage:
    """A passage that answers: the words that matter, inside the most that may be marked.

    `core` and `acceptable` are quotes from the digest (`acceptable` is the core where it is left out),
    `occurrence` says which place of the core is meant, from 1; `original` is the same passage in the
    author's own text. `feedback` says what the passage shows.
    """

    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012  (pydantic's own name; unknown keys are errors)

    source: str
    core: str = ""
    acceptable: str = ""
    occurrence: int = 1
    original: OriginalPassage | None = None
    feedback: str = ""

    @property
    def core_key(self) -> PassageKey:
        """Where the words that matter stand."""
        anchor = self.original.core if self.original else None
        return PassageKey(source=self.source, quote=self.core, occurrence=self.occurrence, original=anchor)

    @property
    def acceptable_key(self) -> PassageKey:
        """Where the most that may be marked stands; the core where nothing more may."""
        anchor = (self.original.acceptable or self.original.core) if self.original else None
        if not self.acceptable:
            return PassageKey(
                source=self.source, quote=self.core, occurrence=self.occurrence, original=anchor
            )
        return PassageKey(source=self.source, quote=self.acceptable, original=anchor)


def place_passage(passage: EvidencePassage, shown: ShownText) -> PassageRuns | None:
    """Find a passage's words in a text of its source; None where it has no one place there.

    The acceptable passage is the one around the core, however often its words stand elsewhere; where
    there is none around it, the core alone is acceptable. Worked out once for each passage and text.
    """
    known: dict[EvidencePassage, PassageRuns | None]
    known = shown.text.known.setdefault(f"passages in the {shown.which}", {})
    if passage not in known:
        known[passage] = _runs(passage, shown)
    return known[passage]


def _runs(passage: EvidencePassage, shown: ShownText) -> PassageRuns | None:
    core = place(passage.core_key, shown)
    if core is None:
        return None
    words = text_words(shown.text)
    core_words = words_in(words, core)
    if not len(core_words):
        return None
    around = (where for where in _acceptable_places(passage, shown) if _holds(where, core))
    acceptable = next(around, core)
    return PassageRuns(core_words, words_in(words, acceptable).hull(core_words))


def _acceptable_places(passage: EvidencePassage, shown: ShownText) -> list[Range]:
    key = passage.acceptable_key
    if shown.which == "original":
        return all_places(shown.text, key.original) if key.original and is_long_enough(key.original) else []
    return find_quote(shown.text, key.quote)


def _holds(outer: Range, inner: Range) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def core_selections(passages: Iterable[EvidencePassage], texts: Texts) -> Iterator[Selection]:
    """Give the selection of each core, in the first text of its source that it has a place in."""
    found = (select_place(passage.core_key, texts) for passage in passages)
    return (selection for selection in found if selection is not None)


def select_place(key: PassageKey, texts: Texts) -> Selection | None:
    """Select a passage in the first text of its source that it has a place in; None where there is none."""
    for name, shown in texts.get(key.source, {}).items():
        where = place(key, shown)
        if where is not None:
            return Selection(
                source=key.source,
                which=shown.which,
                text_digest=name,
                start=where.start,
                end=where.end,
                quote=shown.text.words(where),
            )
    return None


def quoted_passages(
    passages: Sequence[EvidencePassage],
) -> Sequence[tuple[tuple[str | int, ...], PassageKey]]:
    """List the cores and, where they differ, the acceptable passages, each with the way to it."""
    found: list[tuple[tuple[str | int, ...], PassageKey]] = []
    for number, passage in enumerate(passages):
        if passage.core.strip():
            found.append((("passages", number, "core"), passage.core_key))
        if passage.acceptable.strip():
            found.append((("passages", number, "acceptable"), passage.acceptable_key))
    return found


def passage_quotes(selections: Sequence[Selection]) -> str:
    """Quote what was marked."""
    quotes = (" ".join(selection.quote.split()) for selection in selections)
    return " / ".join(f"“{quote}”" for quote in quotes)


def passages_lacking(choose: tuple[int, int], selections: Sequence[Selection]) -> str:
    """Say how many passages are still asked for; "" where there are enough."""
    left = choose[0] - len(selections)
    if left <= 0:
        return ""
    return ngettext(
        "{count} more passage is asked for.", "{count} more passages are asked for.", left
    ).format(count=left)
