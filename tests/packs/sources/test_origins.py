"""How many independent accounts stand behind a claim: chains, diamonds, voices, and what may hide a reuse."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.pack import Work
from crossread.packs.sources.compare_parts import Edge, EdgeHow
from crossread.packs.sources.origins import Independence, Root, edges_of, independent_accounts
from crossread.questions.claims import CellPassage, Claim, Statement
from crossread.questions.passages import PassageKey
from crossread.texts.passages.anchors import WordsAnchor

SILENT = (Statement(stance="silent"),)
SAYS = (Statement(stance="asserts"),)
OWN = (Statement(stance="asserts", own=True),)


def claim(**cells: tuple[Statement, ...]) -> Claim:
    return Claim(id="toll", claim="How many died", relation="differ", cells=cells)


def by(whom: str, quote: str = "") -> tuple[Statement, ...]:
    passages = (CellPassage(quote=quote),) if quote else ()
    return (Statement(stance="reports", whom=whom, passages=passages),)


def edge(
    from_: str, to: str, how: EdgeHow = "uncredited", *quotes: str, claims: tuple[str, ...] = ("toll",)
) -> Edge:
    passages = tuple(PassageKey(source=from_, quote=quote) for quote in quotes)
    return Edge(id=f"{from_}-{to}-{how}", from_=from_, to=to, how=how, claims=claims, passages=passages)


def work(name: str, voice: str = "") -> Work:
    return Work(id=name, title=name.title(), voice=voice)


def counts(found: Independence) -> tuple[int, int]:
    return found.least, found.most


def names(found: Independence) -> list[str]:
    return [root.name for root in found.roots]


def test_who_is_silent_is_no_account() -> None:
    assert independent_accounts(claim(a=SILENT, b=SILENT), []) == Independence(0, 0)


def test_who_denies_it_is_no_account_of_it() -> None:
    assert counts(independent_accounts(claim(a=OWN, b=(Statement(stance="denies", own=True),)), [])) == (1, 1)


def test_each_who_saw_it_is_one() -> None:
    found = independent_accounts(claim(a=OWN, b=OWN, c=SILENT), [])
    assert found == Independence(2, 2, (Root("source", "a", ("a",)), Root("source", "b", ("b",))))
    assert not found.is_open


def test_one_that_names_nobody_is_one_at_least_and_at_most() -> None:
    found = independent_accounts(claim(a=SAYS, b=SILENT), [])
    assert counts(found) == (1, 1)
    assert found.unnamed == ("a",)


def test_several_that_name_nobody_may_all_be_one() -> None:
    found = independent_accounts(claim(a=SAYS, b=SAYS, c=SAYS), [])
    assert counts(found) == (1, 3)
    assert found.is_open


def test_one_that_names_nobody_may_hide_a_reuse_of_another() -> None:
    found = independent_accounts(claim(a=OWN, b=SAYS), [])
    assert counts(found) == (1, 2)
    assert names(found) == ["a"]
    assert found.unnamed == ("b",)


def test_a_voice_without_a_name_may_be_one_that_is_known() -> None:
    reporters = (Statement(stance="reports", whom="Western journalists", anonymous=True),)
    found = independent_accounts(claim(a=by("Lieven"), b=reporters), [])
    assert (counts(found), found.unnamed) == ((1, 2), ("b",))


def test_sources_that_name_the_same_voice_are_one_however_it_is_written() -> None:
    found = independent_accounts(claim(a=by("Human Rights Watch"), b=by("human  rights-watch")), [])
    assert found == Independence(1, 1, (Root("voice", "Human Rights Watch", ("a", "b")),))


def test_sources_that_name_different_voices_are_different() -> None:
    assert counts(independent_accounts(claim(a=by("Lieven"), b=by("Womack")), [])) == (2, 2)


def test_a_chain_ends_at_its_first_link() -> None:
    edges = [edge("c", "b"), edge("b", "a"), edge("a", "report")]
    found = independent_accounts(claim(a=SAYS, b=SAYS, c=SAYS), edges, [work("report")])
    assert found == Independence(1, 1, (Root("work", "report", ("a", "b", "c")),))


def test_a_chain_may_end_at_a_source_that_names_nobody() -> None:
    found = independent_accounts(claim(a=SAYS, b=SAYS, c=SAYS), [edge("c", "b"), edge("b", "a")])
    assert counts(found) == (1, 1)
    assert found.roots == ()
    assert found.unnamed == ("a",)


def test_two_ways_to_one_origin_are_one_account() -> None:
    edges = [edge("d", "b"), edge("d", "c"), edge("b", "a"), edge("c", "a")]
    found = independent_accounts(claim(a=OWN, b=SAYS, c=SAYS, d=SAYS), edges)
    assert found == Independence(1, 1, (Root("source", "a", ("a", "b", "c", "d")),))


def test_who_passes_on_two_origins_leads_to_both() -> None:
    edges = [edge("c", "a"), edge("c", "b")]
    found = independent_accounts(claim(a=OWN, b=OWN, c=SAYS), edges)
    assert found.roots == (Root("source", "a", ("a", "c")), Root("source", "b", ("b", "c")))


def test_a_source_with_a_count_of_its_own_and_a_credited_one_is_two() -> None:
    cell = (*OWN, Statement(stance="reports", whom="the ministry"))
    found = independent_accounts(claim(a=cell), [edge("a", "letter", "credited")], [work("letter")])
    assert counts(found) == (2, 2)
    assert names(found) == ["a", "letter"]


def test_one_cell_may_name_several_voices() -> None:
    cell = (*by("the ministry"), *by("the hospital"), *by("The Ministry"))
    assert names(independent_accounts(claim(a=cell), [])) == ["the hospital", "the ministry"]


def test_a_source_with_one_statement_on_nobody_s_word_is_unnamed_besides() -> None:
    found = independent_accounts(claim(a=(*by("the ministry"), *SAYS)), [])
    assert counts(found) == (1, 2)
    assert found.unnamed == ("a",)


def test_a_credited_edge_accounts_for_what_names_somebody_and_an_uncredited_one_for_the_rest() -> None:
    cell = (*by("the ministry"), *SAYS)
    works = [work("letter"), work("wire")]
    only_credited = independent_accounts(claim(a=cell), [edge("a", "letter", "credited")], works)
    assert (names(only_credited), only_credited.unnamed) == (["letter"], ("a",))
    both = independent_accounts(claim(a=cell), [edge("a", "letter", "credited"), edge("a", "wire")], works)
    assert (names(both), both.unnamed) == (["letter", "wire"], ())


def test_an_edge_that_shows_the_passage_of_a_statement_accounts_for_that_one_alone() -> None:
    cell = (*by("the ministry", "613, the ministry says"), *by("the hospital", "200 in its wards"))
    found = independent_accounts(
        claim(a=cell), [edge("a", "letter", "credited", "the ministry says")], [work("letter")]
    )
    assert names(found) == ["the hospital", "letter"]


def test_passages_are_known_by_their_anchors_too() -> None:
    anchor = WordsAnchor(7, "0123456789ab")
    cell = (
        Statement(stance="asserts", passages=(CellPassage(original=anchor),)),
        Statement(stance="asserts", says="more", passages=(CellPassage(quote="more"),)),
    )
    shown = Edge(
        id="e",
        from_="a",
        to="wire",
        how="uncredited",
        claims=("toll",),
        passages=(PassageKey(source="a", original=anchor),),
    )
    found = independent_accounts(claim(a=cell), [shown], [work("wire")])
    assert (names(found), found.unnamed) == (["wire"], ("a",))


def test_works_of_one_voice_are_one_account_and_one_with_that_voice() -> None:
    works = [work("letter", "the ministry"), work("report", "The ministry")]
    edges = [edge("a", "letter"), edge("b", "report")]
    found = independent_accounts(claim(a=SAYS, b=SAYS, c=by("the ministry")), edges, works)
    assert found == Independence(1, 1, (Root("voice", "the ministry", ("a", "b", "c")),))


def test_what_is_probable_is_counted_both_ways() -> None:
    found = independent_accounts(claim(a=OWN, b=SAYS), [edge("b", "a", "probable")])
    assert counts(found) == (1, 2)
    assert names(found) == ["a"]
    assert found.is_open


def test_an_edge_for_another_claim_does_not_matter() -> None:
    found = independent_accounts(claim(a=OWN, b=OWN), [edge("b", "a", claims=("women",))])
    assert counts(found) == (2, 2)


def test_a_text_that_rests_on_another_as_a_whole_does_so_where_both_speak() -> None:
    whole = edge("b", "a", claims=())
    assert counts(independent_accounts(claim(a=OWN, b=SAYS), [whole])) == (1, 1)
    alone = independent_accounts(claim(a=SILENT, b=SAYS), [whole])
    assert (counts(alone), alone.unnamed) == ((1, 1), ("b",))


def test_an_edge_for_the_claim_goes_before_one_for_the_whole_text() -> None:
    edges = [edge("b", "a", claims=()), edge("b", "wire")]
    found = independent_accounts(claim(a=OWN, b=SAYS), edges, [work("wire")])
    assert names(found) == ["a", "wire"]


def test_the_edges_of_a_claim_are_those_that_matter_for_it() -> None:
    ours, other = edge("b", "a"), edge("b", "a", claims=("women",))
    whole, silent, on_work = edge("b", "c", claims=()), edge("c", "a"), edge("b", "wire", claims=())
    found = edges_of(claim(a=SAYS, b=SAYS, c=SILENT), [ours, other, whole, silent, on_work], {"wire"})
    assert found == [ours, on_work]


def test_a_circle_is_an_account_of_nobody_and_does_no_harm() -> None:
    edges = [edge("a", "b"), edge("b", "a")]
    assert independent_accounts(claim(a=SAYS, b=SAYS), edges).roots == ()


def test_neither_the_order_of_edges_nor_of_cells_changes_the_count() -> None:
    edges = [edge("d", "c"), edge("c", "b", "probable"), edge("b", "wire", "credited")]
    cells = {"a": OWN, "b": by("the wire"), "c": SAYS, "d": SAYS}
    found = {
        counts(
            independent_accounts(claim(**{name: cells[name] for name in order}), list(row), [work("wire")])
        )
        for order in permutations(cells)
        for row in permutations(edges)
    }
    assert found == {(2, 3)}


SOURCES = "abcdef"
HOWS: tuple[EdgeHow, ...] = ("credited", "uncredited", "probable")
cells_made = st.fixed_dictionaries(
    {
        name: st.sampled_from([SILENT, SAYS, OWN, by("x"), by("y"), (*OWN, *by("x")), (*SAYS, *by("y"))])
        for name in SOURCES
    }
)
# Edges lead to letters before their own, so there is no circle.
edges_made = st.lists(
    st.tuples(st.sampled_from(SOURCES), st.sampled_from(["wire", *SOURCES]), st.sampled_from(HOWS)).filter(
        lambda made: made[1] == "wire" or made[1] < made[0]
    ),
    max_size=8,
    unique_by=lambda made: made[:2],
)


@given(cells_made, edges_made)
def test_there_are_never_more_accounts_than_things_said(
    cells: dict[str, tuple[Statement, ...]], made: list[tuple[str, str, EdgeHow]]
) -> None:
    edges = [edge(*one) for one in made]
    found = independent_accounts(claim(**cells), edges, [work("wire")])
    said = sum(statement.stance != "silent" for cell in cells.values() for statement in cell)
    assert (0 if not said else 1) <= found.least <= found.most <= said + len(edges)
    assert len(found.roots) <= found.most
    assert {name for root in found.roots for name in root.sources} | set(found.unnamed) <= set(SOURCES)


@given(cells_made, edges_made)
def test_one_more_silent_source_changes_nothing(
    cells: dict[str, tuple[Statement, ...]], made: list[tuple[str, str, EdgeHow]]
) -> None:
    edges = [edge(*one) for one in made]
    before = independent_accounts(claim(**cells), edges, [work("wire")])
    more = [*edges, edge("z", "a"), edge("z", "wire", claims=())]
    assert independent_accounts(claim(**cells, z=SILENT), more, [work("wire")]) == before


@given(cells_made, edges_made, st.sampled_from(SOURCES))
def test_one_more_that_repeats_another_without_a_word_of_its_own_adds_no_account(
    cells: dict[str, tuple[Statement, ...]], made: list[tuple[str, str, EdgeHow]], repeated: str
) -> None:
    edges = [edge(*one) for one in made]
    if cells[repeated] == SILENT:
        return
    before = independent_accounts(claim(**cells), edges, [work("wire")])
    after = independent_accounts(claim(**cells, z=SAYS), [*edges, edge("z", repeated)], [work("wire")])
    assert counts(after) == counts(before)


@pytest.mark.parametrize("how", HOWS)
def test_every_way_of_resting_on_another_takes_away_an_account_at_the_least(how: EdgeHow) -> None:
    cells = claim(a=OWN, b=by("a friend") if how == "credited" else SAYS)
    assert independent_accounts(cells, [edge("b", "a", how)]).least == 1
