"""The parts of the comparison, in the order of their tabs; each is imported when it is first looked at."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from crossread.base.errors import N_
from crossread.desktop.pages.compare.part import ComparePart
from crossread.desktop.pages.page import Surroundings
from crossread.operations.opening.opened import OpenPack

Maker = Callable[[Surroundings, OpenPack, QWidget], ComparePart]

LABELS: dict[str, str] = {
    "matrix": N_("Who says what"),
    "figures": N_("Figures"),
    "origins": N_("Who rests on whom"),
    "silence": N_("Silence"),
    "words": N_("Words"),
    "when": N_("When"),
}


def _matrix() -> Maker:
    from crossread.desktop.pages.compare.matrix.matrix import MatrixPart

    return MatrixPart


def _figures() -> Maker:
    from crossread.desktop.pages.compare.figures.figures import FiguresPart

    return FiguresPart


def _origins() -> Maker:
    from crossread.desktop.pages.compare.origins.origins import OriginsPart

    return OriginsPart


def _silence() -> Maker:
    from crossread.desktop.pages.compare.silence.silence import SilencePart

    return SilencePart


def _words() -> Maker:
    from crossread.desktop.pages.compare.words.words_part import WordsPart

    return WordsPart


def _when() -> Maker:
    from crossread.desktop.pages.compare.when.when import WhenPart

    return WhenPart


# Each part by its name, one of LABELS.
PARTS: dict[str, Callable[[], Maker]] = {
    "matrix": _matrix,
    "figures": _figures,
    "origins": _origins,
    "silence": _silence,
    "words": _words,
    "when": _when,
}
