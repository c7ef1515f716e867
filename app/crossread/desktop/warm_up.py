"""Loading what the first open pack will need, bit by bit, while nobody waits for anything."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from PySide6.QtCore import QObject, QTimer

# In the order in which opening a pack comes to need them, so that each loads little by itself. "*" stands for
# each module of a room and its folders, as kinds of question come and go there; what has a line itself waits.
ROOMS = (
    "msgspec",
    "crossread.texts.words.normal",
    "crossread.texts.passages.anchors",
    "crossread.questions.*",
    "crossread.questions.registry",
    "crossread.questions.marking",
    "crossread.questions.storing",
    "crossread.packs.compiled",
    "crossread.operations.opening.opening",
    "crossread.inquiry.decide",
    "crossread.inquiry.fold",
    "crossread.inquiry.view",
    "crossread.desktop.widgets.*",
    "crossread.desktop.answers.*",
    "crossread.desktop.answers.registry",
    "crossread.desktop.stage_tabs",
    "crossread.desktop.pages.desk.desk_place",
    "crossread.desktop.pages.panes.pane",
    "crossread.desktop.pages.desk.desk_panes",
    "crossread.desktop.pages.questions.answering",
    "crossread.desktop.pages.questions.feedback",
    "crossread.desktop.pages.questions.question_body",
    "crossread.desktop.pages.questions.question_column",
    "crossread.desktop.pages.desk.desk",
    "crossread.desktop.pages.pack_pages",
    "crossread.desktop.pages.finding.palette",
    "crossread.desktop.pages.help.help_pages",
)

BEGIN_MS = 250  # after the first page: its own refresh comes first
PAUSE_MS = 5  # between two rooms, so that a click or a key is never kept waiting for more than one


def modules() -> Iterator[str]:
    """Name the modules to load, each room with "*" only when its turn comes."""
    for room in ROOMS:
        if not room.endswith(".*"):
            yield room
            continue
        package = room.removesuffix(".*")
        inside = walk_packages(import_module(package).__path__, f"{package}.")
        found = sorted(one.name for one in inside if not one.ispkg)
        yield from (module for module in found if module not in ROOMS)


class WarmUp(QObject):
    """Loads one module after another in the pauses of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = modules()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._load)
        self._timer.start(BEGIN_MS)

    def _load(self) -> None:
        module = next(self._waiting, None)
        if module is not None:
            import_module(module)
            self._timer.start(PAUSE_MS)
