"""What each page shows and says: empty, begun, in trouble; and that every control has a name."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from crossread.base.declared import ASK_CERTAINTY, TEXT_SIZE
from crossread.desktop.pages.around.originals_offer import OriginalsOffer
from crossread.desktop.pages.library.library_words import greeting
from crossread.desktop.pages.settings.settings_menu import SettingsMenu
from crossread.desktop.pages.small_link import SmallLink
from crossread.desktop.place import PROGRESS, Place
from crossread.desktop.theme import theme
from crossread.inquiry.commands import Answer, HandIn
from crossread.questions.numerical import NumericalResponse
from crossread.questions.passages import PassageKey, Selection
from tests.desktop.pages.conftest import FIXTURES, PACK, Opened, words_of


@pytest.mark.parametrize(
    ("hour", "words"), [(4, "evening"), (5, "morning"), (11, "morning"), (12, "afternoon"), (18, "evening")]
)
def test_the_library_greets_by_the_hour(hour: int, words: str) -> None:
    assert words in greeting(hour)


def test_on_the_first_day_the_library_says_what_to_do(opened: Opened) -> None:
    words = words_of(opened.window.library)
    assert "Nothing to tell yet" in words
    assert "Begin here · 40 minutes · 8 questions" in words
    (card,) = opened.window.library.cards
    assert card.main is not None
    assert card.main.text() == "Begin"


@pytest.fixture
def to_begin(library: Path) -> str:
    """Put a second pack into the library, last by its title, and made to begin with; return its id."""
    shutil.copytree(library / PACK, library / "zebra")
    head = library / "zebra" / "pack.yaml"
    text = re.sub(r"(?m)^id: .*$", "id: zebra", head.read_text("utf-8"), count=1)
    text = re.sub(r"(?m)^title: .*$", 'title: "Zebras: two accounts"', text, count=1)
    head.write_text(text + "ages: 11\nbegin_here: yes\n", "utf-8")
    return "zebra"


def test_the_pack_to_begin_with_stands_first_for_who_has_begun_none(
    to_begin: str, open_window: Callable[[], Opened]
) -> None:
    opened = open_window()
    opened.wait(lambda: len(opened.window.library.cards) == 2)
    first, second = opened.window.library.cards
    assert first.pack_id == to_begin
    assert "Begin here · 40 minutes · 8 questions · from age 11" in words_of(first)
    assert "Begin here" not in words_of(second)
    assert "from age" not in words_of(second)


def test_what_was_begun_stands_before_the_pack_to_begin_with(
    to_begin: str, open_window: Callable[[], Opened]
) -> None:
    opened = open_window()
    opened.go("read-night")
    opened.saved()
    opened.window.go_home()
    opened.wait(lambda: len(opened.window.library.cards) == 2)
    assert [card.pack_id for card in opened.window.library.cards] == [PACK, to_begin]


def test_a_pack_that_was_only_looked_at_does_not_stand_before_the_one_to_begin_with(
    to_begin: str, open_window: Callable[[], Opened]
) -> None:
    opened = open_window()
    opened.go("")
    opened.saved()
    opened.window.go_home()
    opened.wait(lambda: len(opened.window.library.cards) == 2)
    assert [card.pack_id for card in opened.window.library.cards] == [to_begin, PACK]
    assert "Begin here" in words_of(opened.window.library.cards[0])


def test_a_broken_pack_is_shown_with_the_sentence_and_no_button(
    open_window: Callable[[], Opened], library: Path
) -> None:
    broken = library / "broken"
    shutil.copytree(library / PACK, broken)
    pack = broken / "pack.yaml"
    text = pack.read_text().replace("id: two-accounts", "id: broken").replace("kind: meet", "kind: dance")
    pack.write_text(text)
    opened = open_window()
    opened.wait(lambda: len(opened.window.library.cards) == 2)
    card = next(card for card in opened.window.library.cards if card.pack_id == "broken")
    assert card.main is None
    assert "Cannot be opened" in words_of(card)
    assert str(library) not in words_of(card)


def test_a_pack_that_vanished_leads_to_a_sentence_and_back(opened: Opened, library: Path) -> None:
    shutil.rmtree(library / PACK)
    shutil.rmtree(opened.folders.cache, ignore_errors=True)
    opened.window.go(Place("overview", PACK))
    opened.wait(lambda: not opened.window.is_opening())
    assert opened.window.pages.currentWidget() is opened.window.trouble
    assert opened.window.trouble.message()
    assert str(library) not in opened.window.trouble.message()
    opened.press(Qt.Key.Key_Return)
    assert opened.window.pages.currentWidget() is opened.window.library


def test_the_overview_offers_to_add_originals_until_it_is_put_away(opened: Opened) -> None:
    opened.go("")
    assert opened.overview.offer is not None
    opened.click(opened.overview.offer.later)
    opened.window.go_home()
    opened.go("")
    assert not opened.overview.findChildren(OriginalsOffer)
    links = [button.text() for button in opened.overview.findChildren(QPushButton)]
    assert links.count("Add its own text…") == 2


def test_files_added_are_told_one_by_one_with_how_well_they_match(opened: Opened, tmp_path: Path) -> None:
    opened.go("")
    stranger = tmp_path / "stranger.txt"
    stranger.write_text("Nobody of either account has ever written these words about a ferry. " * 40)
    opened.pages.attach([FIXTURES / "originals" / "warden.txt", stranger])
    opened.wait(lambda: bool(opened.overview.offer and opened.overview.offer.results))
    words = words_of(opened.overview)
    assert "warden.txt is A, The warden: the same text (100 %)." in words
    assert "stranger.txt is none of the sources" in words
    assert opened.pages.opened.has_original("warden")
    assert str(tmp_path) not in words


def test_a_file_dropped_on_the_desk_lets_the_pane_switch_to_the_original(opened: Opened) -> None:
    opened.go("read-night")
    pane = opened.desk.panes.panes[0]
    opened.type("o")
    assert "has not been added yet" in pane.note.notice()
    drop(pane.view.viewport(), FIXTURES / "originals" / "warden.txt")
    opened.wait(lambda: opened.pages.opened.has_original("warden"))
    opened.wait(lambda: "warden.txt is A" in opened.desk.banner.message())
    opened.type("o")
    assert opened.desk.panes.shown() == {"warden": "original", "miller": "digest"}


def drop(target: QWidget, file: Path) -> None:
    """Drop a file on a widget; whoever above it takes drops gets it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, data, left, none)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(50, 50), copy, data, left, none))


