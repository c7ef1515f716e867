"""Stages to compare, to discuss and to conclude, as long as they have no page of their own: on the desk."""

import shutil
from collections.abc import Callable
from pathlib import Path

from crossread.desktop.pages.around.overview_parts import StageLine
from crossread.desktop.pages.around.stages import stage_done
from crossread.desktop.place import Place
from tests.desktop.pages.conftest import FIXTURES, PACK, Opened, words_of


def with_later_stages(library: Path) -> None:
    shutil.copytree(FIXTURES / "compared", library / PACK, dirs_exist_ok=True)


def test_the_overview_names_them_and_they_open_on_the_desk(
    open_window: Callable[[], Opened], library: Path
) -> None:
    with_later_stages(library)
    opened = open_window()
    opened.go("")
    names = [line.accessibleName() for line in opened.overview.findChildren(StageLine)]
    assert [name for name in names if name.startswith(("Compare", "Conclude"))]
    for stage in ("side-by-side", "all-of-it", "conclude"):
        opened.go(stage)
        assert opened.pages.stage is not None
        assert opened.pages.stage.id == stage
        assert opened.desk.panes.panes[0].source_id == "warden"


def test_a_question_in_one_of_them_is_asked_there(open_window: Callable[[], Opened], library: Path) -> None:
    with_later_stages(library)
    questions = library / PACK / "questions" / "1-night.yaml"
    text = questions.read_text("utf-8")
    questions.write_text(text.replace("stage: read-night", "stage: side-by-side", 1), "utf-8")
    opened = open_window()
    opened.go("side-by-side")
    assert len(opened.pages.opened.pack.questions_of("side-by-side")) == 1
    asked = opened.pages.opened.pack.questions_of("side-by-side")[0]
    assert asked.prompt in words_of(opened.desk.column)
    opened.window.go(Place("stage", PACK, "conclude"))
    opened.saved()
    assert opened.pages.stage is not None
    assert opened.pages.stage.id == "conclude"


def test_a_stage_without_questions_says_what_to_do_at_it(
    open_window: Callable[[], Opened], library: Path
) -> None:
    with_later_stages(library)
    opened = open_window()
    opened.go("side-by-side")
    assert "compare the texts, then go on" in words_of(opened.desk.column)


def test_a_stage_with_something_to_write_is_not_done_by_having_been_there(opened: Opened) -> None:
    opened.go("before")
    opened.go("meet")
    opened.go("read-night")
    pack = opened.pages.opened.pack
    before = pack.stage("before")
    assert not stage_done(pack, opened.session.state(PACK), before)
    opened.go("before")
    opened.before.expectation.setFocus()
    opened.type("They may differ")
    opened.go("meet")
    assert stage_done(pack, opened.session.state(PACK), before)


def test_a_stage_that_one_went_past_is_not_done(open_window: Callable[[], Opened], library: Path) -> None:
    with_later_stages(library)
    opened = open_window()
    opened.go("conclude")
    opened.saved()
    pack, state = opened.pages.opened.pack, opened.session.state(PACK)
    before = [one for one in pack.stages[: pack.stages.index(pack.stage("conclude"))] if one.id != "conclude"]
    assert not any(stage_done(pack, state, one) for one in before)
    opened.go("side-by-side")
    opened.go("conclude")
    opened.saved()
    assert stage_done(pack, opened.session.state(PACK), pack.stage("side-by-side"))
