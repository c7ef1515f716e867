"""Names across texts: which forms are taken for one name, and why."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from crossread.texts.finding.search_folding import fold_words
from crossread.texts.finding.spellings import spelling_key
from crossread.texts.names.name import FoundName, JoinedBy, Name, NamedBy, NameForm, NameKind, NamePlace

# One letter may differ in names of so many letters; shorter ones are often others (Mali, Bali).
_ONE_LETTER = range(7, 60)
_INITIAL = 1
_PARTS = 3  # of a name with an initial
# So many forms that are alike but for one letter are compared with each other; more are no names.
_MOST_NEAR = 12
# Of kinds that were found equally often, the first of these.
_KINDS: Sequence[NameKind] = ("person", "body", "people", "place", "other")


def join_names(
    found: Mapping[str, Sequence[FoundName]], possible: Mapping[str, Sequence[FoundName]] | None = None
) -> tuple[Name, ...]:
    """Join the names found in several texts, by the ids of their sources.

    Of `possible` names those count that another text has as a name. What most sources write comes first,
    then what is written most often, then by letters. Joining is by the form alone and may be wrong; each
    form says why it was joined to which other.
    """
    joining = _Joining(_with_possible(found, possible) if possible else found)
    joining.join_all()
    return joining.names()


class _Joining:
    """All forms, by their words in small plain letters, while they are joined."""

    def __init__(self, found: Mapping[str, Sequence[FoundName]]) -> None:
        self.written: dict[str, dict[str, list[NamePlace]]] = {}
        self.votes: dict[str, Counter[tuple[NameKind, NamedBy]]] = {}
        self.long_forms: dict[str, str] = {}
        for source, names in found.items():
            for name in names:
                key = _key(name.words)
                self.written.setdefault(key, {}).setdefault(name.words, []).append(
                    NamePlace(source, name.where)
                )
                self.votes.setdefault(key, Counter())[name.kind, name.found_by] += 1
                if name.stands_for:
                    self.long_forms[key] = _key(name.stands_for)
        self.why: dict[str, tuple[JoinedBy, str]] = {}
        self.head = {key: key for key in self.written}

    def join_all(self) -> None:
        """Join by each reason in turn, the surest first."""
        steps: Sequence[tuple[JoinedBy, Callable[[], Iterator[tuple[str, str]]]]] = (
            ("acronym", self._by_acronym),
            ("transliteration", self._by_spelling),
            ("plural", self._by_plural),
            ("initial", self._by_initial),
            ("one-letter", self._by_one_letter),
            ("short-form", self._by_short_form),
        )
        for why, pairs in steps:
            for key, like in list(pairs()):
                self._join(key, like, why)

    def names(self) -> tuple[Name, ...]:
        """Return what was joined."""
        groups: dict[str, list[str]] = {}
        for key in self.written:
            groups.setdefault(self._head(key), []).append(key)
        names = [self._name(keys) for keys in groups.values()]
        return tuple(sorted(names, key=lambda name: (-len(name.sources), -_count(name), name.words)))

    def _name(self, keys: Sequence[str]) -> Name:
        votes = Counter[tuple[NameKind, NamedBy]]()
        for key in keys:
            votes.update(self.votes[key])
        by_kind = Counter[NameKind]()
        for (kind, _found_by), count in votes.items():
            by_kind[kind] += count if kind != "other" else 0
        kind = max(_KINDS, key=lambda one: by_kind[one])
        if not by_kind[kind]:
            kind = "other"
        found_by = max((pair for pair in votes if pair[0] == kind), key=lambda pair: (votes[pair], pair))[1]
        written = [(key, words, places) for key in keys for words, places in self.written[key].items()]
        written.sort(key=lambda form: (-len(form[2]), form[1]))
        self._turn(written[0][0])  # reasons lead to the first form
        first_of = {key: words for key, words, _places in reversed(written)}
        forms = [self._form(*form, first_of, keys) for form in written]
        return Name(kind, found_by, tuple(forms))

    def _form(
        self, key: str, words: str, places: list[NamePlace], first_of: Mapping[str, str], keys: Sequence[str]
    ) -> NameForm:
        joined_by: JoinedBy | None = None
        like = ""
        if words != first_of[key]:
            joined_by, like = "same-letters", first_of[key]
        elif key in self.why and self.why[key][1] in keys:
            joined_by, like = self.why[key][0], first_of[self.why[key][1]]
        return NameForm(words, tuple(places), joined_by or "", like)

    def _join(self, key: str, like: str, why: JoinedBy) -> None:
        one, other = self._head(key), self._head(like)
        if one != other:
            self.head[one] = other
            # The chain of reasons from `key` to its old head turns round, so that each form but one has one.
            self._turn(key)
            self.why[key] = why, like

    def _turn(self, key: str) -> None:
        told = self.why.pop(key, None)
        while told:
            why, like = told
            told = self.why.pop(like, None)
            self.why[like] = why, key
            key = like

    def _head(self, key: str) -> str:
        while self.head[key] != key:
            self.head[key] = self.head[self.head[key]]
            key = self.head[key]
        return key

    def _kind(self, key: str) -> NameKind:
        counts = Counter[NameKind]()
        for (kind, _found_by), count in self.votes[key].items():
            counts[kind] += count if kind != "other" else 0
        best = max(_KINDS, key=lambda one: counts[one])
        return best if counts[best] else "other"

    def _sources(self, key: str) -> set[str]:
        return {place.source for places in self.written[key].values() for place in places}

    def _by_acronym(self) -> Iterator[tuple[str, str]]:
        return ((short, long) for short, long in self.long_forms.items() if long in self.written)

    def _by_spelling(self) -> Iterator[tuple[str, str]]:
        first: dict[str, str] = {}
        for key in self.written:
            like = first.setdefault(spelling_key(key), key)
            if like != key:
                yield key, like

    def _by_plural(self) -> Iterator[tuple[str, str]]:
        for key in self.written:
            if key.endswith("s") and key[:-1] in self.written and self._kind(key[:-1]) == "people":
                yield key, key[:-1]

    def _by_initial(self) -> Iterator[tuple[str, str]]:
        by_last: dict[str, list[list[str]]] = {}
        for key in self.written:
            parts = key.replace(".", " ").split()
            if 1 < len(parts) <= _PARTS and self._kind(key) in {"person", "other"}:
                by_last.setdefault(parts[-1], []).append([key, parts[0]])
        for named in by_last.values():
            whole = [(key, first) for key, first in named if len(first) > _INITIAL]
            for key, first in named:
                fitting = [full for full, name in whole if name.startswith(first)]
                if len(first) == _INITIAL and len(fitting) == 1:
                    yield key, fitting[0]

    def _by_short_form(self) -> Iterator[tuple[str, str]]:
        longer: dict[str, list[str]] = {}
        for key in self.written:
            if self._kind(key) == "person":
                parts = key.split(" ")
                for number in range(1, min(len(parts), _PARTS + 1)):
                    longer.setdefault(" ".join(parts[number:]), []).append(key)
        for key in self.written:
            heads = {self._head(full) for full in longer.get(key, ())}
            if len(heads) == 1 and self._kind(key) in {"person", "other"}:
                yield key, longer[key][0]

    def _by_one_letter(self) -> Iterator[tuple[str, str]]:
        from rapidfuzz.distance import Levenshtein

        spelled = {key: spelling_key(key) for key in self.written}
        near: dict[str, list[str]] = {}
        for key, spelling in spelled.items():
            if len(spelling) in _ONE_LETTER and not any(map(str.isdigit, spelling)):
                for number in range(-1, len(spelling)):
                    without = spelling if number < 0 else spelling[:number] + spelling[number + 1 :]
                    near.setdefault(without, []).append(key)
        tried: set[tuple[str, str]] = set()
        for keys in near.values():
            for pair in combinations(keys[:_MOST_NEAR], 2):
                if pair in tried or pair[0] == pair[1]:
                    continue
                tried.add(pair)
                one, other = spelled[pair[0]], spelled[pair[1]]
                if Levenshtein.distance(one, other, score_cutoff=1) == 1 and self._may_be_one(*pair):
                    yield pair[1], pair[0]

    def _may_be_one(self, key: str, other: str) -> bool:
        kinds = {self._kind(key), self._kind(other)} - {"other"}
        ours, theirs = key.split(), other.split()
        if len(kinds) > 1 or "people" in kinds or len(ours) != len(theirs):
            return False
        if key.rstrip("s") == other.rstrip("s") or key in other or other in key:
            return False
        shares_word = any(word in theirs for word in ours)
        return shares_word or not self._sources(key) & self._sources(other)


def _with_possible(
    found: Mapping[str, Sequence[FoundName]], possible: Mapping[str, Sequence[FoundName]]
) -> Mapping[str, Sequence[FoundName]]:
    sources: dict[str, set[str]] = {}
    for source, names in found.items():
        for name in names:
            sources.setdefault(_key(name.words), set()).add(source)
    return {
        source: sorted(
            [
                *names,
                *(one for one in possible.get(source, ()) if sources.get(_key(one.words), set()) - {source}),
            ],
            key=lambda name: name.where,
        )
        for source, names in found.items()
    }


def _key(words: str) -> str:
    return " ".join(fold_words(words).replace("-", " ").replace(".", ". ").split())


def _count(name: Name) -> int:
    return sum(len(form.places) for form in name.forms)