def test_evidence_is_placed_in_the_original_by_its_hash_or_said_to_be_not_placed(opened: Opened) -> None:
    opened.go("read-night")
    opened.pages.attach([FIXTURES / "originals" / "warden.txt"])
    opened.wait(lambda: opened.pages.opened.has_original("warden"))
    opened.type("o")
    pane = opened.desk.panes.panes[0]
    question = opened.desk.column.question
    assert question is not None
    opened.desk.panes.show_evidence(question.evidence)
    (mark,) = pane.view.marks()
    assert len(pane.text.words(mark.range).split()) == 10
    opened.desk.panes.show_evidence((PassageKey(source="warden", quote="She counted three planks gone"),))
    assert "not placed" in pane.note.notice()
    pane.note.acted.emit()
    assert opened.desk.panes.shown()["warden"] == "digest"
    assert [mark.role for mark in pane.view.marks()] == ["evidence"]


def test_a_question_on_the_authors_own_words_waits_for_them(opened: Opened) -> None:
    opened.go("read-cause")
    column = opened.desk.column
    opened.click(column.navigator.square(3))
    assert column.body is not None
    assert "the authors’ own words in A and B" in words_of(column.body)
    assert column.body.answer.isHidden()
    assert column.navigator.square(3).standing() == "waiting"
    opened.pages.attach([FIXTURES / "originals" / "warden.txt"])
    opened.wait(lambda: opened.pages.opened.has_original("warden"))
    assert "the author’s own words in B" in words_of(column.body)
    opened.pages.attach([FIXTURES / "originals" / "miller.txt"])
    opened.wait(lambda: opened.pages.opened.has_original("miller"))
    QApplication.processEvents()
    assert column.body.answer.isVisible()
    assert column.navigator.square(3).standing() == "open"


def test_who_asks_for_an_original_that_is_not_there_is_offered_once_to_add_it(opened: Opened) -> None:
    opened.go("read-night")
    pane = opened.desk.panes.in_hand
    opened.type("o")
    assert pane.note.notice() == "The author’s own text has not been added yet."
    offers = [one for one in pane.note.findChildren(SmallLink) if one.isVisible() and "dd" in one.text()]
    assert [one.text() for one in offers] == ["Add the author’s own text…"]


