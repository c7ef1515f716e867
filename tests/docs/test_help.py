"""The help: every key that it names is one, every page is linked, and each is read as it is meant."""

import re

import pytest

from crossread.base.folders import help_folder
from crossread.desktop.keys import ACTIONS
from crossread.desktop.pages.help.help_pages import ORDER, Topic, pages_with, topic, topics

_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_KEYS = {key for action in ACTIONS for key in action.keys}
# What stands as code in the help and is no key of ours.
_OTHERS = {
    *("Shift", "Alt", "Ctrl"),
    *(".txt", "docs/pack-format", "packs", "crossread check FOLDER", "--originals FOLDER"),
    *("crossread-data", "teacher.toml"),
    "--learner NAME",
}
_PRINTED = {"Enter": "Return"}  # as it is printed on the key
each = pytest.mark.parametrize("page", topics(), ids=ORDER)


@each
def test_every_key_that_is_named_is_one(page: Topic) -> None:
    for code in _CODE.findall(page.source):
        key = "+".join(_PRINTED.get(part, part) for part in code.split("+")) if code.strip("+") else code
        assert key in _KEYS or code in _OTHERS, code


@each
def test_every_page_has_a_title_sections_and_pages_to_look_at_next(page: Topic) -> None:
    kinds = [(block.kind, block.level) for block in page.text.blocks]
    assert kinds[0] == ("heading", 1)
    assert page.title == page.text.blocks[0].text
    assert page.sections == tuple(
        block.text for block in page.text.blocks if block.level == 2 and block.kind == "heading"
    )
    assert page.sections
    assert page.see_also
    assert set(page.see_also) <= set(ORDER) - {page.id}
    assert "See also" not in page.text.shown


def test_every_page_is_linked_from_another_and_in_the_contents() -> None:
    assert {path.stem for path in help_folder().glob("*.md")} == set(ORDER)
    assert {name for page in topics() for name in page.see_also} == set(ORDER)


@each
def test_a_section_is_found_at_its_heading(page: Topic) -> None:
    for number, section in enumerate(page.sections):
        at = page.position(number)
        assert page.text.shown[at : at + len(section)] == section
    assert page.position(99) == 0


@each
def test_pages_are_short_and_free_of_marks_that_are_not_shown(page: Topic) -> None:
    assert len(page.text.shown.split()) < 500
    for sign in ("](", "**", "<", "TODO"):
        assert sign not in page.text.shown, sign


def test_pages_are_found_by_words_those_first_that_have_them_in_a_heading() -> None:
    assert next(page.id for page in pages_with("footnotes")) == "words"
    assert "data" in {page.id for page in pages_with("PRIVACY")}
    assert pages_with("xyzzy") == []
    assert topic("nowhere").id == ORDER[0]


def test_every_action_that_a_learner_would_look_for_is_in_the_help() -> None:
    named = {code for page in topics() for code in _CODE.findall(page.source)}
    for action in ACTIONS:
        run = action.nth not in ("", "1", "A", "B")
        if not run and action.id not in _LEFT_OUT:
            shown = {key.replace("Return", "Enter") for key in action.keys}
            assert named & shown, action.id


# Not for the help: each says by itself what it does, or stands in the list of keys only.
_LEFT_OUT = {
    *("library", "close", "full-screen", "overview", "onward", "source-next", "source-previous", "stage-1"),
    *("row", "cell", "caret", "source-B", "beside-A", "option-1"),
}
