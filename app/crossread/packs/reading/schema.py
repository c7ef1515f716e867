"""The keys that the files of a pack may have, beyond those that its domain types have already."""

from dataclasses import dataclass, fields
from typing import Literal

from crossread.base.translation import _
from crossread.packs.pack import Picture, Pool, Stage, StageKind, TextNote
from crossread.packs.sources.compare_parts import Opens
from crossread.packs.sources.source import Card, OriginalCard, Source, Version
from crossread.questions.claims import Given
from crossread.questions.passages import PassageKey
from crossread.texts.text import Text

BehaviourName = Literal["", "deferred", "exam", "immediate", "tries"]
BEHAVIOURS = ("deferred", "exam", "immediate", "tries")
WhoseText = Literal["digest", "own", "written"]
COUNTING_TRIES = ("tries",)  # those of them under which a question may be tried again


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """A stage as pack.yaml writes it; its questions take over what it says of `shuffle` and `review`."""

    id: str
    kind: StageKind
    title: str = ""
    minutes: int = 0
    about: str = ""
    expectation: str = ""
    panes: tuple[str, ...] = ()
    lesson: int = 0
    behaviour: BehaviourName = ""
    tries: int = 0
    penalty: str = ""
    certainty: Literal["", "yes", "no"] = ""
    claims: tuple[str, ...] = ()
    given: Given = "none"
    figures: tuple[str, ...] = ()
    edges: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    silences: tuple[str, ...] = ()
    opens: Opens = ""
    shuffle: bool | None = None
    review: bool | None = None

    def stage(self) -> Stage:
        """Make the stage; all but those for reading may go without a title of their own."""
        row = {part.name: getattr(self, part.name) for part in fields(Stage)}
        return Stage(**{**row, "title": self.title or self._usual_title()})

    def _usual_title(self) -> str:
        usual: dict[StageKind, str] = {
            "before": _("Before you read"),
            "meet": _("Meet the sources"),
            "compare": _("Compare"),
            "discuss": _("Discuss"),
            "conclude": _("Conclude"),
        }
        return usual.get(self.kind, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotesRow:
    """The keys that may stand above the context or the guide."""

    notes: tuple[TextNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The keys of pack.yaml; `crossread` is the version of the format, `ages` the age it is written for.

    What it says of `shuffle` holds for questions that, like their stage, do not say it themselves.
    """

    crossread: int
    id: str
    version: str
    title: str
    language: str
    central_question: str
    stages: tuple[StageRow, ...]
    authors: str = ""
    licence: str = ""
    advisory: str = ""
    ages: int = 0
    begin_here: bool = False
    behaviour: BehaviourName = "deferred"
    tries: int = 0
    penalty: str = ""
    certainty: Literal["", "yes", "no"] = ""
    shuffle: bool = False
    pools: tuple[Pool, ...] = ()
    graphic: tuple[PassageKey, ...] = ()
    images: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """The front matter of a source: its card, its id and letter, and what its original is known by."""

    id: str
    letter: str
    title: str
    short: str
    author: str = ""
    outlet: str = ""
    published: str = ""
    written_about: str = ""
    kind: str = ""
    audience: str = ""
    purpose: str = ""
    standing: str = ""
    rests_on: tuple[str, ...] = ()
    missing: str = ""
    licence: str = ""
    attribution: str = ""
    language: str = ""
    text: WhoseText = "digest"
    original: OriginalCard | None = None

    def source(self, digest: Text, versions: tuple[Version, ...]) -> Source:
        """Make the source with its digest and its other editions."""
        return Source(
            id=self.id,
            letter=self.letter,
            card=Card(**{part.name: getattr(self, part.name) for part in fields(Card)}),
            digest=digest,
            original=self.original,
            language=self.language,
            versions=versions,
            own=self.text != "digest",
            written=self.text == "written",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """The front matter of another edition of a source: `source` says of which."""

    id: str
    source: str
    label: str
    published: str = ""
    about: str = ""

    def version(self, text: Text) -> Version:
        """Make the edition with its text."""
        return Version(id=self.id, label=self.label, text=text, published=self.published, about=self.about)
