"""Words of a pack in tips, buttons and menus: never markup, never a shortcut."""

from dataclasses import replace

from PySide6.QtGui import QShortcut, Qt, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from crossread.desktop.answers.written.long_text_field import LongTextField
from crossread.desktop.pages.around.overview_parts import StageLine
from crossread.desktop.pages.around.source_list import SourceLine
from crossread.desktop.pages.elided import Elided
from crossread.desktop.stage_tabs import StageTab, StageTabs
from crossread.desktop.widgets.picking.picks import Pick
from crossread.desktop.widgets.pressing.elided_button import ElidedButton
from tests.inquiry.making import PACK

ODD = "<img src='file:///etc/hostname'> R&D"


def tip_as_shown(widget: QWidget) -> str:
    """Return the words that a tip comes to, read as Qt reads them."""
    label = QLabel(widget.toolTip())
    if not Qt.mightBeRichText(label.text()):
        return label.text()
    return QTextDocumentFragment.fromHtml(label.text()).toPlainText()


def test_titles_of_a_pack_in_tips_are_never_taken_for_markup(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    source = replace(PACK.sources[0], card=replace(PACK.sources[0].card, title=ODD))
    stage = replace(PACK.stages[0], title=ODD)
    cut, title = Elided("body", around), ElidedButton(around)
    cut.set_whole(ODD)
    title.set_whole(ODD)
    tabs = StageTabs(around)
    tabs.set_tabs([StageTab("read", ODD)], "read")
    (tab,) = tabs.findChildren(Pick)
    line = StageLine(1, stage, "", done=False, parent=around)
    for widget in (cut, title, tab, line, SourceLine(source, 0, around)):
        assert ODD in tip_as_shown(widget)


def test_an_ampersand_of_a_pack_is_seen_and_makes_no_shortcut(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    title = ElidedButton(around)
    title.resize(600, 30)
    title.set_whole("R&D")
    assert title.text() == "R&&D"
    assert title.shortcut().isEmpty()
    tabs = StageTabs(around)
    tabs.set_tabs([StageTab("read", "R&D")], "read")
    (menu,) = tabs.findChildren(QMenu)
    assert [action.text() for action in menu.actions()] == ["1 · R&&D"]


def test_the_name_of_a_field_is_no_shortcut_to_it(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    other, field = LongTextField("Another", around), LongTextField("Why R&D?", around)
    column.addWidget(other)
    column.addWidget(field)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    other.field.setFocus()
    QTest.keyClick(around.windowHandle(), Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert other.field.hasFocus()
    assert around.findChildren(QShortcut) == []
