"""Stems: what is left of a word without its endings, in the languages that Snowball knows."""

from collections.abc import Mapping
from functools import lru_cache

from crossread.questions.spelling import accented_spelling, one_spelling

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


def same_stems(given: str, wanted: str, language: str) -> bool:
    """Tell whether two texts agree word by word once endings are put aside.

    `language` is a code of `LANGUAGES`; nothing agrees in any other. Endings are told both with the accents
    typed and without: many languages have them in their endings, and many learners do not type them.
    """
    algorithm = LANGUAGES.get(language)
    if algorithm is None:
        return False
    pairs = zip(_stemmed(given, algorithm), _stemmed(wanted, algorithm), strict=True)
    return any(one == other for one, other in pairs)


@lru_cache(maxsize=1024)
def _stemmed(text: str, algorithm: str) -> tuple[str, ...]:
    """Return a text by its stems: told without its accents, and with them."""
    return tuple(
        one_spelling(" ".join(_stem(word, algorithm) for word in spelled.split()))
        for spelled in (one_spelling(text), accented_spelling(text))
    )


@lru_cache(maxsize=8192)
def _stem(word: str, algorithm: str) -> str:
    import snowballstemmer

    # One of its own for each word: a stemmer keeps its word in itself, and marks are made on two threads.
    return snowballstemmer.stemmer(algorithm).stemWord(word)
