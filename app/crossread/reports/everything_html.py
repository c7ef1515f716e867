"""Everything about one learner as one HTML file that the learner can read: no scripts, nothing fetched."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from html import escape

from crossread.base.entries import Entry
from crossread.base.translation import _, ngettext
from crossread.progress.answers_in_order import ANSWERS, Where, answers_in_order
from crossread.progress.history import AnswerGiven, Seen
from crossread.progress.names_told import pack_told
from crossread.reports.answer_words import (
    certainty_words,
    day_words,
    kind_words,
    outcome_words,
    time_words,
)
from crossread.reports.answers_csv import WhoReads
from crossread.reports.counted import Counted
from crossread.reports.data_sheet_entries import ENTRIES
from crossread.reports.html_page import READING, html_lines
from crossread.reports.own_words import OwnWords, Written

# A page with more than this is none that a browser shows; the JSON file holds all of them.
MOST_ANSWERS = 20_000

STYLE = (
    READING
    + """\
h2 { margin-top: 2.5rem; border-bottom: 1px solid; padding-bottom: .25rem; }
h3 { margin: 2rem 0 .5rem; font-size: 1rem; }
article { margin: 1rem 0; break-inside: avoid; }
article p { margin: 0 0 .25rem; overflow-wrap: anywhere; }
.about { font-size: .9rem; }
.asked { font-weight: 600; }
.own { white-space: pre-wrap; padding-inline-start: 1rem; border-inline-start: 3px solid; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid; }
td.number { text-align: end; font-variant-numeric: tabular-nums; }
"""
)


def as_given(answer: AnswerGiven) -> str:
    """Return an answer in its own words."""
    return answer.response


def as_quoted(_pack: str, _source: str, quote: str) -> str:
    """Return a quote as it is."""
    return quote


@dataclass(frozen=True, slots=True)
class Telling:
    """Puts an answer, and a quote of a source of a pack, in words, without what is covered in them."""

    answer: Callable[[AnswerGiven], str] = as_given
    quote: Callable[[str, str, str], str] = as_quoted

    def covered(self, answer: AnswerGiven) -> AnswerGiven:
        """Return an answer with the words that may be told."""
        words = self.answer(answer)
        return answer if words == answer.response else replace(answer, response=words)


AS_IT_IS = Telling()


def everything_html(
    who: WhoReads,
    made: datetime,
    entries: Iterable[Entry],
    count: Counted,
    seen: Seen,
    *,
    titles: Mapping[str, str],
    language: str,
    telling: Telling = AS_IT_IS,
    zone: tzinfo | None = None,
) -> Iterator[str]:
    """Write the page line by line. `count` is that of the same entries, `titles` are the packs' by id.

    `telling` puts answers and quotes in words, without what is covered in them. Times are those of `zone`,
    else of the machine. Of more than 20,000 answers the newest are told, and that there are more.
    """
    title = _("What Crossread keeps of {name}").format(name=who.name)
    page = _Page(count, titles, telling, zone)
    body = page.lines(made, entries, seen)
    for line in html_lines(title, language, STYLE, body):
        yield line + "\n"


def shown(words: str) -> str:
    """Escape words, and leave out signs that no HTML may hold."""
    return escape("".join(sign if sign >= " " or sign in "\n\t" else "\ufffd" for sign in words))


class _Page:
    def __init__(
        self, count: Counted, titles: Mapping[str, str], telling: Telling, zone: tzinfo | None
    ) -> None:
        self._count, self._titles, self._telling, self._zone = count, titles, telling, zone
        self._written = OwnWords()

    def lines(self, made: datetime, entries: Iterable[Entry], seen: Seen) -> Iterator[str]:
        yield from self._intro(made)
        yield from self._kinds()
        yield from self._answers(entries, seen)
        yield from self._own_words()
        yield from self._time()

    def _intro(self, made: datetime) -> Iterator[str]:
        when = _("{day}, {time}").format(day=day_words(made, self._zone), time=time_words(made, self._zone))
        yield _p(_("Written on {when}. Times are those of this machine.").format(when=when), "about")
        yield _p(
            _(
                "This is all that is remembered of you, as far as a person can read it. The same with every "
                "detail is in the file of everything (JSON); the data sheet explains each part of that. "
                "None of it was ever sent anywhere."
            )
        )
        yield _p(
            _(
                "Not in here: results that your teacher has not shown yet, and the right answers to "
                "questions that you may still answer. They are kept back in that file too."
            )
        )

    def _kinds(self) -> Iterator[str]:
        yield f"<section><h2>{shown(_('What is kept'))}</h2>"
        if not self._count.kinds:
            yield _p(_("Nothing yet."))
        else:
            yield _table(_("what"), _("how often"))
            for kind, told in ENTRIES.items():
                number = self._count.kinds.get(kind, 0)
                if number:
                    what = shown(_(told.what))
                    yield f'<tr><td dir="auto">{what}</td><td class="number">{number}</td></tr>'
            yield "</tbody></table>"
        yield "</section>"

    def _answers(self, entries: Iterable[Entry], seen: Seen) -> Iterator[str]:
        yield f"<section><h2>{shown(_('Your answers'))}</h2>"
        skipped = max(0, len(self._count.standings) - MOST_ANSWERS)
        if skipped:
            told = ngettext(
                "{count} earlier answer is not on this page: the file of everything (JSON) and the table of "
                "answers (CSV) hold it.",
                "{count} earlier answers are not on this page: the file of everything (JSON) and the table "
                "of answers (CSV) hold them.",
                skipped,
            )
            yield _p(told.format(count=skipped))
        if not len(self._count.standings):
            yield _p(_("Nothing was answered yet."))
        day = ""
        for where, answer in answers_in_order(
            self._not_skipped(entries, skipped), self._count.standings, seen
        ):
            if (on := day_words(answer.at, self._zone)) != day:
                day = on
                yield f"<h3>{shown(day)}</h3>"
            yield from self._answer(where, answer)
        yield "</section>"

    def _not_skipped(self, entries: Iterable[Entry], skipped: int) -> Iterator[Entry]:
        """Let what was written aside, and leave out the first answers."""
        for entry in entries:
            self._written.add(entry)
            if entry.kind in ANSWERS and entry.id in self._count.standings and skipped:
                skipped -= 1
                continue
            yield entry

    def _answer(self, where: Where, answer: AnswerGiven) -> Iterator[str]:
        about = [
            time_words(answer.at, self._zone),
            pack_told(self._titles, answer.pack),
            kind_words(answer.kind),
            {"stage": "", "practice": _("practice"), "review": _("review")}[where],
            _("attempt {number}").format(number=answer.attempt) if answer.attempt > 1 else "",
        ]
        prompt = answer.asked or _("Question “{id}”").format(id=answer.question)
        given = _("I don’t know") if answer.dont_know else self._telling.answer(answer) or "–"
        became = [outcome_words(answer), certainty_words(answer)]
        if answer.rating:
            became.append(_("You said of it: {rating}").format(rating=answer.rating))
        yield "<article>"
        yield _p(" · ".join(filter(None, about)), "about")
        yield _p(prompt, "asked")
        yield _p(given, "own")
        yield _p(" · ".join(filter(None, became)), "about")
        yield "</article>"

    def _own_words(self) -> Iterator[str]:
        groups = (
            (_("Your notes"), self._written.notes()),
            (_("Your highlights"), self._written.highlights()),
            (_("What else you wrote"), self._written.others()),
        )
        for title, found in groups:
            written = list(found)
            if not written:
                continue
            yield f"<section><h2>{shown(title)}</h2>"
            for one in written:
                yield from self._one_written(one)
            yield "</section>"

    def _one_written(self, one: Written) -> Iterator[str]:
        yield "<article>"
        about = [
            day_words(one.at, self._zone),
            pack_told(self._titles, one.pack) if one.pack else "",
            one.about,
        ]
        yield _p(" · ".join(filter(None, about)), "about")
        for quoted in one.quotes:
            words = self._telling.quote(one.pack, quoted.source, quoted.words)
            yield f'<blockquote dir="auto">{shown(words)}'
            yield f'<footer dir="auto">— {shown(quoted.of)}</footer></blockquote>'
        if one.words:
            yield _p(one.words, "own")
        yield "</article>"

    def _time(self) -> Iterator[str]:
        days = self._count.progress.days
        if not days:
            return
        yield f"<section><h2>{shown(_('Time'))}</h2>"
        yield _p(_("Minutes in which you worked with the window in front of you. Nothing is scored for it."))
        yield _table(_("day"), _("minutes"))
        for one in days:
            minutes = f"{one.minutes:.0f}" if one.minutes >= 1 else _("less than one")
            day = day_words(datetime.combine(one.day, datetime.min.time(), self._zone), self._zone)
            yield f'<tr><td>{shown(day)}</td><td class="number">{shown(minutes)}</td></tr>'
        yield "</tbody></table></section>"


def _table(first: str, second: str) -> str:
    return f"<table><thead><tr><th>{shown(first)}</th><th>{shown(second)}</th></tr></thead><tbody>"


def _p(words: str, look: str = "") -> str:
    return f'<p{f" class={look!r}" if look else ""} dir="auto">{shown(words)}</p>'
