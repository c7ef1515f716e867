"""A pack that is open: what its authors wrote, and the originals that the user has added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from crossread.packs.originals import AttachedOriginal, Originals
from crossread.packs.pack import Pack
from crossread.questions.passages import ShownText, Texts, Which


@dataclass(frozen=True)
class OpenPack:
    """One pack with the texts that can be shown of its sources.

    `damaged` are the sources whose original was added but can no longer be read, each with a sentence why.
    """

    pack: Pack
    originals: Mapping[str, AttachedOriginal] = field(default_factory=dict)
    damaged: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, pack: Pack, originals: Originals) -> "OpenPack":
        """Open a pack with what is kept for it."""
        kept = originals.kept(pack.id)
        return cls(pack, kept.attached, kept.damaged)

    @property
    def trouble(self) -> str:
        """Say which originals are damaged; "" where none is."""
        sources = [source for source in self.pack.sources if source.id in self.damaged]
        return " ".join(f"{one.letter}, {one.card.short}: {self.damaged[one.id]}" for one in sources)

    def has_original(self, source: str) -> bool:
        """Tell whether the user has added this source's original."""
        return source in self.originals

    def shown(self, source: str, which: Which) -> ShownText | None:
        """Return one text of a source; None for an original that is not there."""
        if which == "digest":
            return ShownText("digest", self.pack.source(source).digest)
        attached = self.originals.get(source)
        return ShownText("original", attached.text) if attached else None

    @cached_property
    def texts(self) -> Texts:
        """Every text that can be shown: by source, then by the digest of the text."""
        found: dict[str, dict[str, ShownText]] = {}
        for source in self.pack.sources:
            shown = [self.shown(source.id, "digest"), self.shown(source.id, "original")]
            found[source.id] = {one.text.digest: one for one in shown if one}
        return found
