"""Markdown's element tree into our blocks, by an allow-list: what is not known is words and no more."""

from dataclasses import dataclass, replace
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown

from crossread.texts.readers.caps import DEPTH
from crossread.texts.readers.fences import PLACEHOLDER, Unfenced
from crossread.texts.readers.markdown_inline import NOTE_MARK, GatheredWords, plain
from crossread.texts.text import PICTURES, Block, BlockKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {*_HEADINGS, "p", "ul", "ol", "li", "blockquote", "pre", "dl", "dt", "dd", "table", "hr", "div"}
_BETWEEN_CELLS = " · "
_BULLET = "•"
# Longer numbers are no numbers of a list.
_LONGEST_NUMBER = 9


def blocks_of(parser: Markdown, unfenced: Unfenced) -> tuple[Block, ...]:
    """Parse lines and return their blocks; RecursionError for more than 8 blocks within each other."""
    root = parser.parser.parseDocument(unfenced.lines).getroot()
    if root is None:
        return ()
    for step in parser.treeprocessors:
        changed = step.run(root)
        root = root if changed is None else changed
    walk = _Walk(unfenced.code)
    walk.flow(root, _Place())
    return tuple(walk.blocks)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the tree a block stands: what its words are, how deep, and what stands before them."""

    kind: BlockKind = "paragraph"
    level: int = 0
    marker: str = ""
    quotes: int = 0
    items: int = 0
    depth: int = 0
    note: str = ""

    def within(self) -> "_Place":
        if self.depth >= DEPTH + 1:  # a block's own paragraph is one more
            raise RecursionError
        return replace(self, depth=self.depth + 1)


class _Walk:
    """Goes through a tree once and gathers its blocks."""

    def __init__(self, code: list[str]) -> None:
        self.blocks: list[Block] = []
        self._code = code

    def flow(self, parent: Element, place: _Place) -> None:
        """Take the words and blocks within an element, which may be mixed."""
        first = len(self.blocks)
        words = GatheredWords()
        words.add(self._fenced(parent.text, place))
        for child in parent:
            if child.tag in _BLOCKS:
                self._put(words, self._next(place, first))
                words = GatheredWords()
                self._block(child, self._next(place, first))
            else:
                words.add_element(child)
            words.add(self._fenced(child.tail, place))
        self._put(words, self._next(place, first))

    def _next(self, place: _Place, first: int) -> _Place:
        """Leave an item's marker out once its first block is there."""
        return replace(place, marker="") if len(self.blocks) > first else place

    def _block(self, element: Element, place: _Place) -> None:
        tag = element.tag
        if tag in _HEADINGS:
            self.flow(element, replace(place, kind="heading", level=_HEADINGS[tag], marker=""))
        elif tag in ("p", "div"):
            self.flow(element, place)
        elif tag in ("ul", "ol"):
            self._list(element, place.within())
        elif tag == "blockquote":
            quotes = place.quotes + 1
            self.flow(element, replace(place.within(), kind="quote", level=quotes, quotes=quotes, marker=""))
        elif tag == "pre":
            self._preformatted(unescape(plain("".join(element.itertext()))), place.note)
        elif tag == "dl":
            for child in element:
                kind: BlockKind = "term" if child.tag == "dt" else "definition"
                self.flow(child, replace(place.within(), kind=kind, level=0, marker=""))
        elif tag == "table":
            for row in element.iter("tr"):
                self._row(row, place)
        # what is left is a rule between paragraphs, which has no words

    def _list(self, element: Element, place: _Place) -> None:
        start = element.get("start", "1")
        number = int(start) if start.isdecimal() and len(start) <= _LONGEST_NUMBER else 1
        items = place.items + 1
        for item in element:
            marker = _BULLET if element.tag == "ul" else f"{number}."
            note = item.get(NOTE_MARK, place.note)
            self.flow(item, replace(place, kind="item", level=items, items=items, marker=marker, note=note))
            number += 1

    def _row(self, row: Element, place: _Place) -> None:
        words = GatheredWords()
        for number, cell in enumerate(row):
            if number:
                words.add(_BETWEEN_CELLS)
            if cell.tag == "th":
                heading = Element("strong")
                heading.text = cell.text
                heading.extend(cell)
                words.add_element(heading)
            else:
                words.add(cell.text)
                for child in cell:
                    words.add_element(child)
                    words.add(child.tail)
        self._put(words, replace(place, kind="item", level=place.items + 1, marker=""), _BETWEEN_CELLS)

    def _put(self, words: GatheredWords, place: _Place, nothing: str = "") -> None:
        text, spans = words.finish()
        if not text.strip(nothing + " \n"):
            return
        block = Block(place.kind, text, place.level, place.marker, spans, place.note)
        self.blocks.append(_picture(block) or block)

    def _fenced(self, words: str | None, place: _Place) -> str | None:
        """Put the code of a fence where its placeholder stands."""
        if not words or not (fence := PLACEHOLDER.search(words)):
            return words
        code = self._code[int(fence.group(1))]
        if PLACEHOLDER.fullmatch(words.strip()):
            self._preformatted(code, place.note)
            return None
        return words[: fence.start()] + code + (self._fenced(words[fence.end() :], place) or "")

    def _preformatted(self, code: str, note: str) -> None:
        code = PLACEHOLDER.sub(lambda fence: self._code[int(fence.group(1))], code)
        lines = code.rstrip().split("\n")
        while lines and not lines[0].strip():
            lines.pop(0)
        if lines:
            self.blocks.append(Block("preformatted", "\n".join(lines), note=note))


def _picture(block: Block) -> Block | None:
    """Return the picture that a paragraph consists of; None where there are other words, or another's."""
    if block.kind != "paragraph" or len(block.spans) != 1:
        return None
    span = block.spans[0]
    whole = span.style == "picture" and (span.start, span.end) == (0, len(block.text))
    caption, file = block.text[1:-1].strip(), span.target.removeprefix(PICTURES)
    if not whole or not caption or file == span.target:
        return None
    return Block("picture", caption, note=block.note, file=file)
