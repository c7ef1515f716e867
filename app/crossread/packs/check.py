"""Checking a pack: everything that is wrong with it, at once, in words for its author."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossread.base.collecting import without_collecting
from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.advice import advise
from crossread.packs.checks.compared.claim_checks import check_claims
from crossread.packs.checks.compared.edge_checks import check_edges
from crossread.packs.checks.compared.figure_checks import check_figures
from crossread.packs.checks.compared.forms import check_forms
from crossread.packs.checks.compared.wording_checks import check_wording
from crossread.packs.checks.ids import Ids
from crossread.packs.checks.questions.asking import check_asking
from crossread.packs.checks.questions.reaching import check_reach
from crossread.packs.checks.questions.review_checks import advise_on_review
from crossread.packs.checks.questions.sequence import check_sequence
from crossread.packs.checks.questions.stage_checks import check_stages
from crossread.packs.checks.references import check_references
from crossread.packs.checks.texts.beside import check_beside
from crossread.packs.checks.texts.picture_checks import check_pictures
from crossread.packs.checks.texts.quotations import check_quotations
from crossread.packs.checks.texts.text_notes import check_notes, complete_notes
from crossread.packs.checks.texts.versions import check_versions, versions_of
from crossread.packs.pack import Pack
from crossread.packs.problems import Problem, Problems, shortened, strange_sign, told
from crossread.packs.reading.completing import complete
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.draft_reading import read_draft
from crossread.packs.reading.schema import Head
from crossread.packs.sources.compare_parts import Wording
from crossread.questions.claim_faults import claim_faults
from crossread.questions.faults import question_faults
from crossread.questions.kind import Fault, Question
from crossread.questions.registry import KINDS
from crossread.texts.passages.quotes import find_anywhere
from crossread.texts.text import Text


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found: the pack where it has no error, and all problems in order."""

    pack: Pack | None
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)


def check_pack(folder: Path, originals: Mapping[str, Text] | None = None) -> CheckResult:
    """Check the pack in a folder; never raises for what is in it.

    `originals` are the authors' own texts by source: with them, each anchor by hash is looked up too.
    """
    problems = Problems()
    return check_files(pack_files.read_files(folder, problems), problems, originals)


def check_files(
    files: Mapping[str, bytes],
    problems: Problems,
    originals: Mapping[str, Text] | None = None,
    *,
    warn: bool = True,
) -> CheckResult:
    """Check a pack whose files have been read; `problems` are those that reading them found.

    Without `warn` what can only be warned of is not looked for: whoever opens a pack is told its errors.
    """
    with without_collecting():
        return _check_files(files, problems, originals or {}, warn=warn)


def _check_files(
    files: Mapping[str, bytes], problems: Problems, originals: Mapping[str, Text], *, warn: bool
) -> CheckResult:
    unread = {pack_files.kind_of(problem.file) for problem in problems.in_order()}
    draft = read_draft(files, problems)
    complete(draft)
    complete_notes(draft)
    draft.lost |= unread
    if pack_files.HEAD not in files and pack_files.kind_of(pack_files.HEAD) not in unread:
        message = _("This folder is not a pack: it has no readable pack.yaml.")
        problems.error(pack_files.HEAD, (0, 0), "no-pack", message)
        draft.lost.add(pack_files.HEAD)
    if not draft.sources and draft.whole:
        message = _("This pack has no sources. Put them into the folder “sources”, one file each.")
        problems.error(pack_files.HEAD, (1, 1), "no-source", message)
    check_references(draft, problems)
    check_claims(draft, problems)
    check_stages(draft, problems)
    check_versions(draft, problems)
    check_beside(draft, problems)
    check_notes(draft, problems)
    check_forms(draft, originals, problems)
    check_edges(draft, problems)
    check_figures(draft, problems)
    check_wording(draft, originals, problems)
    check_pictures(draft, problems)
    check_sequence(draft, problems)
    check_asking(draft, problems)
    _check_kinds(draft, problems)
    check_quotations(draft, originals, problems)
    if warn:
        check_reach(draft, problems)
        advise(draft, problems)
        advise_on_review(draft, problems)
    sound = draft.head is not None and not problems.has_errors
    pack = _pack(draft, draft.head.value, files) if draft.head and sound else None
    return CheckResult(pack, problems.in_order())


