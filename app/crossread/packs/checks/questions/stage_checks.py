"""Checks of what a stage works at: only *compare* names claims, figures, edges, words and silences."""

from crossread.base.translation import _
from crossread.packs import pack_files
from crossread.packs.checks.row_checks import RowChecks
from crossread.packs.pack import ASKING
from crossread.packs.problems import Problems
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.draft import Draft
from crossread.packs.reading.schema import Head, StageRow

# The keys of a stage that name what is compared, and where that stands.
_PARTS = {
    "claims": pack_files.CLAIMS,
    "figures": pack_files.FIGURES,
    "edges": pack_files.EDGES,
    "words": pack_files.WORDS,
    "silences": pack_files.CLAIMS,
}


def check_stages(draft: Draft, problems: Problems) -> None:
    """Note stages that name what they cannot show, and questions in stages that have no room for them."""
    checks = _Stages(draft, problems)
    if draft.head:
        for number, row in enumerate(draft.head.value.stages):
            checks.stage(draft.head, number, row)
    checks.questions()


class _Stages(RowChecks):
    def stage(self, written: Written[Head], number: int, row: StageRow) -> None:
        """Check one stage."""
        at = ("stages", number)
        named = [key for key in _PARTS if getattr(row, key)]
        if row.kind != "compare":
            given = [*named, *(key for key in ("given", "opens") if written.gives(*at, key))]
            for key in given:
                message = _("“{key}” belongs to a stage of the kind compare. Leave it out here.")
                self.error(written, (*at, key), "stage-key", message.format(key=key))
            return
        for key in named:
            self.known(written, (*at, key), getattr(row, key), _PARTS[key])
        silent = self._with_silence()
        for place, claim in enumerate(row.silences):
            if self.ids.has(pack_files.CLAIMS, claim) and claim not in silent and self.draft.whole:
                message = _("No source is silent on “{claim}”. Take a claim that one of them leaves out.")
                self.error(written, (*at, "silences", place), "no-silence", message.format(claim=claim))
        if not named and self.draft.whole and not self._comparable():
            message = _("This pack has nothing to compare yet. Add claims.yaml, figures.yaml or edges.yaml.")
            self.warning(written, at, "stage-empty", message)

    def _with_silence(self) -> set[str]:
        return {
            written.value.id
            for written in self.draft.claims
            if any(
                statement.stance == "silent"
                for statements in written.value.cells.values()
                for statement in statements
            )
        }

    def _comparable(self) -> bool:
        draft = self.draft
        return bool(draft.claims or draft.figures or draft.edges or draft.named or draft.loaded)

    def questions(self) -> None:
        """Check that questions stand where they can be asked."""
        kinds = {row.id: row.kind for row in self.draft.head.value.stages} if self.draft.head else {}
        for written in self.draft.questions:
            stage = written.value.stage
            if self.draft.head and stage not in kinds:
                self.ids.check(written.file, written.at("stage"), stage, pack_files.HEAD)
            elif kinds.get(stage, "read") not in ASKING:
                message = _("“{stage}” comes before reading. Name a stage of the kind read, or a later one.")
                self.error(written, ("stage",), "stage-kind", message.format(stage=stage))
