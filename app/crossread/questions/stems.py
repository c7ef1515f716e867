"""Whether typed words agree with an author's once endings are put aside."""

from functools import lru_cache

from crossread.questions.spelling import accented_spelling, one_spelling
from crossread.texts.words.stems import LANGUAGES, stem


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
        one_spelling(" ".join(stem(word, algorithm) for word in spelled.split()))
        for spelled in (one_spelling(text), accented_spelling(text))
    )
