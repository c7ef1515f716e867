"""The spelling in which typed words are compared."""

import unicodedata

_SPELLINGS = str.maketrans(
    dict.fromkeys("’‘ʼ`´", "'")
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys('"“”„«»', "")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)
_ACCENTS = range(0x300, 0x370)  # combining marks on Latin, Greek and Cyrillic letters; others carry meaning
_AT_THE_START = " '"
_AT_THE_END = " .,;:!'"


def one_spelling(text: str) -> str:
    """Put words in the spelling in which they are compared.

    Case, spaces, quotation marks, kinds of dashes, accents and a full stop at the end make no difference.
    """
    folded = unicodedata.normalize("NFKD", text.translate(_SPELLINGS)).casefold()
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", folded) if ord(letter) not in _ACCENTS)
    plain = unicodedata.normalize("NFKC", bare).translate(_SPELLINGS)
    return " ".join(plain.split()).lstrip(_AT_THE_START).rstrip(_AT_THE_END)


def accented_spelling(text: str) -> str:
    """Do the same but leave accents, which the stems of some languages go by."""
    folded = unicodedata.normalize("NFKC", text.translate(_SPELLINGS)).casefold()
    plain = unicodedata.normalize("NFKC", folded).translate(_SPELLINGS)
    return " ".join(plain.split()).lstrip(_AT_THE_START).rstrip(_AT_THE_END)
