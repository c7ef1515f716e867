"""Loading what the first open pack will need, bit by bit, while nobody waits for anything."""

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

# In the order in which opening a pack comes to need them, so that each loads little by itself.
ROOMS = (
    "msgspec",
    "crossread.texts.normal",
    "crossread.texts.anchors",
    "crossread.questions.choice",
    "crossread.questions.numerical",
    "crossread.questions.short_answer",
    "crossread.questions.evidence",
    "crossread.questions.registry",
    "crossread.questions.storing",
    "crossread.packs.compiled",
    "crossread.operations.opening",
    "crossread.inquiry.decide",
    "crossread.inquiry.fold",
    "crossread.inquiry.view",
    "crossread.desktop.widgets.reading_view",
    "crossread.desktop.answers.registry",
    "crossread.desktop.stage_tabs",
    "crossread.desktop.pages.desk_place",
    "crossread.desktop.pages.pane",
    "crossread.desktop.pages.desk_panes",
    "crossread.desktop.pages.question_column",
    "crossread.desktop.pages.desk",
    "crossread.desktop.pages.pack_pages",
)

BEGIN_MS = 250  # after the first page: its own refresh comes first
PAUSE_MS = 5  # between two rooms, so that a click or a key is never kept waiting for more than one


class WarmUp(QObject):
    """Loads one room after another in the pauses of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = list(ROOMS)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load)
        self._timer.start(BEGIN_MS)

    def _load(self) -> None:
        if self._waiting:
            import_module(self._waiting.pop(0))
            self._timer.start(PAUSE_MS)
