"""What stands in a text beside its words: explained words, notes, covered passages, pictures, a bubble."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from crossread.base.translation import _
from crossread.desktop.widgets.layers.notes import Notes
from crossread.desktop.widgets.layers.terms import Terms
from crossread.desktop.widgets.layers.veils import Veils
from crossread.desktop.widgets.pictures.reading_pictures import Pictures
from crossread.desktop.widgets.telling.bubble import Bubble, Explanation
from crossread.texts.text import Range

if TYPE_CHECKING:
    from crossread.desktop.widgets.reading.view import ReadingView


class Beside(QObject):
    """What a reading view shows beside the words of its text, each kind a layer of its own."""

    def __init__(self, view: "ReadingView") -> None:
        super().__init__(view)
        self.view = view
        self.key: Callable[[str], str] = _no_key  # of an action ("footnote", "words"), to be named in bubbles
        self._bubble: Bubble | None = None
        self.veils = Veils(self)
        self.pictures = Pictures(self)
        self.notes = Notes(self)
        self.terms = Terms(self)
        self._layers = (self.veils, self.pictures, self.notes, self.terms)
        view.verticalScrollBar().valueChanged.connect(self.dismiss)

    @property
    def bubble(self) -> Bubble:
        """The bubble of the view, made when it is first needed."""
        if self._bubble is None:
            self._bubble = Bubble(self.view)
            self._bubble.acted.connect(self._act)
        return self._bubble

    def _act(self) -> None:
        """Do what the bubble's button says: whichever kind of thing it tells of."""
        if self.notes.told():
            self.notes.act()
        else:
            self.terms.act()

    def open_bubble(self, explanation: Explanation, where: Range, *, focus: bool) -> None:
        """Open the bubble beside a range of the text, which is brought into view."""
        self.dismiss()
        rects = self.view.rects_of(where)
        if not rects or not self.view.viewport().rect().contains(rects[0].topLeft()):
            self.view.bring_to(where)
            rects = self.view.rects_of(where)
        corner = self.view.viewport().mapToGlobal(QPoint(0, 0))
        self.bubble.open(explanation, [rect.translated(corner) for rect in rects], focus=focus)

    def say(self, sentence: str) -> None:
        """Say a sentence beside the caret until the next key; the focus stays."""
        self.dismiss()
        self.bring_caret()
        caret = self.view.cursorRect()
        at = QRect(self.view.viewport().mapToGlobal(caret.topLeft()), caret.size())
        self.bubble.open(Explanation(words=sentence), [at], focus=False)

    def dismiss(self) -> None:
        """Close the bubble, whatever it says."""
        self.terms.dismiss()
        self.notes.dismiss()
        if self._bubble is not None:
            self._bubble.dismiss()

    def bring_caret(self) -> None:
        """Bring the caret into view: who has scrolled away goes on from where they read."""
        self.view.bring_caret()

    def add_to(self, menu: QMenu) -> None:
        """Add to a menu what can be done with what stands at the caret."""
        covered, opened = self.veils.at_caret()
        entries: list[tuple[str, Callable[[], None]]] = []
        if self.terms.at(self.view.caret()) is not None:
            entries.append((_("Explain the word"), self.terms.explain_at_caret))
        if self.notes.is_near_caret():
            entries.append((_("Footnote"), self.notes.turn))
        if covered or opened:
            label = _("Show the covered passage") if covered else _("Cover the passage again")
            entries.append((label, self.veils.turn))
        if self.pictures.is_at_caret():
            entries.append((_("Enlarge the picture"), self.pictures.enlarge_at_caret))
        if entries:
            menu.addSeparator()
        for label, act in entries:
            action = QAction(label, menu)
            action.triggered.connect(act)
            menu.addAction(action)

    def area(self) -> QRectF:
        """Return what is in view, in the document's coordinates."""
        top = self.view.verticalScrollBar().value()
        return QRectF(0, top, self.view.viewport().width(), self.view.viewport().height())

    def in_view(self) -> Range:
        """Return the part of the text that is in view."""
        return self.view.positions_in(self.area())

    # Clicks and Enter

    def click(self, point: QPoint) -> bool:
        """Act on a click at a point of the viewport; False where nothing stands there."""
        at, where = self._hit(point)
        return any(layer.click(at, where) for layer in self._layers)

    def can_click(self, point: QPoint) -> bool:
        """Tell whether a click at a point of the viewport does something that the mouse should show."""
        at, where = self._hit(point)
        return any(layer.can_click(at, where) for layer in self._layers)

    def press(self) -> bool:
        """Act on Enter; False where nothing stands at the caret."""
        return any(layer.press(self.view.caret()) for layer in self._layers)

    def _hit(self, point: QPoint) -> tuple[int, QPointF]:
        at = self.view.position_at(point)
        top = self.view.verticalScrollBar().value()
        return -1 if at is None else at, QPointF(point) + QPointF(0, top)


def _no_key(_action: str) -> str:
    return ""
