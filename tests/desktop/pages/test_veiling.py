"""What is veiled: words of graphic passages, wherever words of a text are shown."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from crossread.base.declared import VEIL
from crossread.base.settings import Settings
from crossread.desktop.answers.passages.passage_list import ListedPassage, PassageList
from crossread.desktop.answers.passages.quoting import Quoting
from crossread.desktop.pages.desk.veiling import Veiling
from crossread.desktop.widgets.layers.covers import covered_sign
from crossread.operations.opening.opened import OpenPack
from crossread.packs.pack import Pack
from crossread.packs.sources.source import Card, Source
from crossread.questions.passages import PassageKey, Selection, ShownText
from crossread.texts.text import Block, Range, Text

GRAPHIC = "What the field was like is told by one who walked there."
DIGEST = Text((Block("paragraph", f"They came at noon. {GRAPHIC} They left by the road."),))
KEY = PassageKey(source="a", quote=GRAPHIC)
SHOWN = ShownText("digest", DIGEST)
OPENED = OpenPack(
    Pack(
        id="p",
        version="1",
        title="P",
        language="en",
        digest="",
        central_question="?",
        stages=(),
        sources=(Source(id="a", letter="A", card=Card(title="A", short="A"), digest=DIGEST),),
        questions=(),
        graphic=(KEY,),
    )
)


def at(words: str) -> Range:
    start = DIGEST.shown.index(words)
    return Range(start, start + len(words))


def marked(where: Range, digest: str = DIGEST.digest) -> Selection:
    return Selection(
        source="a",
        which="digest",
        text_digest=digest,
        start=where.start,
        end=where.end,
        quote=DIGEST.words(where),
    )


@pytest.fixture
def veiling(tmp_path: Path) -> Veiling:
    return Veiling(Settings(tmp_path / "settings.toml"))


def test_a_graphic_passage_is_covered_until_it_is_asked_for_and_again_after(
    qtbot: QtBot, veiling: Veiling
) -> None:
    assert veiling.covered(OPENED, "a", SHOWN) == (at(GRAPHIC),)
    with qtbot.waitSignal(veiling.changed):
        veiling.turn(OPENED, "a", SHOWN, at("told by one"))
    assert veiling.covered(OPENED, "a", SHOWN) == ()
    assert veiling.uncovered(OPENED, "a", SHOWN) == (at(GRAPHIC),)
    veiling.turn(OPENED, "a", SHOWN, Range(at(GRAPHIC).start, at(GRAPHIC).start))
    assert veiling.covered(OPENED, "a", SHOWN) == (at(GRAPHIC),)


def test_where_nothing_is_graphic_nothing_is_turned(qtbot: QtBot, veiling: Veiling) -> None:
    with qtbot.assertNotEmitted(veiling.changed):
        veiling.turn(OPENED, "a", SHOWN, at("They left"))


def test_who_does_not_want_veils_has_none(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.toml")
    settings.set(VEIL, False)
    veiling = Veiling(settings)
    assert veiling.covered(OPENED, "a", SHOWN) == ()
    assert veiling.quote(OPENED, KEY, GRAPHIC) == GRAPHIC


def test_words_outside_of_the_text_leave_out_what_is_covered(veiling: Veiling) -> None:
    where = Range(0, at("They left").end)
    assert veiling.words(OPENED, "a", SHOWN, where) == f"They came at noon. {covered_sign()} They left"


def test_a_passage_that_was_marked_is_told_without_the_part_that_is_covered(veiling: Veiling) -> None:
    chosen = marked(Range(at("at noon").start, at("What the field").end))
    assert veiling.quote(OPENED, chosen, chosen.quote) == f"at noon. {covered_sign()}"
    veiling.turn(OPENED, "a", SHOWN, at(GRAPHIC))
    assert veiling.quote(OPENED, chosen, chosen.quote) == chosen.quote


def test_a_quote_of_the_pack_and_of_a_text_that_has_changed_is_covered_whole(veiling: Veiling) -> None:
    assert veiling.quote(OPENED, KEY, "the field was like") == covered_sign()
    assert veiling.quote(OPENED, KEY, "They left by the road.") == "They left by the road."
    old = marked(at("the field was like"), digest="of another text")
    assert veiling.quote(OPENED, old, old.quote) == covered_sign()


@given(st.integers(0, len(DIGEST.shown)), st.integers(0, len(DIGEST.shown)))
def test_no_passage_told_holds_a_covered_word(one: int, other: int) -> None:
    veiling = Veiling(Settings(Path("nowhere") / "settings.toml"))
    where = Range(min(one, other), max(one, other))
    chosen = marked(where)
    told = veiling.quote(OPENED, chosen, chosen.quote) if chosen.quote else ""
    seen = told.replace(covered_sign(), "")
    graphic = at(GRAPHIC)
    allowed = (
        DIGEST.words(Range(where.start, min(where.end, graphic.start))) if where.start < graphic.start else ""
    )
    after = DIGEST.words(Range(max(where.start, graphic.end), where.end)) if where.end > graphic.end else ""
    assert seen == allowed + after


def test_rows_of_passages_ask_how_to_tell_them_and_are_told_anew(qtbot: QtBot, veiling: Veiling) -> None:
    def tell(what: Selection | PassageKey, quote: str) -> str:
        return veiling.quote(OPENED, what, quote)

    around = Quoting(tell)
    qtbot.addWidget(around)
    passages = PassageList({"a": ("A", 0)}, around)
    chosen = marked(at(GRAPHIC))
    passages.fill([ListedPassage(chosen, chosen.quote)])
    assert passages.rows()[0].passage.accessibleName() == f"A: “{covered_sign()}”"
    veiling.turn(OPENED, "a", SHOWN, at(GRAPHIC))
    passages.tell_again()
    assert "told by one" in passages.rows()[0].passage.accessibleName()
