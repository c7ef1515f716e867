"""When was it true: who had written by a day, what they could know, what was overtaken, what was changed."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.pack import Pack, Stage, TimelineEntry
from crossread.packs.sources.source import Card, Source, Version
from crossread.progress.when_editions import differing, editions
from crossread.progress.when_written import claims_then, moments, sources_then, spread, undated
from crossread.questions.claims import Claim, Overtaken
from crossread.texts.readers.plain_reader import read_plain
from crossread.texts.text import Text


def text(words: str) -> Text:
    return read_plain(words.encode()).text


FIRST = "The ferry left early. He rang the bell before they left. Nobody heard it. Then the wind rose."
LATER = "The ferry left early. He thought that he rang the bell. Nobody heard it. Then the wind rose."


def source(name: str, published: str, *versions: Version) -> Source:
    card = Card(title=name, short=name, published=published)
    return Source(id=name, letter=name[0].upper(), card=card, digest=text(FIRST), versions=versions)


CORRECTED = Version(id="corrected", label="Corrected printing", text=text(LATER), published="1987-10")


@pytest.fixture
def pack() -> Pack:
    return Pack(
        id="ferry",
        version="1.0.0",
        title="The ferry",
        language="en",
        digest="0" * 64,
        central_question="When?",
        stages=(Stage(id="compare", kind="compare", title="Compare"),),
        sources=(
            source("lorne", "1987-09", CORRECTED),
            source("log", "1957-09-14"),
            source("paper", "1957-09-14"),
            source("song", ""),
        ),
        questions=(),
        claims=(
            Claim(id="still", claim="It left", relation="agree", cells={}),
            Claim(
                id="bell",
                claim="The bell rang",
                relation="differ",
                cells={},
                overtaken=Overtaken(when="1987-10", by="He is not sure"),
            ),
        ),
        timeline=(
            TimelineEntry(id="left", date="1957-09-14", what="It leaves"),
            TimelineEntry(id="sunk", date="1960", what="It sinks"),
        ),
    )


def test_each_day_of_writing_stands_once(pack: Pack) -> None:
    assert [(moment.written, len(moment.rows)) for moment in moments(pack)] == [
        ("1957-09-14", 2),
        ("1987-09", 1),
        ("1987-10", 1),
    ]


def test_what_has_no_date_is_told_apart(pack: Pack) -> None:
    assert [one.id for one in undated(pack)] == ["song"]


def test_a_source_is_there_from_its_day_on(pack: Pack) -> None:
    then = {one.source.id: one for one in sources_then(pack, date(1957, 9, 14))}
    assert list(then) == ["log", "paper", "lorne"]
    assert then["lorne"].row is None
    assert then["log"].row is not None


def test_who_wrote_early_could_not_know_what_came_after(pack: Pack) -> None:
    then = {one.source.id: one for one in sources_then(pack, date(1990, 1, 1))}
    assert [entry.id for entry in then["log"].knew] == ["left"]
    assert [entry.id for entry in then["log"].later] == ["sunk"]
    assert [entry.id for entry in then["lorne"].knew] == ["left", "sunk"]
    assert [one.id for one in then["lorne"].before] == ["log", "paper"]
    assert then["log"].before == ()
    assert then["log"].dated == 2
    assert [one.id for one in then["log"].unknown] == ["song"]


def test_the_latest_edition_written_by_then_is_the_one_that_counts(pack: Pack) -> None:
    (_log, _paper, before) = sources_then(pack, date(1987, 9, 30))
    (_log, _paper, after) = sources_then(pack, date(1987, 10, 1))
    assert before.row is not None
    assert before.row.version is None
    assert after.row is not None
    assert after.row.version is CORRECTED


def test_a_claim_is_overtaken_from_its_day_on_for_those_who_wrote_before(pack: Pack) -> None:
    (before,) = claims_then(pack, date(1987, 9, 30))
    (after,) = claims_then(pack, date(1987, 10, 1))
    assert not before.overtaken
    assert after.overtaken
    assert [one.id for one in after.earlier] == ["lorne", "log", "paper"]


PLACES = st.lists(st.floats(0, 1000), max_size=12)


@given(PLACES, st.floats(1, 80), st.floats(100, 1000))
def test_badges_keep_their_order_and_stay_within(wanted: list[float], side: float, width: float) -> None:
    begins = spread([min(one, width) for one in wanted], side, width)
    for begin in begins:
        assert -1e-6 <= begin <= max(0.0, width - side) + 1e-6
    room = min(side, (width - side) / max(1, len(wanted) - 1))
    for one, other in pairwise(sorted(begins)):
        assert other - one >= room - 1e-6


def test_editions_stand_in_the_order_of_time(pack: Pack) -> None:
    (two,) = editions(pack)
    assert (two.one.which, two.other.which) == ("digest", "version/corrected")
    assert two.other.label == "Corrected printing"


def test_a_difference_is_shown_with_its_sentence_and_what_stayed_is_left_out() -> None:
    one, other = text(FIRST), text(LATER)
    (only,) = differing(one, other)
    assert one.words(only.in_one) == "He rang the bell before they left."
    assert other.words(only.in_other) == "He thought that he rang the bell."


def test_the_same_text_twice_differs_nowhere() -> None:
    assert differing(text(FIRST), text(FIRST)) == ()


SENTENCES = st.lists(
    st.lists(
        st.sampled_from(["ferry", "bell", "quay", "rope", "wind", "left", "rang"]), min_size=1, max_size=6
    ).map(lambda words: " ".join(words).capitalize() + "."),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(SENTENCES, SENTENCES)
def test_differences_of_any_two_texts_stand_in_order_and_hold_their_pieces(first: str, second: str) -> None:
    found = differing(text(first), text(second))
    for difference in found:
        for piece in difference.pieces:
            if piece.one:
                assert difference.in_one.start <= piece.one.start
                assert piece.one.end <= difference.in_one.end
            if piece.other:
                assert difference.in_other.start <= piece.other.start
                assert piece.other.end <= difference.in_other.end
    for one, other in pairwise(found):
        assert one.in_one.end <= other.in_one.start
        assert one.in_other.end <= other.in_other.start
