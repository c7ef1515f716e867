"""Plain text files as blocks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.texts.readers.plain_reader import read_plain

LONG = (
    "The ferrymen said that the sluice had been left open on the second night of the flood, which the county"
    " later disputed, although the log says nothing of it and only one witness was heard."
)
WRAPPED = (
    "The ferrymen said that the sluice had been left wide open\n"
    "on the second night of the flood, which the county later\n"
    "disputed, although the harbour log says nothing of it and\n"
    "one witness was heard by the council.\n"
    "\n\n"
    "The bridge held until the morning of the third day, as far as\n"
    "the surviving pages of the harbour clerk's own log can show us.\n"
)


def blocks(data: bytes | str, encoding: str | None = None) -> list[str]:
    data = data.encode() if isinstance(data, str) else data
    return [block.text for block in read_plain(data, encoding).text.blocks]


def refused(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(Expected) as raised:
        read_plain(data, encoding)
    assert raised.value.message
    return raised.value.code


def test_a_line_is_a_block() -> None:
    assert blocks(f"The flood\n{LONG}\n\n  by Tam \n") == ["The flood", LONG, "by Tam"]


def test_lines_broken_by_hand_are_joined_up_to_a_blank_one() -> None:
    first, second = WRAPPED.split("\n\n\n")
    assert blocks(WRAPPED) == [" ".join(first.split("\n")), " ".join(second.strip().split("\n"))]


@pytest.mark.parametrize("broken", ["\r\n", "\r", "\u2028", "\x85", "\x0b"])
def test_lines_end_as_they_do_on_any_system(broken: str) -> None:
    assert blocks(f"one{broken}two") == ["one", "two"]


def test_a_page_break_parts_paragraphs() -> None:
    line = "The ferrymen said that the sluice had been left open on it"
    assert blocks(f"{line}\n{line}\x0c{line}\n{line}") == [f"{line} {line}", f"{line} {line}"]


def test_tabs_are_spaces_and_inner_byte_order_marks_are_dropped() -> None:
    assert blocks("\tWho\twhen\ufeff\n") == ["Who when"]


@pytest.mark.parametrize(
    ("as_written", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
def test_unicode_is_told_by_its_mark_or_its_form(as_written: str, told: str) -> None:
    read = read_plain("Orla’s log — été".encode(as_written))
    assert (read.text.shown, read.encoding) == ("Orla’s log — été", told)


def test_big_endian_is_told_by_its_mark() -> None:
    assert blocks(b"\xfe\xff" + "été".encode("utf-16-be")) == ["été"]


def test_another_encoding_is_guessed_and_said() -> None:
    russian = "Паромщики сказали совету, что шлюз остался открытым на вторую ночь наводнения. " * 5
    read = read_plain(russian.encode("cp1251"))
    assert read.encoding == "cp1251"
    assert read.text.shown == russian.strip()


def test_the_reader_may_choose_the_encoding() -> None:
    data = "Wie spät? Übermorgen, hieß es am Deich.".encode("latin-1")
    read = read_plain(data, "latin-1")
    assert read.text.shown == "Wie spät? Übermorgen, hieß es am Deich."
    assert read.encoding == "iso8859-1"


@pytest.mark.parametrize("wrong", ["ascii", "no-such-encoding", "hex", "utf-16", "idna"])
def test_a_chosen_encoding_that_does_not_fit_is_refused(wrong: str) -> None:
    assert refused("spät im Jahre".encode("latin-1"), wrong) == "encoding-wrong"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04\x14\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"{\\rtf1 words}",
        b"words\x00words",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        b"w\x00o\x00r\x00d\x00s\x00",
        ("word \x01\x02" * 50).encode(),
    ],
)
def test_what_is_no_plain_text_is_refused(data: bytes) -> None:
    assert refused(data) == "not-plain-text"


@pytest.mark.parametrize(
    "page", [b"<!DOCTYPE html>\n<html>", b"\xef\xbb\xbf\n <HTML lang=en>", b"<?xml version='1'?><html>"]
)
def test_a_web_page_is_refused_with_what_to_do(page: bytes) -> None:
    assert refused(page) == "web-page"


def test_a_stray_control_is_dropped() -> None:
    assert blocks(LONG * 5 + "\x1b") == [LONG * 5]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\n ", "— … !".encode()])
def test_a_file_without_words_is_refused(data: bytes) -> None:
    assert refused(data) == "text-empty"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"a " * 500_001, "text-too-long"),
        (b"word " * 4_001, "paragraph-too-long"),
        (b"x" * 2_001, "run-too-long"),
    ],
)
def test_what_passes_a_cap_is_refused(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_many_short_lines_are_no_long_paragraph() -> None:
    assert len(blocks("A short line.\n" * 5_000)) == 5_000


def test_the_line_of_a_long_paragraph_is_said() -> None:
    with pytest.raises(Expected) as raised:
        read_plain(b"one\ntwo\n" + b"word " * 4_001)
    assert raised.value.fields["line"] == 3


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    try:
        read = read_plain(data)
    except Expected:
        return
    assert read.text.blocks
    assert read.text.digest
    assert all(block.text.strip() and "\n" not in block.text for block in read.text.blocks)


@settings(deadline=None)
@given(st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1), min_size=1, max_size=20))
def test_no_word_is_lost(words: list[str]) -> None:
    shown = "a " + " ".join(words)
    assert "".join(blocks(shown)).replace(" ", "") == shown.replace(" ", "")
