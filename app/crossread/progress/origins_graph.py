"""Who rests on whom as a graph: sources, works and voices in layers, and what leads from one to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from crossread.packs.pack import Pack
from crossread.packs.sources.compare_parts import Edge, EdgeHow
from crossread.packs.sources.origins import NO_ACCOUNT, edges_of, independent_accounts, speaking_of
from crossread.questions.claims import Claim, Statement
from crossread.questions.passages import PassageKey, ShownText
from crossread.questions.placing import place
from crossread.texts.text import Range
from crossread.texts.wording.shared_run import RunPlace, SharedRun
from crossread.texts.words.normal import normal_words

NodeKind = Literal["source", "work", "voice"]
LinkHow = Literal["credited", "uncredited", "probable", "found"]


@dataclass(frozen=True, slots=True)
class Node:
    """A source, a work, or a voice that a source names; `name` is its id, or the words that name the voice.

    `column` is its layer, from 0, and `row` its place in that layer. `names_nobody`: for something that it
    says on the claim it names nobody. `denies`: it speaks of the claim and bears no word of it.
    """

    kind: NodeKind
    name: str
    column: int = 0
    row: int = 0
    names_nobody: bool = False
    denies: bool = False

    @property
    def key(self) -> tuple[NodeKind, str]:
        """What tells it from other nodes."""
        return (self.kind, self.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What leads from a node to one that it rests on.

    `edge` is the author's; there is none where a source just names a voice, nor where the program `found`
    words that both share (`runs`): then neither end comes first. `id` stays as long as the
    pack does.
    """

    id: str
    from_: Node
    to: Node
    how: LinkHow
    edge: Edge | None = None
    runs: tuple[SharedRun, ...] = ()
    named_in: tuple[PassageKey, ...] = ()

    @property
    def passages(self) -> tuple[PassageKey, ...]:
        """The passages that the author shows for it."""
        return self.edge.passages if self.edge is not None else self.named_in


@dataclass(frozen=True, slots=True)
class OriginsGraph:
    """Nodes by column and row, and the links between them in the order in which they are read."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]

    @property
    def columns(self) -> int:
        """How many layers there are."""
        return 1 + max((node.column for node in self.nodes), default=-1)

    def layer(self, column: int) -> tuple[Node, ...]:
        """Return the nodes of a layer by their rows."""
        return tuple(sorted((n for n in self.nodes if n.column == column), key=lambda node: node.row))


_Key = tuple[NodeKind, str]
_Draft = tuple[str, _Key, _Key, LinkHow, Edge | None]


def graph_of(
    pack: Pack, claim: Claim | None, runs: Sequence[SharedRun] = (), edges: Sequence[Edge] | None = None
) -> OriginsGraph:
    """Lay out who rests on whom for a claim, or with None for the texts as wholes.

    `runs` are shared words that the program found and that belong here; of the pack's `edges` only these are
    considered, None for all. The same always gives the same graph.
    """
    works = {work.id: work for work in pack.works}
    edges = pack.edges if edges is None else edges
    unnamed: tuple[str, ...] = ()
    if claim is None:
        concerned = [edge for edge in edges if not edge.claims]
        sources = [source.id for source in pack.sources]
        drafts = [_draft(edge, works) for edge in concerned]
    else:
        concerned = edges_of(claim, edges, works)
        told = set(speaking_of(claim))
        sources = [source.id for source in pack.sources if source.id in told]
        drafts = [_draft(edge, works) for edge in concerned]
        drafts += _voices(pack, claim, concerned)
        unnamed = independent_accounts(claim, edges, pack.works).unnamed
    there: list[_Key] = [("source", source) for source in sources]
    order = list(dict.fromkeys([*there, *(draft[1] for draft in drafts), *(draft[2] for draft in drafts)]))
    placed = {node.key: node for node in _placed(pack, order, drafts)}
    for source in unnamed:
        node = placed["source", source]
        placed[node.key] = replace(node, names_nobody=True)
    for source, statements in claim.cells.items() if claim is not None else ():
        if source in sources and all(one.stance in NO_ACCOUNT for one in statements):
            placed["source", source] = replace(placed["source", source], denies=True)
    links = [
        Link(
            id=name,
            from_=placed[one],
            to=placed[other],
            how=how,
            edge=edge,
            named_in=() if edge is not None or claim is None else _named_in(claim, one[1], other[1]),
        )
        for name, one, other, how, edge in drafts
    ]
    links.sort(key=lambda link: (link.from_.column, link.from_.row, link.to.column, link.to.row))
    links += _found(placed, runs)
    return OriginsGraph(tuple(placed.values()), tuple(links))


def _draft(edge: Edge, works: Mapping[str, object]) -> _Draft:
    to: _Key = ("work", edge.to) if edge.to in works else ("source", edge.to)
    how: EdgeHow = edge.how
    return edge.id, ("source", edge.from_), to, how, edge


def _voices(pack: Pack, claim: Claim, concerned: Sequence[Edge]) -> list[_Draft]:
    """Draw a link to each voice that a source names and that no edge of the source leads to."""
    voices = {work.id: _told(work.voice or work.author or work.title) for work in pack.works}
    known: dict[str, str] = {}
    found: dict[tuple[str, str], _Draft] = {}
    for source in speaking_of(claim):
        by_edge = {voices.get(edge.to, "") for edge in concerned if edge.from_ == source}
        for statement in claim.cells[source]:
            if not _names_a_voice(statement):
                continue
            told = _told(statement.whom)
            if told in by_edge or _is_shown(concerned, source, statement):
                continue
            name = known.setdefault(told, statement.whom)
            draft: _Draft = (f"{source}>{told}", ("source", source), ("voice", name), "credited", None)
            found.setdefault((source, told), draft)
    return list(found.values())


def _named_in(claim: Claim, source: str, voice: str) -> tuple[PassageKey, ...]:
    """Return the passages in which a source names a voice."""
    return tuple(
        passage.of(source)
        for statement in claim.cells.get(source, ())
        if _names_a_voice(statement) and _told(statement.whom) == _told(voice)
        for passage in statement.passages
    )


def _names_a_voice(statement: Statement) -> bool:
    speaks = statement.stance not in ("silent", "denies")
    return speaks and not statement.own and not statement.anonymous and bool(statement.whom.strip())


def _is_shown(concerned: Sequence[Edge], source: str, statement: Statement) -> bool:
    """Tell whether an edge shows a passage of a statement: then it tells where that comes from."""
    mine = [
        one for edge in concerned if edge.from_ == source for one in edge.passages if one.source == source
    ]
    keys = [passage.of(source) for passage in statement.passages]
    return any(
        one == key or bool(one.original and one.original == key.original) for one in mine for key in keys
    )


def _told(voice: str) -> str:
    return " ".join(word.text for word in normal_words(voice))


def _placed(pack: Pack, order: Sequence[_Key], drafts: Sequence[_Draft]) -> list[Node]:
    """Give each node its layer, one past those that rest on it, and its row there."""
    columns = _columns(order, drafts)
    furthest = max(columns.values(), default=0)
    columns = {key: furthest if key[0] != "source" else column for key, column in columns.items()}
    used = sorted(set(columns.values()))
    letters = {source.id: at for at, source in enumerate(pack.sources)}
    rows: dict[_Key, float] = {}
    nodes: list[Node] = []
    for column, layer in enumerate(used):
        here = [key for key in order if columns[key] == layer]
        weights = {key: _weight(key, drafts, rows, letters) for key in here}
        for row, key in enumerate(sorted(here, key=lambda one: (weights[one], order.index(one)))):
            rows[key] = (row + 0.5) / len(here)
            nodes.append(Node(key[0], key[1], column, row))
    return nodes


def _weight(
    key: _Key, drafts: Sequence[_Draft], rows: Mapping[_Key, float], letters: Mapping[str, int]
) -> float:
    """Return where a node would best stand: sources in the pack's order, others beside who rests on them."""
    if key[0] == "source":
        return letters.get(key[1], len(letters))
    before = [rows[draft[1]] for draft in drafts if draft[2] == key and draft[1] in rows]
    return sum(before) / len(before) if before else 1.0


