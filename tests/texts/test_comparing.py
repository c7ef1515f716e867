from crossread.texts.comparing import compare
from crossread.texts.figures.figure import DATED
from crossread.texts.text import Block, Text

DIARY = (
    "At least forty houses were lost on 12 March 1907. "
    "The bells of the lower mill rang twice before the water came. Orla Venn was shameless, they say."
)
LETTER = (
    "Clerk Orla Venn wrote that “the bells of the lower mill rang twice before the wicked water”. "
    "Forty-three houses were lost."
)


def _texts() -> dict[str, Text]:
    return {
        source: Text((Block("paragraph", words),)) for source, words in (("diary", DIARY), ("letter", LETTER))
    }


def test_everything_that_two_texts_offer_is_found() -> None:
    texts = _texts()
    told = compare(texts)
    assert told.sources == ("diary", "letter")
    assert [(given.source, given.figure.words) for given in told.quantities[0].given] == [
        ("diary", "forty"),
        ("letter", "Forty-three"),
    ]
    assert told.quantities[0].parts
    assert [(run.one, run.other, run.words) for run in told.shared] == [("diary", "letter", 10)]
    assert next(name for name in told.names if name.words == "Orla Venn").sources == ("diary", "letter")
    assert [word.words for word in told.words["diary"] if word.kind == "loaded"] == ["shameless"]


def test_dates_are_those_of_the_figures() -> None:
    told = compare(_texts())
    assert [figure.words for figure in told.dates["diary"]] == ["12 March 1907"]
    assert told.dates["letter"] == ()
    assert all(figure.kind in DATED for figures in told.dates.values() for figure in figures)


def test_of_digests_only_words_that_they_quote_count() -> None:
    told = compare(_texts(), digests={"diary", "letter"})
    assert told.words["diary"] == ()
    assert [word.words for word in told.words["letter"]] == ["wicked"]


def test_who_a_source_is_called_is_known_where_another_credits_it() -> None:
    assert compare(_texts(), called={"diary": ["Orla Venn"]}).shared[0].credited == "other-names-one"


def test_the_same_texts_always_give_the_same() -> None:
    assert compare(_texts()) == compare(_texts())


def test_one_text_and_an_empty_one_give_what_they_have() -> None:
    assert compare({"diary": _texts()["diary"]}).shared == ()
    told = compare({"diary": _texts()["diary"], "nothing": Text(())})
    assert told.quantities == ()
    assert told.figures["nothing"] == ()
