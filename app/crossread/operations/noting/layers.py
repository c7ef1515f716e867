"""Sets of highlights and notes by others: taken in, kept by digest, and laid over a pack's texts."""

from dataclasses import dataclass
from pathlib import Path

from crossread.base.canonical import digest
from crossread.base.errors import N_, Expected, why_of
from crossread.base.files import write_atomically
from crossread.inquiry.notes import Layer
from crossread.operations.noting.annotations_read import read_annotations
from crossread.operations.noting.json_border import read_small_file, refused
from crossread.operations.noting.layer_contents import LayerContents, lay
from crossread.operations.opening.attaching import shown_name
from crossread.operations.opening.opened import OpenPack


@dataclass(frozen=True, slots=True)
class LayerTaken:
    """A set that was taken in: the layer, and sentences on what of it was not taken."""

    layer: Layer
    told: tuple[str, ...] = ()


def take_in(folder: Path, file: Path, opened: OpenPack) -> LayerTaken:
    """Check a file, see what of it fits the texts of a pack, and keep a copy in `folder`.

    Raises Expected("set-refused") where it is no such file, or nothing of it fits, Expected("not-kept")
    where the disk refuses.
    """
    data = read_small_file(file)
    given = read_annotations(data)
    name = digest(data)
    contents = lay(given, name, opened.pack, opened.shown_now)
    if not contents.count:
        raise refused(
            N_("Nothing in {name} fits the texts of “{pack}”. {told}"),
            name=shown_name(file),
            pack=opened.pack.title,
            told=" ".join(contents.told),
        )
    _keep(folder, name, data, shown_name(file))
    title = given.title or shown_name(file)
    return LayerTaken(
        Layer(digest=name, title=title, author=given.author, count=contents.count), contents.told
    )


def contents_of(folder: Path, layer: str, opened: OpenPack) -> LayerContents:
    """Read a kept set, by its digest, and lay it over the texts of a pack.

    Raises Expected("layer-lost") where its copy is gone or damaged.
    """
    try:
        data = _file(folder, layer).read_bytes()
    except OSError as error:
        raise Expected(
            "layer-lost",
            N_("Its file cannot be read ({why}). Add the set again, or take it away."),
            why=why_of(error),
        ) from error
    if digest(data) != layer:
        raise Expected("layer-lost", N_("Its file was damaged. Add the set again, or take it away."))
    return lay(read_annotations(data), layer, opened.pack, opened.shown_now)


def _keep(folder: Path, name: str, data: bytes, shown: str) -> None:
    """Keep a copy; one that is there and damaged is replaced."""
    try:
        write_atomically(_file(folder, name), data)
    except OSError as error:
        raise Expected(
            "not-kept",
            N_(
                "{name} could not be kept ({why}). Check that the disk has room and that you may write to "
                "the data folder, then add it again."
            ),
            name=shown,
            why=why_of(error),
        ) from error


def _file(folder: Path, layer: str) -> Path:
    return folder / f"{layer}.json"
