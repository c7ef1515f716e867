"""What authors write about covered passages is covered with them, and comes up with them."""

from pathlib import Path

import pytest

from crossread.base.settings import Settings
from crossread.desktop.pages.compare.told.passages import MatrixPassages
from crossread.desktop.pages.desk.veiling import Veiling
from crossread.packs.sources.compare_parts import Edge
from crossread.progress.claim_matrix import told_claim
from crossread.progress.origins_graph import graph_of
from crossread.progress.origins_words import link_words
from crossread.questions.claims import CellPassage, Claim, Overtaken, Statement
from crossread.questions.passages import DIGEST, PassageKey, ShownText
from crossread.texts.text import Range
from tests.desktop.pages.compare.origins.test_pairs import GRAPHIC, ONE, opened

REPEATS = "He calls the field terrible; the field was terribly cold."
ELSE = "He speaks of carts."


@pytest.fixture
def veiling(tmp_path: Path) -> Veiling:
    return Veiling(Settings(tmp_path / "settings.toml"))


def told(veiling: Veiling, words: str, *passages: PassageKey) -> str:
    return MatrixPassages(opened(), veiling).told(words, passages)


def uncover(veiling: Veiling) -> None:
    pack = opened()
    at = ONE.index("terrible")
    veiling.turn(pack, "a", ShownText(DIGEST, pack.pack.source("a").digest), Range(at, at + 1))


def test_words_that_repeat_a_covered_passage_are_covered_and_come_up_with_it(veiling: Veiling) -> None:
    assert "terrib" not in told(veiling, REPEATS, GRAPHIC)
    assert told(veiling, ELSE, GRAPHIC) == ELSE
    uncover(veiling)
    assert told(veiling, REPEATS, GRAPHIC) == REPEATS


def test_words_on_other_passages_are_told(veiling: Veiling) -> None:
    assert told(veiling, REPEATS, PassageKey(source="a", quote="forty carts stood")) == REPEATS
    assert told(veiling, REPEATS) == REPEATS


def test_a_claim_is_told_without_them_in_its_reason_its_remark_and_what_overtook_it(veiling: Veiling) -> None:
    says = Statement(stance="asserts", passages=(CellPassage(quote=GRAPHIC.quote),))
    claim = Claim(
        id="c",
        claim="How it was",
        relation="only-one",
        why=REPEATS,
        note=REPEATS,
        cells={"a": (says,)},
        overtaken=Overtaken(when="1993", by=REPEATS),
    )
    now = told_claim(claim, MatrixPassages(opened(), veiling).told)
    assert now.overtaken is not None
    assert not [one for one in (now.why, now.note, now.overtaken.by) if "terrib" in one]
    assert now.claim == "How it was"


def test_what_changed_on_the_way_is_told_without_them(veiling: Veiling) -> None:
    edge = Edge(id="e", from_="a", to="b", how="credited", changed=(REPEATS, ELSE), passages=(GRAPHIC,))
    pack = opened().pack
    (link,) = graph_of(pack, None, (), [edge]).links
    _says, how = link_words(pack, link, MatrixPassages(opened(), veiling).told)
    assert "terrib" not in how
    assert ELSE in how
