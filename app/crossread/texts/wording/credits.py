"""Credits: whom a text names, beside words that it shares with another, as the one who said or wrote them."""

from collections.abc import Iterable, Mapping, Sequence

from crossread.texts.finding.search_folding import fold_words
from crossread.texts.finding.spellings import spelling_key
from crossread.texts.names.names import find_names
from crossread.texts.text import Range, Text
from crossread.texts.wording.shared_run import Credit, Credited
from crossread.texts.wording.telling_words import find_words
from crossread.texts.words.word_places import ranges_touched

_SAYING = frozenset({"saying", "doubting", "endorsing"})
_MAY_SAY = frozenset({"person", "body", "other"})
_NEAR = 25  # code points between a name of whatever kind and the word for saying that it goes with


class Credits:
    """Who is credited for what, in one text."""

    def __init__(self, source: str, text: Text, called: Mapping[str, Sequence[str]]) -> None:
        self._own = source
        self._names = [name for name in find_names(text) if name.kind in _MAY_SAY]
        self._saying = [word for word in find_words(text) if word.kind in _SAYING]
        self._name_places = [name.where for name in self._names]
        self._saying_places = [word.where for word in self._saying]
        self._called = [(source, known(name)) for source, names in called.items() for name in names]

    def beside(self, surroundings: Range) -> tuple[Credit, ...]:
        """Return the names in some sentences that also say that someone says, writes or reports; each once.

        A name is there for what it may be: the program does not tell who said what.
        """
        if not ranges_touched(self._saying_places, surroundings):
            return ()
        found: dict[str, Credit] = {}
        for number in ranges_touched(self._name_places, surroundings):
            name = self._names[number]
            source = self._source(name.words)
            is_own = bool(source) and source == self._own
            if not is_own and (name.kind != "other" or self._says(name.where)):
                found.setdefault(known(name.words), Credit(name.where, name.words, source))
        return tuple(found.values())

    def _says(self, where: Range) -> bool:
        """Tell whether a word for saying stands next to a name."""
        near = Range(where.start - _NEAR, where.end + _NEAR)
        return len(ranges_touched(self._saying_places, near)) > 0

    def _source(self, words: str) -> str:
        """Return the source that a name is the name of: some whole words of what the source is called."""
        ours = f" {known(words)} "
        return next((source for source, name in self._called if ours in f" {name} "), "")


def known(words: str) -> str:
    """Return what a name is known by in whatever spelling."""
    return spelling_key(" ".join(fold_words(words).replace("-", " ").split()))


def who_is_credited(one: Iterable[Credit], other: Iterable[Credit], ids: tuple[str, str]) -> Credited:
    """Say what two texts say about where their shared words come from; `ids` are those of their sources."""
    ours, theirs = list(one), list(other)
    if any(credit.source == ids[1] for credit in ours):
        return "one-names-other"
    if any(credit.source == ids[0] for credit in theirs):
        return "other-names-one"
    if ours and theirs:
        common = {known(credit.name) for credit in ours} & {known(credit.name) for credit in theirs}
        return "both-name-third" if common else "name-different"
    return "one-names-third" if ours else "other-names-third" if theirs else "neither"
