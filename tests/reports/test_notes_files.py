"""Notes as Markdown and HTML: everything there, once, as it was typed, whatever was typed."""

import re
from html.parser import HTMLParser

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.inquiry.commands import Command, PutHighlight, PutNote
from crossread.inquiry.typed_words import readable
from crossread.reports.notes_html import notes_html
from crossread.reports.notes_markdown import notes_markdown
from tests.inquiry.noting_samples import highlight, note, noted, now
from tests.progress.test_notes_board import ALONE, BOTH, EARLY, LATE, WITH_CLAIM, board
from tests.questions.making import PILOT

HOSTILE = [
    "<script>alert(1)</script>",
    "# no heading",
    "* no list",
    "1. no list",
    "> no quote",
    "[no](javascript:alert(1)) ![no](x.png)",
    "&amp; &copy; &#60;b&#62;",
    "`code` **bold** __bold__ ~~gone~~ $x$ | a | b |",
    "====\n----",
    "    indented",
    "a \\* b \\",
    "[^1]: footnote",
    "<https://example.org> http://example.org",
    "line one\nline two\n\nnext paragraph",
]
typed = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.sampled_from("ab1. )#*_`[]<>&!\\|~$+-=:(\n\t "), min_size=1, max_size=30),
    st.text(min_size=1, max_size=30),
).filter(lambda text: bool(readable(text).strip()))


class Page(HTMLParser):
    """The words that a page shows, and the elements that it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self._hidden = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes |= {name for name, _ in attributes}
        self._hidden = tag in {"style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self._hidden = self._hidden and tag not in {"style", "title"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.words.append(data)

    @property
    def said(self) -> str:
        return squeezed(" ".join(self.words))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def both(*commands: Command) -> tuple[Page, Page]:
    """Return what a reader sees of the page, and of the Markdown once it is made into one."""
    rows = board(*commands, pack=WITH_CLAIM)
    return Page(notes_html(WITH_CLAIM, rows)), Page(markdown.markdown(notes_markdown(WITH_CLAIM, rows)))


def test_both_say_everything_once() -> None:
    for page in both(BOTH, EARLY, LATE, ALONE):
        for words in (
            "Notes on “Alder Bay",
            "Who counted?",
            "Read all of it again",
            "windless night",
            "Doubt",
        ):
            assert page.said.count(squeezed(words)) == 1
        assert squeezed("A, “The fire” (digest by the pack’s authors), paragraph 2") in page.said
        assert squeezed("Tags: boats, later") in page.said
        assert squeezed("A: “The fire”") in page.said  # the sources, at the end


def test_what_is_not_placed_says_so() -> None:
    rows = board(BOTH, texts=now(gazette=None))
    for made in (notes_html(WITH_CLAIM, rows), notes_markdown(WITH_CLAIM, rows)):
        assert made.count("not placed") == 1
        assert "forty boats" in made


@given(typed, typed)
@settings(deadline=None)
def test_whatever_was_typed_shows_as_it_was_typed(text: str, tag: str) -> None:
    tag = tag[:60]
    commands = [PutNote(note=note(text=text, passages=(noted(),), tags=(tag,) if tag.strip() else ()))]
    plain, _ = both(PutNote(note=note(text="plain", passages=(noted(),), tags=("plain",))))
    for page in both(*commands):
        assert squeezed(readable(text)) in page.said
    html, _ = both(*commands)
    assert set(html.elements) <= set(plain.elements)
    assert html.attributes <= plain.attributes


@given(st.lists(typed, min_size=1, max_size=3))
@settings(deadline=None)
def test_in_markdown_nothing_typed_becomes_a_heading_a_link_or_a_picture(texts: list[str]) -> None:
    _, page = both(
        *(PutNote(note=note(str(at), text=text, passages=(noted(),))) for at, text in enumerate(texts))
    )
    assert set(page.elements) <= {"h1", "h2", "p", "blockquote", "em", "br", "hr", "ul", "li"}
    assert page.elements.count("h2") == 2
    assert page.elements.count("hr") == len(texts) - 1


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    html = notes_html(WITH_CLAIM, board(BOTH, EARLY, PutHighlight(highlight=highlight("x"))))
    assert "default-src 'none'" in html
    assert not re.search(r"(?i)src=|href=|url\(|@import|<script", html)


def test_a_passage_says_its_language() -> None:
    french = noted("twenty-six", "pilot", PILOT)
    html = notes_html(WITH_CLAIM, board(PutHighlight(highlight=highlight(passage=french))))
    assert f'<p lang="{WITH_CLAIM.language}" dir="auto">twenty-six</p>' in html
