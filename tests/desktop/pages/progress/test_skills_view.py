"""The skills on the library page: a bar tells a share, and few answers have nothing that looks like one."""

from pytestqt.qtbot import QtBot

from crossread.desktop.pages.progress.skills_view import SkillsView
from crossread.desktop.widgets.labels import Label
from crossread.desktop.widgets.telling.bar import Bar
from crossread.progress.skills import SURE_FROM, SkillFigure


def test_a_skill_of_few_answers_has_words_and_no_bar(qtbot: QtBot) -> None:
    view = SkillsView(
        {
            "close-reading": SkillFigure(1.0, 1, sure=False),
            "corroborate": SkillFigure(0.25, SURE_FROM, sure=True),
            "integrate": SkillFigure(0.0, 2, sure=False),
            "use-evidence": SkillFigure(None, 0, sure=False),
        }
    )
    qtbot.addWidget(view)
    assert [bar.accessibleName() for bar in view.findChildren(Bar)] == ["Who else says so 25 %"]
    assert [label.text() for label in view.findChildren(Label)] == [
        "Who else says so",
        f"on {SURE_FROM} answers",
        "Put texts together",
        "too few to tell, on 2 answers",
        "Close reading",
        "too few to tell, on 1 answer",
    ]
    assert not view.empty
