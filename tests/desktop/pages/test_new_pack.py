"""A new pack from articles, in the window: by keyboard and by dropping files, up to its comparison."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QTableView, QWidget

from crossread.desktop.pages.library.library import LibraryPage
from crossread.desktop.pages.library.library_shown import LibraryShown
from crossread.desktop.pages.library.new_pack import NewPackPage
from crossread.desktop.pages.library.own_pack import OwnPack
from crossread.desktop.pages.library.pack_card import PackCard
from crossread.desktop.place import Place
from crossread.operations.learners.teacher_word import TeacherWord
from crossread.operations.opening import new_pack_keeping
from crossread.packs.making import from_articles_card
from crossread.packs.making.from_articles_card import ArticleCard
from crossread.texts.text import Text
from tests.desktop.pages.conftest import PACK, EveningClock, Opened, words_of
from tests.entries_at_hand import entries_at_hand

GOAT = "A goat in Little Marl\nBy Hanna Birk\n15 June 2019\n\n{} at least 40 people saw one goat there.\n"
CART = "The cart\n\nIn Little Marl 35 people saw a goat, the baker of Little Marl said.\n"
WORD = "a quiet harbour"
Key, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Write two articles and a file that is none."""
    files = [tmp_path / name for name in ("goat.txt", "cart.html", "empty.txt")]
    files[0].write_text(GOAT.format("It was told that" + " in Little Marl" * 9))
    files[1].write_text(
        f"<html><title>The cart</title><body><p>{CART.replace(chr(10), '</p><p>')}</body></html>"
    )
    files[2].write_text("")
    return files


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Take what would be shown as a mistake of the program."""
    errors: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: errors.append(error))
    return errors


def drop(widget: QWidget, files: list[Path]) -> None:
    """Drag files over a widget and let them go there."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    around = (Qt.DropAction.CopyAction, dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), *around)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), *around, QEvent.Type.Drop))


def page_of(opened: Opened) -> NewPackPage:
    page = opened.window.pages.currentWidget()
    assert isinstance(page, NewPackPage)
    return page


def wait_until_made(opened: Opened) -> None:
    """Wait until the pack of the articles is open and what the focus came to is laid out."""
    opened.wait(lambda: opened.window.pages.pack_in_view() is not None and not opened.window.is_opening())

    def is_laid_out() -> bool:
        focus = opened.window.focusWidget()
        return focus is not None and focus.isVisible()

    opened.wait(is_laid_out)


def read(opened: Opened) -> NewPackPage:
    page = page_of(opened)
    opened.wait(lambda: not page.progress.isVisible() and bool(page.field.text()))
    return page


def test_articles_dropped_on_the_library_become_a_pack_at_its_comparison(
    opened: Opened, articles: list[Path], heard: list[str]
) -> None:
    drop(opened.window.library, articles[:2])
    page = read(opened)
    assert [row.row.name for row in page.rows] == ["goat.txt", "cart.html"]
    assert "UTF-8" in words_of(page)
    assert page.rows[0].fields["title"].text() == "A goat in Little Marl"
    assert page.rows[0].fields["author"].text() == "Hanna Birk"
    assert page.rows[0].fields["published"].text() == "2019-06-15"
    assert page.field.text() == "Little Marl: two accounts"
    assert "2 articles read." in heard
    opened.click(page.make)
    wait_until_made(opened)
    assert opened.desk.front.on
    pack = opened.pages.opened.pack
    assert pack.title == "Little Marl: two accounts"
    assert all(source.own for source in pack.sources)
    opened.wait(lambda: pack.id in [shelved.id for shelved in opened.session.shelf()])


def test_to_add_articles_is_the_one_next_step_until_some_are_there(
    opened: Opened, articles: list[Path]
) -> None:
    opened.window.go(Place("new-pack"))
    page = page_of(opened)
    assert page.add.property("look") == "primary"
    assert not page.make.isVisible()
    page.take(articles[:2])
    opened.wait(page.make.isEnabled)
    assert page.add.property("look") == "plain"
    assert page.make.property("look") == "primary"


