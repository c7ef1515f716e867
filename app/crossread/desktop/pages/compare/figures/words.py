"""What the figures say, in words: the same for the axis, for the table and for a screen reader."""

from collections.abc import Sequence
from datetime import date

from crossread.base.dates import date_in_words
from crossread.base.translation import _, ngettext
from crossread.packs.pack import Pack
from crossread.progress.figures_predicted import Prediction, alone
from crossread.progress.figures_shown import Measure, QuantityShown, ValueShown
from crossread.reports.figure_values import value_in_words

HOUR = 60  # minutes


def value_words(value: ValueShown, unit: str = "") -> str:
    """Say a value or its bounds: "613", "161 or more", "500 to 1,000"."""
    if value.found is not None:
        return value_in_words(value.found)
    low, high = (_number(bound) for bound in (value.low, value.high))
    if not high:
        told = _("{least} or more").format(least=low)
    elif not low:
        told = _("{most} or less").format(most=high)
    elif low == high:
        told = low
    else:
        told = _("{least} to {most}").format(least=low, most=high)
    return _("{value} {unit}").format(value=told, unit=unit) if unit else told


def _number(bound: float | None) -> str:
    if bound is None:
        return ""
    return f"{int(bound):,}" if bound == int(bound) else f"{bound:,}"


def hedged_words(value: ValueShown) -> str:
    """Say a value with the word that makes it less sure: "600, “reported”"."""
    told = value_words(value)
    if not value.hedge:
        return told
    return _("{value}, “{hedge}”").format(value=told, hedge=value.hedge)


def told_words(value: ValueShown, letter: str) -> tuple[str, ...]:
    """Return what stands beside a value on the axis: all of it, then shorter, then the value alone."""
    short = _("{value} · {letter}").format(value=hedged_words(value), letter=letter)
    long = short
    if value.whom:
        long = _("{told}, by {whom}").format(told=short, whom=value.whom)
    if value.when:
        long = _("{told} · {date}").format(told=long, date=date_in_words(value.when))
    return tuple(dict.fromkeys((long, short, value_words(value))))


def value_sentence(value: ValueShown, quantity: QuantityShown, pack: Pack) -> str:
    """Say all of a value in one sentence."""
    source = pack.source(value.source)
    told = _("{letter}, {source}: {value}").format(
        letter=source.letter, source=source.card.short, value=value_words(value, quantity.unit)
    )
    more = [
        _("hedged: “{hedge}”").format(hedge=value.hedge) if value.hedge else "",
        _("on the word of {whom}").format(whom=value.whom) if value.whom else "",
        _counted_words(value, quantity),
        date_in_words(value.when) if value.when else "",
    ]
    return "; ".join([told, *(part for part in more if part)])


def _counted_words(value: ValueShown, quantity: QuantityShown) -> str:
    """Say what a value counts; a date or an hour counts nothing, and is about something."""
    if not value.counted:
        return ""
    form = _("counted: {what}") if quantity.measure == "number" else _("about: {what}")
    return form.format(what=value.counted)


def tick_words(tick: float, measure: Measure, step: float) -> str:
    """Name a mark of the axis; `step` is how far it is to the next."""
    if measure == "day":
        day = date.fromordinal(int(tick))
        form = f"{day.year:04}" if step > 360 else f"{day.year:04}-{day.month:02}"
        return date_in_words(form if step > 27 else day.isoformat())
    if measure == "minute":
        return f"{int(tick) // HOUR % 24:02}:{int(tick) % HOUR:02}"
    return f"{tick:,.0f}" if tick == int(tick) else f"{tick:,g}"


def in_all(quantity: QuantityShown, pack: Pack) -> str:
    """Say how many sources give how many figures; of one source alone, that it is the only one."""
    count, sources = len(quantity.values), len(quantity.sources)
    if sources == 1:
        only = _("Only {letter} gives it") if count == 1 else _("Only {letter} gives it, twice")
        if count > 2:
            only = ngettext(
                "Only {letter} gives it, {count} time", "Only {letter} gives it, {count} times", count
            )
        return only.format(letter=letters_of(quantity.sources, pack), count=count)
    figures = ngettext("{count} figure", "{count} figures", count).format(count=count)
    texts = ngettext("{count} source", "{count} sources", sources).format(count=sources)
    return _("{figures} in {sources}").format(figures=figures, sources=texts)


