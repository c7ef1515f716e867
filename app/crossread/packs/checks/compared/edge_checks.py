"""Checks of edges.yaml: who rests on whom has to lead somewhere, show its passages and go in no circle."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.references import check_refs
from crossread.packs.checks.row_checks import RowChecks
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.sources.compare_parts import Edge
from crossread.questions.claims import Claim

_SHOWN = 6  # ids of a circle in one sentence
_MOST_STEPS = 500_000  # from edge to edge, in search of circles: about a second


def check_edges(draft: Draft, problems: Problems) -> None:
    """Note edges between what there is not, that nothing shows, that stand there twice or close a circle."""
    if draft.edges:
        _Edges(draft, problems).check()


class _Edges(RowChecks):
    def __init__(self, draft: Draft, problems: Problems) -> None:
        super().__init__(draft, problems)
        self._all_problems = problems
        self._claims: Mapping[str, Claim] = {written.value.id: written.value for written in draft.claims}
        self._resting = {(one.value.from_, one.value.to) for one in draft.edges}

    def check(self) -> None:
        before: dict[tuple[str, str, str], Written[Edge]] = {}
        for written in self.draft.edges:
            self._edge(written)
            edge = written.value
            for number, claim in enumerate(edge.claims or ("",)):
                first = before.setdefault((edge.from_, edge.to, claim), written)
                if first is not written:
                    message = _("“{id}” says this already. Put the passages under one of the two.")
                    path = ("claims", number) if claim else ("to",)
                    self.error(written, path, "edge-twice", message.format(id=first.value.id[:64]))
        self._circles()

    def _edge(self, written: Written[Edge]) -> None:
        edge = written.value
        self.source(written, ("from",), edge.from_)
        self.ids.check_source_or_work(written.file, written.at("to"), edge.to)
        if edge.from_ == edge.to:
            message = _("A source cannot rest on itself. Name the other one.")
            self.error(written, ("to",), "rests-on-itself", message)
        self.known(written, ("claims",), edge.claims, pack_files.CLAIMS)
        for number, claim in enumerate(edge.claims):
            self._speaking(written, ("claims", number), claim, (edge.from_, edge.to))
        for number, change in enumerate(edge.changed):
            self.filled(written, ("changed", number), change)
        if edge.how == "probable" and not edge.why.strip():
            message = _("Say why you take it to be probable: in the key “why”.")
            self.error(written, ("why",), "no-why", message)
        self._passages(written)
        self.floor(written, edge.floor)
        check_refs(written, edge.refs, self.ids, self._all_problems)

    def _speaking(
        self, written: Written[Edge], path: tuple[str, int], claim_id: str, ends: Iterable[str]
    ) -> None:
        """Note a source at an end that says nothing on the claim."""
        claim = self._claims.get(claim_id)
        for end in ends:
            if claim is None or not self.ids.has(pack_files.SOURCES, end) or says_something(claim, end):
                continue
            message = _("“{source}” says nothing on “{claim}” in claims.yaml. Mend one of the two.")
            message = message.format(source=end, claim=claim_id)
            self.error(written, path, "source-silent", message)

    def _passages(self, written: Written[Edge]) -> None:
        edge = written.value
        quoted = {passage.source for passage in edge.passages}
        for number, passage in enumerate(edge.passages):
            path = ("passages", number)
            self.source(written, (*path, "source"), passage.source)
            self.passage(written, path, passage)
            if not self._belongs(edge, passage.source):
                message = _(
                    "This passage is of neither end of the edge. Passages are of “from” and of “to”, or, "
                    "where “to” is a work, of a source with an edge to that work."
                )
                self.error(written, (*path, "source"), "passage-elsewhere", message)
        wanted = [edge.from_, *([edge.to] if self.ids.has(pack_files.SOURCES, edge.to) else [])]
        for source in wanted:
            if source not in quoted:
                message = _("No passage of “{source}” shows this. Add the words that are alike.")
                self.warning(written, ("passages",), "no-passage", message.format(source=source[:64]))

    def _belongs(self, edge: Edge, source: str) -> bool:
        if source in (edge.from_, edge.to) or not self.ids.has(pack_files.SOURCES, source):
            return True
        return self.ids.has(pack_files.WORKS, edge.to) and (source, edge.to) in self._resting

    def _circles(self) -> None:
        """Note each claim for which sources rest on one another in a circle, at an edge of that circle."""
        whole: dict[tuple[str, str], Written[Edge]] = {}
        for_claim: dict[str, dict[tuple[str, str], Written[Edge]]] = {}
        for written in self.draft.edges:
            edge = written.value
            ends = edge.from_, edge.to
            if edge.from_ != edge.to and all(self.ids.has(pack_files.SOURCES, end) for end in ends):
                for claim in edge.claims or ("",):
                    (for_claim.setdefault(claim, {}) if claim else whole).setdefault(ends, written)
        told: set[frozenset[str]] = set()
        steps = 0
        for claim, edges in {"": {}, **for_claim}.items():
            circle = _circle([*whole.values(), *edges.values()])
            steps += len(whole) + len(edges)
            ids = [written.value.id for written in circle]
            if circle and frozenset(ids) not in told:
                told.add(frozenset(ids))
                self._circle(claim, circle[-1], ids)
            if steps > _MOST_STEPS:
                return

    def _circle(self, claim: str, at: Written[Edge], ids: Sequence[str]) -> None:
        shown = ", ".join([*ids[:_SHOWN], *(["…"] if len(ids) > _SHOWN else [])])
        if claim:
            message = _("For “{claim}” these edges go in a circle: {ids}. One of them has to go.")
        else:
            message = _("These edges go in a circle: {ids}. One of them has to go.")
        self.error(at, ("to",), "circle", message.format(claim=claim[:64], ids=shown))


def says_something(claim: Claim, source: str) -> bool:
    """Tell whether a source says something on a claim."""
    return any(statement.stance != "silent" for statement in claim.cells.get(source, ()))


def _circle(edges: Sequence[Written[Edge]]) -> tuple[Written[Edge], ...]:
    """Return edges that lead back to where they start, in their order; none where none do."""
    leading: dict[str, list[Written[Edge]]] = {}
    for written in edges:
        leading.setdefault(written.value.from_, []).append(written)
    done: set[str] = set()
    for start, first in leading.items():
        path: list[Written[Edge]] = []
        way = {start: 0}  # the sources on the way so far, and where each stands on it
        ahead = [iter(first)]
        while ahead:
            step = next((one for one in ahead[-1] if one.value.to not in done), None)
            if step is None:
                ahead.pop()
                left = path.pop().value.to if path else start
                done.add(left)
                way.pop(left)
                continue
            to = step.value.to
            if to in way:
                return (*path[way[to] :], step)
            path.append(step)
            way[to] = len(path)
            ahead.append(iter(leading.get(to, [])))
    return ()