def test_a_pane_never_calls_an_article_a_digest(opened: Opened, articles: list[Path]) -> None:
    drop(opened.window.library, articles[:2])
    page = read(opened)
    opened.click(page.make)
    wait_until_made(opened)
    opened.window.go(Place("stage", opened.pages.opened.pack.id, "read"))
    shown = words_of(opened.window)
    assert "The article as you added it" in shown
    assert "Digest" not in shown
    assert not opened.desk.panes.panes[0].header.switch.isVisible()
    opened.desk.panes.toggle_which()
    assert "there is no other text of it" in words_of(opened.window)


def test_all_of_it_works_by_keyboard(
    opened: Opened, articles: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = [str(file) for file in articles[:2]]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: (chosen, ""))
    opened.press(Key.Key_N, CTRL)
    page = page_of(opened)
    assert opened.focus() is page.add
    opened.press(Key.Key_Return)
    read(opened)
    page.rows[0].fields["title"].setFocus()
    opened.press(Key.Key_A, CTRL)
    opened.type("One goat")
    opened.press(Key.Key_Down, ALT)
    assert [row.row.name for row in page.rows] == ["cart.html", "goat.txt"]
    assert opened.focus() is page.rows[1].fields["title"]
    page.field.setFocus()
    opened.press(Key.Key_A, CTRL)
    opened.type("Goats & carts")
    opened.press(Key.Key_Return)
    wait_until_made(opened)
    pack = opened.pages.opened.pack
    assert (pack.title, [source.card.title for source in pack.sources]) == (
        "Goats & carts",
        ["The cart", "One goat"],
    )


def test_words_that_articles_share_and_their_telling_words_are_found_in_them(
    opened: Opened, tmp_path: Path
) -> None:
    shared = "the brutal mob drove a goat up the old bakery wall before dawn"
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for number, file in enumerate(files):
        file.write_text(f"Account {number}\n\nIn Little Marl {shared}, and {number + 3} people fled.\n")
    made(opened, files)
    (pack_id,) = [one.id for one in opened.session.shelf() if one.taken_in]
    opened.window.go(Place("stage", pack_id, "compare"))
    area = opened.desk.front.area
    assert area is not None
    area.show_part("origins")
    opened.wait(lambda: bool(area.part and "shared words, found by the program" in words_of(area.part)))
    area.show_part("words")
    table = area.part.findChild(QTableView) if area.part else None
    assert table is not None
    model = table.model()
    cells = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert any("brutal" in cell for cell in cells)


def made(opened: Opened, articles: list[Path]) -> str:
    """Make a pack, go back to the library and return the pack's id."""
    drop(opened.window.library, articles[:2])
    opened.click(read(opened).make)
    wait_until_made(opened)
    pack_id = opened.pages.opened.pack.id
    opened.window.go_home()
    return pack_id


def card_of(opened: Opened, pack_id: str) -> PackCard:
    return next(card for card in opened.window.library.cards if card.pack_id == pack_id)


def test_a_pack_of_ones_own_gets_another_title(opened: Opened, articles: list[Path]) -> None:
    pack_id = made(opened, articles)
    own = card_of(opened, pack_id).own
    assert own is not None
    opened.click(own.rename)
    opened.type("Roofs")
    opened.press(Key.Key_Return)
    opened.wait(lambda: "Roofs" in [one.title for one in opened.session.shelf()])
    opened.wait(lambda: opened.focus() is card_of(opened, pack_id).main)
    assert "Roofs" in words_of(card_of(opened, pack_id))
    opened.go("read", pack_id)
    assert opened.pages.opened.pack.title == "Roofs"


def own_of(opened: Opened, pack_id: str) -> OwnPack:
    own = card_of(opened, pack_id).own
    assert own is not None
    return own


