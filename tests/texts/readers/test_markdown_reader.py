"""What an author writes in Markdown, as blocks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.texts.readers.markdown_reader import read_markdown
from crossread.texts.text import Block


def shown(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in read_markdown(source).blocks]


def items(source: str) -> list[tuple[int, str, str]]:
    return [(block.level, block.marker, block.text) for block in read_markdown(source).blocks]


def styles(source: str) -> list[tuple[str, str, str]]:
    (block,) = read_markdown(source).blocks
    return [(block.text[span.start : span.end], span.style, span.target) for span in block.spans]


def only(source: str) -> str:
    (block,) = read_markdown(source).blocks
    return block.text


def test_headings_have_a_level() -> None:
    assert items("# The flood\n\n### After *it*\n\nThe end\n===\n") == [
        (1, "", "The flood"),
        (3, "", "After it"),
        (1, "", "The end"),
    ]


def test_lines_of_a_paragraph_are_joined_and_spaces_run_together() -> None:
    assert only("The  ferrymen\nsaid   so. ") == "The ferrymen said so."


def test_a_no_break_space_stays() -> None:
    assert only("40\u00a0sheep") == "40\u00a0sheep"


def test_two_spaces_at_the_end_break_a_line() -> None:
    assert only("first   \nsecond") == "first\nsecond"


def test_styles_are_spans_over_plain_words() -> None:
    assert styles("the **old *sea* wall** and `x < y`") == [
        ("old sea wall", "strong", ""),
        ("sea", "emphasis", ""),
        ("x < y", "code", ""),
    ]


def test_inline_code_is_unescaped_once() -> None:
    assert only("`&amp;lt; <b> &amp;`") == "&amp;lt; <b> &amp;"


def test_entities_outside_code_are_the_characters_they_name() -> None:
    assert (
        only("Tam &amp; sons &mdash; &#65; &copy; AT&T &unknown; &amp;lt;")
        == "Tam & sons — A © AT&T &unknown; &lt;"
    )


def test_entities_of_characters_that_no_text_may_have_stay_as_written() -> None:
    assert only("a &#2; &#x202e; &#0; &#xD800; b") == "a &#2; &#x202e; \ufffd \ufffd b"


def test_an_entity_does_not_become_markup() -> None:
    assert only("&#42;not so&#42;") == "*not so*"
    assert styles("&#42;not so&#42;") == []


def test_only_https_and_mailto_are_links() -> None:
    assert styles(
        '[one](https://example.org/a?b=1&amp;c "t") [two](mailto:a@example.org) <https://example.org>'
    ) == [
        ("one", "link", "https://example.org/a?b=1&c"),
        ("two", "link", "mailto:a@example.org"),
        ("https://example.org", "link", "https://example.org"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//host/share",
        "../other.md",
        "#part",
        "https://",
        "https:///path",
        "https://exa mple.org",
        "https://a\\b",
        "mailto:",
        "irc://example.org",
        "https://example.org/" + "中" * 1990,
    ],
)
def test_any_other_link_is_plain_words(address: str) -> None:
    text = read_markdown(f"see [this](<{address}>) there")
    assert all(span.style != "link" for block in text.blocks for span in block.spans)
    assert "this" in text.shown


def test_a_link_by_reference_is_a_link_and_an_unknown_one_is_what_was_written() -> None:
    assert styles("[log][1]\n\n[1]: https://example.org/log") == [("log", "link", "https://example.org/log")]
    assert only("[log][2]") == "[log][2]"


def test_a_picture_within_other_words_is_its_description_in_brackets() -> None:
    assert only("See ![the *old* mill](file:///etc/passwd) here") == "See [the *old* mill] here"
    assert styles("See ![the mill](images/mill.png)") == [("[the mill]", "picture", "images/mill.png")]


def test_a_picture_in_a_paragraph_of_its_own_is_a_block_with_its_caption() -> None:
    text = read_markdown("Before.\n\n![The quay, from above](images/quay.png)\n\nAfter.")
    assert [(block.kind, block.text, block.file) for block in text.blocks] == [
        ("paragraph", "Before.", ""),
        ("picture", "The quay, from above", "quay.png"),
        ("paragraph", "After.", ""),
    ]
    assert text.shown == "Before.\nThe quay, from above\nAfter."


@pytest.mark.parametrize(
    "source",
    [
        "- ![the mill](images/mill.png)",
        "> ![the mill](images/mill.png)",
        "## ![the mill](images/mill.png)",
        "![the mill](images/mill.png) and ![the mill](images/mill.png)",
        "[![the mill](images/mill.png)](https://example.org)",
        "![the mill](https://example.org/mill.png)",
        "![the mill](../images/mill.png)",
    ],
)
def test_any_other_picture_is_words_and_is_known_to_be_one(source: str) -> None:
    (block,) = read_markdown(source).blocks
    assert "[the mill]" in block.text
    assert block.kind != "picture"
    assert "picture" in {span.style for span in block.spans}


@pytest.mark.parametrize(
    "source",
    [
        "a <br> b",
        "a <img src=x onerror=alert(1)> b",
        "<script>alert(1)</script>",
        "<!-- not shown? --> shown",
        "<?php x ?>",
        "<![CDATA[x]]>",
        "<div>\nin a block\n</div>",
        "<a@example.org>",
        "1 < 2 > 0",
    ],
)
def test_html_is_shown_as_written_and_loses_nothing(source: str) -> None:
    assert only(source) == source.replace("\n", " ")


def test_lists_have_depth_and_markers() -> None:
    source = "- one\n- two\n    - inner\n    - last\n\nA line.\n\n3. three\n4. four\n    1. below\n"
    assert items(source) == [
        (1, "•", "one"),
        (1, "•", "two"),
        (2, "•", "inner"),
        (2, "•", "last"),
        (0, "", "A line."),
        (1, "3.", "three"),
        (1, "4.", "four"),
        (2, "1.", "below"),
    ]


def test_an_item_goes_on_without_a_marker() -> None:
    assert items("- first\n\n    more of it\n\n- second") == [
        (1, "•", "first"),
        (1, "", "more of it"),
        (1, "•", "second"),
    ]


def test_quotations_have_depth() -> None:
    assert read_markdown("> one\n>\n> > two").blocks == (Block("quote", "one", 1), Block("quote", "two", 2))


def test_a_fence_holds_its_lines_as_they_are() -> None:
    assert shown("before\n```python\nx = [*a*] &amp; <b>\n\n\n\n    y\n```\nafter") == [
        ("paragraph", "before"),
        ("preformatted", "x = [*a*] &amp; <b>\n\n\n\n    y"),
        ("paragraph", "after"),
    ]


def test_a_fence_may_stand_in_an_item_or_a_quotation() -> None:
    assert shown("- item\n\n    ~~~\n    code\n      in\n    ~~~\n\n    more") == [
        ("item", "item"),
        ("preformatted", "code\n  in"),
        ("item", "more"),
    ]
    assert shown("> said\n> ```\n> code >\n>\n> more\n> ```\n> end") == [
        ("quote", "said"),
        ("preformatted", "code >\n\nmore"),
        ("quote", "end"),
    ]


def test_a_fence_that_is_not_closed_goes_on_to_the_end() -> None:
    assert shown("````\na\n```\nb") == [("preformatted", "a\n```\nb")]


def test_indented_code_is_preformatted() -> None:
    assert shown("Say:\n\n    a &lt; <b>\n      c") == [
        ("paragraph", "Say:"),
        ("preformatted", "a &lt; <b>\n  c"),
    ]


def test_terms_have_definitions_also_without_blank_lines() -> None:
    assert shown("dyke\n:   a wall\nsluice\n:   a gate\n:   a *door*\n\nThe end.") == [
        ("term", "dyke"),
        ("definition", "a wall"),
        ("term", "sluice"),
        ("definition", "a gate"),
        ("definition", "a door"),
        ("paragraph", "The end."),
    ]


def test_rows_of_a_table_are_items() -> None:
    text = read_markdown("Who | Lost\n--|--\nTam | **40** sheep\n | \n")
    assert [(block.kind, block.text) for block in text.blocks] == [
        ("item", "Who · Lost"),
        ("item", "Tam · 40 sheep"),
    ]
    assert [text.blocks[0].text[span.start : span.end] for span in text.blocks[0].spans] == ["Who", "Lost"]


def test_footnotes_are_items_at_the_end_and_leave_a_note_mark() -> None:
    source = (
        "It broke.[^log] They fled.[^log][^x]\n\n[^log]: The *log*.\n[^2]: Not used.\n\n    Goes on.\n\nLast."
    )
    assert items(source) == [
        (0, "", "It broke.[1] They fled.[1][^x]"),
        (0, "", "Last."),
        (1, "1.", "The log."),
        (1, "2.", "Not used."),
        (1, "", "Goes on."),
    ]


def test_a_mark_leads_to_its_note_and_a_note_back_to_its_marks() -> None:
    text = read_markdown(
        "It *broke.[^log]* They fled.[^log][^2]\n\n[^log]: The log.\n\n    - Page 3.\n\n[^2]: Another."
    )
    assert [text.words(mark) for mark in text.note_marks["1"]] == ["[1]", "[1]"]
    assert text.words(text.notes["1"]) == "The log.\nPage 3."
    assert text.words(text.notes["2"]) == "Another."
    for name, marks in text.note_marks.items():
        assert {text.note_at(mark.start) for mark in marks} == {name}
        assert text.note_around(text.notes[name].start) == name
    assert text.note_at(0) == text.note_around(0) == ""


def test_a_rule_is_no_block() -> None:
    assert shown("a\n\n---\n\n- - -\n\nb") == [("paragraph", "a"), ("paragraph", "b")]


def test_nothing_is_an_empty_text() -> None:
    assert read_markdown("").blocks == read_markdown("\ufeff\r\n\n  \n").blocks == ()


def test_line_ends_of_any_system_are_the_same() -> None:
    assert read_markdown("# a\r\n\r\nb\r\nc") == read_markdown("# a\n\nb\nc") == read_markdown("# a\r\rb\rc")


def refused(source: str) -> tuple[str, object]:
    with pytest.raises(Expected) as raised:
        read_markdown(source, first_line=10)
    assert raised.value.message  # every field of the template is there
    return raised.value.code, raised.value.fields.get("line")


@pytest.mark.parametrize(
    "character", ["\x00", "\x02", "\x03", "\x1b", "\x7f", "\x85", "\u202e", "\ud800", "\ufeff", "\u2028"]
)
def test_characters_that_no_text_needs_are_refused_with_their_line(character: str) -> None:
    assert refused(f"fine\n\nnot {character} fine") == ("character-refused", 12)


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("a " * 500_001, "text-too-long", None),
        ("short\n\n" + "word " * 4_001, "paragraph-too-long", 12),
        ("short\n\n" + "line\n" * 401, "paragraph-too-long", 12),
        ("short\n" + "x" * 2_001, "run-too-long", 11),
        ("short\n\n" + "[" * 201, "too-many-brackets", 12),
        ("\n\n".join(["[" * 190 + " a" * 5_000] * 2), "too-many-brackets", 10),
        ("short\n" + "> " * 9 + "a", "too-deep", 11),
        ("short\n" + "    " * 8 + "- a", "too-deep", 11),
        ("- " * 9 + "a", "too-deep", 10),
        ("short\n\n" + "*a " * 1_001, "too-much-markup", 12),
        ("\n\n".join(["*a " * 900] * 23), "too-much-markup", 54),
        ("a\n\n" * 10_001, "too-many-lines", 20_010),
        ("\n" * 100_001, "too-many-lines", 100_010),
    ],
)
def test_what_passes_a_cap_is_refused_with_its_line(source: str, code: str, line: int | None) -> None:
    assert refused(source) == (code, line)


@pytest.mark.parametrize(
    "source",
    [
        "word " * 3_999,
        "x" * 2_000,
        "中文没有空格" * 1_000,
        "> " * 8 + "a",
        "    " * 7 + "- a",
        "- " * 40,
        "```\n" + "    " * 20 + "deep code [" + "[" * 500 + "\n```",
    ],
)
def test_what_is_just_within_the_caps_is_read(source: str) -> None:
    assert "\x02" not in read_markdown(source).shown


markup = st.lists(
    st.sampled_from(
        [
            "*",
            "**",
            "_",
            "`",
            "```",
            "\n",
            "\n\n",
            "    ",
            "- ",
            "1. ",
            "> ",
            "# ",
            "[",
            "]",
            "(",
            ")",
            "[^1]",
            "[^1]: ",
            "![",
            "<",
            ">",
            "&amp;",
            "&#42;",
            "\\",
            "|",
            "-|-",
            ": ",
            ":   ",
            "  \n",
            "a",
            "word ",
            "https://a.b",
            "~~~",
            '"',
            "'",
            "é",
            "\u00a0",
        ]
    ),
    max_size=60,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(markup)
def test_any_markup_becomes_blocks_that_hold_together(source: str) -> None:
    try:
        text = read_markdown(source)
    except Expected:
        return
    for block in text.blocks:
        assert block.text.strip()
        assert "\x02" not in block.text
        assert "\x03" not in block.text
        assert block.kind == "preformatted" or block.text == block.text.strip(" \n")
        for span in block.spans:
            assert 0 <= span.start < span.end <= len(block.text)
            assert span.style == "picture" or bool(span.target) == (span.style in ("link", "note"))
        assert (block.kind == "picture") == bool(block.file)
    assert text.note_marks.keys() == text.notes.keys()
    for name, where in text.notes.items():
        assert text.words(where).strip()
        for mark in text.note_marks[name]:
            assert text.words(mark) == f"[{name}]"


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["alpha", "<br>", "<b>", "&", "5", "<!--", "é", "beta,", "</p>"]),
        min_size=1,
        max_size=20,
    )
)
def test_words_and_html_within_a_line_are_all_there(words: list[str]) -> None:
    assert only("x " + " ".join(words)) == "x " + " ".join(words)
