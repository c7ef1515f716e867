"""A word that is kept without being readable: salted, and hashed so slowly that guessing takes time."""

import hashlib
import hmac
import os
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

# scrypt (RFC 7914) with 32 MiB takes about a tenth of a second here. OWASP's floor for words that are worth
# stealing, which these are not, is three times that.
COST = 1 << 15
_BLOCK, _LANES = 8, 1
_HIGHEST = 1 << 18  # what a file may ask for: beyond that it is no file of ours


@dataclass(frozen=True, slots=True)
class KeptWord:
    """The hash of a word, and what it was made with."""

    salt: str
    hash: str
    cost: int

    @classmethod
    def of(cls, word: str) -> "KeptWord":
        """Hash a word with a salt of its own."""
        salt = os.urandom(16)
        return cls(salt.hex(), _hashed(word, salt, COST), COST)

    def fits(self, word: str) -> bool:
        """Tell whether this is the word; takes about a tenth of a second."""
        return hmac.compare_digest(self.hash, _hashed(word, bytes.fromhex(self.salt), self.cost))

    def table(self) -> dict[str, Any]:
        """Return what is written down of it."""
        return {"salt": self.salt, "hash": self.hash, "cost": self.cost}


def kept_word(table: object) -> KeptWord | None:
    """Read a kept word from what was written down; None where that is damaged."""
    if not isinstance(table, Mapping):
        return None
    salt, kept, cost = table.get("salt"), table.get("hash"), table.get("cost")
    if not (isinstance(salt, str) and isinstance(kept, str) and isinstance(cost, int)):
        return None
    try:
        whole = len(bytes.fromhex(salt)) >= 8 and len(bytes.fromhex(kept)) == 32
    except ValueError:
        return None
    power = 2 <= cost <= _HIGHEST and cost & (cost - 1) == 0
    return KeptWord(salt, kept, cost) if whole and power else None


def _hashed(word: str, salt: bytes, cost: int) -> str:
    spelled = unicodedata.normalize("NFKC", word).encode("utf-8", "surrogatepass")
    room = 256 * _BLOCK * cost  # twice what it takes
    return hashlib.scrypt(
        spelled, salt=salt, n=cost, r=_BLOCK, p=_LANES, maxmem=max(room, 1 << 20), dklen=32
    ).hex()
