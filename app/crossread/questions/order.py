"""The order in which things are shown: mixed, and the same each time for the same seed."""

import hashlib
from collections.abc import Sequence


def seed_of(*names: str) -> int:
    """Return a seed from 1 to 2^48 for a learner, a pack and a question, whatever process asks."""
    spelled = "\n".join(names).encode("utf-8", "surrogatepass")
    return 1 + int.from_bytes(hashlib.blake2b(spelled, digest_size=6).digest(), "big")


def shuffled(ids: Sequence[str], seed: int) -> tuple[str, ...]:
    """Return ids in the order of a seed; seed 0 leaves them as they are.

    Each id has a rank of its own, so one that comes or goes leaves the order of the others.
    """
    return tuple(sorted(ids, key=lambda one: seed_of(str(seed), one))) if seed else tuple(ids)
