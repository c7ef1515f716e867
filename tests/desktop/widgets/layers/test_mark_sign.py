"""The small sign of a mark: the same colours as in a text, and another for each."""

from pytestqt.qtbot import QtBot

from crossread.desktop.theme import theme
from crossread.desktop.widgets.layers.mark_sign import MarkSign
from crossread.desktop.widgets.layers.marks import MarkRole
from tests.desktop.widgets.seeing import colours_of, rows

ROLES: tuple[MarkRole, ...] = ("hl-evidence", "hl-question", "hl-doubt", "hl-loaded")


def test_a_sign_has_the_ground_and_the_line_of_its_mark(qtbot: QtBot) -> None:
    sign = MarkSign("hl-evidence")
    qtbot.addWidget(sign)
    sign.resize(sign.sizeHint())
    seen = colours_of(sign)
    assert seen[theme.current().roles["hl-evidence"].lower()]
    assert seen[theme.current().roles["hl-evidence-line"].lower()]


def test_no_two_signs_look_alike_also_without_colour(qtbot: QtBot) -> None:
    patterns = set()
    for role in ROLES:
        sign = MarkSign(role)
        qtbot.addWidget(sign)
        sign.resize(40, 20)
        picture = rows(sign)
        ground = picture[-1][:4]
        patterns.add(tuple(row[at : at + 4] == ground for row in picture for at in range(0, len(row), 4)))
    assert len(patterns) == len(ROLES)
