"""Runs of normal words by hash: how an original is known, and a place in it found, without its words."""

from collections.abc import Sequence
from hashlib import sha256

from crossread.texts.text import Text
from crossread.texts.words.normal import text_words

# Hashes are the first 48 bits of SHA-256: 12 hex digits in packs, 6 bytes in memory.
_BYTES = 6


def hash_words(words: Sequence[str]) -> str:
    """Return the hash of normal words: the first 12 hex digits of SHA-256 over them joined by one space."""
    return sha256(" ".join(words).encode()).digest()[:_BYTES].hex()


def run_hashes(text: Text, length: int) -> tuple[str, ...]:
    """Return the hash of each run of `length` normal words of a text, in order; several may be equal."""
    packed = _packed(text, length)
    return tuple(packed[at : at + _BYTES].hex() for at in range(0, len(packed), _BYTES))


def find_runs(text: Text, length: int, hash_: str) -> list[int]:
    """Return the first word of each run of `length` words that has a hash: numbers of words, ascending.

    What is no hash of 12 hex digits is found nowhere.
    """
    try:
        wanted = bytes.fromhex(hash_)
    except ValueError:
        return []
    if len(wanted) != _BYTES:
        return []
    packed, found, at = _packed(text, length), [], -1
    while (at := packed.find(wanted, at + 1)) >= 0:
        if at % _BYTES == 0:  # else it lies across two hashes
            found.append(at // _BYTES)
    return found


def _packed(text: Text, length: int) -> bytes:
    """Return the hashes of all runs of a length, one after the other; worked out once for each length."""
    key = f"runs of {length}"
    known: bytes | None = text.known.get(key)
    if known is None:
        known = text.known[key] = _hash_all([word.text for word in text_words(text)], length)
    return known


def _hash_all(words: Sequence[str], length: int) -> bytes:
    if length < 1 or len(words) < length:
        return b""
    joined = " ".join(words).encode()
    starts = [0]
    for word in words:
        starts.append(starts[-1] + len(word.encode()) + 1)
    return b"".join(
        sha256(joined[starts[first] : starts[first + length] - 1]).digest()[:_BYTES]
        for first in range(len(words) - length + 1)
    )
