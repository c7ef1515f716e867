"""Checks of a pack's pictures: their files, what pack.yaml says of them, and where texts show them."""

import re
from collections.abc import Iterator, Mapping

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.in_texts.pictures import ENDINGS, measure
from crossread.packs.problems import Problems, told
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.schema import Head
from crossread.texts.readers.fences import unfence
from crossread.texts.text import PICTURES

_WITHOUT_CAPTION = re.compile(r"!\[\s*\]\(")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


def check_pictures(draft: Draft, problems: Problems) -> None:
    """Note pictures that cannot be shown, are not described, or are shown where none can stand."""
    for file, data in draft.images.items():
        _file(file, data, problems)
    if draft.head:
        _rows(draft, draft.head, problems)
    for file in draft.bodies:
        _body(draft, file, problems)


def _file(file: str, data: bytes, problems: Problems) -> None:
    name = f"{pack_files.IMAGES}/{file}"
    found = measure(data)
    if found is None:
        message = _("This is no picture that packs may have. Save it as PNG, JPEG or WebP.")
        problems.error(name, (0, 0), "picture-format", message)
    elif not found.known:
        message = _("The beginning of this picture is damaged. Save it anew.")
        problems.error(name, (0, 0), "picture-broken", message)
    elif found.too_large:
        message = _("This picture has {width} x {height} pixels; 25 million is the most. Make it smaller.")
        message = message.format(width=found.width, height=found.height)
        problems.error(name, (0, 0), "picture-too-large", message)
    elif not file.lower().endswith(ENDINGS[found.format]):
        message = _("This is a picture of the kind {kind}. Let its name end in {ending}.")
        message = message.format(kind=found.format.upper(), ending=ENDINGS[found.format][0])
        problems.error(name, (0, 0), "picture-format", message)


def _rows(draft: Draft, written: Written[Head], problems: Problems) -> None:
    shown = {block.file for text in draft.texts.values() for block in text.blocks if block.file}
    first: dict[str, int] = {}
    for number, picture in enumerate(written.value.images):
        at = ("images", number)
        where = written.at(*at, "file")
        if picture.file in first:
            message = _("The picture “{file}” is described on line {line} already. Leave one out.")
            message = message.format(file=picture.file[:64], line=first[picture.file])
            problems.error(written.file, where, "picture-twice", message)
            continue
        first[picture.file] = where[0]
        if not picture.alt.strip():
            message = _("Say in “alt” what the picture shows, for those who cannot see it.")
            problems.error(written.file, written.at(*at, "alt"), "empty", message)
        if picture.file not in draft.images:
            if pack_files.IMAGES not in draft.lost:
                message = _("There is no picture “{file}” in the folder “images”.")
                message = message.format(file=picture.file[:64])
                message = told(message, problems.hint(picture.file, sorted(draft.images)))
                problems.error(written.file, where, "picture-missing", message)
        elif picture.file not in shown and draft.whole:
            message = _("No text shows this picture. Show it: ![what it is](images/{file}).")
            message = message.format(file=picture.file)
            problems.warning(written.file, where, "picture-unused", message)
    undescribed = [file for file in draft.images if file not in first]
    for file in undescribed if first.keys() <= draft.images.keys() else ():  # else a name may be misspelt
        message = _("This picture is not described. Add it to “images” in pack.yaml, with “alt”.")
        problems.error(f"{pack_files.IMAGES}/{file}", (0, 0), "picture-undescribed", message)


def _body(draft: Draft, file: str, problems: Problems) -> None:
    first_line, body = draft.bodies[file]
    lines = dict(_outside_code(body, first_line))
    for number, line in lines.items():
        if found := _WITHOUT_CAPTION.search(line):
            message = _("A picture needs a caption between its brackets: ![what it is](images/…).")
            problems.error(file, (number, found.start() + 1), "no-caption", message)
    text = draft.texts.get(file)
    for block in text.blocks if text else ():
        if block.file and block.file not in draft.images and pack_files.IMAGES not in draft.lost:
            message = _("There is no picture “{file}” in the folder “images”.")
            message = told(
                message.format(file=block.file[:64]), problems.hint(block.file, sorted(draft.images))
            )
            problems.error(file, _place(lines, f"]({PICTURES}{block.file}"), "picture-missing", message)
        for span in block.spans:
            if span.style != "picture":
                continue
            where = _place(lines, f"]({span.target}")
            if span.target.startswith(PICTURES):
                message = _("A picture is a paragraph of its own. Put a blank line before and after it.")
                problems.error(file, where, "picture-inline", message)
            else:
                message = _(
                    "A picture comes from the pack's own folder: ![what it is](images/NAME.png). "
                    "Crossread fetches nothing."
                )
                problems.error(file, where, "picture-elsewhere", message)


def _outside_code(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """Give the lines outside code, with their numbers; code within a line is blanked out."""
    lines = [line.expandtabs(4) if line.strip() else "" for line in body.split("\n")]
    for number, line in enumerate(unfence(lines).outside, first_line):
        yield number, _CODE.sub(lambda code: " " * len(code.group()), line)


def _place(lines: Mapping[int, str], sign: str) -> tuple[int, int]:
    """Return where a picture stands: the tree of blocks has no lines, so it is looked for by its address."""
    for number, line in lines.items():
        at = line.find(sign)
        if at >= 0:
            return number, line.rfind("![", 0, at) + 1 or at + 1
    return min(lines, default=1), 1
