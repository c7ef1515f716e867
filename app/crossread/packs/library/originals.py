"""The authors' own texts that the user adds: recognised, kept with the library, never in a pack."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from crossread.base.canonical import canonical_json, digest
from crossread.base.errors import N_, Expected
from crossread.base.files import sync_folder, write_atomically
from crossread.base.translation import _
from crossread.packs.pack import Pack
from crossread.packs.sources.source import OriginalSentence
from crossread.texts.passages.fingerprint import Match, containment, judge
from crossread.texts.passages.runs import find_runs
from crossread.texts.readers.plain_notes import with_notes
from crossread.texts.text import Block, Text

_ASIDE = ".removed-"  # before the name of a note that lies aside


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What a file was recognised as.

    `share` (0 to 1) is how much of the sketch of the most alike source the text has; `nearest` is that
    source, and so is `source` unless the match is "other". `missing` are the sentences of the original
    that the text does not have.
    """

    source: str | None
    nearest: str
    share: float
    match: Match
    encoding: str
    name: str
    text: Text
    missing: tuple[OriginalSentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedOriginal:
    """An original as it was kept, and what was known of it when it was added."""

    text: Text
    share: float
    match: Match
    missing: tuple[OriginalSentence, ...] = ()
    name: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept for a pack, by source: sound originals, and for damaged ones a sentence why.

    `aside` are the sources whose original was put away and can be put back.
    """

    attached: Mapping[str, AttachedOriginal]
    damaged: Mapping[str, str]
    aside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Note:
    """What is written beside a text: whose it is and how it was recognised."""

    digest: str
    pack: str
    source: str
    share: float
    encoding: str
    name: str
    missing: tuple[OriginalSentence, ...] = ()


class Originals:
    """The originals in one folder: texts by the digest of their words, and a note for each use of one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def recognise(self, pack: Pack, data: bytes, name: str, encoding: str | None = None) -> Recognition:
        """Tell which source of a pack a file is the original of.

        `encoding` is what the user chose, where the guess was wrong. Raises Expected, as reading plain
        text does, for files that are empty, too long or no plain text.
        """
        from crossread.texts.readers.plain_reader import read_plain

        read = read_plain(data, encoding)
        shares = {
            source.id: containment(source.original.sketch, read.text)
            for source in pack.sources
            if source.original
        }
        nearest = max(shares, key=lambda source: shares[source], default="")
        share = shares.get(nearest, 0.0)
        match = judge(share)
        source = None if match == "other" else nearest
        return Recognition(
            source=source,
            nearest=nearest,
            share=share,
            match=match,
            encoding=read.encoding,
            name=name,
            text=read.text,
            missing=missing_sentences(pack.sentences.get(source, ()), read.text) if source else (),
        )

    def store(self, pack_id: str, source_id: str, recognition: Recognition) -> str:
        """Keep a recognised text as the original of a source; return its digest.

        Raises Expected("original-not-recognised") where it was recognised as nothing or as another
        source, OSError where the disk refuses.
        """
        if recognition.source != source_id:
            raise Expected(
                "original-not-recognised",
                N_("{name} shares {percent} % with the original of “{source}”. It is not the text for here."),
                name=recognition.name,
                percent=round(recognition.share * 100),
                source=recognition.nearest,
            )
        note = _Note(
            digest=recognition.text.digest,
            pack=pack_id,
            source=source_id,
            share=recognition.share,
            encoding=recognition.encoding,
            name=recognition.name,
            missing=recognition.missing,
        )
        before = self._note(self._note_path(pack_id, source_id))
        write_atomically(self._text_path(note.digest), recognition.text.shown.encode())
        written = canonical_json(msgspec.to_builtins(note))
        write_atomically(self._note_path(pack_id, source_id), written.encode())
        if before and before.digest != note.digest:
            self._drop_unused(before.digest)
        self._drop([one for one in self._aside() if one[:2] == (pack_id, source_id)])
        return note.digest

    def attached(self, pack_id: str) -> Mapping[str, AttachedOriginal]:
        """Return the sound originals kept for a pack, by source."""
        return self.kept(pack_id).attached

    def kept(self, pack_id: str) -> Kept:
        """Return what is kept for a pack; each text is held against its digest."""
        attached: dict[str, AttachedOriginal] = {}
        damaged: dict[str, str] = {}
        for path in sorted(self._folder.glob(f"{pack_id}.*.json")):
            source = path.name.split(".")[1]
            note = self._note(path)
            shown = self._shown(note.digest) if note else None
            if note is None or (note.pack, note.source) != (pack_id, source):
                damaged[source] = _("The note kept with this original is damaged. Add the text again.")
            elif shown is None:
                damaged[source] = _("The original kept here is damaged or gone. Add the text again.")
            else:
                attached[source] = AttachedOriginal(
                    text=Text(with_notes([Block("paragraph", line) for line in shown.split("\n")])),
                    share=note.share,
                    match=judge(note.share),
                    missing=note.missing,
                    name=note.name,
                    encoding=note.encoding,
                )
        put_away = [(source, path) for pack, source, _at, path in self._aside() if pack == pack_id]
        aside = frozenset(source for source, path in put_away if self._note(path))
        return Kept(attached, damaged, aside - attached.keys())

    def put_aside(self, pack_id: str, source_id: str, now: float) -> None:
        """Put the original of a source away, for some days: only its note gets another name.

        Times are in seconds since 1970. What lay aside of the same source goes. Raises OSError where the disk
        refuses; all is then as it was.
        """
        before = [one for one in self._aside() if one[:2] == (pack_id, source_id)]
        path = self._note_path(pack_id, source_id)
        at = max([int(now), *(at + 1 for _pack, _source, at, _path in before)])
        try:
            path.rename(self._folder / f"{_ASIDE}{at}-{path.name}")
        except FileNotFoundError:
            return  # it is put away already
        sync_folder(self._folder)
        self._drop(before)

    def put_back(self, pack_id: str, source_id: str) -> None:
        """Keep an original again that was put away; where another was added since, that one stays.

        Raises FileNotFoundError where it went in the meantime, OSError where the disk refuses.
        """
        there = [path for *whose, _at, path in self._aside() if whose == [pack_id, source_id]]
        if not there:
            raise FileNotFoundError(source_id)
        path = self._note_path(pack_id, source_id)
        if not path.exists():
            there[-1].rename(path)
            sync_folder(self._folder)

    def let_go(self, now: float) -> None:
        """Let go for good of what was put away and has lain aside long enough; raises nothing."""
        from crossread.packs.library.removed import DAY_S, KEPT_DAYS  # as long as packs that were removed

        self._drop([one for one in self._aside() if one[2] + KEPT_DAYS * DAY_S <= now])

    def _aside(self) -> list[tuple[str, str, int, Path]]:
        """List what lies aside, the newest last: pack, source, when it was put away, and its note."""
        found = []
        for path in self._folder.glob(f"{_ASIDE}*.json"):
            at, _dash, name = path.name.removeprefix(_ASIDE).partition("-")
            whose = name.split(".")  # ids have no dots
            if at.isascii() and at.isdigit() and len(whose) == 3:
                found.append((whose[0], whose[1], int(at), path))
        return sorted(found, key=lambda one: one[2])

    def _drop(self, aside: Sequence[tuple[str, str, int, Path]]) -> None:
        for _pack, _source, _at, path in aside:
            note = self._note(path)
            with suppress(OSError):
                path.unlink()
                if note:
                    self._drop_unused(note.digest)

    def _note_path(self, pack_id: str, source_id: str) -> Path:
        return self._folder / f"{pack_id}.{source_id}.json"  # ids have no dots

    def _text_path(self, name: str) -> Path:
        return self._folder / f"{name}.txt"

    def _note(self, path: Path) -> _Note | None:
        try:
            note = msgspec.json.decode(path.read_bytes(), type=_Note)
        except (OSError, ValueError):
            return None
        # The digest becomes the name of a file: nothing but hex digits may.
        return note if len(note.digest) == 64 and set(note.digest) <= set("0123456789abcdef") else None

    def _shown(self, name: str) -> str | None:
        try:
            data = self._text_path(name).read_bytes()
            return data.decode() if digest(data) == name else None
        except (OSError, UnicodeDecodeError):
            return None

    def _drop_unused(self, name: str) -> None:
        notes = (self._note(path) for path in self._folder.glob("*.json"))
        if not any(note and note.digest == name for note in notes):
            with suppress(FileNotFoundError):
                self._text_path(name).unlink()


def missing_sentences(sentences: Sequence[OriginalSentence], text: Text) -> tuple[OriginalSentence, ...]:
    """Return the sentences of an original that a text does not have."""
    return tuple(sentence for sentence in sentences if not find_runs(text, sentence.words, sentence.hash))
