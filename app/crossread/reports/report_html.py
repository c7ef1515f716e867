"""How it is going for one learner, as one HTML file to read, to print and to talk about."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, tzinfo
from html import escape

from crossread.base.entries import Entry
from crossread.base.translation import _, ngettext
from crossread.progress.answers_in_order import Where, answers_in_order
from crossread.progress.calibration import Calibration, StepFigure
from crossread.progress.history import AnswerGiven, Seen
from crossread.progress.names_told import pack_told, stage_told
from crossread.progress.points_told import points_told
from crossread.progress.skill_words import skill_words
from crossread.progress.skills import SkillProgress
from crossread.progress.way import PackWay, StageWay
from crossread.questions.kind import Skill
from crossread.reports.answer_words import day_words, kind_words, outcome_words
from crossread.reports.answers_csv import WhoReads
from crossread.reports.charts import sure
from crossread.reports.counted import Counted
from crossread.reports.everything_html import AS_IT_IS, STYLE, Telling, shown
from crossread.reports.html_page import html_lines

_STYLE = (
    STYLE
    + """\
.bar { position: relative; height: .7rem; min-width: 8rem; border: 1px solid; border-radius: .2rem; }
.bar i { position: absolute; top: 0; bottom: 0; background: currentColor; opacity: .35; }
.bar b { position: absolute; top: -.2rem; bottom: -.2rem; width: .2rem; background: currentColor; }
.bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
"""
)


def report_html(
    who: WhoReads,
    made: datetime,
    entries: Iterable[Entry],
    count: Counted,
    seen: Seen,
    *,
    pack: str,
    titles: Mapping[str, str],
    stages: Mapping[tuple[str, str], str],
    language: str,
    telling: Telling = AS_IT_IS,
    zone: tzinfo | None = None,
) -> Iterator[str]:
    """Write the report line by line. `count` is that of the same entries.

    With a `pack` they are those of one pack, and its answers in force are told as well. `titles` are packs'
    by id, `stages` those of stages by the ids of both; what has no title is called by its id.
    """
    title = _("How it is going: {name}").format(name=who.name)
    page = _Report(count, titles, stages, telling, zone)
    for line in html_lines(title, language, _STYLE, page.lines(made, entries, seen, pack)):
        yield line + "\n"


class _Report:
    def __init__(
        self,
        count: Counted,
        titles: Mapping[str, str],
        stages: Mapping[tuple[str, str], str],
        telling: Telling,
        zone: tzinfo | None,
    ) -> None:
        self._count, self._titles, self._stages = count, titles, stages
        self._telling, self._zone = telling, zone

    def lines(self, made: datetime, entries: Iterable[Entry], seen: Seen, pack: str) -> Iterator[str]:
        about = [pack_told(self._titles, pack)] if pack else []
        about.append(day_words(made, self._zone))
        yield _p(" · ".join(about), "about")
        if not self._count.progress.packs:
            yield _p(_("Nothing has been answered yet."))
        for way in self._count.progress.packs:
            yield from self._way(way)
        yield from _skills(self._count.progress.skills)
        yield from _certainty(self._count.progress.certainty, sure.summary(self._count.progress.sure))
        if pack:
            yield from self._answers(entries, seen)
        yield from _not_shown()

    def _way(self, way: PackWay) -> Iterator[str]:
        yield f"<section><h2>{shown(pack_told(self._titles, way.pack))}</h2>"
        if way.of:
            yield _p(points_told(way.earned, way.of))
        gone = [one for one in enumerate(way.stages, 1) if one[1].answered or one[1].handed_in]
        if gone:
            yield _head((_("stage"), _("answered"), _("handed in"), _("points")))
            for number, stage in gone:
                name = stage_told(self._stages.get((way.pack, stage.stage)), number)
                yield _row(name, *self._cells(stage))
            yield "</tbody></table>"
        else:  # it was opened and read in, or practised
            yield _p(_("Nothing has been answered in its stages yet."))
        yield "</section>"

    def _cells(self, stage: StageWay) -> tuple[str, str, str]:
        count = stage.handed_in
        times = ngettext("once", "{count} times", count).format(count=count) if count else "–"
        points = points_told(stage.earned, stage.of) if stage.of else "–"
        if stage.held_back:
            some = _("{points}, the rest not yet shown").format(points=points)
            points = some if stage.of else _("not yet shown")
        return str(stage.answered), times, points

    def _answers(self, entries: Iterable[Entry], seen: Seen) -> Iterator[str]:
        yield f"<section><h2>{shown(_('Answers'))}</h2>"
        yield _p(
            _("The answer to each question that counts, the newest handed in, with the question of then."),
            "about",
        )
        count = 0
        for where, answer in answers_in_order(entries, self._count.standings, seen):
            if answer.in_force and where == "stage":
                count += 1
                yield from self._answer(where, answer)
        if not count:
            yield _p(_("There is none yet."))
        yield "</section>"

    def _answer(self, _where: Where, answer: AnswerGiven) -> Iterator[str]:
        stage = stage_told(self._stages.get((answer.pack, answer.stage)))
        about = [day_words(answer.at, self._zone), stage, kind_words(answer.kind)]
        if answer.attempt > 1:
            about.append(_("attempt {number}").format(number=answer.attempt))
        given = _("I don’t know") if answer.dont_know else self._telling.answer(answer) or "–"
        yield "<article>"
        yield _p(" · ".join(filter(None, about)), "about")
        yield _p(answer.asked or _("Question “{id}”").format(id=answer.question), "asked")
        yield _p(given, "own")
        yield _p(outcome_words(answer), "about")
        yield "</article>"


def _skills(skills: Mapping[Skill, SkillProgress]) -> Iterator[str]:
    yield f"<section><h2>{shown(_('By skill'))}</h2>"
    tried = {skill: found for skill, found in skills.items() if found.now.share is not None}
    if not tried:
        yield _p(_("No first try has been marked yet."))
    else:
        yield _p(
            _(
                "Share of the points of the last 20 first tries. The bar shows where the share may well lie, "
                "for all that so few answers can tell; the line is what was earned."
            ),
            "about",
        )
        yield _head((_("skill"), _("share"), _("may well lie between"), ""))
        for skill, found in tried.items():
            share = found.now.share or 0.0
            low, high = found.range.low, found.range.high
            told, span = _("{items} so far: too few to tell"), "–"
            if found.now.sure:
                told = _("{share} % of {items}")
                span = _("{low} and {high} %").format(low=round(low * 100), high=round(high * 100))
            yield _row(
                skill_words(skill),
                told.format(share=round(share * 100), items=found.now.items),
                span,
                last=_bar(share if found.now.sure else None, low, high),
            )
        yield "</tbody></table>"
    yield "</section>"


def _certainty(found: Calibration, by_skill: str) -> Iterator[str]:
    if not found.items:
        return
    yield f"<section><h2>{shown(_('How sure, and how right'))}</h2>"
    for step in found.steps:
        if step.items:
            yield _p(certainty_sentence(step))
    if not found.sure:
        yield _p(_("These are too few to say how well certainty fits."), "about")
    if by_skill:
        yield _p(by_skill)
    yield "</section>"


def certainty_sentence(step: StepFigure) -> str:
    """Say of one step how often it was right, on how many first tries that rests, and whether it fits.

    Where these are too few, it says only so.
    """
    if step.fit == "unclear":
        return {
            "guess": ngettext(
                "{items} first try was given as a guess: too few to tell.",
                "{items} first tries were given as a guess: too few to tell.",
                step.items,
            ),
            "fairly sure": ngettext(
                "{items} first try was given as fairly sure: too few to tell.",
                "{items} first tries were given as fairly sure: too few to tell.",
                step.items,
            ),
            "certain": ngettext(
                "{items} first try was given as certain: too few to tell.",
                "{items} first tries were given as certain: too few to tell.",
                step.items,
            ),
        }[step.step].format(items=step.items)
    told = {
        "guess": ngettext(
            "Of {items} first try given as a guess, {share} % was right.",
            "Of {items} first tries given as a guess, {share} % were right.",
            step.items,
        ),
        "fairly sure": ngettext(
            "Of {items} first try given as fairly sure, {share} % was right.",
            "Of {items} first tries given as fairly sure, {share} % were right.",
            step.items,
        ),
        "certain": ngettext(
            "Of {items} first try given as certain, {share} % was right.",
            "Of {items} first tries given as certain, {share} % were right.",
            step.items,
        ),
    }[step.step]
    fits = {
        "unclear": "",
        "fits": _("That fits the word."),
        "less": _("That is less often than the word says."),
        "more": _("That is more often than the word says."),
    }[step.fit]
    sentence = told.format(items=step.items, share=round((step.share or 0.0) * 100))
    return f"{sentence} {fits}".strip()


def _not_shown() -> Iterator[str]:
    yield f"<section><h2>{shown(_('What this does not show'))}</h2><ul>"
    for sentence in (
        _("What somebody thinks of the event: only how they read and weigh texts about it."),
        _("Results that the teacher has not shown yet."),
        _("Notes, highlights and expectations: they are the learner’s own."),
        _("A rank, a comparison with others, or anything scored for time."),
        _("More than the numbers can bear: few answers say little, and a wide bar says so."),
    ):
        yield f'<li dir="auto">{shown(sentence)}</li>'
    yield "</ul></section>"


def _bar(share: float | None, low: float, high: float) -> str:
    """Draw a range, and what was earned as a stroke; without that (None) no number is told of it."""
    left, right = round(low * 100), round((1 - high) * 100)
    words, stroke = _("too few to tell"), ""
    if share is not None:
        words = _("{share} %, between {low} and {high} %").format(
            share=round(share * 100), low=round(low * 100), high=round(high * 100)
        )
        stroke = f'<b style="inset-inline-start: {round(share * 98)}%"></b>'
    return (
        f'<div class="bar" role="img" aria-label="{escape(words)}">'
        f'<i style="inset-inline: {left}% {right}%"></i>{stroke}</div>'
    )


def _head(names: Iterable[str]) -> str:
    return (
        "<table><thead><tr>" + "".join(f"<th>{shown(name)}</th>" for name in names) + "</tr></thead><tbody>"
    )


def _row(*cells: str, last: str = "") -> str:
    made = "".join(f'<td dir="auto">{shown(cell)}</td>' for cell in cells)
    return f"<tr>{made}{f'<td>{last}</td>' if last else ''}</tr>"


def _p(words: str, look: str = "") -> str:
    return f'<p{f" class={look!r}" if look else ""} dir="auto">{shown(words)}</p>'
