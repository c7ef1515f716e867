"""The graph of who rests on whom: its layers, its rows, and what leads from where to where."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.folders import content_folder
from crossread.packs.check import check_pack
from crossread.packs.pack import Pack
from crossread.packs.sources.compare_parts import Edge, EdgeHow
from crossread.progress.origins_graph import OriginsGraph, graph_of
from crossread.progress.origins_words import node_words
from crossread.questions.claims import CellPassage, Claim, Statement
from crossread.texts.text import Range
from crossread.texts.wording.differences import Piece
from crossread.texts.wording.shared_run import RunPlace, SharedRun

HOWS: list[EdgeHow] = ["credited", "uncredited", "probable"]


@cache
def ferry() -> Pack:
    pack = check_pack(content_folder() / "every-kind").pack
    assert pack is not None
    return pack


@pytest.fixture
def pack() -> Pack:
    return ferry()


def claim_of(name: str) -> Claim:
    return next(one for one in ferry().claims if one.id == name)


def columns(graph: OriginsGraph) -> dict[str, int]:
    return {node.name: node.column for node in graph.nodes}


def test_what_is_rested_on_stands_one_layer_further(pack: Pack) -> None:
    graph = graph_of(pack, claim_of("left-behind"))
    assert columns(graph) == {"log": 0, "diary": 0, "lorne": 0, "packet": 1, "passengers-words": 2}
    assert [(link.from_.name, link.to.name, link.how) for link in graph.links] == [
        ("lorne", "packet", "uncredited"),
        ("packet", "passengers-words", "probable"),
    ]


def test_sources_that_are_silent_do_not_stand_there(pack: Pack) -> None:
    claim = replace(claim_of("left-behind"), cells={"log": (Statement(stance="asserts", own=True),)})
    assert columns(graph_of(pack, claim)) == {"log": 0}


def test_who_denies_a_claim_stands_there_and_is_told_from_its_witnesses(pack: Pack) -> None:
    claim = replace(
        claim_of("left-behind"),
        cells={
            "log": (Statement(stance="asserts", own=True),),
            "diary": (Statement(stance="denies", own=True),),
            "lorne": (Statement(stance="hedges", own=True), Statement(stance="denies", own=True)),
        },
    )
    nodes = {node.name: node for node in graph_of(pack, claim, edges=()).nodes}
    assert {name: node.denies for name, node in nodes.items()} == {
        "log": False,
        "diary": True,
        "lorne": False,
    }
    assert node_words(pack, nodes["diary"])[1] == "denies it"
    assert node_words(pack, nodes["log"])[1] != "denies it"


def test_a_voice_that_two_sources_name_is_one_voice_and_one_link_each(pack: Pack) -> None:
    passage = CellPassage(quote="a quarter past five")
    said = Statement(stance="reports", whom="The harbour master", passages=(passage,))
    claim = Claim(
        id="x",
        claim="x",
        relation="agree",
        cells={"log": (said,), "diary": (replace(said, whom="the Harbour Master"),)},
    )
    graph = graph_of(pack, claim)
    assert [(link.from_.name, link.to.name, link.edge) for link in graph.links] == [
        ("log", "The harbour master", None),
        ("diary", "The harbour master", None),
    ]
    assert [link.passages for link in graph.links] == [(passage.of("log"),), (passage.of("diary"),)]


def test_who_names_nobody_is_marked(pack: Pack) -> None:
    claim = Claim(
        id="x",
        claim="x",
        relation="agree",
        cells={"log": (Statement(stance="asserts"),), "diary": (Statement(stance="asserts", own=True),)},
    )
    assert {node.name: node.names_nobody for node in graph_of(pack, claim).nodes} == {
        "log": True,
        "diary": False,
    }


def test_shared_words_join_two_sources_and_put_neither_first(pack: Pack) -> None:
    where = RunPlace(Range(0, 9), Range(0, 9))
    run = SharedRun(
        words=7,
        one="log",
        other="diary",
        in_one=(where,),
        in_other=(where,),
        changed=(Piece("same", None, None),),
    )
    graph = graph_of(pack, None, [run, run])
    (link,) = [link for link in graph.links if link.how == "found"]
    assert (link.from_.name, link.to.name, len(link.runs)) == ("log", "diary", 2)
    assert columns(graph)["log"] == columns(graph)["diary"]


@st.composite
def edges(draw: st.DrawFn) -> list[Edge]:
    names = [source.id for source in ferry().sources]
    targets = names + [work.id for work in ferry().works]
    pairs = draw(
        st.lists(st.tuples(st.sampled_from(names), st.sampled_from(targets)), max_size=12, unique=True)
    )
    hows = draw(st.lists(st.sampled_from(HOWS), min_size=len(pairs), max_size=len(pairs)))
    return [
        Edge(id=f"e{at}", from_=one, to=other, how=how, claims=("left-behind",))
        for at, ((one, other), how) in enumerate(zip(pairs, hows, strict=True))
        if one != other
    ]


@settings(max_examples=150)
@given(edges())
def test_no_two_nodes_share_a_place_and_all_is_laid_out_the_same_again(drawn: list[Edge]) -> None:
    pack = replace(ferry(), edges=tuple(drawn))
    graph = graph_of(pack, claim_of("left-behind"))
    places = [(node.column, node.row) for node in graph.nodes]
    assert len(places) == len(set(places))
    assert graph == graph_of(pack, claim_of("left-behind"))
    assert {node.column for node in graph.nodes} == set(range(graph.columns))
    for link in graph.links:
        assert {link.from_, link.to} <= set(graph.nodes)


@settings(max_examples=100)
@given(edges())
def test_where_nothing_goes_in_a_circle_every_line_leads_on(drawn: list[Edge]) -> None:
    order = {source.id: at for at, source in enumerate(ferry().sources)}
    onward = [one for one in drawn if order.get(one.to, 99) > order[one.from_]]
    graph = graph_of(replace(ferry(), edges=tuple(onward)), claim_of("left-behind"))
    for link in graph.links:
        if link.edge is not None:
            assert link.from_.column < link.to.column
