"""Two passages side by side: what differs is signed, nothing is lost, and what is covered stays covered."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.settings import Settings
from crossread.desktop.pages.compare.origins.pairs import SIGNS, LinkPairs, Pair, signed
from crossread.desktop.pages.compare.words.telling import WordsTold
from crossread.desktop.pages.desk.veiling import Veiling
from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import Pack
from crossread.packs.sources.compare_parts import Edge
from crossread.packs.sources.source import Card, Source
from crossread.progress.claim_words import as_written
from crossread.progress.origins_graph import graph_of
from crossread.progress.words_compared import ComparedWord, Found
from crossread.questions.passages import DIGEST, PassageKey, ShownText
from crossread.texts.text import Block, Range, Text
from crossread.texts.wording.differences import differences

ONE = "It rained. About forty carts stood on the bridge that night, he says. The field was terrible."
OTHER = "Exactly forty carts stood on the bridge that night. Nobody counted them twice."
ONE_QUOTE, OTHER_QUOTE = "forty carts stood", "forty carts stood on"
GRAPHIC = PassageKey(source="a", quote="The field was terrible.")


def text(words: str) -> Text:
    return Text((Block("paragraph", words),))


def source(name: str, words: str) -> Source:
    return Source(id=name, letter=name.upper(), card=Card(title=name, short=name), digest=text(words))


def opened(quote: str = ONE_QUOTE) -> OpenPack:
    edge = Edge(
        id="e",
        from_="a",
        to="b",
        how="uncredited",
        passages=(PassageKey(source="a", quote=quote), PassageKey(source="b", quote=OTHER_QUOTE)),
    )
    return OpenPack(
        Pack(
            id="p",
            version="1",
            title="P",
            language="en",
            digest="",
            central_question="?",
            stages=(),
            sources=(source("a", ONE), source("b", OTHER)),
            questions=(),
            edges=(edge,),
            graphic=(GRAPHIC,),
        )
    )


@pytest.fixture
def veiling(tmp_path: Path) -> Veiling:
    return Veiling(Settings(tmp_path / "settings.toml"))


def pairs(pack: OpenPack, veiling: Veiling) -> list[Pair]:
    (link,) = graph_of(pack.pack, None).links
    return LinkPairs(pack, veiling).of(link)


def test_passages_stand_in_their_sentences_with_a_sign_before_what_differs(veiling: Veiling) -> None:
    (pair,) = pairs(opened(), veiling)
    assert pair.one.words == "≠ About forty carts stood on the bridge that night, + he says."
    assert pair.other is not None
    assert pair.other.words == "≠ Exactly forty carts stood on the bridge that night."
    assert [pair.one.words[where.start : where.end] for _change, where in pair.one.marks] == [
        "About",
        "he says",
    ]
    assert pair.one.spot is not None
    assert (pair.one.spot.source, pair.one.spot.which) == ("a", DIGEST)


def test_passages_of_hardly_any_common_word_are_not_littered_with_signs(veiling: Veiling) -> None:
    (pair,) = pairs(opened(quote="It rained."), veiling)
    assert pair.other is not None
    assert not pair.alike
    assert not pair.one.marks


def test_what_is_covered_is_told_neither_as_words_nor_by_its_differences(veiling: Veiling) -> None:
    (pair,) = pairs(opened(quote="The field was terrible"), veiling)
    assert "terrible" not in pair.one.words
    assert not pair.one.marks
    assert pair.one.spot is not None  # the way to the text stays


def test_a_word_in_a_covered_passage_is_covered_in_the_table_too(veiling: Veiling) -> None:
    pack = opened()
    shown = ShownText(DIGEST, pack.pack.source("a").digest)
    at = ONE.index("terrible")
    where = Range(at, at + len("terrible"))
    told = WordsTold(pack, veiling, as_written)
    word = ComparedWord(source="a", word="terrible", places=(Found(shown, where),))
    assert "terrible" not in told.cell("k", word).said
    card = told.card(word)
    assert "terrible" not in card.title
    assert all("terrible" not in line.words for line in card.lines)
    veiling.turn(pack, "a", shown, where)
    assert told.cell("k", word).words == "terrible"


WORDS = st.lists(
    st.sampled_from(["forty", "carts", "stood", "the", "on", "bridge", "“no”", "rain,"]), min_size=1
)


@given(WORDS, WORDS)
def test_without_the_signs_the_words_are_those_of_the_text(ours: list[str], theirs: list[str]) -> None:
    one, other = text(" ".join(ours)), text(" ".join(theirs))
    pieces = differences(one, other)
    whole = Range(0, len(one.shown))
    side = signed(one.shown, whole, [(piece.change, piece.one) for piece in pieces])
    plain = side.words
    for _change, where in reversed(side.marks):
        assert plain[where.start - 2] in SIGNS.values()
        plain = plain[: where.start - 2] + plain[where.start :]
    assert plain == one.shown
