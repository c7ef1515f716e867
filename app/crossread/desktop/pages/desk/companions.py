"""What may stand in the desk's right-hand column besides the questions; imported when first looked at."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from crossread.base.errors import N_
from crossread.desktop.pages.desk.companion import Companion
from crossread.desktop.pages.page import Surroundings
from crossread.operations.opening.opened import OpenPack

Maker = Callable[[Surroundings, OpenPack, QWidget], Companion]

# What stands on each tab, in the order of the tabs; the questions always come first.
LABELS: dict[str, str] = {
    "questions": N_("Questions"),
    "notes": N_("Notes"),
    "words": N_("Words"),
    "find": N_("Find"),
    "conclude": N_("Conclude"),
}


def _notes() -> Maker:
    from crossread.desktop.pages.notes.notes_companion import NotesCompanion

    return NotesCompanion


def _find() -> Maker:
    from crossread.desktop.pages.finding.find_companion import FindCompanion

    return FindCompanion


def _words() -> Maker:
    from crossread.desktop.pages.desk.words_companion import WordsCompanion

    return WordsCompanion


def _conclude() -> Maker:
    from crossread.desktop.pages.conclude.conclude_companion import ConcludeCompanion

    return ConcludeCompanion


# Each companion by its name, one of LABELS.
COMPANIONS: dict[str, Callable[[], Maker]] = {
    "notes": _notes,
    "words": _words,
    "find": _find,
    "conclude": _conclude,
}
