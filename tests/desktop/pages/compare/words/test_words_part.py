"""Words by source, side by side, and what each source calls the same thing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from crossread.desktop.pages.compare.words.words_part import WordsPart
from crossread.packs.sources.compare_parts import Wording
from crossread.questions.claims import CellPassage
from crossread.questions.registry import KINDS as REGISTRY
from tests.desktop.pages.conftest import EVERY, Opened, words_of

Key = Qt.Key


@pytest.fixture
def part(every: Opened) -> WordsPart:
    every.go("read-words", EVERY)
    every.desk.front.show("words")
    area = every.desk.front.area
    assert area is not None
    assert isinstance(area.part, WordsPart)
    area.part.enter()
    return area.part


def column(part: WordsPart, source: str, opened: Opened) -> list[str]:
    at = [one.id for one in opened.desk.opened.pack.sources].index(source)
    cells = (part.table.cell(row, at) for row in range(part.table.rowCount()))
    return [cell.words for cell in cells if cell is not None]


def test_each_source_has_its_column_with_the_authors_words_first(every: Opened, part: WordsPart) -> None:
    for source in every.desk.opened.pack.sources:
        listed = [one.word for one in every.desk.opened.pack.wording.loaded if one.source == source.id]
        assert column(part, source.id, every)[: len(listed)] == listed


def test_the_word_in_hand_is_explained(every: Opened, part: WordsPart) -> None:
    use = next(one for one in every.desk.opened.pack.wording.loaded if one.effect and one.plainer)
    cell = next(key for key, word in part._words.items() if word.use is use)
    part.go_to(f"loaded/{cell}")
    words = words_of(part.card)
    assert use.effect in words
    assert use.plainer in words


def test_enter_leads_to_the_passage_and_on_to_the_text_and_back(every: Opened, part: WordsPart) -> None:
    assert every.focus() is part.table
    every.press(Key.Key_Return)
    first = part.card.lines.passages()[0]
    assert every.focus() is first.passage
    every.press(Key.Key_Escape)
    assert every.focus() is part.table
    about = part.about()
    every.press(Key.Key_Return)
    every.press(Key.Key_Return)
    assert not every.desk.front.on
    every.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert every.desk.front.here() == f"words/{about}"


def test_the_arrows_go_through_the_words_and_the_card_goes_along(every: Opened, part: WordsPart) -> None:
    before = part.about()
    every.press(Key.Key_Down if part.table.rowCount() > 1 else Key.Key_Right)
    assert part.about() != before


def test_names_stand_side_by_side_a_row_each(every: Opened, part: WordsPart) -> None:
    every.click(part.lists.pick("named"))
    pack = every.desk.opened.pack
    for row, naming in enumerate(pack.wording.named):
        what = part.table.cell(row, 0)
        assert what is not None
        assert what.words == naming.what
        for at, source in enumerate(pack.sources, 1):
            cell = part.table.cell(row, at)
            assert cell is not None
            names = [one.name for one in naming.sources.get(source.id, ())]
            assert all(name in cell.words for name in names)
            assert (cell.words == "–") == (not names)
    assert part.card.isVisible()


def test_what_stands_firm_is_that_of_what_is_named(every: Opened, part: WordsPart) -> None:
    pack = every.desk.opened.pack
    assert list(part.firm())[-1:] == ([pack.wording.floor] if pack.wording.floor else [])
    every.click(part.lists.pick("named"))
    naming = pack.wording.named[0]
    if naming.floor:
        assert part.firm()[0] == naming.floor


def test_counts_are_said_to_be_no_score(every: Opened, part: WordsPart) -> None:
    assert "Counts are no score" in words_of(part)


def test_words_that_an_open_question_asks_for_are_not_listed(every: Opened) -> None:
    every.go("read-say", EVERY)
    pack = every.desk.opened.pack
    asking = next(one for one in pack.questions if any(REGISTRY[one.kind].quoted(one)))
    every.go(asking.stage, EVERY)
    held = every.desk.opened.held(every.session.state(EVERY))
    words = (*pack.wording.loaded, *pack.wording.hedging)
    hidden = [
        use.word
        for use in words
        if any(held.holds_passage(passage.of(use.source)) for passage in use.passages)
    ]
    assert hidden
    every.desk.front.show("words")
    part = every.desk.front.area.part if every.desk.front.area else None
    assert isinstance(part, WordsPart)
    told: list[str] = []
    for name in ("loaded", "hedging"):
        every.click(part.lists.pick(name))
        cells = part.table.model()
        shown = [cells.index(row, column) for row in range(cells.rowCount()) for column in range(4)]
        told += [str(index.data(Qt.ItemDataRole.AccessibleTextRole)) for index in shown]
    assert any(told)
    assert not [one for one in told for word in hidden if word in one]


def take_wording(opened: Opened, part: WordsPart, wording: Wording) -> None:
    now = opened.desk.opened
    part.set_opened(replace(now, pack=replace(now.pack, wording=wording)))


def test_a_word_of_an_original_that_is_not_here_is_counted_and_not_shown(
    every: Opened, part: WordsPart
) -> None:
    wording = every.desk.opened.pack.wording
    first = wording.loaded[0]
    away = replace(first, id="away", word="butchered", passages=(CellPassage(quote="stands in no text"),))
    take_wording(every, part, replace(wording, loaded=(*wording.loaded, away)))
    assert first.word in column(part, first.source, every)
    assert "butchered" not in " ".join(column(part, first.source, every))
    assert "1 word stands only in an original that is not here" in words_of(part)
    take_wording(every, part, Wording(loaded=(away, replace(away, id="too"))))
    assert "2 words stand only in originals that are not here. Add the originals" in words_of(part)
    take_wording(every, part, wording)
    assert "not here" not in words_of(part)


def test_a_name_of_an_original_that_is_not_here_is_not_shown(every: Opened, part: WordsPart) -> None:
    wording = every.desk.opened.pack.wording
    naming = wording.named[0]
    source = next(iter(naming.sources))
    away = replace(naming.sources[source][0], name="marauders", passages=(CellPassage(quote="in no text"),))
    take_wording(
        every, part, replace(wording, named=(replace(naming, sources={**naming.sources, source: (away,)}),))
    )
    every.click(part.lists.pick("named"))
    at = 1 + [one.id for one in every.desk.opened.pack.sources].index(source)
    cell = part.table.cell(0, at)
    assert cell is not None
    assert cell.below == "in the original, which is not here"
    assert "marauders" not in words_of(part) + cell.words + cell.name
    part.go_to(f"named/{cell.key}")
    assert "It stands in the original, which is not here." in words_of(part.card)
