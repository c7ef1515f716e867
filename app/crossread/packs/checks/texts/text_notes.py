"""Notes above the context and the guide: where the text is known from, shown as its footnotes."""

import re

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.ids import Ids
from crossread.packs.checks.references import check_refs
from crossread.packs.problems import Problems
from crossread.packs.reading.draft import Draft
from crossread.packs.sources.known_from import named

_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_DEFINED = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)
_SIGNS = re.compile(r"([\\`*_{}\[\]()>#+.!|-])")  # those that Markdown may take for its own


def complete_notes(draft: Draft) -> None:
    """Read each text that has notes once more, with a footnote for each of them."""
    if not draft.notes:
        return
    from crossread.texts.readers.markdown_reader import read_markdown

    sources = {row.value.id: f"{row.value.letter}, {row.value.short}" for row, _text in draft.sources}
    works = {written.value.id: written.value for written in draft.works}
    for file, notes in draft.notes.items():
        first_line, body = draft.bodies[file]
        lines = []
        marks = [mark.group(1) for mark in _MARK.finditer(body)]
        asked = dict(zip(reversed(marks), range(len(marks), 0, -1), strict=True))  # the first mark counts
        for note in sorted((written.value for written in notes), key=lambda note: asked.get(note.id, 0)):
            told = " ".join([*note.says.split(), named(note.refs, sources, works)])
            lines.append(f"[^{note.id}]: {_SIGNS.sub(_escaped, told)}")
        try:
            text = read_markdown("\n\n".join([body, *lines]), first_line)
        except Expected:  # it was read without them, and what is wrong there has been told
            continue
        draft.texts[file] = text
        if file == pack_files.CONTEXT:
            draft.context = text
        else:
            draft.guide = text


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign.group(1)}"


def check_notes(draft: Draft, problems: Problems) -> None:
    """Note references that lead nowhere, notes that no text refers to, and marks without a note."""
    ids = Ids(draft, problems)
    for file in (pack_files.CONTEXT, pack_files.GUIDE):
        first_line, body = draft.bodies.get(file, (1, ""))
        marks: dict[str, int] = {}  # the first line that has each of them
        for mark in _MARK.finditer(body):
            marks.setdefault(mark.group(1), first_line + body.count("\n", 0, mark.start()))
        known = set(_DEFINED.findall(body))
        for written in draft.notes.get(file, []):
            note = written.value
            check_refs(written, note.refs, ids, problems)
            if note.id in known:
                message = _("The id “{id}” is used already. Ids have to differ.").format(id=note.id[:64])
                problems.error(file, written.at("id"), "id-twice", message)
            if not note.refs:
                message = _("This note says nothing of where it is known from.")
                problems.error(file, written.at("refs"), "empty", message)
            if note.id not in marks:
                message = _("The text has no mark [^{id}], so nobody gets to this note.")
                problems.warning(file, written.at("id"), "note-unused", message.format(id=note.id[:64]))
            known.add(note.id)
        for name, line in marks.items():
            if name not in known and pack_files.kind_of(file) not in draft.lost:
                message = _("There is no note “{id}”: readers would see the mark as it is typed.")
                problems.error(file, (line, 1), "no-note", message.format(id=name[:64]))
