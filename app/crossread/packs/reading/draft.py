"""A pack as far as it could be read, for the checks that look across its files."""

from dataclasses import dataclass, field

from crossread.packs.pack import FloorLine, GlossaryTerm, NameForms, TextNote, TimelineEntry, Work
from crossread.packs.reading.conversion import Written
from crossread.packs.reading.schema import Head, SourceRow, VersionRow
from crossread.packs.reading.yaml_tree import Scalar
from crossread.packs.sources.compare_parts import AuthorsQuantity, Edge, Naming, WordUse
from crossread.packs.sources.source import OriginalSentence
from crossread.questions.claims import Claim
from crossread.questions.kind import Question
from crossread.texts.text import Text


@dataclass
class Draft:
    """A pack as far as it could be read, with places, for the checks that look across files.

    `bodies` are the Markdown texts as written, each with the number of its first line in its file;
    `texts` are what they were read as, and `notes` those that stand above them. `images` are pictures by
    the names of their files.
    `lost` are the kinds of file (by the first part of their name) of which some could not be read as a
    whole, so that it is not known what they declare; `ids` are those declared by the rest, sound or not.
    `left_out` counts what was left out for its faults.
    """

    head: Written[Head] | None = None
    context: Text = field(default_factory=lambda: Text(()))
    guide: Text = field(default_factory=lambda: Text(()))
    floor: list[Written[FloorLine]] = field(default_factory=list)
    claims: list[Written[Claim]] = field(default_factory=list)
    works: list[Written[Work]] = field(default_factory=list)
    glossary: list[Written[GlossaryTerm]] = field(default_factory=list)
    names: list[Written[NameForms]] = field(default_factory=list)
    loaded: list[Written[WordUse]] = field(default_factory=list)
    hedging: list[Written[WordUse]] = field(default_factory=list)
    named: list[Written[Naming]] = field(default_factory=list)
    words_floor: Scalar | None = None
    edges: list[Written[Edge]] = field(default_factory=list)
    figures: list[Written[AuthorsQuantity]] = field(default_factory=list)
    timeline: list[Written[TimelineEntry]] = field(default_factory=list)
    sources: list[tuple[Written[SourceRow], Text]] = field(default_factory=list)
    versions: list[tuple[Written[VersionRow], Text]] = field(default_factory=list)
    questions: list[Written[Question]] = field(default_factory=list)
    sentences: dict[str, tuple[OriginalSentence, ...]] = field(default_factory=dict)
    bodies: dict[str, tuple[int, str]] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    notes: dict[str, list[Written[TextNote]]] = field(default_factory=dict)
    images: dict[str, bytes] = field(default_factory=dict)
    ids: dict[str, list[tuple[str, Scalar]]] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    left_out: int = 0

    @property
    def whole(self) -> bool:
        """Whether everything could be read, so that what is not there is missing."""
        return not self.lost and not self.left_out

    def declared(self, kind: str) -> set[str]:
        """Return the ids that the files of a kind declare."""
        return {given.text for _file, given in self.ids.get(kind, [])}
