"""Placing again: where passages are when their texts have changed, are others, or are gone."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.inquiry.noted import Noted, PlacedHighlight, PlacedNote
from crossread.inquiry.notes import NotedPassage
from crossread.inquiry.placing_notes import Place, Places, place_passage
from crossread.questions.passages import ShownText
from crossread.texts.passages.anchors import Placed, QuoteAnchor
from crossread.texts.text import Range, Text
from tests.inquiry.noting_samples import highlight, note, noted, noted_range, now
from tests.questions.making import GAZETTE, GAZETTE_ORIGINAL, PILOT, place_of, text_of
from tests.texts.edited import Tally, invented_text, measure

unhurried = settings(deadline=None, max_examples=30)
DIGEST = ShownText("digest", GAZETTE)
ORIGINAL = ShownText("original", GAZETTE_ORIGINAL)
GAZETTE_LATER = text_of(
    "He wrote: The watchman saw smoke over the rope store at nine, and the tar sheds caught, they say."
)
LONG = "the sheds of tar were consumed with dreadful speed"


def words(place: Place | None, text: Text) -> str:
    assert place is not None
    return text.words(place.range)


@given(st.integers(0, 10**6), st.data())
@unhurried
def test_in_the_very_text_it_is_exactly_where_it_was(seed: int, data: st.DataObject) -> None:
    text = invented_text(Random(seed), 2_000)
    start = data.draw(st.integers(0, len(text.shown) - 2))
    where = Range(start, data.draw(st.integers(start + 1, len(text.shown))))
    passage = noted_range(where, "gazette", text)
    there = [ShownText("original", PILOT), ShownText("digest", text)]
    assert place_passage(passage, there) == Place(which="digest", range=where, how="exact")


@pytest.mark.parametrize("knows_old", [True, False])
def test_after_edits_next_to_nothing_is_placed_wrong_and_most_is_placed(knows_old: bool) -> None:
    def place(new: Text, anchor: QuoteAnchor, old: Text) -> Placed | None:
        passage = NotedPassage(source="gazette", which="digest", quote=anchor)
        found = place_passage(passage, [ShownText("digest", new)], old if knows_old else None)
        if found is None:
            return None
        assert found.how == "moved"
        return Placed(found.range, found.how)

    tally = Tally()
    for seed in range(4):
        one = measure(place, seed, edits=20, anchors=100)
        tally = Tally(tally.right + one.right, tally.wrong + one.wrong, tally.lost + one.lost)
    assert tally.share(tally.wrong) <= 1.5
    assert tally.share(tally.right) >= (93 if knows_old else 87)


def test_what_left_the_text_is_not_placed_unless_another_text_of_the_source_has_it() -> None:
    passage = noted("The watchman saw smoke over the rope store at nine, and the tar sheds caught")
    cut = ShownText("digest", text_of("The harbour of Alder Bay burned.", "Nobody remembers a louder night."))
    assert place_passage(passage, [cut]) is None
    assert place_passage(passage, []) is None
    edition = ShownText("version/first", GAZETTE_LATER)
    found = place_passage(passage, [cut, edition])
    assert found is not None
    assert (found.which, found.how, found.range.start) == ("version/first", "moved", 10)


def test_the_text_under_the_same_name_comes_before_the_same_text_under_another() -> None:
    passage = noted("forty boats were lost")
    changed = ShownText("digest", text_of(*(block.text + " So they say." for block in GAZETTE.blocks)))
    old = ShownText("version/old", GAZETTE)
    found = place_passage(passage, [old, changed])
    assert found is not None
    assert (found.which, found.how) == ("digest", "moved")
    assert words(found, changed.text) == "forty boats were lost"
    without = ShownText("digest", text_of("Another text altogether, about sheep."))
    found = place_passage(passage, [without, old])
    assert found is not None
    assert (found.which, found.how) == ("version/old", "exact")


def test_words_that_stand_twice_are_not_guessed() -> None:
    passage = noted("forty boats")
    twice = ShownText("digest", text_of("He spoke of forty boats and again of forty boats, and of no more."))
    assert place_passage(passage, [twice]) is None


def test_a_passage_of_an_original_is_found_in_another_copy_by_its_words_alone() -> None:
    passage = noted(LONG, "gazette", GAZETTE_ORIGINAL, "original")
    assert passage.original is not None
    bare = replace(passage, quote=QuoteAnchor(quote="", text_digest=passage.quote.text_digest))
    copy = text_of("Menu", "Subscribe", *(block.text.replace(",", " ,") for block in GAZETTE_ORIGINAL.blocks))
    for one in (passage, bare):
        found = place_passage(one, [ShownText("original", copy)])
        assert words(found, copy) == LONG
    found = place_passage(bare, [ORIGINAL])
    assert words(found, GAZETTE_ORIGINAL) == LONG
    assert place_passage(bare, [DIGEST]) is None


def test_hashed_words_that_stand_twice_in_another_copy_are_not_guessed() -> None:
    passage = noted(LONG, "gazette", GAZETTE_ORIGINAL, "original")
    bare = replace(passage, quote=QuoteAnchor(quote="", text_digest=passage.quote.text_digest))
    twice = text_of(f"He wrote that {LONG}.", f"They say that {LONG}.")
    assert place_passage(bare, [ShownText("original", twice)]) is None
    thrice = noted_range(place_of(text_of(LONG), LONG), "gazette", text_of(LONG), "original")
    assert place_passage(thrice, [ShownText("original", twice)]) is None


def test_where_quote_and_hash_point_to_different_places_it_is_neither() -> None:
    passage = noted(LONG, "gazette", GAZETTE_ORIGINAL, "original")
    (first, *others) = GAZETTE_ORIGINAL.blocks
    moved = text_of(
        first.text.replace("dreadful speed", "terrible speed"),
        *(block.text for block in others),
        f"A later hand adds that {LONG}, which is copied from above.",
    )
    assert place_passage(passage, [ShownText("original", moved)]) is None


def test_what_was_found_is_known_until_a_text_of_its_source_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counting(passage: NotedPassage, texts: object, old: object) -> Place | None:
        asked.append(passage.source)
        return None

    monkeypatch.setattr("crossread.inquiry.placing_notes.place_passage", counting)
    places = Places(now())
    mine = (noted(), noted("forty boats", "pilot", PILOT))
    for _ in range(2):
        for passage in mine:
            places.of(passage)
    assert asked == ["gazette", "pilot"]
    places.use(now(gazette=None))
    for passage in mine:
        places.of(passage)
    assert asked == ["gazette", "pilot", "gazette"]


class _Late:
    """A store of old texts that has to be waited for."""

    def __init__(self) -> None:
        self.come = False

    def get(self, digest: str) -> Text | None:
        return GAZETTE if self.come and digest == GAZETTE.digest else None

    def is_awaited(self, digest: str) -> bool:
        return not self.come and digest == GAZETTE.digest


def test_while_the_old_text_is_still_to_come_nothing_is_placed_by_less() -> None:
    changed = ShownText(
        "digest", text_of(*(block.text.replace("forty", "some forty") for block in GAZETTE.blocks))
    )
    late = _Late()
    places = Places(now(gazette=changed), late)
    assert places.of(noted("midnight forty boats")) is None
    assert places.waits
    late.come = True
    assert words(places.of(noted("midnight forty boats")), changed.text) == "midnight some forty boats"
    assert Places(now(gazette=changed)).of(noted("midnight forty boats")) is None


def test_a_text_tells_what_is_on_it_in_its_own_order() -> None:
    places = Places(now())
    late, early = noted("forty boats were lost"), noted("The watchman")
    gone = replace(noted("rope store"), source="gone")
    mine = Noted(
        highlights=tuple(
            PlacedHighlight(highlight(name, passage=one), places.of(one))
            for name, one in (("late", late), ("early", early), ("gone", gone))
        ),
        notes=(PlacedNote(note(passages=(late, gone, early)), (places.of(late), None, places.of(early))),),
    )
    assert [one.highlight.id for one in mine.highlights_in("gazette", "digest")] == ["early", "late"]
    assert [one.number for one in mine.notes_in("gazette", "digest")] == [2, 0]
    assert [one.passage for one in mine.notes_in("gazette", "digest")] == [early, late]
    assert mine.highlights_in("gone", "digest") == ()
    assert mine.notes_in("gone", "digest") == ()


def test_a_caret_touches_what_it_stands_in_or_beside_and_a_selection_what_it_covers() -> None:
    passage = noted("forty boats")
    where = place_of(GAZETTE, "forty boats")
    mine = Noted(
        highlights=(PlacedHighlight(highlight(passage=passage), Places(now()).of(passage)),),
        notes=(PlacedNote(note(), (Places(now()).of(passage),)),),
    )

    def touched(start: int, end: int) -> tuple[int, int]:
        asked = Range(start, end)
        found = mine.highlights_at("gazette", "digest", asked), mine.notes_at("gazette", "digest", asked)
        return len(found[0]), len(found[1])

    assert touched(where.start, where.start) == touched(where.end, where.end) == (1, 1)
    assert touched(where.start - 1, where.start - 1) == touched(where.end + 1, where.end + 1) == (0, 0)
    assert touched(where.end - 1, where.end + 5) == (1, 1)
    assert touched(where.end, where.end + 5) == (0, 0)
