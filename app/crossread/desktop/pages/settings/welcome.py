"""The very first page: what this is in a few sentences, and a choice of text size and theme."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from crossread.base.declared import TEXT_SIZE, THEME
from crossread.base.translation import _
from crossread.desktop import own_keys
from crossread.desktop.key_names import shown_name
from crossread.desktop.keymap import Deed
from crossread.desktop.pages.page import Page, Surroundings
from crossread.desktop.pages.settings.settings_presets import PresetRow
from crossread.desktop.pages.settings.settings_rows import SettingRow, make_row
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import primary
from crossread.desktop.widgets.frames.card_frame import CardFrame
from crossread.desktop.widgets.frames.centred_column import BESIDE, CentredColumn
from crossread.operations.sessions.changed import Changed

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDEST = 680  # pixels at any text size: the buttons of the size are at its edge
TOP, GROWS = 168, 80  # pixels above the page; how much of it goes to larger words, at the default text size


class WelcomePage(Page):
    """Stands in the place of the library until one goes on. `done`: one does."""

    name = "library"
    done = Signal()

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Welcome"))
        self._area = CentredColumn(_("Welcome"), self, widest=WIDEST, spacing=10)
        page, column = self._area.inside, self._area.column
        column.addWidget(labels.display(_("Welcome")))
        column.addSpacing(4)
        card = CardFrame(page, padding=20)
        card.body.setSpacing(14)
        self.rows: list[SettingRow | PresetRow] = [
            make_row(around.settings, setting, card, brief=True) for setting in (TEXT_SIZE, THEME)
        ]
        self.rows.append(PresetRow(around.settings, card, brief=True))
        for row in self.rows:
            card.body.addWidget(row)
            for part in row.findChildren(QWidget):
                part.installEventFilter(self)
        column.addWidget(card)
        column.addSpacing(14)
        for words in sentences():
            column.addWidget(labels.serif(words))
        column.addSpacing(10)
        self.begin = primary(_("To the library"), page)
        self.begin.setAccessibleDescription(
            _("Before it stand the text size, the theme and how texts look: Shift+Tab goes there.")
        )
        self.begin.clicked.connect(self.done)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._keys = labels.quiet("", page)
        column.addWidget(self._keys)
        column.addStretch(1)
        self._area.put_together()
        self._fit()

    def _fit(self) -> None:
        look = theme.current()
        self._area.inside.setMaximumWidth(WIDEST + 2 * BESIDE)
        # Less room above the larger words: so the buttons of the size stay under the mouse.
        above = max(8, TOP - look.scaled(GROWS))
        self._area.column.setContentsMargins(BESIDE, above, BESIDE, 40)
        told = _(
            "All of it works without a mouse: {keys} shows the keys, {palette} finds anything, {help} helps."
        )
        names = {action: _first_key(action) for action in ("keys", "palette", "help")}
        self._keys.setText(told.format(**names))

    def enter(self) -> None:
        """Put the focus on the way on, which is what Enter does; the choices come before it by Shift+Tab."""
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._area.ensureWidgetVisible(self.begin)
        announce(self, " ".join((_("Welcome."), *sentences())))

    def scroll_up(self) -> None:
        """Bring the choices into view."""
        self._area.verticalScrollBar().setValue(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on by Enter from any of the choices: Space and the arrow keys choose."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.done.emit()
            return True
        return super().eventFilter(watched, event)

    def deeds(self) -> dict[str, Deed]:
        """Return what the page's keys do."""
        return {"library": self.done.emit}

    def parts(self) -> list[QWidget]:
        """Return where F6 stops."""
        return [self.rows[0], self.begin]

    def changed(self, what: Changed) -> None:
        """Show the values in force."""
        if what.what & {"settings", "looks"}:
            for row in self.rows:
                row.read()
            self._fit()


def sentences() -> tuple[str, ...]:
    """Say what this is."""
    return (
        _(
            "Here several accounts of one event stand side by side. You read them, answer questions on what "
            "each of them says and how it knows, and mark the words that bear your answer."
        ),
        _(
            "Everything you do stays on this machine: there is no account, and nothing is sent. How the "
            "texts look is up to you, now and at any time."
        ),
    )


def _first_key(action: str) -> str:
    keys = own_keys.now().keys(action)
    return shown_name(keys[0]) if keys else "–"
