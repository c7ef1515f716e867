"""A picture in full: the whole window for it, with its caption, what it shows in words, and whose it is."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crossread.base.translation import _
from crossread.desktop.tab_order import stops
from crossread.desktop.theme import theme
from crossread.desktop.widgets import labels
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.buttons import plain
from crossread.desktop.widgets.frames.flow import FlowLayout
from crossread.desktop.widgets.pictures.zoom_view import ZoomView


class PicturePage(QWidget):
    """Covers the window it is made in until it is closed; then the focus is where it was, at the very place.

    `closed` comes when it goes. No key but its own acts while it is open, so that nothing happens behind it.
    """

    closed = Signal()

    def __init__(self, image: QImage, caption: str, alt: str, credit: str, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("overlay", True)
        self._before = QApplication.focusWidget()
        self.setAccessibleName(_("Picture: {caption}").format(caption=caption))
        self.view = ZoomView(image, alt, self)
        self.view.setAccessibleDescription(
            _("Plus and minus enlarge, 0 fits, arrows move, Escape goes back to the text")
        )
        self._size = labels.quiet("", self)
        self._size.setWordWrap(False)
        self.buttons: dict[str, QPushButton] = {}
        bar = self._make_bar()
        self._words = QVBoxLayout()
        self._told = self._make_words(caption, alt, credit)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(self.view, 1)
        whole.addWidget(self._told)
        self.view.zoomed.connect(self._tell_size)
        window.installEventFilter(self)
        self._fill_window()
        self.show()
        self.raise_()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, ". ".join(part.rstrip(".") for part in (caption, alt, credit) if part))

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 12, 16, 12)
        bar.setSpacing(8)
        sizes = QWidget(self)
        flow = FlowLayout(sizes)
        flow.addWidget(self._size)
        for name, sign, label, act in (
            ("back", _("‹ Back to the text"), _("Back to the text"), self.dismiss),
            ("less", "−", _("Smaller"), self._smaller),
            ("more", "+", _("Larger"), self._larger),
            ("fit", _("Fit"), _("Show all of it"), self.view.fit),
            ("full", _("Own size"), _("Show it in its own size"), self.view.in_full),
        ):
            button = plain(sign, self)
            button.setAccessibleName(label)
            button.clicked.connect(act)
            self.buttons[name] = button
            if name == "back":
                bar.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
                bar.addStretch(1)
                bar.addWidget(sizes)
            else:
                flow.addWidget(button)
        return bar

    def _make_words(self, caption: str, alt: str, credit: str) -> QScrollArea:
        told = QWidget()
        told.setLayout(self._words)
        self._words.setContentsMargins(24, 12, 24, 16)
        self._words.setSpacing(6)
        self._words.addWidget(labels.heading(caption, told))
        self._words.addWidget(labels.serif(alt, told))
        if credit:
            self._words.addWidget(labels.quiet(credit, told))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(_("What the picture shows"))
        area.setProperty("look", "reached")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setWidget(told)
        return area

    def _smaller(self) -> None:
        self.view.step(-1)

    def _larger(self) -> None:
        self.view.step(1)

    def _tell_size(self, percent: int) -> None:
        self._size.setText(_("{percent} %").format(percent=percent))

    def _fill_window(self) -> None:
        """Cover the window; the words take a third of it at most."""
        self.setGeometry(self.window().rect())
        needed = self._words.totalHeightForWidth(self.width() - 16)
        self._told.setFixedHeight(min(needed + 2 * theme.current().ring, self.height() // 3))

    def dismiss(self) -> None:
        """Go back to where one was."""
        self.window().removeEventFilter(self)
        if self._before is not None:  # first, so that Qt has no focus to hand on to anyone else
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self.window():
            self._fill_window()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keep keys from acting on what is behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back by Escape; the keys of the picture act from anywhere in here."""
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        elif not self.view.hasFocus():
            self.view.keyPressEvent(event)
        event.accept()

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: N802  (Qt calls it)
        """Go round within the page by Tab; Escape leaves it."""
        way = [stop for stop in stops(self) if stop.isVisible() and stop.isEnabled()]
        if not way:
            return False
        focused = QApplication.focusWidget()
        at = way.index(focused) if focused in way else -1
        reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
        way[(at + (1 if following else -1)) % len(way)].setFocus(reason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), theme.current().colour("surface"))