def _columns(order: Sequence[_Key], drafts: Sequence[_Draft]) -> dict[_Key, int]:
    """Return the longest way to each node; a circle, which no sound pack has, is cut where it closes."""
    columns = dict.fromkeys(order, 0)
    for _round in range(len(order)):
        moved = False
        for _id, one, other, _how, _edge in drafts:
            if columns[other] <= columns[one] < len(order) - 1:
                columns[other], moved = columns[one] + 1, True
        if not moved:
            break
    return columns


def _found(placed: Mapping[_Key, Node], runs: Sequence[SharedRun]) -> list[Link]:
    """Join the sources of the graph that share words."""
    pairs: dict[tuple[str, str], list[SharedRun]] = {}
    for run in runs:
        if ("source", run.one) in placed and ("source", run.other) in placed:
            pairs.setdefault((run.one, run.other), []).append(run)
    return [
        Link(
            id=f"{one}={other}",
            from_=placed["source", one],
            to=placed["source", other],
            how="found",
            runs=tuple(shared),
        )
        for (one, other), shared in pairs.items()
    ]


def runs_on(
    claim: Claim, runs: Sequence[SharedRun], originals: Mapping[str, ShownText]
) -> tuple[SharedRun, ...]:
    """Return those of shared runs that touch words in which either source speaks of a claim.

    `originals` are the texts that the runs were found in, by source.
    """
    places = {
        source: [
            where
            for statement in statements
            for passage in statement.passages
            if source in originals and (where := place(passage.of(source), originals[source])) is not None
        ]
        for source, statements in claim.cells.items()
    }
    return tuple(
        run
        for run in runs
        if _touch(run.in_one, places.get(run.one, [])) or _touch(run.in_other, places.get(run.other, []))
    )


def _touch(shared: Sequence[RunPlace], places: Sequence[Range]) -> bool:
    return any(
        one.where.start < other.end and other.start < one.where.end for one in shared for other in places
    )
