"""The guide for teachers, and where words, dates and explanations are known from, as they are shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from crossread.desktop.pages.around.guide import GuidePage
from crossread.desktop.pages.around.overview import OverviewPage
from crossread.desktop.pages.panes.explaining import meaning_words
from crossread.desktop.pages.questions.feedback import Feedback
from crossread.desktop.pages.timeline.timeline import TimelinePage
from crossread.desktop.place import Place
from tests.desktop.pages.conftest import PACK, Opened, words_of

WORK = '\n- {id: chronicle, title: "Chronicle of the bridge", author: "The county", date: "2006-05"}\n'
GUIDE = "---\nnotes:\n  - {id: age, refs: [{work: chronicle}]}\n---\n## Aims\n\nThe bridge is old.[^age]\n"
SHOWN = "The county: Chronicle of the bridge (2006)"


def add(library: Path, name: str, text: str) -> None:
    path = library / PACK / name
    path.parent.mkdir(exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + text, "utf-8")


def go(opened: Opened, place: Place) -> None:
    opened.window.go(place)
    opened.wait(lambda: not opened.window.is_opening())


def test_the_guide_is_opened_from_the_first_page_and_left_for_it(
    library: Path, open_window: Callable[[], Opened]
) -> None:
    add(library, "works.yaml", WORK)
    add(library, "teacher/guide.md", GUIDE)
    opened = open_window()
    go(opened, Place("overview", PACK))
    overview = opened.pages.page
    assert isinstance(overview, OverviewPage)
    overview.guide.click()
    page = opened.pages.page
    assert isinstance(page, GuidePage)
    assert "The bridge is old.[1]" in page.view.text().shown
    assert SHOWN in page.view.text().shown
    back = page.parts()[0]
    assert isinstance(back, QPushButton)
    back.click()
    assert isinstance(opened.pages.page, OverviewPage)


def test_a_pack_without_a_guide_offers_none(library: Path, open_window: Callable[[], Opened]) -> None:
    opened = open_window()
    go(opened, Place("overview", PACK))
    assert "For teachers" not in words_of(opened.pages.page)
    go(opened, Place("guide", PACK))
    page = opened.pages.page
    assert isinstance(page, GuidePage)
    assert "This pack has no guide for teachers." in words_of(page)


def test_an_explanation_says_where_it_is_known_from(library: Path, open_window: Callable[[], Opened]) -> None:
    add(library, "works.yaml", WORK)
    file = min((library / PACK / "questions").iterdir())
    text = file.read_text("utf-8")
    assert "  skill: " in text
    file.write_text(text.replace("  skill: ", "  refs: [{work: chronicle}]\n  skill: ", 1), "utf-8")
    opened = open_window()
    go(opened, Place("overview", PACK))
    pack = opened.pages.opened
    question = next(one for one in pack.pack.questions if one.refs)
    shown = Feedback(pack, question, opened.window)
    shown.show()
    assert f"Known from: {SHOWN}" in words_of(shown)


def test_a_word_and_a_date_say_which_works_they_are_known_from(
    library: Path, open_window: Callable[[], Opened]
) -> None:
    add(library, "works.yaml", WORK)
    add(
        library,
        "glossary.yaml",
        '- {id: bridge, term: "bridge", meaning: "A way.", refs: [{work: chronicle}]}\n',
    )
    add(
        library,
        "timeline.yaml",
        '- {id: built, date: "1890", what: "It is built.", refs: [{work: chronicle}]}\n',
    )
    opened = open_window()
    go(opened, Place("timeline", PACK))
    page = opened.pages.page
    assert isinstance(page, TimelinePage)
    assert f"Known from: {SHOWN}" in words_of(page)
    pack = opened.pages.opened.pack
    term = next(one for one in pack.glossary if one.id == "bridge")
    assert meaning_words(term, pack).endswith(f"Known from: {SHOWN}")
