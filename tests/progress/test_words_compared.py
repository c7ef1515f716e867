"""Words by source: the author's list first, then what the program finds, each word once."""

from dataclasses import replace
from functools import cache

from crossread.base.folders import content_folder
from crossread.inquiry.held_back import HeldBack
from crossread.packs.check import check_pack
from crossread.packs.pack import Pack
from crossread.packs.sources.compare_parts import Wording, WordUse
from crossread.progress.words_compared import namings_of, word_ids, words_away, words_of
from crossread.questions.claims import CellPassage
from crossread.questions.passages import DIGEST, ORIGINAL, ShownText
from crossread.texts.text import Block, Range, Text

WORDS = (
    'They were slaughtered, he writes. She said: "It was a slaughter, a slaughter." Reportedly nobody fled.'
)


@cache
def ferry() -> Pack:
    pack = check_pack(content_folder() / "every-kind").pack
    assert pack is not None
    return pack


def text(which: str) -> ShownText:
    return ShownText(which, Text((Block(kind="paragraph", text=WORDS),)))


NOTHING = HeldBack()


def found(pack: Pack, *texts: ShownText, held: HeldBack = NOTHING) -> list[tuple[str, int, bool]]:
    words = words_of(pack, "log", "loaded", texts, held)
    return [(one.word.casefold(), len(one.places), one.use is not None) for one in words]


def without_list() -> Pack:
    return replace(ferry(), wording=Wording())


def test_of_a_digest_only_words_that_it_quotes_are_found() -> None:
    assert found(without_list(), text(DIGEST)) == [("slaughter", 2, False)]


def test_of_an_original_all_are_found_and_the_digest_is_left_alone_then() -> None:
    assert found(without_list(), text(DIGEST), text(ORIGINAL)) == [
        ("slaughtered", 1, False),
        ("slaughter", 2, False),
    ]


def test_what_the_author_lists_is_not_listed_again() -> None:
    use = WordUse(id="w", source="log", word="slaughtered", passages=(CellPassage(quote="slaughtered"),))
    pack = replace(ferry(), wording=Wording(loaded=(use,)))
    assert found(pack, text(DIGEST)) == [("slaughtered", 1, True), ("slaughter", 2, False)]


def test_a_listed_word_that_stands_in_no_text_that_is_here_is_counted_and_not_listed() -> None:
    use = WordUse(id="w", source="log", word="slaughtered", passages=(CellPassage(quote="slaughtered"),))
    other = replace(use, id="x", word="butchered", passages=(CellPassage(quote="butchered"),))
    pack = replace(ferry(), wording=Wording(loaded=(use, other)))
    assert found(pack, text(DIGEST)) == [("slaughtered", 1, True), ("slaughter", 2, False)]
    assert words_away(pack, "log", "loaded", [text(DIGEST)], NOTHING) == 1
    assert words_away(pack, "log", "loaded", [], NOTHING) == 2
    assert words_away(pack, "log", "loaded", [], NOTHING, ["x"]) == 1
    assert words_away(pack, "log", "hedging", [], NOTHING) == 0


def test_what_is_held_back_is_not_listed() -> None:
    first, second = (WORDS.index("a slaughter") + 2, WORDS.rindex("slaughter"))
    places = [Range(start, start + len("slaughter")) for start in (first, second)]
    held = HeldBack({("log", ORIGINAL): places})
    assert found(without_list(), text(ORIGINAL), held=held) == [("slaughtered", 1, False)]


def test_a_stage_may_work_at_some_words_and_some_names() -> None:
    pack = ferry()
    naming = pack.wording.named[0].id
    use = pack.wording.loaded[0].id
    assert [one.id for one in namings_of(pack, [naming, use])] == [naming]
    assert namings_of(pack, [use]) == pack.wording.named
    assert word_ids(pack, [naming, use]) == {use}
