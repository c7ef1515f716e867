"""The first page of a pack: what stands first, and that it stays while it is in view."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from crossread.desktop.pages.around.overview_parts import StageLine
from crossread.inquiry.commands import EnterStage
from tests.desktop.pages.conftest import EVERY, PACK, WAYS, Opened, words_of


def test_in_a_narrow_window_the_warning_comes_first_and_the_offer_after_the_stages(
    open_window: Callable[[], Opened], library: Path
) -> None:
    about = library / PACK / "pack.yaml"
    about.write_text(about.read_text("utf-8").replace('advisory: ""', 'advisory: "Sheep drown."'), "utf-8")
    opened = open_window()
    opened.go("")
    page = opened.overview
    opened.window.resize(600, 800)
    QApplication.processEvents()
    tops = {word.text(): word.mapTo(page, QPoint()).y() for word in page.findChildren(QLabel)}
    assert page.offer is not None
    assert tops["Sheep drown."] < tops["Stages"] < page.offer.mapTo(page, QPoint()).y()


def test_a_close_that_is_refused_leaves_the_overview_standing(opened: Opened) -> None:
    opened.go("")
    opened.pages.leave()
    assert "Stages" in words_of(opened.overview)


def test_who_was_here_before_goes_on_where_the_record_ends_also_without_the_window_of_then(
    opened: Opened,
) -> None:
    opened.go("")
    assert opened.overview.begin.text().startswith("Begin: ")
    pack = opened.pages.opened
    opened.session.do(pack, EnterStage(stage="read-night"))
    opened.window.go_home()
    opened.go("")
    assert opened.overview.begin.text() == "Continue"
    opened.click(opened.overview.begin)
    stage = opened.pages.stage
    assert stage is not None
    assert stage.id == "read-night"


def test_what_was_given_and_not_checked_is_told_beside_what_is_answered(ways: Opened) -> None:
    ways.go("read-tries", WAYS)
    column = ways.desk.column
    column.go(0)
    column.focus()
    ways.type("6")
    ways.go("", WAYS)

    def told(stage: str) -> str:
        lines = ways.overview.findChildren(StageLine)
        return next(one.accessibleName() for one in lines if one.accessibleName().startswith(stage))

    assert "0 of 3 answered · 1 not checked yet" in told("In three tries")
    assert "not checked" not in told("As one likes")
    ways.go("read-tries", WAYS)
    column = ways.desk.column
    column.go(0)
    column.check()
    ways.go("", WAYS)
    assert told("In three tries").endswith("1 of 3 answered")


def test_a_source_leads_to_its_card_and_the_timeline_is_at_hand(every: Opened) -> None:
    every.go("", EVERY)
    pack, overview = every.pages.opened.pack, every.overview
    second = pack.sources[1]
    name = f"Card ({second.letter})"
    every.click(next(one for one in overview.findChildren(QPushButton) if one.accessibleName() == name))
    assert second.card.title in words_of(every.meet)
    every.click(every.window.bar.back)
    every.click(overview.timeline)
    shown = every.window.pages.page()
    assert shown is not None
    assert shown.name == "timeline"
