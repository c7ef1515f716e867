"""Why words are told to be shared, and what two texts say about where they have them from: in words."""

from collections.abc import Iterable, Mapping

from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.texts.wording.credits import known
from crossread.texts.wording.differences import Change
from crossread.texts.wording.shared_run import Credited, RunPlace, SharedRun

_CREDITED: Mapping[Credited, str] = {
    "one-names-other": N_("{one} names {other} beside these words."),
    "other-names-one": N_("{other} names {one} beside these words."),
    "both-name-third": N_("Both name {common} beside these words."),
    "one-names-third": N_("Beside these words {one} names {ours}; {other} names no one."),
    "other-names-third": N_("Beside these words {other} names {theirs}; {one} names no one."),
    "name-different": N_("Beside these words {one} names {ours}, and {other} names {theirs}."),
    "neither": N_("Neither names anyone beside these words."),
}


def why_shared(run: SharedRun) -> str:
    """Say in two sentences why a run is told, and what does not follow from it."""
    return ngettext(
        "{count} word is the same in both. One may have it from the other, or both from a third.",
        "{count} words in a row are the same in both. "
        "One may have them from the other, or both from a third.",
        run.words,
    ).format(count=run.words)


def who_is_named(run: SharedRun, shown: Mapping[str, str] | None = None) -> str:
    """Say in a sentence whom the two texts name beside the words; `shown` is how to call their sources."""
    calls = shown or {}
    return _(_CREDITED[run.credited]).format(
        one=calls.get(run.one, run.one),
        other=calls.get(run.other, run.other),
        ours=", ".join(_names(run.in_one).values()),
        theirs=", ".join(_names(run.in_other).values()),
        common=", ".join(name for key, name in _names(run.in_one).items() if key in _names(run.in_other)),
    )


def _names(places: Iterable[RunPlace]) -> Mapping[str, str]:
    """Return the names at some places, each once, by what each is known by in any spelling."""
    return {known(credit.name): credit.name for place in places for credit in place.credits}


def change_label(change: Change) -> str:
    """Return the word that a kind of difference is shown by."""
    labels: Mapping[Change, str] = {
        "same": _("the same"),
        "changed": _("changed"),
        "left-out": _("only in the first"),
        "put-in": _("only in the second"),
    }
    return labels[change]
