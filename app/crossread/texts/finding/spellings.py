"""Spellings: what languages write in several ways when they take a name over, made alike."""

import re

# In this order: what stands for one sound in one alphabet or another.
_ALIKE = (
    (re.compile(r"dzh|dj|zh"), "j"),
    (re.compile(r"kh|x"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"[iy]+e"), "e"),
    (re.compile(r"y|ee"), "i"),
    (re.compile(r"([^\W\d_])\1+"), r"\1"),
)


def spelling_key(folded: str) -> str:
    """Return what is left of a name, folded to small plain letters, whichever way it was spelled.

    Khojaly and Khojali come to the same, Agdam and Aghdam, Yerevan and Erevan.
    """
    key = folded
    for pattern, plain in _ALIKE:
        key = pattern.sub(plain, key)
    return key