def test_a_question_on_the_original_brings_it_up_and_a_pane_with_the_other_text_says_so(
    opened: Opened,
) -> None:
    opened.go("read-cause")
    opened.pages.attach([FIXTURES / "originals" / name for name in ("warden.txt", "miller.txt")])
    opened.wait(lambda: len(opened.pages.opened.originals) == 2)
    assert opened.desk.panes.shown() == {"warden": "digest", "miller": "digest"}
    opened.click(opened.desk.column.navigator.square(3))
    assert opened.desk.panes.shown() == {"warden": "original", "miller": "original"}
    for pane in opened.desk.panes.panes:
        assert pane.note.notice() == ""
        opened.desk.panes.focus(pane.number)
        opened.desk.panes.toggle_which()
        assert pane.note.notice() == "This question is about the original."
        pane.note.acted.emit()
        assert pane.which == "original"
        assert pane.note.notice() == ""
    opened.desk.panes.toggle_which()
    assert [pane.note.notice() for pane in opened.desk.panes.panes].count("") == 1
    opened.click(opened.desk.column.navigator.square(0))
    assert [pane.note.notice() for pane in opened.desk.panes.panes] == ["", ""]
    assert opened.desk.panes.shown() == {"warden": "digest", "miller": "digest"}


def test_a_passage_of_an_original_that_was_put_away_leads_to_the_offer_to_add_it(opened: Opened) -> None:
    opened.go("read-night")
    marked = Selection(
        source="warden", which="original", text_digest="0" * 64, start=0, end=5, quote="three planks"
    )
    opened.desk.panes.show_selection(marked)
    note = opened.desk.panes.panes[0].note
    assert note.notice() == "The author’s own text has not been added yet."


