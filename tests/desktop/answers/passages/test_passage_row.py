"""A passage in a list."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.passages.passage_row import PassageButton, shortened
from crossread.desktop.pages.notes import noted_words
from crossread.desktop.theme import theme
from crossread.desktop.widgets.layers.covers import covered_sign


def test_what_stands_for_covered_words_is_never_cut_through() -> None:
    sign = covered_sign()
    for before in range(100):
        told = shortened(f"{'in Karabakh '[: before % 12]}{'w ' * before}{sign} and so on, to the end")
        assert "covered" not in told.replace(sign, "")
        assert "[graphic" not in noted_words.shortened(f"{'w ' * before}{sign} and so on").replace(sign, "")
    assert sign in shortened(f"So it is. {sign} {'And so on and on. ' * 9}")


def test_the_ring_of_the_focus_leaves_the_badge_some_air(qtbot: QtBot) -> None:
    button = PassageButton("B", 1, "the clock stood still", None)  # type: ignore[arg-type]
    qtbot.addWidget(button)
    button.resize(300, button.heightForWidth(300))
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    image, middle = button.grab().toImage(), button.height() // 2
    row = [image.pixelColor(x, middle).name() for x in range(30)]
    ring = theme.current().colour("focus").name()
    assert ring in row[:3]
    beside = row[3:6]
    assert set(beside) == {image.pixelColor(button.width() - 5, middle).name()}  # the ground
