"""Shared wording: the runs of words that texts have in common, and what is changed around them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from crossread.texts.text import Range, Text
from crossread.texts.wording.common_runs import CommonRun, common_runs
from crossread.texts.wording.credits import Credits, who_is_credited
from crossread.texts.wording.differences import differences
from crossread.texts.wording.quotation_marks import is_quoted
from crossread.texts.wording.shared_run import RunPlace, SharedRun
from crossread.texts.words.normal import text_words
from crossread.texts.words.sentences import sentence_before, sentences_around

LEAST = 7  # words; fewer are stock phrases more often than not


def shared_runs(
    texts: Mapping[str, Text], least: int = LEAST, called: Mapping[str, Sequence[str]] | None = None
) -> tuple[SharedRun, ...]:
    """Find every run of `least` normal words or more that two texts share, by pair and then by place.

    A run is as long as it can be: its places in a text are those where it lies in no longer run that both
    share; where it lies in longer ones everywhere, its first place stands for it. What a text repeats within
    itself is no run. `called` are names by which others may credit a source: its author, outlet, title.
    """
    return tuple(_Sharing(texts, called or {}).runs(least))


class _Sharing:
    """Some texts while what they share is found."""

    def __init__(self, texts: Mapping[str, Text], called: Mapping[str, Sequence[str]]) -> None:
        self.texts = texts
        self.ids = list(texts)
        self.words = [text_words(text) for text in texts.values()]
        self.called = called
        self.credits: dict[int, Credits] = {}

    def runs(self, least: int) -> Iterator[SharedRun]:
        """Yield the shared runs."""
        plain = [[word.text for word in words] for words in self.words]
        pairs = list(common_runs(plain, least))
        reaches = _Reaches(pairs)
        for one, other, runs in pairs:
            for run in runs:
                yield self._run(one, other, run, reaches)

    def _run(self, one: int, other: int, run: CommonRun, reaches: "_Reaches") -> SharedRun:
        in_one = tuple(self._place(one, start, run.words) for start in run.in_one)
        in_other = tuple(self._place(other, start, run.words) for start in run.in_other)
        ids = self.ids[one], self.ids[other]
        credited = who_is_credited(
            [credit for place in in_one for credit in place.credits],
            [credit for place in in_other for credit in place.credits],
            ids,
        )
        return SharedRun(
            words=run.words,
            one=ids[0],
            other=ids[1],
            in_one=in_one,
            in_other=in_other,
            changed=differences(
                self.texts[ids[0]], self.texts[ids[1]], in_one[0].surroundings, in_other[0].surroundings
            ),
            credited=credited,
            also_in=tuple(
                self.ids[third]
                for third in range(len(self.ids))
                if third not in {one, other} and reaches.over(one, third, run.in_one[0], run.words)
            ),
        )

    def _place(self, number: int, start: int, length: int) -> RunPlace:
        text, words = self.texts[self.ids[number]], self.words[number]
        where = Range(words[start].start, words[start + length - 1].end)
        surroundings = sentences_around(text, where)
        quoted = is_quoted(text, where)
        if number not in self.credits:
            self.credits[number] = Credits(self.ids[number], text, self.called)
        credited = self.credits[number].beside(surroundings)
        if quoted and not credited and (before := sentence_before(text, surroundings)):
            credited = self.credits[number].beside(before)  # He was asked by her. “…”
        return RunPlace(where, surroundings, quoted, credited)


class _Reaches:
    """How far the runs reach that each two texts share, in each of them."""

    def __init__(self, pairs: Sequence[tuple[int, int, Sequence[CommonRun]]]) -> None:
        ends: dict[tuple[int, int], dict[int, int]] = {}
        for one, other, runs in pairs:
            for run in runs:
                for mine, others, starts in ((one, other, run.in_one), (other, one, run.in_other)):
                    reach = ends.setdefault((mine, others), {})
                    for start in starts:
                        reach[start] = max(reach.get(start, 0), start + run.words)
        self._starts: dict[tuple[int, int], list[int]] = {}
        self._ends: dict[tuple[int, int], list[int]] = {}
        for pair, reach in ends.items():
            self._starts[pair] = sorted(reach)
            furthest: list[int] = []
            for start in self._starts[pair]:
                furthest.append(max(reach[start], furthest[-1] if furthest else 0))
            self._ends[pair] = furthest

    def over(self, one: int, other: int, start: int, length: int) -> bool:
        """Tell whether one run that both share holds all of these words of the one."""
        at = bisect_right(self._starts.get((one, other), ()), start) - 1
        return at >= 0 and self._ends[one, other][at] >= start + length