def test_the_card_opens_in_its_pane_and_leads_back_to_the_text(opened: Opened) -> None:
    opened.go("read-night")
    opened.press(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    pane = opened.desk.panes.panes[0]
    assert "Edda Rowntree" in words_of(pane)
    assert "November 2011" in words_of(pane)
    assert opened.session.state(PACK).cards == {"warden"}
    opened.press(Qt.Key.Key_Return)
    assert not pane.card_open()
    assert pane.view.isVisible()
    opened.press(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    opened.press(Qt.Key.Key_Escape)
    assert not pane.card_open()
    assert pane.view.hasFocus()


def test_hints_come_one_by_one(opened: Opened) -> None:
    opened.go("read-night")
    body = opened.desk.column.body
    assert body is not None
    assert "lantern" not in words_of(body)
    body.next_hint()
    assert "lantern" in words_of(body)


def test_how_sure_is_asked_only_where_the_learner_wants_it(opened: Opened) -> None:
    opened.settings.set(ASK_CERTAINTY, False)
    opened.go("read-night")
    body = opened.desk.column.body
    assert body is not None
    assert "How sure?" not in words_of(body)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_aa_menu_changes_the_text_at_once_and_keeps_the_place(opened: Opened) -> None:
    opened.go("read-night")
    opened.window.open_menu()
    (menu,) = opened.window.findChildren(SettingsMenu)
    assert menu.isVisible()
    opened.settings.set(TEXT_SIZE, 24)
    assert theme.current().text_size == 24
    assert opened.desk.panes.panes[0].view.text_size() == 24
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_aa_menu_grows_with_the_text_while_it_is_open(opened: Opened) -> None:
    opened.go("read-night")
    opened.window.open_menu()
    (menu,) = opened.window.findChildren(SettingsMenu)
    right = menu.x() + menu.width()
    opened.settings.set(TEXT_SIZE, 28)
    opened.wait(lambda: menu.width() >= theme.current().scaled(320))
    layout = menu._inside.layout()
    assert layout is not None
    room = menu.screen().availableGeometry().height()
    opened.wait(lambda: menu.height() >= min(room, layout.totalHeightForWidth(menu.width())))
    assert abs(menu.x() + menu.width() - right) <= 4  # a frame may come in between
    menu.close()


@pytest.mark.parametrize("stage", ["", "before", "meet", "read-night", "read-cause"])
def test_every_control_that_takes_the_focus_has_a_name(opened: Opened, stage: str) -> None:
    opened.go(stage)
    nameless = [
        type(widget).__name__
        for widget in opened.window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_the_library_and_progress_have_names_for_their_controls(opened: Opened) -> None:
    for place in (Place("library"), PROGRESS):
        opened.window.go(place)
        for widget in opened.window.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_an_exam_tells_nothing_of_what_the_answers_earned(
    open_window: Callable[[], Opened], library: Path
) -> None:
    pack = library / PACK / "pack.yaml"
    pack.write_text(pack.read_text().replace("behaviour: deferred", "behaviour: exam"))
    opened = open_window()
    opened.go("read-night")
    column = opened.desk.column
    column.focus()
    opened.type("3")
    column.show_hand_in()
    assert column.sheet is not None
    opened.click(column.sheet.hand_in)
    assert "is held back for now" in words_of(column)
    assert "points" not in words_of(column)
    column.go(0)
    assert column.body is not None
    assert column.body.feedback is None
    assert "dawn" not in words_of(column)


def test_a_link_is_shown_in_full_before_it_opens_and_others_never_do(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[str] = []
    monkeypatch.setattr(
        "crossread.desktop.pages.desk.desk_frame.QDesktopServices.openUrl",
        lambda url: went.append(url.toString()),
    )
    opened.go("read-night")
    pane = opened.desk.panes.panes[0]
    pane.view.link_asked.emit("file:///etc/hostname")
    assert opened.desk.banner.message() == ""
    pane.view.link_asked.emit("https://example.org/page")
    assert "https://example.org/page" in opened.desk.banner.message()
    assert went == []
    opened.click(opened.desk.banner.buttons()[0])
    assert went == ["https://example.org/page"]


def test_an_answer_that_is_taken_back_is_open_again(opened: Opened) -> None:
    opened.go("read-night")
    column = opened.desk.column
    opened.click(column.navigator.square(1))
    opened.press(Qt.Key.Key_1)
    assert column.navigator.square(1).standing() == "answered"
    opened.click(column.navigator.square(0))
    opened.click(column.navigator.square(1))
    assert column.body is not None
    column.body.answer.set_response(type(column.body.answer.response())())
    column.body.answer.changed.emit()
    assert column.navigator.square(1).standing() == "open"
    opened.click(column.navigator.square(0))
    assert "night-van" not in opened.session.state(PACK).of("read-night").latest.answers


def test_an_answer_to_a_question_that_the_pack_has_changed_is_kept_and_said_to_be_older(
    open_window: Callable[[], Opened], library: Path
) -> None:
    first = open_window()
    first.go("read-night")
    first.session.do(first.pages.opened, Answer(question="night-planks", response={"text": "3"}))
    first.desk.column.go(0)
    assert first.desk.column.body is not None
    assert not first.desk.column.body.says_reworded()
    first.close()
    questions = library / PACK / "questions" / "1-night.yaml"
    changed = questions.read_text("utf-8").replace(
        "How many planks did A count", "What number of planks had A"
    )
    questions.write_text(changed, "utf-8")

    again = open_window()
    again.go("read-night")
    again.desk.column.go(0)
    body = again.desk.column.body
    assert body is not None
    assert body.says_reworded()
    assert body.answer.response() == NumericalResponse("3")


@pytest.mark.parametrize("handed_in", [True, False])
def test_an_answer_to_a_question_that_is_of_another_kind_now_is_said_to_be_kept(
    open_window: Callable[[], Opened], library: Path, handed_in: bool
) -> None:
    first = open_window()
    first.go("read-night")
    first.session.do(first.pages.opened, Answer(question="night-planks", response={"text": "3"}))
    if handed_in:
        first.session.do(first.pages.opened, HandIn(stage="read-night"))
    first.close()
    questions = library / PACK / "questions" / "1-night.yaml"
    written = questions.read_text("utf-8").replace("kind: numerical\n", "kind: short-answer\n", 1)
    written = written.replace("  answer: 3\n  unit: planks\n", "  answers: [{text: three}]\n", 1)
    questions.write_text(written, "utf-8")

    again = open_window()
    again.go("read-night")
    column = again.desk.column
    if handed_in:
        column.show_summary()
        assert "Not marked" in words_of(column)
    column.go(0)
    told = words_of(column)
    assert "Your answer is kept in your progress." in told
    assert "You did not answer this." not in told
    assert column.body is not None
    assert column.body.says_reworded()
