"""Comparing files: any articles that a user has, without a pack and without a key."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossread.base.errors import N_, Expected
from crossread.operations.opening.articles import Article, read_article
from crossread.texts.comparing import compare
from crossread.texts.comparison import Comparison
from crossread.texts.text import Text

FEWEST, MOST = 2, 20

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PARTING = re.compile(r"[\W_\d]+")
_SHORTEST_CALLED = 4  # letters


@dataclass(frozen=True, slots=True)
class ComparedArticles:
    """Articles by their letters, A and so on in the order in which they were given, and what they compare to.

    The letters are the ids of the sources in the comparison.
    """

    articles: Mapping[str, Article]
    comparison: Comparison

    @property
    def texts(self) -> Mapping[str, Text]:
        """The texts by their letters."""
        return {letter: article.text for letter, article in self.articles.items()}


def compare_files(files: Sequence[Path], encoding: str | None = None) -> ComparedArticles:
    """Read two to twenty files and compare them; `encoding` is for files whose own does not show.

    Nothing is compared where any file cannot be read. Raises Expected: "compare-too-few",
    "compare-too-many", "compare-same-file", "compare-same-text", and all that `read_article` does.
    """
    if len(files) < FEWEST:
        raise Expected(
            "compare-too-few", N_("One text has nothing to be compared with. Give two files or more.")
        )
    if len(files) > MOST:
        raise Expected(
            "compare-too-many",
            N_("{count} files are too many to compare at once. Give at most {most}."),
            count=len(files),
            most=MOST,
        )
    articles = [read_article(file, encoding) for file in files]
    _refuse_twice(files, articles)
    lettered = dict(zip(_LETTERS, articles, strict=False))
    texts = {letter: article.text for letter, article in lettered.items()}
    called = {letter: [_called(article.name)] for letter, article in lettered.items()}
    return ComparedArticles(lettered, compare(texts, called=called))


def _refuse_twice(files: Sequence[Path], articles: Sequence[Article]) -> None:
    places: dict[Path, str] = {}
    digests: dict[str, str] = {}
    for file, article in zip(files, articles, strict=True):
        where, what = file.resolve(), article.text.digest
        if where in places:
            raise Expected(
                "compare-same-file", N_("{name} is given twice. Give each file once."), name=article.name
            )
        if what in digests:
            raise Expected(
                "compare-same-text",
                N_("{name} and {other} hold the same text, word for word. Leave one of them out."),
                name=digests[what],
                other=article.name,
            )
        places[where] = digests[what] = article.name


def _called(name: str) -> str:
    """Return what others may call an article by the name of its file: the longer words of it."""
    words = _PARTING.sub(" ", name.rsplit(".", 1)[0]).split()
    return " ".join(word for word in words if len(word) >= _SHORTEST_CALLED)
