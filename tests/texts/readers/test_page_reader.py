from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.texts.readers.page_reader import looks_like_page, read_page
from crossread.texts.readers.page_tags import tags_and_words
from tests.growing import growth

FIRST = "The water rose in the night and nobody came to the mill until two."
SECOND = "What the engineer had drawn was never asked for again by the county."


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _shown(body: str) -> list[str]:
    return [block.text for block in read_page(_page(body)).text.blocks]


def test_an_article_is_read_without_the_menus_around_it() -> None:
    assert _shown(
        "<nav><ul><li><a href=/>Home</a></ul></nav><header><h1>The flood</h1></header>"
        f"<div><div><p>{FIRST}</p><p>{SECOND}</p></div>"
        "<div><a href=/1>Read more of what was said about the floods in the county</a></div></div>"
        "<footer>All words on this page may be copied by whoever likes them well.</footer>"
    ) == ["The flood", FIRST, SECOND]


def test_a_page_that_never_closes_its_menu_is_still_read() -> None:
    assert _shown(f"<nav><a href=/>Home</a><p>{FIRST}</p>") == [FIRST]


def test_headings_items_and_quotations_are_told_apart() -> None:
    blocks = read_page(
        _page(
            f"<h2>When</h2><p>{FIRST}</p><ul><li>bread<li>salt</ul><blockquote><p>{SECOND}</p></blockquote>"
        )
    ).text.blocks
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("heading", 2, "When"),
        ("paragraph", 0, FIRST),
        ("item", 1, "bread"),
        ("item", 1, "salt"),
        ("quote", 1, SECOND),
    ]


def test_scripts_styles_and_comments_are_no_words() -> None:
    assert _shown(
        "<script>if (a < b) '<p>no'</script><style>p {}</style><!-- <p>no -->"
        f"<p>{FIRST}<template>no</template></p>"
    ) == [FIRST]


def test_signs_written_as_entities_are_the_signs() -> None:
    assert _shown(
        "<p>Bread &amp; salt &mdash; &#8220;40&nbsp;loaves&#8221; for those who were there</p>"
    ) == ["Bread & salt — “40 loaves” for those who were there"]


def test_a_line_break_parts_words_and_two_part_paragraphs() -> None:
    assert _shown(f"{FIRST}<br>It was cold.<br><br>{SECOND}") == [f"{FIRST} It was cold.", SECOND]


def test_an_attribute_may_hold_angles() -> None:
    assert _shown(f'<p title="a > b">{FIRST}</p>') == [FIRST]


def test_a_page_is_read_in_the_encoding_it_names() -> None:
    page = _page(f"<p>{FIRST} Orla’s café</p>", "<meta charset=windows-1252>").decode().encode("windows-1252")
    read = read_page(page)
    assert read.encoding == "cp1252"
    assert read.text.blocks[0].text.endswith("Orla’s café")


def test_an_encoding_that_is_none_is_not_believed() -> None:
    assert read_page(_page(f"<p>{FIRST}</p>", "<meta charset=nonesuch>")).encoding == "utf-8"


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (b"<html><body><script>words</script></body></html>", "text-empty"),
        (b"<html>" + b" " * 8_000_000, "page-too-long"),
        (b"<html><p>" + b"word " * 4_100, "paragraph-too-long"),
        (b"<html><p>" + b"many words of a text</p><p>" * 50_000, "text-too-long"),
    ],
)
def test_what_cannot_be_read_is_told(page: bytes, code: str) -> None:
    with pytest.raises(Expected) as told:
        read_page(page)
    assert told.value.code == code


@given(st.text(alphabet="<>/!-\"'= apdiv&;x\n", max_size=60))
def test_no_page_brings_the_reader_down(words: str) -> None:
    page = _page(f"<p>{FIRST}</p>{words}")
    assert FIRST in "\n".join(block.text for block in read_page(page).text.blocks)
    list(tags_and_words(words))


@pytest.mark.parametrize("again", ["<!--", '<a "', "<a ='", "<div>", "<p>a</div>", "<script>", "<", "<b"])
def test_work_grows_no_faster_than_a_page_of_broken_tags(again: str) -> None:
    def job(size: int) -> Callable[[], object]:
        page = f"<html><p>{FIRST}</p>{again * size}".encode()
        return lambda: read_page(page)

    assert growth(job, 300) < 2.3


def test_pages_are_known_by_how_they_begin_or_by_their_names() -> None:
    assert looks_like_page(b"  <!doctype HTML><p>", "a.txt")
    assert looks_like_page(b"<p>words", "A.HTM")
    assert not looks_like_page(b"plain words", "a.txt")
