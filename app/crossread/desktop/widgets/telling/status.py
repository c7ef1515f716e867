"""Saved or not: one quiet word in the bar, a clear one where something is wrong."""

from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crossread.base.translation import _
from crossread.desktop.theme import theme
from crossread.desktop.theme.looks import LOOKS
from crossread.desktop.widgets.announce import announce
from crossread.desktop.widgets.labels import Label, Look
from crossread.desktop.widgets.tips import set_tip

SavedKind = Literal["", "saved", "saving", "not-saved", "opening", "checking"]

LATE = 150  # milliseconds before "saving" shows: shorter waits pass unseen (design, section 2)


class SavedStatus(QWidget):
    """One word: "✓ saved", "saving…" or "not saved"; for a guest "kept for now".

    `changed`: it says something else now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label("", "muted", self)
        self._label.setWordWrap(False)
        self._kind: SavedKind = ""
        self._awaited = False  # whether "saving…" or "not saved" has been in view since it was saved last
        self._brief = False
        self._for_now = False
        self._words = ""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(LATE)
        self._late.timeout.connect(self._show_saving)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)

    def text(self) -> str:
        """Return what is shown, in full."""
        return self._words

    def set_brief(self, brief: bool) -> None:
        """Show the sign alone, where the bar has no room for the word; the tip and the name keep it."""
        if brief != self._brief:
            self._brief = brief
            self._label.setMinimumWidth(0)
            self._show(self._words, self._label.look())

    def set_for_now(self) -> None:
        """Say from now on that what is kept is kept for now only: it goes with the one who sits here."""
        self._for_now = True

    def width_in_full(self) -> int:
        """Return how wide it is with its word, in pixels."""
        metrics = QFontMetrics(theme.current().font(LOOKS[self._label.look()].font))
        return metrics.horizontalAdvance(self._words) + 2

    def kind(self) -> SavedKind:
        """Return the kind last set, even where it does not show yet."""
        return self._kind

    def set_kind(self, kind: SavedKind, why: str = "", share: float = 0.0) -> None:
        """Show how it stands, with the share that is done of opening and checking, from 0 to 1.

        While saving, "saved" is taken away at once, because it is not so; "saving…" only shows where it
        lasts longer than 150 ms.
        """
        before, self._kind = self._kind, kind
        if kind == "saving":
            if before != "saving":
                self._label.setMinimumWidth(self._label.width())  # nothing in the bar moves for it
                self._show("", "muted")
                self._late.start()
            return
        self._late.stop()
        self._label.setMinimumWidth(0)  # the room of before may be too little in a larger text
        done = int(100 * share)
        words: dict[SavedKind, tuple[str, Look]] = {
            "": ("", "muted"),
            "saved": (_("kept for now"), "muted") if self._for_now else (_("✓ saved"), "right"),
            "not-saved": (_("✗ not saved"), "wrong"),
            "opening": (_("opening…") if not share else _("opening… {share} %").format(share=done), "muted"),
            "checking": (
                _("checking…") if not share else _("checking… {share} %").format(share=done),
                "muted",
            ),
        }
        self._show(*words[kind])
        self._label.setAccessibleDescription(why)
        if kind == "not-saved" and before != "not-saved":
            announce(self, _("not saved"))  # why is said where it is shown
        elif kind == "saved" and self._awaited:
            # After each quick saving it would only be in the way.
            announce(self, _("kept for now") if self._for_now else _("saved"))
        self._awaited = kind == "not-saved"

    def _show_saving(self) -> None:
        self._awaited = True
        self._show(_("saving…"), "muted")

    def _show(self, text: str, look: Look) -> None:
        told, self._words = self._words, text
        sign = next((one for one in text if one in "✓✗"), "…")
        self._label.setText(sign if self._brief and text else text)
        self._label.setAccessibleName(text)
        set_tip(self._label, text if self._brief else "")
        self._label.set_look(look)
        if text != told:
            self.changed.emit()
