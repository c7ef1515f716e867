"""Checks across the files of a pack: ids used once, references that lead somewhere, dates and cards."""

import re
from collections.abc import Iterable, Sequence

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.ids import Ids
from crossread.packs.problems import Problems, known_names, told
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.schema import BEHAVIOURS, Head, SourceRow
from crossread.packs.sources.edtf import is_date
from crossread.packs.sources.source import OriginalCard
from crossread.questions.faults import anchor_faults
from crossread.questions.kind import Question
from crossread.questions.passages import PassageKey, Reference
from crossread.questions.registry import KINDS

FORMAT = 1

_DASHES = str.maketrans("‐‑‒–—−", "------")

_VERSION = re.compile(r"[0-9]{1,6}(\.[0-9]{1,6}){0,2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_HASH = re.compile(r"[0-9a-f]{12}")
_LINK = re.compile(r"https://[^\s<>\"]+")

Step = str | int


def check_references(draft: Draft, problems: Problems) -> None:
    """Note every id used twice, every reference that leads nowhere, and cards that do not hold up."""
    _References(draft, problems).check()


class _References:
    def __init__(self, draft: Draft, problems: Problems) -> None:
        self._draft = draft
        self._problems = problems
        self._ids = Ids(draft, problems)
        self._with_original = {row.value.id for row, _text in draft.sources if row.value.original}

    def check(self) -> None:
        self._ids_once()
        if self._draft.head:
            self._head(self._draft.head)
        for row, _text in self._draft.sources:
            self._source(row)
        self._letters_once()
        for work in self._draft.works:
            check_date(work, "date", work.value.date, self._problems)
        for line in self._draft.floor:
            check_refs(line, line.value.refs, self._ids, self._problems)
        for question in self._draft.questions:
            self._question(question)
        self._originals()

    def _error(self, written: Written[object], path: tuple[Step, ...], code: str, message: str) -> None:
        self._problems.error(written.file, written.at(*path), code, message)

    def _ids_once(self) -> None:
        for kinds in (
            (pack_files.HEAD,),
            (pack_files.SOURCES, pack_files.WORKS),  # `rests_on` names either
            (pack_files.FLOOR,),
            (pack_files.CLAIMS,),
            (pack_files.EDGES,),
            (pack_files.FIGURES,),
            (pack_files.GLOSSARY,),
            (pack_files.WORDS,),
            (pack_files.TIMELINE,),
            (pack_files.QUESTIONS,),
        ):
            first: dict[str, str] = {}
            for kind in kinds:
                for file, given in self._draft.ids.get(kind, []):
                    if given.text in first:
                        message = _("The id “{id}” is used already, in {place}. Ids have to differ.").format(
                            id=given.text[:64], place=first[given.text]
                        )
                        self._problems.error(file, (given.line, given.column), "id-twice", message)
                    else:
                        first[given.text] = _("{file}, line {line}").format(file=file, line=given.line)

    def _letters_once(self) -> None:
        first: dict[str, str] = {}
        for row, _text in self._draft.sources:
            letter = row.value.letter
            if letter in first:
                message = _("The letter {letter} belongs to {file} already. Letters have to differ.")
                message = message.format(letter=letter, file=first[letter])
                self._error(row, ("letter",), "letter-twice", message)
            first.setdefault(letter, row.file)
            if not (len(letter) == 1 and letter.isalpha() and letter == letter.upper()):
                self._error(row, ("letter",), "letter", _("A source's letter is one capital letter."))

    def _head(self, written: Written[Head]) -> None:
        head = written.value
        if head.crossread != FORMAT:
            message = _("This pack is in format {theirs}; this version of Crossread reads format {ours}.")
            message = message.format(theirs=head.crossread, ours=FORMAT)
            self._error(written, ("crossread",), "format-version", message)
        if not _VERSION.fullmatch(head.version):
            message = _("A version is one to three numbers with dots between, such as 1.2.0.")
            self._error(written, ("version",), "version", message)
        if not _LANGUAGE.fullmatch(head.language):
            self._error(written, ("language",), "language", _language_is())
        self._filled(written, ("title", "central_question"))
        if not head.stages:
            self._error(written, ("stages",), "no-stage", _("A pack needs at least one stage."))
        for number, row in enumerate(head.stages):
            at = ("stages", number)
            if row.kind == "read" and not row.title.strip():
                message = _("A stage for reading needs a title.")
                self._error(written, (*at, "title"), "empty", message)
            if row.minutes < 0 or row.lesson < 0:
                message = _("Minutes and lessons count from 0.")
                self._error(written, at, "out-of-range", message)
            for place, source in enumerate(row.panes):
                self._ids.check_source(written.file, written.at(*at, "panes", place), source)

    def _filled(self, written: Written[Head] | Written[SourceRow], keys: Iterable[str]) -> None:
        for key in keys:
            if not getattr(written.value, key).strip():
                message = _("The key “{key}” has nothing after it.").format(key=key)
                self._error(written, (key,), "empty", message)

    def _source(self, written: Written[SourceRow]) -> None:
        row = written.value
        self._filled(written, ("title", "short"))
        check_date(written, "published", row.published, self._problems)
        if row.language and not _LANGUAGE.fullmatch(row.language):
            self._error(written, ("language",), "language", _language_is())
        for number, rest in enumerate(row.rests_on):
            if rest == row.id:
                message = _("A source cannot rest on itself. Leave it out.")
                self._error(written, ("rests_on", number), "rests-on-itself", message)
            else:
                self._ids.check_source_or_work(written.file, written.at("rests_on", number), rest)
        if row.original:
            self._original(written, row.original)
        if row.original and row.text != "digest":
            message = _("This text is the article itself: it has no other original. Leave one of both out.")
            self._error(written, ("original",), "own-with-original", message)

    def _original(self, written: Written[SourceRow], card: OriginalCard) -> None:
        if not card.title.strip(" …"):  # crossread fingerprint leaves the title open
            message = _("Put the title of the author's own text here.")
            self._error(written, ("original", "title"), "empty", message)
        if card.words < 1:
            message = _("The count of the original's words is more than 0.")
            self._error(written, ("original", "words"), "out-of-range", message)
        if not card.sketch:
            message = _(
                "Without a sketch the original cannot be recognised. Make one with crossread fingerprint."
            )
            self._error(written, ("original", "sketch"), "no-sketch", message)
        for number, part in enumerate(card.sketch):
            if not _HASH.fullmatch(part):
                message = _("Each part of a sketch is 12 hexadecimal digits in small letters.")
                self._error(written, ("original", "sketch", number), "no-hash", message)
        if card.url and not _LINK.fullmatch(card.url):
            message = _("A link begins with https:// and has no spaces.")
            self._error(written, ("original", "url"), "link-scheme", message)

    def _question(self, written: Written[Question]) -> None:
        question = written.value
        for number, source in enumerate(question.sources):
            self._ids.check_source(written.file, written.at("sources", number), source)
        for path, passage in passages_of(written):
            at = path if written.gives(*path, "source") else path[:-1]  # some end with what is quoted
            self._ids.check_source(written.file, written.at(*at, "source"), passage.source)
        check_refs(written, question.refs, self._ids, self._problems)
        if question.floor:
            self._ids.check(written.file, written.at("floor"), question.floor, pack_files.FLOOR)
        for path, claim in KINDS[question.kind].claims(question):
            self._ids.check(written.file, written.at(*path), claim, pack_files.CLAIMS)
        if question.behaviour and question.behaviour not in BEHAVIOURS:
            message = _("“{name}” is not a behaviour that is known here.").format(
                name=question.behaviour[:40]
            )
            hint = known_names(question.behaviour, BEHAVIOURS)
            self._error(written, ("behaviour",), "unknown-word", f"{message} {hint}")
        if question.needs and self._draft.whole:
            self._needs(written)

    def _needs(self, written: Written[Question]) -> None:
        """Hold that every source of a question that waits for originals can get one."""
        for source in written.value.sources:
            if self._ids.has(pack_files.SOURCES, source) and source not in self._with_original:
                message = _(
                    "This question waits for the originals of all its sources, but the card of “{source}” "
                    "describes none. Describe it there, or take the source out of this question."
                )
                self._error(written, ("needs",), "no-original", message.format(source=source))

    def _originals(self) -> None:
        for source in self._draft.sentences:
            file = f"{pack_files.ORIGINALS}/{source}.hashes"
            known = self._ids.has(pack_files.SOURCES, source)
            if known and self._draft.whole and source not in self._with_original:
                message = _("The card of this source describes no original.")
                self._problems.error(file, (0, 0), "no-original", message)
            elif not known and pack_files.SOURCES not in self._draft.lost:
                message = _("This file is not called after a source of this pack.")
                message = told(message, self._ids.source_hint(source))
                self._problems.error(file, (0, 0), "unknown-id", message)


def _language_is() -> str:
    return _("A language is given by its code, such as en or pt-BR.")


def check_date(written: Written[object], path: Step | Sequence[Step], date: str, problems: Problems) -> None:
    """Note a date that is none, at a key or the way to one; an empty date is no date at all."""
    where = written.at(*([path] if isinstance(path, str | int) else path))
    if date and not is_date(date) and is_date(date.translate(_DASHES)):
        message = _("Write the date with hyphens (-): the dashes in it are longer ones.")
        problems.error(written.file, where, "date", message)
    elif date and not is_date(date):
        message = _(
            "This is not a date that is known here. Write 1992, 1992-02 or 1992-02-26, with ~ after it "
            "for about or ? for uncertain, and / between two for a time from one to the other."
        )
        problems.error(written.file, where, "date", message)


def check_refs(written: Written[object], refs: Sequence[Reference], ids: Ids, problems: Problems) -> None:
    """Note references that lead to no work and to no words of a source's original."""
    for number, reference in enumerate(refs):
        at: tuple[Step, ...] = ("refs", number)
        if reference.work and not reference.source:
            ids.check(written.file, written.at(*at, "work"), reference.work, pack_files.WORKS)
        elif reference.source and not reference.work:
            ids.check_source(written.file, written.at(*at, "source"), reference.source)
            for fault in anchor_faults(at, reference.anchor):
                problems.error(written.file, written.at(*fault.at), fault.code, fault.message)
        else:
            message = _("A reference names either a work, or a source with words and hash.")
            problems.error(written.file, written.at(*at), "reference", message)


def passages_of(written: Written[Question]) -> list[tuple[tuple[Step, ...], PassageKey]]:
    """Return every passage that a question quotes, with the way to it within the question."""
    question = written.value
    evidence: list[tuple[tuple[Step, ...], PassageKey]] = [
        (("evidence", number), passage) for number, passage in enumerate(question.evidence)
    ]
    return [*evidence, *KINDS[question.kind].quoted(question)]
