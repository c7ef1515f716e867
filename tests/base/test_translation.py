"""Languages: catalogues that are found, and the two made-up ones that leave nothing out."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base import translation
from crossread.base.trial_languages import Mirrored, Stretched

SENTENCES = st.lists(st.sampled_from(["{count}", " ", "answers", "of", "{name}", "…", "\n", "✓"])).map(
    "".join
)
MADE_UP = pytest.mark.parametrize("language", [Stretched(), Mirrored()], ids=["stretched", "mirrored"])


def _holes(sentence: str) -> list[str]:
    return [name for _text, name, _form, _kind in string.Formatter().parse(sentence) if name]


@MADE_UP
@given(sentence=SENTENCES)
def test_what_is_put_into_a_sentence_and_the_room_around_it_stay(
    language: Stretched | Mirrored, sentence: str
) -> None:
    told = language.gettext(sentence)
    assert _holes(told) == _holes(sentence)
    bare = len(sentence) - len(sentence.lstrip())
    assert told[:bare] == sentence[:bare]
    assert told.endswith(sentence[len(sentence.rstrip()) :])
    assert sentence.strip() in told


@pytest.mark.parametrize(
    "sentence", ["Hand in", "Nothing has been answered yet. Open a pack from the library."]
)
def test_stretched_sentences_are_half_as_long_again_between_brackets(sentence: str) -> None:
    told = Stretched().gettext(sentence)
    assert told[0] + told[-1] == "[]"
    assert len(sentence) * 1.3 <= len(told) <= len(sentence) * 1.6


@MADE_UP
@pytest.mark.parametrize("sign", ["", "−", "{number}", " · ", "5:3"])
def test_what_is_no_words_stays_as_it_is(language: Stretched | Mirrored, sign: str) -> None:
    assert language.gettext(sign) == sign


def test_mirrored_sentences_are_read_from_the_right() -> None:
    assert Mirrored().gettext(" beside ") == " \u200f‹beside›\u200f "


@MADE_UP
def test_one_and_many_are_told_apart(language: Stretched | Mirrored) -> None:
    assert "{count} word" in language.ngettext("{count} word", "{count} words", 1)
    assert "{count} words" in language.ngettext("{count} word", "{count} words", 2)


def test_languages_are_chosen_by_their_code(tmp_path: Path) -> None:
    assert isinstance(translation.choose(tmp_path, "x-stretched"), Stretched)
    assert isinstance(translation.choose(tmp_path, "x-mirrored"), Mirrored)
    assert translation.choose(tmp_path, "xx").gettext("Notes") == "Notes"


@pytest.mark.parametrize(
    ("language", "right"),
    [
        ("fa", True),
        ("ar_EG", True),
        ("he-IL", True),
        ("x-mirrored", True),
        ("", False),
        ("en", False),
        ("az", False),
        ("x-stretched", False),
    ],
)
def test_a_language_knows_from_which_side_it_is_read(language: str, right: bool) -> None:
    assert translation.is_from_the_right(language) == right


def test_a_catalogue_is_found_and_named_in_its_own_language(tmp_path: Path) -> None:
    _compile(
        tmp_path / "az" / "LC_MESSAGES" / "crossread.mo",
        {"": "Content-Type: text/plain; charset=UTF-8\nX-Language-Name: Azərbaycanca\n", "Notes": "Qeydlər"},
    )
    assert translation.available(tmp_path) == [("en", "English"), ("az", "Azərbaycanca")]
    assert translation.choose(tmp_path, "az").gettext("Notes") == "Qeydlər"


def _compile(path: Path, messages: dict[str, str]) -> None:
    """Write a catalogue as msgfmt does."""
    keys = sorted(messages)
    texts = [text.encode() for key in keys for text in (key, messages[key])]
    table, at = b"", 28 + 16 * len(keys)
    originals: list[tuple[int, int]] = []
    translated: list[tuple[int, int]] = []
    for number, text in enumerate(texts):
        (translated if number % 2 else originals).append((len(text), at + len(table)))
        table += text + b"\0"
    head = [0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, 0]
    numbers = [*head, *(n for pair in (*originals, *translated) for n in pair)]
    path.parent.mkdir(parents=True)
    path.write_bytes(b"".join(n.to_bytes(4, "little") for n in numbers) + table)
