"""Names in a text: persons, places and bodies, as far as capital letters and the words beside them tell."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from crossread.texts.names.capitalised import Run, Token, capitalised_runs, tokens_of
from crossread.texts.names.name import FoundName, NamedBy, NameKind
from crossread.texts.text import Range, Text
from crossread.texts.wording.word_lists import WordLists, english

_Told = tuple[NameKind, NamedBy]

_NOTHING: _Told = ("other", "capitals")
_MOST_WORDS_OF_PERSON = 4
_LONGEST = 12  # words; a longer run of capitals is a list or a title
_SHORTEST_STEM = 4
_RARE = 6
# Of two kinds that the same words were found to be equally often, the first of these.
_KINDS: Sequence[NameKind] = ("person", "body", "people", "place")


def find_names(text: Text) -> tuple[FoundName, ...]:
    """Find the names in a text, in order; worked out once for each text.

    A name is a run of capitalised words. One that begins a sentence counts only where the text tells by
    itself that its capital is a name's: the word has it elsewhere as well, and is nowhere written small. The
    same words are of one kind throughout the text.
    """
    return _found(text)[0]


def possible_names(text: Text) -> tuple[FoundName, ...]:
    """Return the words of a text, in order, that only begin sentences and may be names for all it tells.

    Most are not: they are for texts beside it, which may know better.
    """
    return _found(text)[1]


def _found(text: Text) -> tuple[tuple[FoundName, ...], tuple[FoundName, ...]]:
    known: tuple[tuple[FoundName, ...], tuple[FoundName, ...]] | None = text.known.get("names")
    if known is None:
        finding = _Finding(text, english())
        known = text.known["names"] = finding.names(), tuple(finding.possible)
    return known


class _Finding:
    """One text while its names are found."""

    def __init__(self, text: Text, lists: WordLists) -> None:
        self.text = text
        self.lists = lists
        self.tokens = tokens_of(text)
        self.possible: list[FoundName] = []
        self.small = {token.words for token in self.tokens if not token.is_capital}
        self.capital = Counter(token.low for token in self.tokens if token.is_capital and not token.is_first)

    def names(self) -> tuple[FoundName, ...]:
        """Return the names, with the kinds that all their places together tell."""
        runs = [part for run in capitalised_runs(self.tokens, self.lists) for part in self._parts(run)]
        long_forms = self._long_forms(runs)
        written_out = {run.first for run in long_forms.values()}
        names = []
        for run in runs:
            kind, found_by = self._told(run)
            if kind == "other" and run.first in written_out:
                kind, found_by = "body", "long-form"
            long_form = self._words(long_forms[run.first]) if run.first in long_forms else ""
            where = Range(run.own[0].start, run.own[-1].end)
            names.append(
                FoundName(
                    where=where, words=self._words(run), kind=kind, found_by=found_by, stands_for=long_form
                )
            )
        return tuple(self._agreed(names))

    def _words(self, run: Run) -> str:
        return self.text.shown[run.own[0].start : run.own[-1].end]

    def _parts(self, run: Run) -> Iterator[Run]:
        """Yield the names in a run: without titles and what only begins a sentence, parted at titles."""
        own = run.own
        if own[0].in_title:
            yield from self._known_in(run)
            return
        bodies = {token.low for token in own} & self.lists.bodies
        begin = run.first
        if not bodies:
            for number in range(run.first + 1, run.past - 1):
                if self.tokens[number].low in self.lists.titles:
                    yield from self._stripped(begin, number)
                    begin = number
        yield from self._stripped(begin, run.past)

    def _known_in(self, run: Run) -> Iterator[Run]:
        """Yield the words of a title that are known as names from elsewhere in the text."""
        begin = run.first
        for number in range(run.first, run.past + 1):
            if number == run.past or not self._is_known(self.tokens[number]):
                if number > begin:
                    yield from self._stripped(begin, number)
                begin = number + 1

    def _stripped(self, first: int, past: int) -> Iterator[Run]:
        """Yield what is left of a run when what is no part of a name is taken off, if it is a name then."""
        bodies = {token.low for token in self.tokens[first:past]} & self.lists.bodies
        while first < past and self._goes_at_start(self.tokens[first], past - first, has_body=bool(bodies)):
            first += 1
        while past > first and self._goes_at_end(self.tokens[past - 1]):
            past -= 1
        if first == past or past - first > _LONGEST:
            return
        own = self.tokens[first:past]
        alone = own[0] if len(own) == 1 else None
        if alone and alone.is_initial:
            return
        if alone and alone.is_first and not self._is_known(alone):
            if alone.low not in self.small and not alone.in_title:
                where = Range(alone.start, alone.end)
                self.possible.append(
                    FoundName(where=where, words=alone.words, kind="other", found_by="other-text")
                )
            return
        while (
            first
            and self.tokens[first].before == " "
            and self.tokens[first - 1].words in self.lists.particles
        ):
            first -= 1
        yield Run(first, past, self.tokens)

    def _goes_at_start(self, token: Token, length: int, *, has_body: bool) -> bool:
        if token.is_capital and token.low in self.lists.particles and length > 1:
            return False
        if token.low in self.lists.function_words or token.low in self.lists.inner:
            return not token.is_acronym or token.is_first
        if token.low in self.lists.titles and not has_body:
            return True
        # "Angry Arden": what a sentence begins with is no name where the text writes it small elsewhere.
        return token.is_first and length > 1 and token.low in self.small and token.low not in self.capital

    def _goes_at_end(self, token: Token) -> bool:
        return token.low in self.lists.function_words and not token.is_acronym

    def _is_known(self, token: Token) -> bool:
        return (token.low in self.capital and token.low not in self.small) or (
            token.is_acronym and token.low not in self.small
        )

    def _told(self, run: Run) -> _Told:
        """Tell what a name is the name of, from its own words and those beside it."""
        return self._told_by_itself(run) or self._told_by_others(run) or _NOTHING

    def _told_by_itself(self, run: Run) -> _Told | None:
        own = run.own
        low = [token.low for token in own]
        if self.lists.bodies & {one for token in low for one in token.split("-")}:
            return "body", "body-word"
        if all(token.is_initial for token in own):
            return _NOTHING  # U.S.
        if own[0].is_initial:
            return "person", "initials"
        if len(own) == 1 and own[0].is_acronym and not own[0].in_title:
            return "body", "acronym"
        if self.lists.places & set(low) and len(low) > 1:
            return "place", "place-word"
        return ("people", "people-ending") if self._is_people(low) else None

    def _told_by_others(self, run: Run) -> _Told | None:
        own, before, after = run.own, run.before, run.after
        if before and before.low in self.lists.titles and own[0].before in {" ", ". ", "\u00a0"}:
            return "person", "title"
        if 1 < len(own) <= _MOST_WORDS_OF_PERSON and _speaks(before, after):
            return "person", "speaks"
        if before and before.low in self.lists.place_prepositions and own[0].before == " ":
            return "place", "in-place"
        if len(own) > 1:
            return None
        low = own[0].low
        if self.capital[low + "s"]:
            return "people", "people-plural"
        if any(self._is_made_from(low + end, end) for end in self.lists.people_endings):
            return "place", "people-named"
        return None

    def _is_people(self, low: Sequence[str]) -> bool:
        """Tell whether the last word is made from another name, or stands alone and ends as such words do."""
        last = low[-1]
        if any(
            last.endswith(ending) and self._is_made_from(last, ending) for ending in self.lists.people_endings
        ):
            return True
        sure = tuple(self.lists.sure_people_endings)
        return len(low) == 1 and len(last) > _SHORTEST_STEM + 2 and last.endswith(sure)

    def _is_made_from(self, low: str, ending: str) -> bool:
        stem = low.removesuffix(ending)
        # Where the stem is much rarer, it is a slip of the pen more likely than a name.
        return len(stem) >= _SHORTEST_STEM and _RARE * self.capital[stem] > self.capital[low] > 0

    def _agreed(self, names: Sequence[FoundName]) -> Iterator[FoundName]:
        """Give the same words the same kind, and what stands alone the kind of the person it is short for."""
        votes: dict[str, Counter[NameKind]] = {}
        for name in names:
            votes.setdefault(name.words.lower(), Counter())[name.kind] += name.kind != "other"
        kinds = {words: _elected(counts) for words, counts in votes.items()}
        for words, kind in list(kinds.items()):
            parts = words.split()
            surname = parts[-1]
            is_plain = self.small.isdisjoint(set(parts) - self.lists.inner)
            if 1 < len(parts) <= _MOST_WORDS_OF_PERSON and surname in kinds and is_plain:
                if kind == "other" and kinds[surname] == "other":
                    kinds[words] = "person"
                if kinds[words] == "person" and kinds[surname] in {"other", "people"}:
                    kinds[surname] = "person"
        for name in names:
            kind = kinds[name.words.lower()]
            if kind == name.kind:
                yield name
            elif kind == "person" and votes[name.words.lower()]["person"] == 0:
                yield replace(name, kind=kind, found_by="surname-alone")
            else:
                yield replace(name, kind=kind, found_by="same-words")

    def _long_forms(self, runs: Sequence[Run]) -> Mapping[int, Run]:
        """Return, by the first token of an acronym, the long form that brackets tie it to."""
        found: dict[int, Run] = {}
        for long, short in pairwise(runs):
            one, other = long.own, short.own
            if len(one) == 1:  # HRW (Human Rights Watch)
                one, other = other, one
            gap = self.text.shown[long.own[-1].end : short.own[0].start]
            closes = self.text.shown[short.own[-1].end : short.own[-1].end + 1]
            if gap.strip() != "(" or closes != ")" or len(other) != 1 or not other[0].is_acronym:
                continue
            if _initials(one) == other[0].low or _initials(one, self.lists.function_words) == other[0].low:
                is_behind = len(short.own) == 1
                found[(short if is_behind else long).first] = long if is_behind else short
        return found


def _initials(tokens: Sequence[Token], without: frozenset[str] = frozenset()) -> str:
    return "".join(token.low[0] for token in tokens if token.low not in without)


def _elected(counts: Counter[NameKind]) -> NameKind:
    best = max(counts.values())
    return next((kind for kind in _KINDS if counts[kind] == best), "other") if best else "other"


def _speaks(before: Token | None, after: Token | None) -> bool:
    verbs = _saying_verbs()
    return bool((after and after.before == " " and after.low in verbs) or (before and before.low in verbs))


@cache
def _saying_verbs() -> frozenset[str]:
    """Return the single words by which someone is said to say something."""
    kinds = {"saying", "doubting", "endorsing"}
    return frozenset(
        entry.words[0] for entry in english().telling if entry.kind in kinds and len(entry.words) == 1
    )
