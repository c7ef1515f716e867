"""The progress page as an HTML file to read or to print: each picture inline, the table behind it below."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape

from crossread.base.translation import _, ngettext
from crossread.progress.names_told import pack_told
from crossread.progress.progress_of import Progress
from crossread.reports.charts import certainty, days, reading, skills, sure, way
from crossread.reports.charts.drawing import Drawing, plain_room
from crossread.reports.charts.svg import svg
from crossread.reports.charts.way import Station
from crossread.reports.html_page import READING, html_page

STYLE = (
    READING
    + """
body { font: 1rem/1.5 Inter, "Segoe UI", "Noto Sans", Arial, sans-serif; }
body { color: #1F2328; background: #FFFDF9; }
:root { color-scheme: light; }
section { margin: 2rem 0; break-inside: avoid; }
svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: start; padding: .3rem .8rem .3rem 0; vertical-align: top; }
th, td { border-bottom: 1px solid #E2DCCF; }
details summary { cursor: pointer; }
.quiet { color: #565B62; font-size: .9rem; }
@media print { details { display: none; } body { background: none; } section { margin: 1rem 0; } }
"""
)
WIDTH = 620.0  # pixels of a picture


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressTold:
    """What the file is made of: whose it is, the numbers, each pack's title and stations by its id, today.

    `letters` tells the letters of the sources of a pack, `stage_title` what a stage is called, by their ids.
    """

    name: str
    progress: Progress
    titles: Mapping[str, str]
    stations: Mapping[str, Sequence[Station]]
    today: date
    when: Callable[[datetime], str]
    letters: Callable[[str], reading.Letters]
    stage_title: Callable[[str, str], str]


def progress_html(told: ProgressTold, language: str = "en", *, from_right: bool = False) -> str:
    """Return the page as an HTML document; it needs nothing else, and runs nothing."""
    body = list(_body(told, from_right))
    return html_page(_("How it is going, {name}").format(name=told.name), language, STYLE, body)


def _body(told: ProgressTold, from_right: bool) -> Iterator[str]:
    progress = told.progress
    given = ngettext("{count} answer, up to {day}.", "{count} answers, up to {day}.", progress.given)
    day = days.day_words(told.today)
    yield _p(given.format(count=progress.given, day=day), "quiet")
    for pack, stations in told.stations.items():
        listed = list(stations)
        title = pack_told(told.titles, pack)
        drawing = way.draw(listed, plain_room(WIDTH))
        yield from _section(title, "", drawing, way.columns(), way.rows(listed), from_right)
    if skills.tried(progress.skills):
        yield from _section(
            _("By skill"),
            _("Share of the points of the newest first tries, with the range that it may well lie in."),
            skills.draw(progress.skills, plain_room(WIDTH)),
            skills.columns(),
            skills.rows(progress.skills),
            from_right,
        )
    if progress.certainty.items:
        yield from _section(
            _("How sure, how right"),
            certainty.brier_words(progress.certainty),
            certainty.draw(progress.certainty, plain_room(WIDTH)),
            certainty.columns(),
            certainty.rows(progress.certainty),
            from_right,
        )
    if sure.can_be_told(progress.sure):
        yield from _section(
            _("Sure, and right or not, by skill"),
            sure.summary(progress.sure),
            sure.draw(progress.sure, plain_room(WIDTH)),
            sure.columns(),
            sure.rows(progress.sure),
            from_right,
        )
    for one in progress.readings[:1]:
        yield from _section(
            _("What was read before answering"),
            told.stage_title(one.pack, one.stage),
            reading.draw(one.sittings, told.letters(one.pack), told.when, plain_room(WIDTH)),
            reading.columns(),
            reading.rows(one.sittings, told.when),
            from_right,
        )
    if progress.days:
        yield from _section(
            _("Time, for what it is worth"),
            _("Minutes with a text or a question in view. More is not better."),
            days.draw(progress.days, told.today, plain_room(WIDTH)),
            days.columns(),
            days.rows(progress.days),
            from_right,
        )


def _section(
    title: str,
    sentence: str,
    drawing: Drawing,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    from_right: bool,
) -> Iterator[str]:
    yield "<section>"
    yield f'<h2 dir="auto">{escape(title)}</h2>'
    if sentence:
        yield _p(sentence, "quiet")
    yield svg(drawing, title, from_right=from_right, inline=True)
    yield f"<details><summary>{escape(_('As a table'))}</summary>"
    yield (
        "<table><thead><tr>" + "".join(f"<th>{escape(one)}</th>" for one in columns) + "</tr></thead><tbody>"
    )
    for row in rows:
        yield "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in row) + "</tr>"
    yield "</tbody></table></details></section>"


def _p(words: str, look: str) -> str:
    return f'<p class="{look}" dir="auto">{escape(words)}</p>'
