"""What the keys of a text do with what stands in it beside its words."""

from collections.abc import Callable, Mapping

from crossread.desktop.widgets.reading.view import ReadingView


def _explain(view: ReadingView) -> None:
    view.beside.terms.explain_at_caret()


def _note(view: ReadingView) -> None:
    view.beside.notes.turn()


def _veil(view: ReadingView) -> None:
    view.beside.veils.turn()


def _picture(view: ReadingView) -> None:
    view.beside.pictures.enlarge_at_caret()


def _cite(view: ReadingView) -> None:
    view.cite_asked.emit()


def _sentence(view: ReadingView) -> None:
    view.select_sentence()


def _mark(view: ReadingView) -> None:
    view.send_selection()


# Each action of keys.py that acts on a text, by its id.
TEXT_DEEDS: Mapping[str, Callable[[ReadingView], None]] = {
    "sentence": _sentence,
    "mark": _mark,
    "explain": _explain,
    "footnote": _note,
    "veil": _veil,
    "picture": _picture,
    "copy-cited": _cite,
}