def shown(opened: Opened) -> list[str]:
    return [card.pack_id for card in opened.window.library.cards]


def remove(opened: Opened, pack_id: str) -> None:
    opened.click(own_of(opened, pack_id).remove)
    opened.wait(lambda: pack_id not in shown(opened) and bool(opened.window.library.removed))


def test_a_pack_is_removed_at_once_and_put_back_by_the_key_of_undo_with_all_that_was_done_in_it(
    opened: Opened, articles: list[Path]
) -> None:
    pack_id = made(opened, articles)
    entries = [entry for entry in entries_at_hand(opened.session) if entry.pack == pack_id]
    assert entries
    remove(opened, pack_id)
    assert "lies aside for two weeks" in opened.window.offer.message()
    assert opened.window.pages.pack is None
    opened.press(Key.Key_Z, CTRL)
    opened.wait(lambda: pack_id in shown(opened) and not opened.window.library.removed)
    assert not opened.window.offer.stands
    assert [entry for entry in entries_at_hand(opened.session) if entry.pack == pack_id] == entries
    opened.go("read", pack_id)


def test_what_was_removed_is_put_back_later_too_from_its_line_or_by_the_key(
    opened: Opened, articles: list[Path]
) -> None:
    pack_id = made(opened, articles)
    remove(opened, pack_id)
    opened.window.go(Place("help"))
    opened.window.go_home()
    assert not opened.window.offer.stands
    opened.press(Key.Key_Z, CTRL)
    opened.wait(lambda: pack_id in shown(opened))
    remove(opened, pack_id)
    (row,) = opened.window.library.removed
    assert "goes for good after" in words_of(row)
    opened.click(row.back)
    opened.wait(lambda: pack_id in shown(opened) and not opened.window.library.removed)


def test_deleting_for_good_asks_and_frees_the_disk(opened: Opened, articles: list[Path]) -> None:
    pack_id = made(opened, articles)
    remove(opened, pack_id)
    (row,) = opened.window.library.removed
    opened.window.resize(900, 420)
    row.delete.click()
    area = opened.window.library._area.viewport()
    opened.wait(lambda: area.rect().contains(row.keep.mapTo(area, row.keep.rect().center())))
    assert "Nothing brings them back" in words_of(row)
    opened.press(Key.Key_Escape)
    assert "Nothing brings them back" not in words_of(row)
    opened.click(row.delete)
    opened.click(row.sure)
    opened.wait(lambda: not opened.window.library.removed)
    assert list(opened.folders.packs.iterdir()) == []
    opened.window.offer.take_back()
    assert "has gone for good" in opened.window.banners.news.message()
    assert made(opened, articles) == pack_id


def test_a_new_title_is_taken_back(opened: Opened, articles: list[Path]) -> None:
    pack_id = made(opened, articles)
    before = own_of(opened, pack_id).title
    opened.click(own_of(opened, pack_id).rename)
    opened.type("Roofs")
    opened.press(Key.Key_Return)
    opened.wait(lambda: opened.window.offer.stands)
    assert opened.window.offer.message() == f"“{before}” is called “Roofs” now."
    opened.press(Key.Key_Z, CTRL)
    opened.wait(lambda: before in [one.title for one in opened.session.shelf()])
    assert "Roofs" not in [one.title for one in opened.session.shelf()]


