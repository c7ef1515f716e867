"""Stems: what is left of a word without its endings, in the languages that Snowball knows."""

from collections.abc import Mapping
from functools import lru_cache

# Snowball's algorithms by ISO 639-1 code.
LANGUAGES: Mapping[str, str] = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}


@lru_cache(maxsize=8192)
def stem(word: str, algorithm: str) -> str:
    """Return a word in small letters without its endings; `algorithm` is a value of `LANGUAGES`."""
    import snowballstemmer

    # One of its own for each word: a stemmer keeps its word in itself, and marks are made on two threads.
    return snowballstemmer.stemmer(algorithm).stemWord(word)