def _check_kinds(draft: Draft, problems: Problems) -> None:
    for claim in draft.claims:
        _note(claim, claim_faults(claim.value), problems)
    claims = {claim.value.id for claim in draft.claims}
    ids = Ids(draft, problems)
    digests = {row.value.id: digest for row, digest in draft.sources}
    for written in draft.questions:
        question = written.value
        kind = KINDS[question.kind]
        faults = [*question_faults(question), *kind.faults(question)]
        if not claims.issuperset(claim for _path, claim in kind.claims(question)):
            # As long as claims are missing, what seems to lack may be in them.
            faults = [fault for fault in faults if fault.severity == "error"]
        _note(written, _of_their_own(written, faults, ids, digests), problems)


def _of_their_own(
    written: Written[Question], faults: Iterable[Fault], ids: Ids, digests: Mapping[str, Text]
) -> Iterator[Fault]:
    """Pass on faults that do not come of another slip, of which the author is told elsewhere.

    A source that the pack has not got need not be added to the question's, and where words do not stand
    in the digest at all, it is not known which others hold them.
    """
    for fault in faults:
        given = written.text(*fault.at) if fault.code == "source-not-named" else ""
        if given and not ids.has(pack_files.SOURCES, given):
            ids.check_source(written.file, written.at(*fault.at), given)
        elif fault.code != "core-outside" or _stand_there(written, fault, digests):
            yield fault


def _stand_there(written: Written[Question], fault: Fault, digests: Mapping[str, Text]) -> bool:
    """Tell whether the core and the acceptable words of a passage are in the digest that they quote."""
    around = fault.at[:-1]
    digest = digests.get(written.text(*around, "source"))
    quotes = (written.text(*around, key) for key in ("core", "acceptable"))
    return digest is None or all(find_anywhere(digest, quote) for quote in quotes if quote)


def _note(written: Written[Any], faults: Iterable[Fault], problems: Problems) -> None:
    for fault in faults:
        where = written.at_key(*fault.at) if fault.at_key else written.at(*fault.at)
        message = shortened(fault.message)
        if fault.known:
            given = fault.given or (str(fault.at[-1]) if fault.at_key else written.text(*fault.at))
            message = told(message, strange_sign(given), problems.hint(given, fault.known))
        note = problems.error if fault.severity == "error" else problems.warning
        note(written.file, where, fault.code, message)


def _pack(draft: Draft, head: Head, files: Mapping[str, bytes]) -> Pack:
    sources = [row.value.source(digest, versions_of(row.value.id, draft)) for row, digest in draft.sources]
    return Pack(
        id=head.id,
        version=head.version,
        title=head.title,
        language=head.language,
        digest=pack_files.content_digest(files),
        central_question=head.central_question,
        stages=tuple(row.stage() for row in head.stages),
        sources=tuple(sorted(sources, key=lambda source: source.letter)),
        questions=tuple(written.value for written in draft.questions),
        authors=head.authors,
        licence=head.licence,
        advisory=head.advisory,
        ages=head.ages,
        begin_here=head.begin_here,
        behaviour=head.behaviour or "deferred",
        tries=head.tries,
        penalty=head.penalty,
        certainty=head.certainty,
        pools=head.pools,
        claims=tuple(written.value for written in draft.claims),
        context=draft.context,
        guide=draft.guide,
        floor=tuple(written.value for written in draft.floor),
        works=tuple(written.value for written in draft.works),
        glossary=tuple(written.value for written in draft.glossary),
        names=tuple(written.value for written in draft.names),
        edges=tuple(written.value for written in draft.edges),
        figures=tuple(written.value for written in draft.figures),
        wording=Wording(
            loaded=tuple(written.value for written in draft.loaded),
            hedging=tuple(written.value for written in draft.hedging),
            named=tuple(written.value for written in draft.named),
            floor=draft.words_floor.text if draft.words_floor else "",
        ),
        timeline=tuple(written.value for written in draft.timeline),
        graphic=head.graphic,
        pictures=head.images,
        sentences=draft.sentences,
    )