def kept_back_words(sources: Sequence[str], pack: Pack, *, waits: bool, more: bool) -> str:
    """Say that questions ask for figures of these sources, one for each figure; "" for none.

    `waits`: nothing is shown or asked before; `more`: other figures are shown.
    """
    count, letters = len(sources), letters_of(sources, pack)
    if not count:
        return ""
    if waits:
        told = ngettext(
            "A question asks for {count} of these figures: that of {letters}. Answer it first, then predict "
            "here and see them all.",
            "Questions ask for {count} of these figures: those of {letters}. Answer them first, then predict "
            "here and see them all.",
            count,
        )
    elif more:
        told = ngettext(
            "{count} more figure, of {letters}, is kept back until the question that asks for it is "
            "answered.",
            "{count} more figures, of {letters}, are kept back until the questions that ask for them are "
            "answered.",
            count,
        )
    else:
        told = ngettext(
            "{count} figure, of {letters}, is kept back until the question that asks for it is answered.",
            "{count} figures, of {letters}, are kept back until the questions that ask for them are "
            "answered.",
            count,
        )
    return told.format(count=count, letters=letters)


def came_of_it(quantity: QuantityShown, predicted: Prediction, pack: Pack, *, kept_back: bool) -> str:
    """Say what was predicted, and how it is; where some of it is `kept_back`, that this shows later."""
    if not predicted.way or (predicted.way == "none" and (kept_back or len(quantity.sources) < 2)):
        return ""
    how = _("The figures differ.") if quantity.parts else _("All figures are the same.")
    if quantity.fits:
        how = _("Not all say the same, but they fit together: they may agree.")
    if kept_back:
        how = _("Whether that is so, shows once all figures can be told.")
    if predicted.way == "none":
        return how
    if predicted.way == "agree":
        told = _("You predicted that they agree.")
    elif predicted.apart:
        letters = letters_of(predicted.apart, pack)
        told = _("You predicted that they part, and marked {letters}.").format(letters=letters)
    else:
        told = _("You predicted that they part.")
    who = "" if kept_back else _who_is_alone(quantity, pack)
    return " ".join(part for part in (told, how, who) if part)


def _who_is_alone(quantity: QuantityShown, pack: Pack) -> str:
    """Say which sources give what no other gives; "" where nobody parts from another."""
    if not quantity.parts or quantity.fits or len(quantity.sources) < 2:
        return ""
    sources = alone(quantity)
    if len(sources) == len(quantity.sources):
        return _("No two sources give the same.")
    if not sources:
        return _("Each source gives something that another gives too.")
    told = ngettext(
        "{letters} gives what no other source gives.",
        "{letters} give what no other source gives.",
        len(sources),
    )
    return told.format(letters=letters_of(sources, pack))


def way_in_time(values: Sequence[ValueShown]) -> str:
    """Say which way figures go that stand in the order of time: "The last gives fewer than the first."."""
    if not values:
        return ""
    first, last = ((one.low if one.low is not None else one.high) or 0.0 for one in (values[0], values[-1]))
    if first == last:
        return _("In order of time: the first and the last give the same.")
    if last > first:
        return _("In order of time: the last gives more than the first.")
    return _("In order of time: the last gives fewer than the first.")


def heading_words(quantity: QuantityShown) -> str:
    """Return the heading of a quantity; of a happening that texts date, that it is about when.

    Of dates of which no happening is found, the first stands for all.
    """
    name = quantity.name[:1].upper() + quantity.name[1:]
    if quantity.measure != "number" and any(
        value.found is not None and value.found.words == quantity.name for value in quantity.values
    ):
        return _("Around {date}").format(date=name)
    return _("{what}: when?").format(what=name) if quantity.measure != "number" else name


def off_axis(count: int) -> str:
    """Say how many figures stand in the table alone; "" for none."""
    if not count:
        return ""
    return ngettext(
        "{count} more has no place on the axis: no year is said. The table has it.",
        "{count} more have no place on the axis: no year is said. The table has them.",
        count,
    ).format(count=count)


def of_their_year(count: int) -> str:
    """Say how many dates stand in the year of the others, as they say none; "" for none."""
    if not count:
        return ""
    return ngettext(
        "{count} date says no year: it stands in that of the others.",
        "{count} dates say no year: they stand in that of the others.",
        count,
    ).format(count=count)


def what_came(count: int) -> str:
    """Say what the program has found meanwhile."""
    if not count:
        return _("The program found no further figures of the same thing.")
    return ngettext(
        "The program found {count} thing more that sources give figures for.",
        "The program found {count} things more that sources give figures for.",
        count,
    ).format(count=count)


def letters_of(sources: Sequence[str], pack: Pack) -> str:
    """Name sources by their letters, in the pack's order."""
    return ", ".join(source.letter for source in pack.sources if source.id in sources)
