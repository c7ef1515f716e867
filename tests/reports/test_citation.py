"""A passage copied with where it is from."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossread.packs.pack import Pack
from crossread.packs.sources.source import Card, OriginalCard, Source, Version
from crossread.reports.citation import cite, quotation
from crossread.texts.text import Block, Range, Text

TEXT = Text(
    (
        Block("heading", "A flood", 1),
        Block("paragraph", "The water rose. They called it “the night”."),
        Block("paragraph", "Nobody\u00a0came."),
    )
)
SOURCE = Source(
    id="herald",
    letter="B",
    card=Card(
        title="Who knew?", short="Herald", author="Ida Moor", outlet="The Herald", published="1931-05~"
    ),
    digest=TEXT,
    original=OriginalCard(title="Who Knew: A Reckoning", words=3, sketch=()),
    versions=(Version(id="first", label="first edition", text=TEXT, published="1930"),),
)
PACK = Pack(
    id="flood", version="1.2.0", title="A flood, told twice", language="en", digest="", central_question="?",
    stages=(), sources=(SOURCE,), questions=(),
)  # fmt: skip


def at(words: str) -> Range:
    start = TEXT.shown.index(words)
    return Range(start, start + len(words))


def test_a_citation_of_a_digest_says_whose_wording_it_is() -> None:
    assert cite(PACK, SOURCE, "digest", TEXT, at("The water rose.")).plain == (
        "“The water rose.” — Ida Moor, “Who knew?”, The Herald, about May 1931 (digest by the "
        "pack’s authors), paragraph 1. In: A flood, told twice, version 1.2.0."
    )


def test_a_citation_of_the_original_gives_its_own_title() -> None:
    told = cite(PACK, SOURCE, "original", TEXT, at("Nobody\u00a0came")).plain
    assert "“Who Knew: A Reckoning”, The Herald, about May 1931 (the author’s own text), paragraph 2." in told


def test_a_citation_of_an_edition_gives_its_label_and_its_own_date() -> None:
    told = cite(PACK, SOURCE, "version/first", TEXT, at("Nobody\u00a0came")).plain
    assert "“Who knew?”, The Herald, 1930 (first edition), paragraph 2." in told


def test_marks_of_quotation_within_become_single_ones_and_lines_are_joined() -> None:
    told = cite(PACK, SOURCE, "digest", TEXT, Range(at("They").start, at("came.").end)).plain
    assert told.startswith("“They called it ‘the night’. Nobody came.” — ")
    assert "paragraphs 1–2." in told


def test_a_heading_has_no_number_and_what_is_not_known_is_left_out() -> None:
    bare = replace(SOURCE, card=Card(title="Who knew?", short="Herald"))
    assert cite(PACK, bare, "digest", TEXT, at("A flood")).plain == (
        "“A flood” — “Who knew?” (digest by the pack’s authors). In: A flood, told twice, version 1.2.0."
    )


def test_words_of_a_note_are_cited_by_its_number_and_by_the_text_they_are_from() -> None:
    text = Text((*TEXT.blocks, Block("item", "From the log.", 1, "1.", note="log")))
    where = Range(text.starts[-1], text.starts[-1] + 13)
    assert "(first edition), note 1." in cite(PACK, SOURCE, "version/first", text, where).plain
    assert "(the author’s own text), note 1." in cite(PACK, SOURCE, "original", text, where).plain


def test_covered_words_can_be_left_out_of_a_citation() -> None:
    assert cite(PACK, SOURCE, "digest", TEXT, at("The water rose."), "The […].").plain.startswith(
        "“The […].”"
    )


def test_nothing_of_a_pack_becomes_markup() -> None:
    source = replace(SOURCE, card=replace(SOURCE.card, author="<b>Ida</b> & Co"))
    html = cite(PACK, source, "digest", TEXT, at("The water"), "a <i>b</i>").html
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&lt;b&gt;Ida&lt;/b&gt; &amp; Co" in html
    assert html.startswith("<blockquote><p>“a &lt;i&gt;b&lt;/i&gt;”</p>")


@given(st.text())
def test_a_quotation_has_one_pair_of_double_marks_and_one_line(words: str) -> None:
    told = quotation(words)
    assert told[0] + told[-1] == "“”"
    assert "“" not in told[1:]
    assert len(told.splitlines()) <= 1
