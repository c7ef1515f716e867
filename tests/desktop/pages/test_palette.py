"""The palette: one field finds all there is, does what can be done, and says where the rest can."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from crossread.base.declared import PARAGRAPH_NUMBERS, TEXT_FACE, THEME
from crossread.desktop.pages.finding.palette import Palette
from crossread.desktop.pages.help.help_page import HelpPage
from crossread.desktop.pages.progress.history_page import HistoryPage
from crossread.desktop.pages.settings.settings_page import SettingsPage
from crossread.desktop.theme import theme
from crossread.desktop.widgets.lists.pair_list import PairDelegate
from tests.desktop.pages.conftest import PACK, Opened

Key = Qt.Key
Ask = Callable[[str], Palette]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def ask(opened: Opened) -> Ask:
    """Open the palette by its key and type into it."""

    def it(typed: str) -> Palette:
        opened.wait(opened.window.isActiveWindow)  # the palette of before is gone by then
        opened.press(Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        (palette,) = [one for one in opened.window.findChildren(Palette) if one.isVisible()]
        opened.wait(palette.isActiveWindow)
        QTest.keyClicks(palette.field, typed)
        return palette

    return it


def _lines(palette: Palette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def _beside(palette: Palette, words: str) -> str:
    item = next(
        palette.list.item(row) for row in range(palette.list.count()) if words in _lines(palette)[row]
    )
    return str(item.data(PairDelegate.beside))


def _enter(palette: Palette) -> None:
    QTest.keyClick(palette.field, Key.Key_Return)


def test_an_action_is_found_with_its_key_and_done(ask: Ask, opened: Opened) -> None:
    palette = ask("how it is go")
    assert _lines(palette)[0] == "How it is going"
    assert _beside(palette, "How it is going") == "Ctrl+Shift+P"
    _enter(palette)
    assert opened.window.pages.currentWidget() is not opened.window.library


@pytest.mark.parametrize("words", ["progr", "progress"])
def test_who_looks_for_their_progress_is_led_to_the_page_and_not_to_the_help(words: str, ask: Ask) -> None:
    assert _lines(ask(words))[0] == "How it is going"


@pytest.mark.parametrize("words", ["How it is going", "All answers", "Review", "Backups"])
def test_a_page_comes_before_the_help_on_it(words: str, ask: Ask) -> None:
    palette = ask(words.lower())
    first = palette.list.item(0)
    assert first.text().startswith(words)
    assert first.data(PairDelegate.below) == ""


def test_all_answers_are_gone_to_by_name(ask: Ask, opened: Opened) -> None:
    _enter(ask("all answers"))
    opened.wait(lambda: isinstance(opened.window.pages.currentWidget(), HistoryPage))


def test_an_action_of_another_page_says_where_it_is_and_does_nothing(ask: Ask, opened: Opened) -> None:
    palette = ask("hand in")
    assert _lines(palette)[0] == "Hand in the stage"
    assert _beside(palette, "Hand in the stage") == "on the desk"
    _enter(palette)
    assert palette.isVisible()
    QTest.keyClick(palette.field, Key.Key_Escape)
    assert opened.window.pages.currentWidget() is opened.window.library


def test_on_the_desk_sources_go_into_the_pane_and_the_focus_is_where_it_was(ask: Ask, opened: Opened) -> None:
    opened.go("read-night")
    opened.desk.panes.focus(0)
    before = opened.desk.panes.panes[0].source_id
    other = next(source for source in opened.pages.opened.pack.sources if source.id != before)
    palette = ask(other.card.title)
    assert other.card.title in _lines(palette)[0]
    _enter(palette)
    pane = opened.desk.panes.panes[0]  # of two panes, the one that showed it before has changed places
    assert pane.source_id == other.id
    focus = opened.window.focusWidget()
    assert focus is not None
    assert pane.isAncestorOf(focus)


def test_questions_are_found_by_number_and_by_words_of_the_prompt(ask: Ask, opened: Opened) -> None:
    opened.go("read-night")
    questions = opened.desk.column.answering.questions
    palette = ask("question 2")
    assert _lines(palette)[0] == f"Question 2: {questions[1].prompt}"
    _enter(palette)
    opened.wait(lambda: opened.desk.column.question is questions[1])
    words = " ".join(questions[2].prompt.split()[:4])
    palette = ask(words)
    assert questions[2].prompt in _lines(palette)[0]
    _enter(palette)
    opened.wait(lambda: opened.desk.column.question is questions[2])


def test_stages_and_packs_are_gone_to(ask: Ask, opened: Opened) -> None:
    opened.go("read-night")
    stage = opened.pages.opened.pack.stages[0]
    _enter(ask(f"1. {stage.title}"))
    assert opened.pages.stage is stage
    opened.window.go_home()
    title = opened.session.shelf()[0].title
    palette = ask(title)
    assert title in _lines(palette)
    while palette.list.currentItem().text() != title:
        QTest.keyClick(palette.field, Key.Key_Down)
    _enter(palette)
    opened.wait(lambda: opened.window.pages.currentWidget() is not opened.window.library)
    assert opened.pages.opened.pack.id == PACK


def test_the_stages_of_a_pack_that_was_begun_are_found_from_everywhere(ask: Ask, opened: Opened) -> None:
    opened.go("read-night")
    stage = opened.pages.opened.pack.stage("before").title
    opened.window.go_home()
    opened.wait(opened.window.library.isVisible)
    opened.window.pages.put_pack_away()
    palette = ask(stage)
    assert _lines(palette)[0] == f"1. {stage}"
    assert _beside(palette, f"1. {stage}")  # which pack it is of
    _enter(palette)
    opened.wait(lambda: opened.window.pages.pack is not None)
    opened.wait(lambda: opened.session.state(PACK).stage == "before")


def test_nothing_of_an_answer_key_can_be_found(ask: Ask, opened: Opened) -> None:
    opened.go("read-night")
    pack = opened.pages.opened.pack
    palette = ask("question")
    shown = " ".join(_lines(palette)).casefold()
    for question in pack.by_id.values():
        assert question.explanation.casefold() not in shown
    prompts = {question.prompt for question in pack.by_id.values()}
    told = [
        line.split(": ", 1)[1] for line in _lines(palette) if line.startswith("Question ") and ": " in line
    ]
    assert set(told) <= prompts
    assert told


def test_a_theme_a_switch_and_a_preset_are_set_at_once(ask: Ask, opened: Opened) -> None:
    _enter(ask("theme night"))
    assert opened.settings[THEME] == theme.current().name == "night"
    _enter(ask("paragraph numbers: off"))
    assert opened.settings[PARAGRAPH_NUMBERS] is False
    _enter(ask("dyslexia"))
    assert opened.settings[TEXT_FACE] == "dyslexic"


def test_a_setting_opens_its_row_with_the_focus_in_it(ask: Ask, opened: Opened) -> None:
    palette = ask("setting: longest line")
    assert _beside(palette, "Longest line") == "70"
    _enter(palette)
    page = opened.window.pages.currentWidget()
    assert isinstance(page, SettingsPage)
    focus = opened.window.focusWidget()
    assert focus is not None
    assert page.rows["measure"].isAncestorOf(focus)


def test_help_is_found_by_page_and_section(ask: Ask, opened: Opened) -> None:
    _enter(ask("reading ruler help"))
    page = opened.window.pages.currentWidget()
    assert isinstance(page, HelpPage)
    assert page.topic.id == "look"


def test_what_was_chosen_lately_stands_first_next_time_and_after_a_restart(ask: Ask, opened: Opened) -> None:
    _enter(ask("progr"))
    _enter(ask("theme sepia"))
    palette = ask("")
    assert _lines(palette)[0] == "Theme: Sepia"
    assert opened.settings.place("palette")["recent"][0] == "value/theme/sepia"


def test_arrow_keys_go_round_and_what_is_nowhere_says_so(ask: Ask, opened: Opened) -> None:
    palette = ask("theme")
    count = palette.list.count()
    QTest.keyClick(palette.field, Key.Key_Up)
    assert palette.list.currentRow() == count - 1
    QTest.keyClick(palette.field, Key.Key_Down)
    assert palette.list.currentRow() == 0
    QTest.keyClicks(palette.field, "xyzzyxyzzy")
    assert palette.list.count() == 0
    assert palette._none.isVisible()
    _enter(palette)
    assert palette.isVisible()


def test_the_actions_of_the_page_come_first_where_nothing_is_typed(ask: Ask, opened: Opened) -> None:
    opened.go("read-night")
    lines = _lines(ask(""))
    assert lines.index("Next question") < lines.index("Go to the library")
    runs = [at for at, line in enumerate(lines) if line.startswith("Pick an answer by its number")]
    assert len(runs) == 9
    assert min(runs) > lines.index("Go to the library")


def test_every_line_says_to_a_screen_reader_what_it_is(ask: Ask, opened: Opened) -> None:
    opened.go("read-night")
    palette = ask("e")
    for row in range(palette.list.count()):
        item = palette.list.item(row)
        told = item.data(Qt.ItemDataRole.AccessibleTextRole)
        for part in (item.text(), item.data(PairDelegate.below), item.data(PairDelegate.beside)):
            assert part in told


@pytest.mark.parametrize("typed", ["graphic", "veil"])
def test_uncovering_one_passage_is_offered_before_uncovering_all(
    ask: Ask, opened: Opened, typed: str
) -> None:
    opened.go("read-night")
    lines = _lines(ask(typed))
    assert lines[0] == "Uncover or cover the passage at the caret"
    assert "Veil graphic passages: Off" in lines


@pytest.mark.parametrize("typed", ["print", "aloud", "planks"])
def test_what_there_is_not_is_not_answered_by_words_met_by_chance(
    ask: Ask, opened: Opened, typed: str
) -> None:
    opened.go("read-night")
    palette = ask(typed)
    assert palette.list.isHidden()
    assert "Nothing of that name" in palette._none.text()
