"""The packs that come along, each checked once for all tests of it."""

from functools import cache

from crossread.base.folders import content_folder
from crossread.packs.check import CheckResult, check_pack
from crossread.packs.pack import Pack
from crossread.questions.passages import ShownText, Texts


@cache
def checked(name: str) -> CheckResult:
    """Return what the check of a pack says, by the name of its folder."""
    return check_pack(content_folder() / name)


def pack_of(name: str) -> Pack:
    """Return a pack, which has no errors."""
    pack = checked(name).pack
    assert pack is not None
    return pack


def digests_of(name: str) -> Texts:
    """Return the digests of a pack as questions are marked on them."""
    return {
        source.id: {source.digest.digest: ShownText("digest", source.digest)}
        for source in pack_of(name).sources
    }
