"""Reading the files of a pack, one by one, into objects that know where they were written."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TypeVar

from crossread.base.errors import Expected
from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.pack import (
    FloorLine,
    GlossaryTerm,
    TimelineEntry,
    Work,
)
from crossread.packs.problems import Problems, strange_sign, told
from crossread.packs.reading.conversion import Written, conversion
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.front_matter import part_front_matter
from crossread.packs.reading.hash_lines import read_hash_line
from crossread.packs.reading.question_reading import read_question
from crossread.packs.reading.schema import Head, NotesRow, SourceRow, VersionRow
from crossread.packs.reading.words_reading import LISTS, read_words
from crossread.packs.reading.yaml_tree import ListNode, MapNode, Node, Scalar, load_yaml, place
from crossread.packs.sources.compare_parts import AuthorsQuantity, Edge
from crossread.questions.claims import Claim
from crossread.texts.text import Text

T = TypeVar("T")

MAX_IN_LIST = 1_000  # values in one list, or keys at one level, of a question or a claim, or of the head
_CAPPED = (
    pack_files.HEAD,
    pack_files.QUESTIONS,
    pack_files.CLAIMS,
    pack_files.EDGES,
    pack_files.FIGURES,
    pack_files.GLOSSARY,
    pack_files.WORDS,
    pack_files.TIMELINE,
)


def read_draft(files: Mapping[str, bytes], problems: Problems) -> Draft:
    """Read all files of a pack; what has faults is left out and noted."""
    draft = Draft()
    reader = _Reader(draft, problems)
    for name, data in files.items():
        if pack_files.kind_of(name) == pack_files.IMAGES:
            draft.images[name.partition("/")[2]] = data
            continue
        text = pack_files.read_source(name, data, problems)
        if text is None:
            draft.lost.add(pack_files.kind_of(name))
        else:
            reader.read(name, text)
    return draft


class _Reader:
    """Reads one file after the other into a draft."""

    def __init__(self, draft: Draft, problems: Problems) -> None:
        self._draft = draft
        self._problems = problems

    def read(self, name: str, text: str) -> None:
        """Read a file by its name."""
        draft = self._draft
        by_name: dict[str, Callable[[str, str], None]] = {
            pack_files.HEAD: self._head,
            pack_files.CONTEXT: self._context,
            pack_files.TEACHER: self._guide,
            pack_files.FLOOR: partial(self._into, draft.floor, FloorLine),
            pack_files.CLAIMS: partial(self._into, draft.claims, Claim),
            pack_files.EDGES: partial(self._into, draft.edges, Edge),
            pack_files.FIGURES: partial(self._into, draft.figures, AuthorsQuantity),
            pack_files.WORKS: partial(self._into, draft.works, Work),
            pack_files.GLOSSARY: partial(self._into, draft.glossary, GlossaryTerm),
            pack_files.WORDS: self._words,
            pack_files.TIMELINE: partial(self._into, draft.timeline, TimelineEntry),
            pack_files.SOURCES: self._source,
            pack_files.VERSIONS: self._version,
            pack_files.QUESTIONS: self._questions,
            pack_files.ORIGINALS: self._sentences,
        }
        by_name[pack_files.kind_of(name)](name, text)

    def _head(self, name: str, text: str) -> None:
        node = self._tree(name, text, empty=_("This file is empty. It has to say what the pack is called."))
        if node is not None:
            self._draft.head = self._row(name, node, Head)

    def _context(self, name: str, text: str) -> None:
        self._draft.context = self._with_notes(name, text)

    def _guide(self, name: str, text: str) -> None:
        self._draft.guide = self._with_notes(name, text)

    def _with_notes(self, name: str, text: str) -> Text:
        """Read a text that may have notes above it; they are put below it once all files are read."""
        parts = part_front_matter(text)
        if parts is None:
            return self._markdown(name, text) or Text(())
        node = self._tree(name, parts.keys, parts.keys_line)
        row = self._row(name, node, NotesRow) if node is not None else None
        listed = node.values["notes"] if row and row.value.notes and isinstance(node, MapNode) else None
        if row and isinstance(listed, ListNode):
            pairs = zip(row.value.notes, listed.items, strict=True)
            self._draft.notes[name] = [Written(note, name, item) for note, item in pairs]
        return self._markdown(name, parts.body, parts.body_line) or Text(())

    def _into(self, rows: list[Written[T]], target: type[T], name: str, text: str) -> None:
        rows += self._rows(name, text, target)

    def _words(self, name: str, text: str) -> None:
        node = self._tree(name, text)
        read = read_words(node, name, self._problems) if node is not None else None
        if read is None:
            self._draft.lost.add(pack_files.kind_of(name))
            return
        self._draft.names += read.names
        self._draft.loaded += read.loaded
        self._draft.hedging += read.hedging
        self._draft.named += read.named
        self._draft.words_floor = read.floor
        self._draft.left_out += read.left_out

    def _source(self, name: str, text: str) -> None:
        row, digest = self._card_and_text(name, text, SourceRow)
        if row and digest is not None:
            self._draft.sources.append((row, digest))

    def _version(self, name: str, text: str) -> None:
        row, edition = self._card_and_text(name, text, VersionRow)
        if row and edition is not None:
            self._draft.versions.append((row, edition))

    def _card_and_text(self, name: str, text: str, target: type[T]) -> tuple[Written[T] | None, Text | None]:
        parts = part_front_matter(text)
        if parts is None:
            message = _(
                "A source begins with its card: on line 1 three hyphens (---), then the card's keys, then a "
                "line of three hyphens again."
            )
            self._lost(name, 1, message)
            return None, None
        node = self._tree(name, parts.keys, parts.keys_line, _("The card of this source is empty."))
        body = self._markdown(name, parts.body, parts.body_line)
        if body is not None and not body.blocks:
            message = _("This source has no text below its card.")
            self._problems.error(name, (parts.body_line - 1, 1), "no-digest", message)
        return self._row(name, node, target) if node is not None else None, body

    def _questions(self, name: str, text: str) -> None:
        for item in self._items(name, text):
            question = read_question(item, name, self._problems)
            if question:
                self._draft.questions.append(question)
            else:
                self._draft.left_out += 1

    def _sentences(self, name: str, text: str) -> None:
        sentences = []
        for number, line in enumerate(text.split("\n"), 1):
            found = read_hash_line(line)
            if found:
                sentences.append(found)
            elif line.strip():
                message = _(
                    "Each line here is: block, words, hash and “text” or “note”, with spaces between."
                )
                self._lost(name, number, message)
                return
        source = name.removeprefix(f"{pack_files.ORIGINALS}/").removesuffix(".hashes")
        self._draft.sentences[source] = tuple(sentences)

    def _rows(self, name: str, text: str, target: type[T]) -> list[Written[T]]:
        rows = [self._row(name, item, target) for item in self._items(name, text)]
        return [row for row in rows if row]

    def _items(self, name: str, text: str) -> Sequence[Node]:
        node = self._tree(name, text)
        if node is None or isinstance(node, ListNode):
            return node.items if node else ()
        self._lost(name, node.line, _("This file has to be a list: each thing in it begins with “- ”."))
        return ()

    def _row(self, name: str, node: Node, target: type[T]) -> Written[T] | None:
        value = conversion(target).read(node, name, self._problems)
        if value is None:
            self._draft.left_out += 1
            return None
        return Written(value, name, node)

    def _tree(self, name: str, text: str, first_line: int = 1, empty: str = "") -> Node | None:
        """Read YAML; `empty` is what to say where there is none."""
        before = len(self._problems)
        node = load_yaml(text, name, self._problems, first_line)
        if node is not None and self._look_over(name, node):
            self._declare(name, node)
            return node
        if len(self._problems) > before:
            self._draft.lost.add(pack_files.kind_of(name))
        elif empty:
            self._lost(name, first_line, empty)
        return None

    def _look_over(self, name: str, node: Node) -> bool:
        """Look at every id in a tree, on all levels; tell whether no row of it holds too much to go on."""
        capped = pack_files.kind_of(name) in _CAPPED
        stack = [node]
        while stack:
            here = stack.pop()
            if isinstance(here, Scalar):
                continue
            inside: Collection[Node] = here.items if isinstance(here, ListNode) else here.values.values()
            if capped and len(inside) > MAX_IN_LIST and here is not node:
                message = _("More than {count} values stand in one list here. Part it.")
                message = message.format(count=MAX_IN_LIST)
                self._problems.error(name, place(here), "list-too-long", message)
                return False
            stack += inside
            if isinstance(here, MapNode):
                given = here.values.get("id")
                if isinstance(given, Scalar) and not pack_files.is_id(given.text):
                    message = _("An id has only small letters a to z, digits and hyphens (-), at most 64.")
                    message = told(message, strange_sign(given.text))
                    self._problems.error(name, place(given), "id", message)
        return True

    def _declare(self, name: str, node: Node) -> None:
        lists = {pack_files.HEAD: ("stages",), pack_files.WORDS: LISTS}.get(name, ())
        parts = [node]
        if lists and isinstance(node, MapNode):
            parts = [node.values[key] for key in lists if key in node.values] or parts
        for part in parts:
            for item in part.items if isinstance(part, ListNode) else [part]:
                given = item.values.get("id") if isinstance(item, MapNode) else None
                if isinstance(given, Scalar):
                    self._draft.ids.setdefault(pack_files.kind_of(name), []).append((name, given))

    def _markdown(self, name: str, text: str, first_line: int = 1) -> Text | None:
        from crossread.texts.readers.markdown_reader import read_markdown

        self._draft.bodies[name] = first_line, text
        try:
            read = self._draft.texts[name] = read_markdown(text, first_line)
        except Expected as error:
            self._problems.expected(name, (first_line, 1), error)
            self._draft.left_out += 1
            return None
        return read

    def _lost(self, name: str, line: int, message: str) -> None:
        self._problems.error(name, (line, 1), "layout", message)
        self._draft.lost.add(pack_files.kind_of(name))
