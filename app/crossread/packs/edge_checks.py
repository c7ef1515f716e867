"""Checks of edges.yaml: who rests on whom has to lead somewhere, show its passages and go in no circle."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.compare_parts import Edge
from crossread.packs.conversion import Written
from crossread.packs.draft import Draft
from crossread.packs.problems import Problems
from crossread.packs.references import check_refs
from crossread.packs.row_checks import RowChecks
from crossread.questions.claims import Claim

_SHOWN = 6  # ids of a circle in one sentence


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
        whole = [written for written in self.draft.edges if not written.value.claims]
        told: set[frozenset[str]] = set()
        claims = dict.fromkeys(claim for written in self.draft.edges for claim in written.value.claims)
        for claim in ("", *claims):
            edges = [*whole, *(one for one in self.draft.edges if claim and claim in one.value.claims)]
            circle = _circle([written.value for written in edges if written.value.from_ != written.value.to])
            if not circle or frozenset(circle) in told:
                continue
            told.add(frozenset(circle))
            ids = ", ".join([*circle[:_SHOWN], *(["…"] if len(circle) > _SHOWN else [])])
            if claim:
                message = _("For “{claim}” these edges go in a circle: {ids}. One of them has to go.")
            else:
                message = _("These edges go in a circle: {ids}. One of them has to go.")
            at = next(written for written in edges if written.value.id == circle[-1])
            self.error(at, ("to",), "circle", message.format(claim=claim[:64], ids=ids))


def says_something(claim: Claim, source: str) -> bool:
    """Tell whether a source says something on a claim."""
    return any(statement.stance != "silent" for statement in claim.cells.get(source, ()))


def _circle(edges: Sequence[Edge]) -> tuple[str, ...]:
    """Return the ids of edges that lead back to where they start, in their order; none where none do."""
    leading: dict[str, list[Edge]] = {}
    for edge in edges:
        leading.setdefault(edge.from_, []).append(edge)
    done: set[str] = set()
    for start, first in leading.items():
        path: list[Edge] = []
        ahead = [iter(first)]
        while ahead:
            step = next((one for one in ahead[-1] if one.to not in done), None)
            if step is None:
                ahead.pop()
                done.add(path.pop().to if path else start)
                continue
            on_the_way = [start, *(one.to for one in path)]
            if step.to in on_the_way:
                return tuple(one.id for one in [*path, step][on_the_way.index(step.to) :])
            path.append(step)
            ahead.append(iter(leading.get(step.to, [])))
    return ()
