"""One way through a pack that comes along, as entries: what long records are made of."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from crossread.base.clock import SystemClock
from crossread.base.entries import NewEntry
from crossread.base.errors import Expected
from crossread.base.folders import content_folder
from crossread.inquiry.asked import asked
from crossread.inquiry.commands import Answer, Certainty, Command, EnterStage, HandIn, OpenCard, Release
from crossread.inquiry.decide import decide
from crossread.inquiry.fold import fold
from crossread.inquiry.state import InquiryState
from crossread.operations.opening.opened import OpenPack
from crossread.packs.check import check_pack
from crossread.packs.library.originals import Originals
from crossread.record.rows import Row, entry_of, prepare
from tests.term.answering import response

PACK = "khojaly-1992"
_SURE: tuple[Certainty, ...] = ("guess", "fairly sure", "certain")


@dataclass(frozen=True, slots=True)
class OneWay:
    """Rows of one way through a pack, and what was seen on it, as JSON by digest."""

    rows: tuple[Row, ...]
    seen: dict[str, str]


class _Walker:
    def __init__(self, opened: OpenPack) -> None:
        self.opened = opened
        self.state = InquiryState(pack=opened.pack.id)
        self.rows: list[Row] = []
        self.seen: dict[str, str] = {}

    def do(self, command: Command) -> None:
        with suppress(Expected):
            self.note(*decide(self.state, command, self.opened.pack, self.opened.texts))

    def spend(self, kind: str, payload: dict[str, Any]) -> None:
        pack = self.opened.pack
        self.note(NewEntry(kind=kind, pack=pack.id, pack_version=pack.version, payload=payload))

    def note(self, *made: NewEntry) -> None:
        for new in made:
            prepared = prepare(new, "", SystemClock())
            row = prepared.row._replace(seq=len(self.rows) + 1)
            self.rows.append(row)
            self.seen.update(prepared.seen)
            self.state = fold(self.state, entry_of(row))


def one_way(nowhere: Path) -> OneWay:
    """Go through a pack once, from its first stage to its last; `nowhere` is a folder without originals."""
    pack = check_pack(content_folder() / PACK).pack
    if pack is None:
        raise RuntimeError("a pack that comes along does not pass its check")
    walker, chance = _Walker(OpenPack.of(pack, Originals(nowhere))), Random(3)
    walker.note(NewEntry(kind="session"))
    for stage in pack.stages:
        walker.do(EnterStage(stage=stage.id))
        for source in pack.sources:
            walker.do(OpenCard(source=source.id))
            reading = {"source": source.id, "which": "digest", "seconds": chance.randint(5, 600)}
            walker.spend("source-read", reading)
        for question in asked(walker.state, pack, stage.id):
            given = response(walker.opened, question, chance, knows=chance.random() < 0.7)
            walker.do(Answer(question=question.id, response=given, certainty=chance.choice(_SURE)))
            spent = {"seconds": 60, "stage": stage.id, "page": "desk"}
            walker.spend("time-spent", spent)
        walker.do(HandIn(stage=stage.id))
        walker.do(Release(stage=stage.id))
    return OneWay(tuple(walker.rows), walker.seen)
