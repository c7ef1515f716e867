"""Less motion: where the learner or the system asks for it, nothing in the window moves by itself."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractAnimation, QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

import crossread.desktop
from crossread.base.declared import MOTION
from crossread.desktop.appearance import take_up
from tests.desktop.pages.conftest import Opened

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Key, Mod = Qt.Key, Qt.KeyboardModifier

LONG = 700  # milliseconds: longer than a caret takes to go out, and than any fade

EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)


@pytest.fixture
def moving() -> Iterator[None]:
    """Have Qt's own effects on, as some systems have them, and all as it was at the end."""
    before = {effect: QApplication.isEffectEnabled(effect) for effect in EFFECTS}
    general = QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, enable=True)
    for effect in EFFECTS:
        QApplication.setEffectEnabled(effect, enable=True)
    QApplication.setCursorFlashTime(-1)
    yield
    for effect, was_on in before.items():
        QApplication.setEffectEnabled(effect, enable=was_on)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, enable=general)
    QApplication.setCursorFlashTime(-1)


@pytest.fixture(params=["the learner", "the system"])
def still(
    request: pytest.FixtureRequest,
    moving: None,
    open_window: Callable[[], Opened],
    monkeypatch: pytest.MonkeyPatch,
) -> Opened:
    """Open the window where one of the two asks for no motion."""
    opened = open_window()
    if request.param == "the system":
        monkeypatch.setattr("crossread.desktop.theme.motion.allows_motion", lambda: False)
        take_up(opened.settings)  # as at the start, when it is asked
    else:
        opened.settings.set(MOTION, "none")
    return opened


def running(opened: Opened) -> list[str]:
    """Name what is being animated in the window, or by the style."""
    roots: tuple[QObject, ...] = (*QApplication.topLevelWidgets(), QApplication.style())
    found = [one for root in roots for one in root.findChildren(QAbstractAnimation)]
    return [type(one).__name__ for one in found if one.state() == QAbstractAnimation.State.Running]


def picture(opened: Opened) -> bytes:
    seen = opened.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    return bytes(seen.constBits())


def test_no_effect_of_qt_is_left_on_and_the_caret_stands_still(still: Opened) -> None:
    assert QApplication.cursorFlashTime() == 0
    assert not [effect.name for effect in EFFECTS if QApplication.isEffectEnabled(effect)]


def test_where_motion_is_welcome_the_caret_blinks(moving: None, opened: Opened) -> None:
    take_up(opened.settings)
    assert QApplication.cursorFlashTime() > 0
    assert all(QApplication.isEffectEnabled(effect) for effect in EFFECTS)


def test_each_deed_is_done_at_once_and_nothing_moves_after_it(still: Opened) -> None:
    still.go("read-night")
    still.desk.column.focus()  # with the caret in a field
    deeds: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
        (Key.Key_T, Mod.AltModifier),  # a menu
        (Key.Key_Escape, Mod.NoModifier),
        (Key.Key_F, Mod.ControlModifier),  # the bar to find by
        (Key.Key_Escape, Mod.NoModifier),
        (Key.Key_N, Mod.ControlModifier | Mod.ShiftModifier),  # a companion
        (Key.Key_Escape, Mod.NoModifier),
        (Key.Key_End, Mod.ControlModifier),  # the far end of a text
        (Key.Key_F2, Mod.ShiftModifier),  # one pane less
    )
    for key, modifier in deeds:
        still.press(key, modifier)
        QApplication.processEvents()
        assert running(still) == [], (key, modifier)
    still.desk.column.focus()
    QApplication.processEvents()
    still.saved()
    still.qtbot.wait(100)
    before = picture(still)
    still.qtbot.wait(LONG)
    assert picture(still) == before


def test_whatever_is_animated_asks_whether_it_may() -> None:
    folder = Path(crossread.desktop.__file__).parent
    moves = re.compile(r"Q\w*Animation|QTimeLine|QMovie|setAnimated")
    for path in folder.rglob("*.py"):
        words = path.read_text(encoding="utf-8")
        assert not moves.search(words) or "motion_allowed" in words, path.name
