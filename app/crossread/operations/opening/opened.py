"""A pack that is open: what its authors wrote, and the originals that the user has added."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.packs.in_texts.pictures import Format, read_picture
from crossread.packs.library.originals import AttachedOriginal, Originals
from crossread.packs.pack import Pack
from crossread.questions.passages import DIGEST, ORIGINAL, VERSION, ShownText, Texts, Which

if TYPE_CHECKING:
    from crossread.inquiry.claim_places import ClaimPlaces
    from crossread.inquiry.held_back import HeldBack, Holding
    from crossread.inquiry.state import InquiryState
    from crossread.packs.in_texts.explained import Explained


@dataclass(frozen=True)
class OpenPack:
    """One pack with the texts that can be shown of its sources.

    `damaged` are the sources whose original was added but can no longer be read, each with a sentence why.
    `folder` is where the pack lies, None for one that lies nowhere. `put_away` are the sources whose original
    was put away and can be put back.
    """

    pack: Pack
    originals: Mapping[str, AttachedOriginal] = field(default_factory=dict)
    damaged: Mapping[str, str] = field(default_factory=dict)
    folder: Path | None = None
    put_away: frozenset[str] = frozenset()

    @classmethod
    def of(cls, pack: Pack, originals: Originals, folder: Path | None = None) -> "OpenPack":
        """Open a pack with what is kept for it."""
        kept = originals.kept(pack.id)
        return cls(pack, kept.attached, kept.damaged, folder, kept.aside)

    def picture(self, file: str) -> tuple[bytes, Format] | None:
        """Read a picture by the name of its file, with the format to decode it as; None where it is gone.

        Reads the disk; only files that the pack describes are ever read.
        """
        described = any(picture.file == file for picture in self.pack.pictures)
        return read_picture(self.folder, file) if described and self.folder is not None else None

    @property
    def trouble(self) -> str:
        """Say which originals are damaged; "" where none is."""
        sources = [source for source in self.pack.sources if source.id in self.damaged]
        return " ".join(f"{one.letter}, {one.card.short}: {self.damaged[one.id]}" for one in sources)

    def has_original(self, source: str) -> bool:
        """Tell whether the user has added this source's original."""
        return source in self.originals

    def shown(self, source: str, which: Which) -> ShownText | None:
        """Return one text of a source; None for one that is not there."""
        if which == DIGEST:
            return ShownText(DIGEST, self.pack.source(source).digest)
        if which.startswith(VERSION):
            versions = self.pack.source(source).versions
            text = next((one.text for one in versions if VERSION + one.id == which), None)
            return ShownText(which, text) if text else None
        attached = self.originals.get(source) if which == ORIGINAL else None
        return ShownText(ORIGINAL, attached.text) if attached else None

    def whiches(self, source: str) -> tuple[Which, ...]:
        """Return which texts of a source can be shown now: its digest, then editions, then its original."""
        editions = (VERSION + version.id for version in self.pack.source(source).versions)
        return (DIGEST, *editions, *((ORIGINAL,) if self.has_original(source) else ()))

    @cached_property
    def shown_now(self) -> Mapping[str, tuple[ShownText, ...]]:
        """Every text that can be shown, by source, in the order of `whiches`."""
        found: dict[str, tuple[ShownText, ...]] = {}
        for source in self.pack.sources:
            shown = (self.shown(source.id, which) for which in self.whiches(source.id))
            found[source.id] = tuple(one for one in shown if one)
        return found

    @cached_property
    def explained(self) -> "Explained":
        """The words that the pack explains: made once for all texts that they are looked for in."""
        from crossread.packs.in_texts.explained import Explained

        return Explained.of(self.pack)

    @cached_property
    def claim_places(self) -> "ClaimPlaces":
        """Where the texts that can be shown speak of the pack's claims."""
        from crossread.inquiry.claim_places import ClaimPlaces

        return ClaimPlaces(self.pack, self.shown_now)

    @cached_property
    def _holding(self) -> "Holding":
        from crossread.inquiry.held_back import Holding

        return Holding(self.pack, self.claim_places, self.has_original)

    def held(self, state: "InquiryState") -> "HeldBack":
        """Return what open questions hold back from the comparison; worked out once for all who ask."""
        return self._holding.of(state)

    @cached_property
    def own_words(self) -> Mapping[str, ShownText]:
        """The authors' own words, by source: originals that were added, and texts that are the articles."""
        found: dict[str, ShownText] = {}
        for source in self.pack.sources:
            shown = self.shown(source.id, DIGEST if source.own else ORIGINAL)
            if shown is not None:
                found[source.id] = shown
        return found

    @cached_property
    def texts(self) -> Texts:
        """Every text that can be shown: by source, then by the digest of the text."""
        return {source: {one.text.digest: one for one in shown} for source, shown in self.shown_now.items()}
