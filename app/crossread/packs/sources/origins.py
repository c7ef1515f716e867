"""How many independent accounts stand behind a claim: who speaks, on whom they rest, where that ends."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from crossread.packs.pack import Work
from crossread.packs.sources.compare_parts import Edge
from crossread.questions.claims import CellPassage, Claim, Statement
from crossread.questions.passages import PassageKey
from crossread.texts.words.normal import normal_words


@dataclass(frozen=True, slots=True)
class Root:
    """Where a chain of accounts ends, with the ids of the sources that lead to it, in their order.

    `kind` says what `name` is: the id of a source or of a work, or a voice in words, as a source or a work
    names it. A work whose voice the pack names is met under that voice.
    """

    kind: Literal["source", "work", "voice"]
    name: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent accounts of one claim there are: at the `least` and at the `most`.

    `roots` are those that the pack knows of, with what is probable taken to be so; `unnamed` are sources
    that name nobody and may hide a reuse: each is one account more at the most, and none at the least.
    """

    least: int
    most: int
    roots: tuple[Root, ...] = ()
    unnamed: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether the number is only known as "at least"."""
        return self.least < self.most


def independent_accounts(claim: Claim, edges: Iterable[Edge], works: Iterable[Work] = ()) -> Independence:
    """Count the independent accounts of a claim; never of the event as a whole.

    Neither what is silent nor what denies it counts. What a source saw itself (`own`) is an account of
    its own. What rests on another by an edge counts where that chain ends: at a work, at a voice, or at a
    source that rests on nobody. An edge accounts for the statements whose passages it shows; one that
    shows none of them, for those that name somebody if it is credited, and else for those that name
    nobody; one for the text as a whole, for what no other accounts for. A voice that a source names
    counts under its name; works of one `voice` count once. A source that names nobody, or only somebody
    `anonymous`, and has no edge for it is `unnamed`. A circle of edges, which no sound pack has, is an
    account of nobody.
    """
    known = {work.id: work for work in works}
    concerned = edges_of(claim, edges, known)
    likely = _Chains(claim, concerned, known)
    sure = _Chains(claim, [edge for edge in concerned if edge.how != "probable"], known)
    counts = [*likely.counts, *sure.counts]
    return Independence(min(counts), max(counts), likely.roots, likely.unnamed)


def edges_of(claim: Claim, edges: Iterable[Edge], works: Collection[str]) -> list[Edge]:
    """Return the edges that matter for a claim: from sources that speak of it, for it or for the whole text.

    `works` are ids: where a whole text rests on another source, that has to speak of the claim too.
    """
    speaking = set(speaking_of(claim))
    there = speaking.union(works)
    return [
        edge
        for edge in edges
        if edge.from_ in speaking and (claim.id in edge.claims or (not edge.claims and edge.to in there))
    ]


def speaking_of(claim: Claim) -> list[str]:
    """Return the sources that say something on a claim, in the order of its cells."""
    return [
        source
        for source, statements in claim.cells.items()
        if any(statement.stance != "silent" for statement in statements)
    ]


NO_ACCOUNT = ("silent", "denies")  # the stances of who bears no word of a claim

# A root by what it is and how it is told from others.
_Key = tuple[Literal["source", "work", "voice"], str]


class _Chains:
    """The chains of one claim, followed to their ends."""

    def __init__(self, claim: Claim, edges: Sequence[Edge], works: Mapping[str, Work]) -> None:
        self._claim = claim
        self._edges = edges
        self._works = works
        self._names: dict[_Key, str] = {}
        self._ends: dict[str, tuple[frozenset[_Key], bool]] = {}
        self._open: set[str] = set()

    @cached_property
    def roots(self) -> tuple[Root, ...]:
        """The ends of all chains, in the order in which the sources lead to them."""
        found: dict[_Key, list[str]] = {}
        for source in speaking_of(self._claim):
            for key in sorted(self._end(source)[0]):
                found.setdefault(key, []).append(source)
        return tuple(Root(key[0], self._names[key], tuple(sources)) for key, sources in found.items())

    @cached_property
    def unnamed(self) -> tuple[str, ...]:
        """The sources that say something for which nobody is named."""
        return tuple(source for source in speaking_of(self._claim) if self._end(source)[1])

    @property
    def counts(self) -> tuple[int, int]:
        """The least and the most: whoever names nobody may rest on a root that is known, or on none."""
        known = len(self.roots)
        return max(known, 1 if self.unnamed else 0), known + len(self.unnamed)

    def _end(self, source: str) -> tuple[frozenset[_Key], bool]:
        """Return where what a source says comes from, and whether it says something that names nobody."""
        if source in self._ends:
            return self._ends[source]
        if source in self._open:
            return frozenset(), False
        self._open.add(source)
        ends: set[_Key] = set()
        names_nobody = False
        for statement in self._claim.cells[source]:
            if statement.stance in NO_ACCOUNT:
                continue
            edges = self._accounting(source, statement)
            if statement.own:
                ends.add(self._key("source", source))
            elif edges:
                ends.update(*(self._followed(edge.to) for edge in edges))
            elif _names_somebody(statement):
                ends.add(self._key("voice", statement.whom))
            else:
                names_nobody = True
        self._open.remove(source)
        self._ends[source] = frozenset(ends), names_nobody
        return self._ends[source]

    def _followed(self, to: str) -> Iterable[_Key]:
        if to in self._works:
            voice = self._works[to].voice
            return [self._key("voice", voice) if voice.strip() else self._key("work", to)]
        if to not in speaking_of(self._claim):
            return [self._key("source", to)]
        ends, names_nobody = self._end(to)
        # What rests on a source that names nobody is no further account: that source stands for both.
        return ends if ends or names_nobody else ()

    def _accounting(self, source: str, statement: Statement) -> list[Edge]:
        """Return the edges that tell where a statement comes from."""
        ours = [edge for edge in self._edges if edge.from_ == source]
        near = [edge for edge in ours if edge.claims]
        showing = [edge for edge in near if _shows(edge, source, statement)]
        if showing:
            return showing
        said = self._claim.cells[source]
        elsewhere = [edge for edge in near if any(_shows(edge, source, other) for other in said)]
        named = _names_somebody(statement)
        meant = [edge for edge in near if edge not in elsewhere and (edge.how == "credited") == named]
        return meant or [edge for edge in ours if not edge.claims]

    def _key(self, kind: Literal["source", "work", "voice"], name: str) -> _Key:
        told = " ".join(word.text for word in normal_words(name)) if kind == "voice" else name
        self._names.setdefault((kind, told), name)
        return kind, told


def _names_somebody(statement: Statement) -> bool:
    return bool(statement.whom.strip()) and not statement.anonymous


def _shows(edge: Edge, source: str, statement: Statement) -> bool:
    """Tell whether an edge shows a place where a source makes a statement."""
    ours = [passage for passage in edge.passages if passage.source == source]
    return any(_same(mine, passage) for mine in ours for passage in statement.passages)


def _same(one: PassageKey, other: CellPassage) -> bool:
    if one.original is not None and one.original == other.original:
        return True
    if not one.quote.strip() or not other.quote.strip():
        return False
    return one.occurrence == other.occurrence and (one.quote in other.quote or other.quote in one.quote)
