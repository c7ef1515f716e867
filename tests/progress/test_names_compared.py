"""Names of several texts side by side: with their forms, what differs first, nothing that is held back."""

from hypothesis import given
from hypothesis import strategies as st

from crossread.inquiry.held_back import HeldBack
from crossread.progress.names_compared import MOST, ComparedName, compared_names
from crossread.questions.passages import DIGEST, ShownText
from crossread.texts.names.name_joining import join_names
from crossread.texts.names.names import find_names, possible_names
from crossread.texts.readers.plain_reader import read_plain

WORDS = {
    "log": "In Little Marl the Ferry Committee met. Hanna Birk said so. The Ferry Committee left Upper Marl.",
    "paper": "In Little Marl the Ferry Committee met, H. Birk wrote. Dr Birk lives in Little Marl.",
    "diary": "She had come from Little Marl. Nobody else had.",
}


def compared(words: dict[str, str], held: str = "") -> tuple[ComparedName, ...]:
    """Compare the names of texts; what `held` says is held back."""
    texts = {source: read_plain(one.encode()).text for source, one in words.items()}
    names = join_names(
        {source: find_names(text) for source, text in texts.items()},
        {source: possible_names(text) for source, text in texts.items()},
    )

    places = {
        (source, DIGEST): [found.where for found in find_names(text) if found.words == held]
        for source, text in texts.items()
    }
    shown = {source: ShownText(DIGEST, text) for source, text in texts.items()}
    return compared_names(names, shown, HeldBack(places))


def told(names: tuple[ComparedName, ...]) -> dict[str, dict[str, list[str]]]:
    return {
        one.name.words: {source: [form.word.word for form in forms] for source, forms in one.forms.items()}
        for one in names
    }


def test_each_source_has_its_forms_of_a_name_and_what_differs_comes_first() -> None:
    names = compared(WORDS)
    assert names[0].differs
    assert not names[-1].differs
    forms = told(names)
    assert forms["Little Marl"] == {
        "log": ["Little Marl"],
        "paper": ["Little Marl"],
        "diary": ["Little Marl"],
    }
    birk = next(one for name, one in forms.items() if "Birk" in name)
    assert birk["log"] == ["Hanna Birk"]
    assert "H. Birk" in birk["paper"]


def test_a_name_of_one_text_alone_is_not_compared() -> None:
    assert "Upper Marl" not in told(compared(WORDS))


def test_every_place_of_a_form_is_there_and_gives_its_words() -> None:
    (committee,) = [one for one in compared(WORDS) if one.name.words == "Ferry Committee"]
    assert [len(committee.forms[source][0].word.places) for source in ("log", "paper")] == [2, 1]
    for forms in committee.forms.values():
        for form in forms:
            for place in form.word.places:
                assert place.shown.text.words(place.where) == form.word.word


def test_what_a_question_asks_for_is_not_told() -> None:
    assert "Little Marl" not in told(compared(WORDS, held="Little Marl"))


def test_the_same_texts_give_the_same_ids() -> None:
    ids = [one.id for one in compared(WORDS)]
    assert ids == [one.id for one in compared(WORDS)]
    assert len(set(ids)) == len(ids)


@given(st.lists(st.text(alphabet="abcdefgh", min_size=4, max_size=9), min_size=1, max_size=90, unique=True))
def test_no_page_is_flooded_with_names(stems: list[str]) -> None:
    words = " ".join(f"He lives in {stem.title()}ville." for stem in stems)
    names = compared({"log": words, "paper": words})
    assert len(names) <= MOST
    assert len({one.id for one in names}) == len(names)
