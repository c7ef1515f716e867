"""The one oracle: all that was acknowledged is there as it was, and nothing that was never given.

After every fault the record is opened as the window opens it, checked, read and written to.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from crossread.base.canonical import canonical_json, digest
from crossread.base.entries import KINDS, Entry, NewEntry
from crossread.base.errors import Expected
from crossread.record.check import CheckReport
from crossread.record.record import Record
from tests.record.making import SetClock, answer
from tests.torture.figures import Figures
from tests.torture.messages import complaints_on


def seal(entry: Entry) -> str:
    """Return a digest of all that an entry holds but its number."""
    values = (entry.session, entry.at.isoformat(), entry.monotonic, entry.seen_digest, entry.key_digest)
    return digest(canonical_json([*values, entry.pack_version, seal_of_new(entry)]))[:16]


def seal_of_new(entry: Entry | NewEntry) -> str:
    """Return a digest of what is known of an entry before it is written."""
    payload = {"v": KINDS[entry.kind], **entry.payload}
    return digest(canonical_json([entry.id, entry.kind, entry.pack, entry.question, entry.attempt, payload]))[
        :16
    ]


@dataclass
class Promise:
    """What a record must hold: seals by id in the order of the record, and lists that may be there whole.

    `drafts` are the newest that were acknowledged; a damaged draft may go, but never turn into another.
    `snapshots` are what was put down of what the entries come to: gone or as they were, never others.
    `or_else` is what may be there instead, whole, while one thing is put in the place of another.
    """

    acknowledged: dict[str, str] = field(default_factory=dict)
    in_flight: list[tuple[str, ...]] = field(default_factory=list)
    drafts: dict[str, Any] | None = None
    snapshots: Mapping[str, str] | None = None
    or_else: "Promise | None" = None

    def keep(self, entries: Iterable[Entry]) -> None:
        """Count entries as acknowledged."""
        self.acknowledged.update((entry.id, seal(entry)) for entry in entries)

    def keep_new(self, entries: Iterable[NewEntry]) -> None:
        """Count entries as acknowledged of which only what was given is known."""
        self.acknowledged.update((entry.id, seal_of_new(entry)) for entry in entries)

    def hear(self, said: Iterable[Sequence[Any]]) -> None:
        """Take in what another process said: what it began to write, and what of that was acknowledged."""
        begun: list[tuple[str, ...]] = []
        for word, value in said:
            if word == "saved":
                self.acknowledged.update(dict(value))
            elif word == "begun" and isinstance(value, list) and value:
                begun.append(tuple(value))
        self.in_flight = [ids for ids in begun if not set(ids) <= self.acknowledged.keys()]

    def copy(self) -> "Promise":
        """Return a promise that can be added to without changing this one."""
        drafts = None if self.drafts is None else dict(self.drafts)
        return replace(
            self, acknowledged=dict(self.acknowledged), in_flight=list(self.in_flight), drafts=drafts
        )


@dataclass(frozen=True)
class Found:
    """What was found after a fault, with what was appended then; `error` tells why nothing could be."""

    entries: tuple[Entry, ...] = ()
    report: CheckReport | None = None
    error: Expected | None = None


def judge(figures: Figures, folder: Path, promise: Promise, what: str, *, writes: bool = True) -> Found:
    """Open a record after a fault and add to the figures what came of it; `what` names the run.

    With `writes` an entry is appended at the end, so that the record is proven to be of use.
    """
    if promise.or_else is not None:
        return _judge_either(figures, folder, promise, what)
    figures.runs += 1
    figures.acknowledged += len(promise.acknowledged)
    try:
        record = Record.open(folder, SetClock())
    except Expected as error:
        return _all_lost(figures, promise, what, error)
    try:
        _read_first_page(record, figures, promise, what)
        found = _check_and_read(record)
        if found.error is not None:
            return _all_lost(figures, promise, what, found.error)
        _compare(figures, found, promise, what)
        _compare_drafts(figures, record, found, promise, what)
        _compare_snapshots(figures, record, promise, what)
        if writes:
            made = _append(record, figures, promise, what)
            if made.seq != len(found.entries) + 1:
                figures.invented += 1
                figures.complain(f"{what}: the next entry got number {made.seq}")
            found = Found((*found.entries, made), found.report)
        return found
    finally:
        record.close()


def _judge_either(figures: Figures, folder: Path, promise: Promise, what: str) -> Found:
    """Hold that one of two states is there, whole."""
    found = Found()
    for one in (promise.or_else or promise, replace(promise, or_else=None)):
        apart = Figures(fault=figures.fault, seed=figures.seed)
        found = judge(apart, folder, one, what, writes=False)
        if not (apart.lost or apart.invented):
            break
    figures.add(apart)
    return found


def _append(record: Record, figures: Figures, promise: Promise, what: str) -> Entry:
    """Append an entry; where damage is met only now, it is repaired and all is looked at again."""
    prepared = record.prepare([answer(99)])
    try:
        (made,) = record.write(prepared)
    except Expected as error:
        if error.code != "record-damaged":
            raise
        _hold_sentence(figures, error.message, what)
        found = _check_and_read(record)
        figures.untouched -= 1  # it was taken for that
        _compare(figures, Found(found.entries, found.report), promise, f"{what}, after writing")
        (made,) = record.write(prepared)
    return made


def _read_first_page(record: Record, figures: Figures, promise: Promise, what: str) -> None:
    """Hold that what is shown before the check is true, or said to be damaged."""
    try:
        shown = list(record.entries())
    except Expected as error:
        if error.code not in ("record-damaged", "record-unreadable"):
            figures.wrong_message += 1
            figures.complain(f"{what}: the first page says {error.code}")
        _hold_sentence(figures, error.message, what)
        return
    allowed = promise.acknowledged.keys() | {one for ids in promise.in_flight for one in ids}
    if strange := [entry.id for entry in shown if entry.id not in allowed or _differs(entry, promise)]:
        figures.invented += len(strange)
        figures.complain(f"{what}: the first page shows {len(strange)} entries that never were so")


def _check_and_read(record: Record) -> Found:
    """Check, and read everything; what turns out to be damaged only then is repaired by a second check."""
    report: CheckReport | None = None
    last: Expected | None = None
    for _time in range(2):
        try:
            again = record.check()
            report = again if report is None or again.repaired else report
            entries = tuple(record.entries())
            for entry in entries:
                for name in (entry.seen_digest, entry.key_digest):
                    if name:
                        record.seen(name)
        except Expected as error:
            last = error
            if error.code == "record-damaged":
                continue
            break
        return Found(entries, report)
    return Found(error=last)


def _compare(figures: Figures, found: Found, promise: Promise, what: str) -> None:
    ids = [entry.id for entry in found.entries]
    here = {entry.id: entry for entry in found.entries}
    lost = [i for i in promise.acknowledged if i not in here or _differs(here[i], promise)]
    figures.lost += len(lost)
    if lost:
        figures.complain(f"{what}: {len(lost)} acknowledged entries are lost")
    flying = [ids_ for ids_ in promise.in_flight if set(ids_) & here.keys()]
    whole = {i for ids_ in flying if set(ids_) <= here.keys() for i in ids_}
    strange = [i for i in ids if i not in promise.acknowledged and i not in whole]
    in_order = [i for i in ids if i in promise.acknowledged] == [i for i in promise.acknowledged if i in here]
    numbered = [entry.seq for entry in found.entries] == list(range(1, len(ids) + 1))
    wrong = len(strange) + (len(ids) - len(here)) + (not in_order) + (not numbered)
    figures.invented += wrong
    if wrong:
        figures.complain(f"{what}: {len(strange)} strange, in order {in_order}, numbered {numbered}")
    _compare_message(figures, found.report, what)


def _differs(entry: Entry, promise: Promise) -> bool:
    kept = promise.acknowledged.get(entry.id)
    return kept is not None and kept not in (seal(entry), seal_of_new(entry))


def _compare_message(figures: Figures, report: CheckReport | None, what: str) -> None:
    """Hold that what is told of the start says what happened, no more and no less."""
    if report is None:
        return
    figures.repaired += report.repaired
    figures.untouched += not report.repaired and not report.replayed
    sentences = report.sentences()
    for sentence in sentences:
        _hold_sentence(figures, sentence, what)
    said = " ".join(sentences)
    happened = report.repaired or report.replayed or report.drafts_lost
    if bool(happened) != bool(sentences) or report.repaired != ("found damaged" in said):
        figures.wrong_message += 1
        figures.complain(f"{what}: told {said!r} (repaired {report.repaired}, put back {report.replayed})")


def _hold_sentence(figures: Figures, sentence: str, what: str) -> None:
    if wrong := complaints_on(sentence):
        figures.wrong_message += 1
        figures.complain(f"{what}: {wrong[0]}")


def _compare_drafts(figures: Figures, record: Record, found: Found, promise: Promise, what: str) -> None:
    if promise.drafts is None:
        return
    drafts: Mapping[str, Any] = record.drafts()
    strange = {key for key, value in drafts.items() if promise.drafts.get(key) != value}
    gone = promise.drafts.keys() - drafts.keys()
    told = found.report is not None and (found.report.repaired or found.report.drafts_lost)
    if strange or (gone and not told):
        figures.invented += len(strange)
        figures.lost += len(gone)
        figures.complain(f"{what}: drafts gone {sorted(gone)}, strange {sorted(strange)}")


def _compare_snapshots(figures: Figures, record: Record, promise: Promise, what: str) -> None:
    if promise.snapshots is None:
        return
    try:
        found = {name: snapshot.value for name, snapshot in record.snapshots("").items()}
    except Expected as error:  # met only now: the next that is written has it repaired
        _hold_sentence(figures, error.message, what)
        return
    if strange := found.items() - promise.snapshots.items():
        figures.invented += len(strange)
        figures.complain(f"{what}: what was put down is not what it was")


def _all_lost(figures: Figures, promise: Promise, what: str, error: Expected) -> Found:
    figures.lost += len(promise.acknowledged)
    _hold_sentence(figures, error.message, what)
    if promise.acknowledged:
        figures.complain(f"{what}: the record cannot be opened: {error.code}")
    else:  # nothing had been promised: there is nothing that could have been harmed
        figures.untouched += 1
    return Found(error=error)
