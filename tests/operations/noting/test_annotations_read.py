"""The border for sets of notes: what is taken, what is refused, and that nothing else ever happens."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.inquiry.putting import LONGEST_NOTE, LONGEST_PASSAGE, LONGEST_TAG, MOST_PASSAGES, MOST_TAGS
from crossread.operations.noting.annotations_read import MOST_ANNOTATIONS, AnnotationSet, read_annotations
from crossread.operations.noting.json_border import DEEPEST, LARGEST, read_json, read_small_file
from crossread.operations.noting.layer_contents import lay
from crossread.questions.passages import ShownText
from crossread.texts.text import Block, Text
from tests.growing import growth
from tests.inquiry.making import PACK
from tests.inquiry.noting_samples import now
from tests.progress.test_notes_board import WITH_CLAIM

SET = "c" * 64


def annotation(exact: str = "forty boats were lost", **changes: Any) -> dict[str, Any]:
    return {
        "type": "Annotation",
        "motivation": "commenting",
        "body": {"type": "TextualBody", "value": "Who counted?"},
        "target": {
            "source": "https://example.org/",
            "selector": {"type": "TextQuoteSelector", "exact": exact},
        },
        **changes,
    }


def read(content: object) -> AnnotationSet:
    return read_annotations(json.dumps(content).encode())


def refusal(data: bytes) -> str:
    with pytest.raises(Expected) as raised:
        read_annotations(data)
    assert raised.value.code == "set-refused"
    assert "{" not in raised.value.message
    return raised.value.message


def nested(levels: int) -> bytes:
    return b"[" * levels + b"]" * levels


BAD: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "not JSON": lambda: b"notes: [1, 2]",
    "cut short": lambda: json.dumps([annotation()]).encode()[:-7],
    "something after it": lambda: b"[] []",
    "a byte that is no UTF-8": lambda: b'["\xff"]',
    "UTF-16": lambda: json.dumps([annotation()]).encode("utf-16"),
    "zeros": lambda: bytes(100),
    "too large": lambda: b" " * LARGEST + b"[]",
    "nested too deep": lambda: nested(DEEPEST + 1),
    "nested so deep that a reader would fall over": lambda: nested(200_000),
    "open brackets without end": lambda: b"[" * 500_000,
    "objects without end": lambda: b'{"a":' * 100_000,
    "a key twice": lambda: b'{"type": "Annotation", "type": "Annotation", "target": "x"}',
    "a key twice further in": lambda: b'[{"target": {"source": "a", "source": "b"}}]',
    "NaN": lambda: b"[NaN]",
    "Infinity": lambda: b'{"items": [], "total": -Infinity}',
    "a number too large": lambda: b"[1e999]",
    "a number of many digits": lambda: b"[" + b"9" * 5000 + b"]",
    "a number": lambda: b"3",
    "a text": lambda: b'"notes"',
    "nothing": lambda: b"null",
    "another object": lambda: b'{"title": "My pack", "questions": []}',
    "a page that lies elsewhere": lambda: (
        b'{"type": "AnnotationCollection", "first": "https://example.org/1"}'
    ),
    "too many": lambda: json.dumps([3] * (MOST_ANNOTATIONS + 1)).encode(),
}


@pytest.mark.parametrize("case", BAD)
def test_what_is_no_set_is_refused_in_one_way_with_a_sentence(case: str) -> None:
    assert refusal(BAD[case]())


def test_the_deepest_and_the_largest_that_may_be_are_read() -> None:
    assert read_json(nested(DEEPEST)) is not None
    assert read_json(b'"' + b"[" * 1000 + b'\\"]"') == "[" * 1000 + '"]'  # brackets in words nest nothing
    assert read_json(b'["\\\\", "[[\\"[["]') == ["\\", '[["[[']
    assert read_json(b" " * (LARGEST - 2) + b"[]") == []
    assert read_annotations(b"\xef\xbb\xbf[]").annotations == ()


@pytest.mark.parametrize(
    "wrap",
    [
        lambda one: one,
        lambda one: [one],
        lambda one: {"type": "AnnotationPage", "items": [one]},
        lambda one: {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [one]}},
        lambda one: {"@graph": [one]},
        lambda one: {"total": 1, "rows": [one]},
        lambda one: {**one, "type": ["Annotation", "x:Note"]},
    ],
)
def test_annotations_are_found_however_they_are_wrapped(wrap: Callable[[Any], Any]) -> None:
    (found,) = read(wrap(annotation())).annotations
    assert (found.text, found.targets[0].quote.quote) == ("Who counted?", "forty boats were lost")


@pytest.mark.parametrize(
    ("changes", "text", "tags", "is_highlight"),
    [
        ({}, "Who counted?", (), False),
        ({"body": None, "bodyValue": "Who?"}, "Who?", (), False),
        ({"body": "https://example.org/body"}, "", (), True),
        ({"body": []}, "", (), True),
        ({"body": {"chars": "In the old way"}}, "In the old way", (), False),
        (
            {
                "body": [
                    {"value": "One"},
                    {"value": "Two", "purpose": "commenting"},
                    {"value": "T", "purpose": "tagging"},
                ]
            },
            "One\n\nTwo",
            ("T",),
            False,
        ),
        ({"body": {"value": "T"}, "motivation": "tagging"}, "", ("T",), False),
        ({"body": None, "motivation": "highlighting"}, "", (), True),
        ({"body": {"value": "Words"}, "motivation": "highlighting"}, "Words", (), False),
        (
            {"body": None, "text": "By another program", "tags": ["a", "A", " "]},
            "By another program",
            ("a",),
            False,
        ),
        ({"body": {"value": "a\u0000b\ud83dc\r\nd"}}, "ab\ufffdc\nd", (), False),
    ],
)
def test_words_and_tags_are_found_wherever_they_stand(
    changes: dict[str, Any], text: str, tags: tuple[str, ...], is_highlight: bool
) -> None:
    (found,) = read([annotation(**changes)]).annotations
    assert (found.text, found.tags, found.is_highlight) == (text, tags, is_highlight)


@pytest.mark.parametrize(
    "selector",
    [
        {"type": "TextQuoteSelector", "exact": "forty boats"},
        {"type": "oa:TextQuoteSelector", "exact": "forty boats"},
        [
            {"type": "TextPositionSelector", "start": 3, "end": 5},
            {"type": "TextQuoteSelector", "exact": "forty boats"},
        ],
        {
            "type": "FragmentSelector",
            "value": "p1",
            "refinedBy": {"type": "TextQuoteSelector", "exact": "forty boats"},
        },
        {"type": "Choice", "items": [{"@type": "TextQuoteSelector", "exact": "forty boats"}]},
    ],
)
def test_the_quote_is_found_among_selectors_and_within_them(selector: object) -> None:
    (found,) = read([annotation(target={"source": "x", "selector": selector})]).annotations
    assert found.targets[0].quote.quote == "forty boats"


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (3, "no-annotation"),
        ({}, "no-annotation"),
        (annotation(target=None), "no-annotation"),
        (annotation(body=3), "no-annotation"),
        (annotation(target="https://example.org"), "no-words"),
        (annotation(target={"source": "x"}), "no-words"),
        (annotation(" \n"), "no-words"),
        (annotation(exact=3), "no-words"),  # type: ignore[arg-type]
        (annotation("x" * (LONGEST_PASSAGE + 1)), "too-long"),
        (annotation(body={"value": "x" * (LONGEST_NOTE + 1)}), "too-long"),
        (annotation(tags=[str(at) for at in range(MOST_TAGS + 1)]), "too-long"),
        (annotation(tags=["x" * (LONGEST_TAG + 1)]), "too-long"),
        (annotation(target=[annotation()["target"]] * (MOST_PASSAGES + 1)), "too-long"),
    ],
)
def test_an_annotation_that_cannot_be_used_is_left_out_and_counted(item: object, reason: str) -> None:
    found = read([item, annotation()])
    assert found.left_out == {reason: 1}
    assert len(found.annotations) == 1


def test_names_are_one_line_and_no_longer_than_they_may_be() -> None:
    found = read({"items": [], "label": ["", " My\nset " + "x" * 500], "creator": [{"name": "Ms\tVale"}]})
    assert found.title.startswith("My set xx")
    assert len(found.title) == 200
    assert found.author == "Ms Vale"
    assert read({"items": [], "label": {"en": "x"}, "creator": 3}).title == ""
    turned = read({"items": [], "label": "My \u202etes", "creator": "\u2067Ms Vale"})
    assert (turned.title, turned.author) == ("My tes", "Ms Vale")  # or the sentence around would turn too


def test_the_same_source_name_in_another_pack_is_another_source() -> None:
    target = {
        **annotation("nowhere to be found")["target"],
        "crossread:source": "gazette",
        "crossread:which": "digest",
    }
    own = {"items": [annotation(target=target)], "crossread:pack": PACK.id}
    (kept,) = lay(read(own), SET, PACK, now()).notes
    assert kept.places == (None,)  # of this pack: not placed, and said to be so
    other = lay(read({**own, "crossread:pack": "other"}), SET, PACK, now())
    assert other.count == 0
    assert "no text here has" in other.told[0]


def test_a_claim_of_another_pack_is_none_of_this_one_s_though_it_has_its_name() -> None:
    item = {**annotation(), "crossread:claim": "boats"}
    (own,) = lay(read({"items": [item], "crossread:pack": PACK.id}), SET, WITH_CLAIM, now()).notes
    (other,) = lay(read({"items": [item], "crossread:pack": "other"}), SET, WITH_CLAIM, now()).notes
    assert (own.note.claim, other.note.claim) == ("boats", "")


def test_words_that_one_source_has_once_and_another_often_are_of_neither() -> None:
    often = ShownText("digest", Text((Block("paragraph", "The boats were lost, and lost again."),)))
    once = ShownText("digest", Text((Block("paragraph", "All was lost."),)))
    assert lay(read([annotation("lost")]), SET, PACK, {"gazette": (often,), "pilot": (once,)}).count == 0
    (alone,) = lay(read([annotation("lost")]), SET, PACK, {"gazette": (), "pilot": (once,)}).notes
    assert alone.note.passages[0].source == "pilot"


def test_words_that_stand_often_in_one_text_are_looked_for_no_longer_than_they_are_many() -> None:
    def laid(words: int) -> Callable[[], object]:
        text = Text((Block("paragraph", "e " * words),))
        given = read([annotation("e", target={"selector": {"type": "TextQuoteSelector", "exact": "e"}})])
        return partial(lay, given, SET, PACK, {"gazette": (ShownText("digest", text),)})

    laid(10)()  # what is imported and worked out only once
    assert growth(laid, 2_000) < 1.2


def test_words_that_two_sources_have_are_of_neither() -> None:
    both = lay(read([annotation("forty boats")]), SET, PACK, now())
    assert both.count == 0  # the gazette has them, and the pilot too
    one = lay(read([annotation("forty boats were lost")]), SET, PACK, now())
    assert [note.note.passages[0].source for note in one.notes] == ["gazette"]


def test_a_highlight_without_a_meaning_is_evidence_and_that_is_told() -> None:
    plain = annotation(body=None, motivation="highlighting")
    meant = annotation(body={"value": "Doubt", "purpose": "tagging"}, motivation="highlighting")
    found = lay(read([plain, meant]), SET, PACK, now())
    assert [one.highlight.meaning for one in found.highlights] == ["evidence", "doubt"]
    assert found.told == ("1 highlight came without a meaning and is shown as “Evidence”.",)


NAMES = (
    *("type", "items", "first", "target", "selector", "exact", "source", "body", "value", "tags", "label"),
    *("motivation", "purpose", "refinedBy", "start", "id", "creator", "crossread:source", "crossread:words"),
    *("crossread:meaning", "crossread:claim", "crossread:hash", "crossread:count", "crossread:nth"),
)
WORDS = ("Annotation", "TextQuoteSelector", "forty boats", "gazette", "highlighting")
values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**20) | st.text(max_size=8) | st.sampled_from(WORDS),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
        | st.builds(
            lambda name, value: [annotation(**{name: value})],
            st.sampled_from(["target", "body", "motivation"]),
            inner,
        )
    ),
    max_leaves=30,
)


def taken(data: bytes) -> AnnotationSet | None:
    """Read a file; None where it is refused, in the one way that there is."""
    try:
        return read_annotations(data)
    except Expected as refused:
        if refused.code != "set-refused":
            raise
        return None


@given(values)
@settings(deadline=None)
def test_whatever_json_it_is_it_is_read_or_refused(content: object) -> None:
    found = taken(json.dumps(content).encode())
    if found is None:
        return
    laid = lay(found, SET, PACK, now())
    assert all(one.highlight.layer == SET for one in laid.highlights)
    assert all(one.note.layer == SET for one in laid.notes)


@given(st.binary(max_size=60))
@settings(deadline=None)
def test_whatever_bytes_they_are_they_are_read_or_refused(data: bytes) -> None:
    found = taken(data)
    assert found is None or not found.annotations


def test_a_file_that_cannot_be_read_is_refused_by_its_name(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (LARGEST + 1))
    for file, words in ((tmp_path / "gone.json", "not there"), (tmp_path, "no file"), (large, "over 8 MB")):
        with pytest.raises(Expected, match=words) as raised:
            read_small_file(file)
        assert raised.value.code == "set-refused"
        assert str(tmp_path.parent) not in raised.value.message
