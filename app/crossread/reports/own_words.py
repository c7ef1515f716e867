"""What a learner wrote besides answers, as it stands by now: notes, highlights, and words of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from crossread.base.entries import Entry
from crossread.base.translation import _
from crossread.inquiry.notes import MEANINGS

_REMOVES = {"note-removed": "note", "highlight-removed": "highlight"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a source by its id, and `of` which source these are, in words."""

    source: str
    words: str
    of: str


@dataclass(frozen=True, slots=True)
class Written:
    """Something written: when last, in which pack, what it is about, what it quotes, and the own words."""

    at: datetime
    pack: str
    about: str
    quotes: tuple[Quoted, ...]
    words: str


class OwnWords:
    """Keeps of everything written the last version, and lets go of what was taken away."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str, str], Entry] = {}  # by pack, what it is, and its name

    def add(self, entry: Entry) -> None:
        """Let one more entry count. Entries come oldest first."""
        payload = entry.payload
        match entry.kind:
            case "note-set":
                self._put("note", str(payload.get("key", "")), entry)
            case "highlight-set":
                self._put("highlight", str(payload.get("id", "")), entry)
            case "note-removed" | "highlight-removed":
                name = str(payload.get("key" if entry.kind == "note-removed" else "id", ""))
                self._kept.pop((entry.pack, _REMOVES[entry.kind], name), None)
            case "expectation" | "conclusion-set":
                self._put(entry.kind, str(payload.get("stage", "")), entry)
            case "judgement-set":
                self._put(entry.kind, str(payload.get("about", "")), entry)

    def notes(self) -> Iterator[Written]:
        """Give the notes, oldest first."""
        for entry in self._of("note"):
            tags = ", ".join(map(str, _list(entry.payload.get("tags"))))
            yield _written(entry, tags, str(entry.payload.get("text", "")))

    def highlights(self) -> Iterator[Written]:
        """Give the highlights, oldest first."""
        for entry in self._of("highlight"):
            meaning = str(entry.payload.get("meaning", ""))
            yield _written(entry, next((_(MEANINGS[one]) for one in MEANINGS if one == meaning), meaning), "")

    def others(self) -> Iterator[Written]:
        """Give expectations, conclusions, and what was said in the comparison; empty ones are left out."""
        for kind, about in (
            ("expectation", _("expectation")),
            ("conclusion-set", _("conclusion")),
            ("judgement-set", _("in the comparison")),
        ):
            for entry in self._of(kind):
                words = "\n\n".join(_texts(entry.payload))
                if words:
                    yield _written(entry, about, words)

    def _put(self, what: str, name: str, entry: Entry) -> None:
        place = entry.pack, what, name
        self._kept.pop(place, None)
        self._kept[place] = entry

    def _of(self, what: str) -> Iterator[Entry]:
        return (entry for (_pack, kind, _name), entry in self._kept.items() if kind == what)


def _written(entry: Entry, about: str, words: str) -> Written:
    return Written(entry.at, entry.pack, about, tuple(_quotes(entry.payload)), words)


def _texts(payload: Mapping[str, Any]) -> Iterator[str]:
    """Find all words of the learner's own in a payload, reasons among them."""
    if payload.get("text"):
        yield str(payload["text"])
    for reason in _list(payload.get("reasons")):
        if isinstance(reason, Mapping) and reason.get("text"):
            yield f"– {reason['text']}"
    for key in ("counter", "answer", "unheard"):
        if payload.get(key):
            yield str(payload[key])


def _quotes(payload: Mapping[str, Any]) -> Iterator[Quoted]:
    passages = [payload.get("passage"), *_list(payload.get("passages"))]
    for reason in _list(payload.get("reasons")):
        passages += _list(reason.get("passages")) if isinstance(reason, Mapping) else []
    for passage in passages:
        if isinstance(passage, Mapping) and passage.get("quote"):
            of = f"{passage.get('letter', '')} · {passage.get('title', '')}".strip(" ·")
            yield Quoted(str(passage.get("source", "")), str(passage["quote"]), of)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
