"""What the two packs compare: claims, edges, figures, words, and that each goes with what stands firm."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from crossread.base.folders import content_folder
from crossread.packs.check import check_pack
from crossread.packs.compare_parts import Edge, Figure, Naming, Wording
from crossread.packs.edtf import span
from crossread.packs.origins import independent_accounts
from crossread.packs.pack import Pack
from crossread.questions.claims import Claim, Statement

PACKS = ("khojaly-1992", "every-kind")
FIVE = {"karcic", "ahmadzada", "wiki", "leaflet", "mammadov"}


@cache
def pack_of(name: str) -> Pack:
    pack = check_pack(content_folder() / name).pack
    assert pack is not None
    return pack


def khojaly() -> Pack:
    return pack_of("khojaly-1992")


def claim_of(pack: Pack, claim_id: str) -> Claim:
    return next(claim for claim in pack.claims if claim.id == claim_id)


def silences(pack: Pack) -> Iterator[tuple[Claim, str, Statement]]:
    for claim in pack.claims:
        for source, statements in claim.cells.items():
            for statement in statements:
                if statement.stance == "silent":
                    yield claim, source, statement


@pytest.mark.parametrize("name", PACKS)
def test_each_part_goes_with_a_line_of_what_stands_firm(name: str) -> None:
    pack = pack_of(name)
    lines = {line.id for line in pack.floor}
    parts: list[Claim | Edge | Figure | Naming | Wording] = [*pack.claims, *pack.edges, *pack.figures]
    for part in (*parts, *pack.wording.named, pack.wording):
        assert part.floor in lines, part


@pytest.mark.parametrize("name", PACKS)
def test_it_has_some_of_everything(name: str) -> None:
    pack = pack_of(name)
    assert {edge.how for edge in pack.edges} == {"credited", "uncredited", "probable"}
    assert len({reason for figure in pack.figures for reason in figure.why}) >= 3
    assert any(figure.drop for figure in pack.figures)
    assert pack.wording.loaded
    assert pack.wording.hedging
    assert pack.wording.named
    assert any(claim.overtaken for claim in pack.claims)
    assert len({reason for _claim, _source, silence in silences(pack) for reason in silence.because}) >= 3


@pytest.mark.parametrize("name", PACKS)
def test_what_rests_on_another_without_saying_so_is_argued_for(name: str) -> None:
    for edge in pack_of(name).edges:
        assert edge.how == "credited" or edge.why, edge.id


@pytest.mark.parametrize("name", PACKS)
def test_whoever_is_overtaken_wrote_before(name: str) -> None:
    pack = pack_of(name)
    for claim in pack.claims:
        if claim.overtaken is None:
            continue
        when = span(claim.overtaken.when)
        assert when is not None
        speaking = [
            source
            for source, statements in claim.cells.items()
            if any(statement.stance != "silent" for statement in statements)
        ]
        written = [span(pack.source(source).card.published) for source in speaking]
        assert any(one is not None and one[0] < when[0] for one in written), claim.id


def test_the_matrix_has_thirty_claims_and_more_with_a_key_for_all_five() -> None:
    claims = khojaly().claims
    assert len(claims) >= 30
    assert all(set(claim.cells) == FIVE for claim in claims)
    assert all(claim.note and claim.why for claim in claims)


def test_that_civilians_were_killed_by_armenian_fire_stands_there_with_its_separate_witnesses() -> None:
    pack = khojaly()
    claim = claim_of(pack, "armenian-fire")
    assert claim.relation == "agree"
    assert claim.floor == "killing"
    assert all(statement.stance != "silent" for cell in claim.cells.values() for statement in cell)
    found = independent_accounts(claim, pack.edges, pack.works)
    assert {root.name for root in found.roots} >= {
        "Human Rights Watch",
        "Memorial",
        "Anatol Lieven",
        "Helen Womack",
        "survivors and refugees",
        "Gerard Libaridian",
    }
    assert found.least >= 6


def test_the_count_of_one_side_is_one_account_however_often_it_is_told() -> None:
    pack = khojaly()
    for claim_id in ("women-killed", "children-killed"):
        found = independent_accounts(claim_of(pack, claim_id), pack.edges, pack.works)
        assert (found.least, found.most) == (1, 1)
        assert [(root.name, root.sources) for root in found.roots] == [
            ("Azerbaijan’s authorities", ("ahmadzada", "wiki", "mammadov"))
        ]


def test_each_number_of_the_dead_is_somebody_s_or_said_to_be_nobody_s() -> None:
    deaths = next(figure for figure in khojaly().figures if figure.id == "deaths")
    said = {(one.source, one.bounds): one.whom for one in deaths.figures}
    assert said["karcic", (485, 485)] == "an official inquiry by Azerbaijan"
    assert said["wiki", (500, 1000)] == "Human Rights Watch"
    assert said["ahmadzada", (613, 613)] == ""
    assert said["leaflet", (600, 600)] == ""
    assert all(one.counted for figure in khojaly().figures for one in figure.figures)


def test_no_part_says_what_a_people_did_or_that_it_was_genocide() -> None:
    pack = khojaly()
    told = [
        *(text for claim in pack.claims for text in (claim.claim, claim.note, claim.why)),
        *(silence.explanation for _claim, _source, silence in silences(pack)),
        *(text for edge in pack.edges for text in (edge.why, *edge.changed)),
        *(text for figure in pack.figures for text in (figure.what, figure.explanation)),
        *(text for naming in pack.wording.named for text in (naming.what, naming.about)),
    ]
    for text in told:
        assert not re.search(r"\b(was|is) (a )?genocide\b", text), text
        assert not re.search(r"\bthe (armenians|azerbaijanis|azeris)\b", text.casefold()), text


def test_a_silence_has_a_reason_and_never_only_bad_faith() -> None:
    found = list(silences(khojaly()))
    explained = [silence for _claim, _source, silence in found if silence.because]
    assert len(explained) > 0.9 * len(found)
    assert sum(silence.because == ("choice",) for silence in explained) < 0.1 * len(explained)


def test_every_source_has_words_that_judge_and_words_that_hedge() -> None:
    for words in (khojaly().wording.loaded, khojaly().wording.hedging):
        assert {word.source for word in words} == FIVE
        assert all(passage.original for word in words for passage in word.passages)


def test_the_ferry_s_newsletter_adds_no_count_to_the_paper_s() -> None:
    pack = pack_of("every-kind")
    found = independent_accounts(claim_of(pack, "left-behind"), pack.edges, pack.works)
    assert (found.least, found.most) == (2, 3)
    assert {root.name for root in found.roots} == {"log", "diary", "passengers-words"}
