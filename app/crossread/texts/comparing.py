"""Comparing texts: figures, shared wording, names and telling words of all of them at once, with no key."""

from collections.abc import Collection, Mapping, Sequence

from crossread.base.collecting import without_collecting
from crossread.texts.comparison import Comparison
from crossread.texts.figures.aligning import align
from crossread.texts.figures.figures import find_figures
from crossread.texts.names.name_joining import join_names
from crossread.texts.names.names import find_names, possible_names
from crossread.texts.text import Text
from crossread.texts.wording.shared_wording import shared_runs
from crossread.texts.wording.telling_words import find_words


def compare(
    texts: Mapping[str, Text],
    *,
    called: Mapping[str, Sequence[str]] | None = None,
    digests: Collection[str] = (),
) -> Comparison:
    """Compare texts by the ids of their sources; the same texts always give the same.

    `called` are names by which texts may credit a source: its author, outlet, title. Of the sources in
    `digests` the texts are not their own words: of those only telling words that they quote count.
    """
    with without_collecting():
        figures = {source: find_figures(text) for source, text in texts.items()}
        return Comparison(
            sources=tuple(texts),
            figures=figures,
            quantities=tuple(align(figures)),
            shared=shared_runs(texts, called=called),
            names=join_names(
                {source: find_names(text) for source, text in texts.items()},
                {source: possible_names(text) for source, text in texts.items()},
            ),
            words={source: find_words(text, quoted_only=source in digests) for source, text in texts.items()},
        )