def test_what_cannot_be_put_back_is_said(
    opened: Opened, articles: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pack_id = made(opened, articles)
    remove(opened, pack_id)
    monkeypatch.setattr("crossread.operations.opening.removed_packs.put_back", refuse)
    (row,) = opened.window.library.removed
    opened.click(row.back)
    opened.wait(lambda: "could not be put back" in opened.window.banners.news.message())
    assert opened.window.library.removed


def refuse(*_what: object) -> None:
    raise PermissionError(13, "not allowed")


def test_what_is_in_the_way_of_removing_is_said_on_the_card(
    opened: Opened, articles: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    pack_id = made(opened, articles)
    monkeypatch.setattr("crossread.operations.opening.removed_packs.put_aside", refuse)
    own = own_of(opened, pack_id)
    opened.click(own.remove)
    opened.wait(own.told.isVisible)
    assert own.told.text().startswith("The pack could not be removed (access to it is refused).")
    assert pack_id in [one.id for one in opened.session.shelf()]
    assert not opened.window.offer.stands


def test_a_pack_that_came_with_the_program_cannot_be_changed(opened: Opened) -> None:
    assert [card.own for card in opened.window.library.cards] == [None]


def test_a_bad_file_says_why_and_the_others_stay(opened: Opened, articles: list[Path]) -> None:
    drop(opened.window.library, [articles[2], *articles[:2]])
    page = read(opened)
    assert "There are no words in this file." in words_of(page.rows[0])
    assert not page.rows[0].fields
    opened.click(page.rows[0].remove)
    assert [row.row.name for row in page.rows] == ["goat.txt", "cart.html"]
    assert opened.focus() is page.rows[0].remove


def test_before_a_pack_is_made_without_a_bad_file_the_file_is_named_beside_the_button(
    opened: Opened, articles: list[Path]
) -> None:
    drop(opened.window.library, articles)
    page = read(opened)
    opened.wait(lambda: bool(page.field.text()))
    bad = articles[2].name
    assert page.lacks.text() == f"1 file stays out, for the reason that stands at it: {bad}"
    assert page.lacks.isVisible()
    opened.click(next(row for row in page.rows if row.row.name == bad).remove)
    assert page.lacks.text() == ""


def test_what_is_in_the_way_is_said_and_nothing_is_made(opened: Opened, articles: list[Path]) -> None:
    drop(opened.window.library, articles[:1])
    page = page_of(opened)
    opened.wait(lambda: bool(page.rows) and bool(page.rows[0].fields))
    assert "add 1 more" in page.lacks.text()
    opened.click(page.make)
    assert "add 1 more" in page.told.text()
    drop(page, articles[1:2])
    read(opened)
    page.rows[1].fields["published"].setFocus()
    opened.type("last May")
    assert page.lacks.text().startswith("B: write the date")


def test_a_file_can_be_read_in_another_encoding(opened: Opened, tmp_path: Path, articles: list[Path]) -> None:
    file = tmp_path / "turkish.txt"
    file.write_bytes("Şehir ve keçi, ışık\n".encode("cp1254"))
    drop(opened.window.library, [articles[0], file])
    page = read(opened)
    page.rows[1].encoding_chosen.emit("cp1254")
    opened.wait(lambda: bool(page.rows[1].fields) and page.rows[1].row.encoding == "cp1254")
    assert page.rows[1].fields["title"].text() == "Şehir ve keçi, ışık"


def test_reading_can_be_stopped(
    opened: Opened, articles: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[Callable[[], None]] = []
    monkeypatch.setattr(opened.session, "read_article", lambda *given: held.append(given[-1]))
    drop(opened.window.library, articles)
    page = page_of(opened)
    assert page.told_progress.text() == "Reading 1 of 3"
    opened.click(page.cancel)
    assert page.rows == []
    assert not page.progress.isVisible()
    assert opened.focus() is page.add


def test_files_dropped_while_a_pack_is_made_stay_for_the_next_and_its_fields_are_left_alone(
    opened: Opened, articles: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(opened.window.library, articles[:2])
    page = read(opened)
    held: list[Callable[[], None]] = []
    make = opened.session.make_pack
    monkeypatch.setattr(opened.session, "make_pack", lambda *given: held.append(lambda: make(*given)))
    opened.click(page.make)
    page.rows[0].fields["author"].setFocus()
    opened.type("Nobody")
    page.field.setFocus()
    opened.type(" now")
    opened.press(Key.Key_Down, ALT)
    opened.click(page.rows[0].remove)
    assert [row.row.name for row in page.rows] == ["goat.txt", "cart.html"]
    assert page.rows[0].fields["author"].text() == "Hanna Birk"
    assert page.field.text() == "Little Marl: two accounts"
    late = tmp_path / "late.txt"
    late.write_text("A late goat\n\nIt came after all.\n")
    drop(page, [late])
    opened.wait(lambda: len(page.rows) == 3 and bool(page.rows[2].fields))
    page.rows[2].fields["author"].setFocus()
    opened.type("Tam")
    held[0]()
    wait_until_made(opened)
    assert len(opened.pages.opened.pack.sources) == 2
    opened.press(Key.Key_N, CTRL)
    (row,) = page_of(opened).rows
    assert (row.row.name, row.fields["author"].text()) == ("late.txt", "Tam")
    assert page_of(opened).field.text() == ""


def test_a_mistake_while_reading_is_told_at_the_file_and_the_others_are_read(
    opened: Opened, articles: list[Path], monkeypatch: pytest.MonkeyPatch, caught: list[BaseException]
) -> None:
    def break_down(name: str, words: str, text: Text) -> ArticleCard:
        if name == "goat.txt":
            raise ZeroDivisionError
        return from_articles_card.card_of(name, words, text)

    monkeypatch.setattr("crossread.operations.opening.new_pack_reading.card_of", break_down)
    drop(opened.window.library, articles[:2])
    page = page_of(opened)
    opened.wait(lambda: len(page.rows) == 2 and bool(page.rows[1].fields))
    assert "by a mistake of the program" in words_of(page.rows[0])
    opened.wait(lambda: len(caught) == 1)
    assert isinstance(caught[0], ZeroDivisionError)


def test_a_mistake_while_making_lets_one_try_again(
    opened: Opened, articles: list[Path], monkeypatch: pytest.MonkeyPatch, caught: list[BaseException]
) -> None:
    drop(opened.window.library, articles[:2])
    page = read(opened)
    with monkeypatch.context() as broken:
        broken.setattr(new_pack_keeping, "keep_pack", lambda *_given: 1 // 0)
        opened.click(page.make)
        opened.wait(lambda: len(caught) == 1)
    assert "Try again" in page.told.text()
    page.rows[0].fields["author"].setFocus()
    opened.press(Key.Key_End)
    opened.type(" and son")
    opened.click(page.make)
    wait_until_made(opened)
    assert opened.pages.opened.pack.sources[0].card.author == "Hanna Birk and son"


def test_what_was_chosen_stays_while_one_is_elsewhere(opened: Opened, articles: list[Path]) -> None:
    drop(opened.window.library, articles[:2])
    page = read(opened)
    page.field.setFocus()
    opened.type(" now")
    title = page.field.text()
    opened.press(Key.Key_Escape)
    assert opened.window.pages.currentWidget() is opened.window.library
    (button,) = [
        one for one in opened.window.library.findChildren(QPushButton) if one.text().startswith("New pack")
    ]
    opened.click(button)
    assert len(page_of(opened).rows) == 2
    assert page_of(opened).field.text() == title


def below(opened: Opened) -> None:
    """Make the window low and go to the end of the library, where the pack of one's own stands."""
    opened.window.resize(1000, 420)
    bar = opened.window.library._area.verticalScrollBar()
    opened.wait(lambda: bar.maximum() > 100)
    bar.setValue(bar.maximum())


def in_view(opened: Opened, widget: QWidget) -> bool:
    area = opened.window.library._area.viewport()
    return widget.isVisible() and area.rect().contains(widget.mapTo(area, widget.rect().center()))


def test_one_stays_where_a_pack_was_removed_and_hears_that_it_is_back(
    opened: Opened, articles: list[Path], heard: list[str]
) -> None:
    pack_id = made(opened, articles)
    title = own_of(opened, pack_id).title
    opened.settings.remember("last", {"pack": PACK})
    opened.window.library.show_again()
    below(opened)
    remove(opened, pack_id)
    (row,) = opened.window.library.removed
    opened.wait(lambda: in_view(opened, row.back))
    assert row.back.hasFocus()
    assert opened.window.library._area.verticalScrollBar().value() > 0
    opened.press(Key.Key_Z, CTRL)
    opened.wait(lambda: f"“{title}” stands in the library again." in heard)
    main = card_of(opened, pack_id).main
    assert main is not None
    opened.wait(lambda: in_view(opened, main))
    assert main.hasFocus()


def test_a_pack_that_was_put_back_from_its_line_is_not_said_to_be_gone_for_good(
    opened: Opened, articles: list[Path]
) -> None:
    pack_id = made(opened, articles)
    remove(opened, pack_id)
    (row,) = opened.window.library.removed
    opened.click(row.back)
    opened.wait(lambda: "library again" in opened.window.banners.news.message())
    opened.press(Key.Key_Z, CTRL)
    opened.wait(lambda: "already" in opened.window.banners.news.message())


@pytest.fixture
def in_class(opened: Opened, articles: list[Path], monkeypatch: pytest.MonkeyPatch) -> OwnPack:
    """Return what can be done with a pack of articles in a class that has a teacher word."""
    monkeypatch.setattr("crossread.operations.learners.kept_word.COST", 2)
    TeacherWord(opened.folders, EveningClock()).set(WORD)
    opened.window._around.seats.mode = "classroom"
    return own_of(opened, made(opened, articles))


def test_in_a_class_a_pack_is_removed_with_the_teacher_word_alone(opened: Opened, in_class: OwnPack) -> None:
    pack_id = in_class.pack_id
    assert in_class.remove.text() == "Remove…"
    opened.click(in_class.remove)
    assert "library of all who read here" in words_of(in_class)
    assert pack_id in shown(opened)
    opened.type("open sesame")
    opened.press(Key.Key_Return)
    assert "not the teacher word" in words_of(in_class)
    opened.press(Key.Key_Escape)
    assert in_class.remove.hasFocus()
    opened.click(in_class.remove)
    opened.type(WORD)
    opened.press(Key.Key_Return)
    opened.wait(lambda: pack_id not in shown(opened) and bool(opened.window.library.removed))
    (row,) = opened.window.library.removed
    assert not row.delete.isVisible()
    opened.click(row.back)  # which harms nobody
    opened.wait(lambda: pack_id in shown(opened))


def test_in_a_class_another_title_takes_the_teacher_word_too(opened: Opened, in_class: OwnPack) -> None:
    opened.click(in_class.rename)
    opened.type("Roofs")
    opened.press(Key.Key_Return)
    assert "not the teacher word" in words_of(in_class)
    opened.type(WORD)
    opened.press(Key.Key_Return)
    opened.wait(lambda: "Roofs" in [one.title for one in opened.session.shelf()])


def test_the_library_is_built_once_before_the_record_is_open_and_once_after(
    open_window: Callable[[], Opened], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = open_window()
    first.go("read-night")
    first.saved()
    first.close()
    built: list[str] = []
    build = LibraryPage._build

    def counted(library: LibraryPage, shown: LibraryShown) -> None:
        built.append(shown.unknown)
        build(library, shown)

    monkeypatch.setattr(LibraryPage, "_build", counted)
    again = open_window()
    again.saved()
    again.wait(lambda: "Continue" in words_of(again.window.library))
    assert built.count("") == 1
    assert len(built) <= 3  # the packs may be found only after the window opened


def test_enter_on_the_title_as_it_was_leaves_it_and_does_not_ask_again(
    opened: Opened, articles: list[Path]
) -> None:
    own = own_of(opened, made(opened, articles))
    opened.click(own.rename)
    field = own.field
    opened.press(Key.Key_Return)
    assert not field.isVisible()
    assert own.rename.hasFocus()
