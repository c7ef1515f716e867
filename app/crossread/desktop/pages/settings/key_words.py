"""Keys and actions in words: for the list of keys, the palette and the page where they are changed."""

from collections.abc import Sequence

from crossread.base.translation import _
from crossread.desktop import own_keys
from crossread.desktop.key_names import shown_name, shown_names
from crossread.desktop.keys import PAGES, USED_ON, WHERE_LABELS, Action, Where
from crossread.texts.finding.search_folding import fold_words


def action_words(action: Action) -> str:
    """Say what an action does, with the number or letter that tells it from its like."""
    label = _(action.label)
    return _("{label}: {nth}").format(label=label, nth=action.nth) if action.nth else label


def key_words(action: str) -> str:
    """Return the keys of an action that act now, as printed on the keyboard; "" for none."""
    return shown_names(own_keys.acting(action))


def wheres(page: str = "") -> list[Where]:
    """List where actions hold: first what holds on a page, the narrower before the wider."""

    def away(where: Where) -> tuple[bool, int]:
        pages = PAGES[USED_ON.get(where, where)]
        return (page not in pages, len(pages)) if page else (False, 0)

    return sorted(WHERE_LABELS, key=away)


def key_lines(page: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """List every action by where it holds: (heading, [(keys, what they do)]); those of a page come first.

    Actions that differ by a number or a letter only are one line, as long as none of them was changed.
    """
    lines: list[tuple[str, list[tuple[str, str]]]] = []
    for where in wheres(page):
        here = [action for action in own_keys.now().actions if action.where == where]
        told: list[tuple[str, str]] = []
        for stem, run in _runs(here):
            if stem and not any(own_keys.now().is_own(action.id) for action in run):
                told.append((_run_keys(run), _(run[0].label)))
            else:
                told += [(shown_names(action.keys) or "–", action_words(action)) for action in run]
        if told:
            lines.append((_(WHERE_LABELS[where]), told))
    return lines


def _runs(actions: Sequence[Action]) -> list[tuple[str, list[Action]]]:
    """Gather actions of one label that follow each other, with what their ids have in common."""
    runs: list[tuple[str, list[Action]]] = []
    for action in actions:
        stem = action.id.removesuffix(action.nth) if action.nth else ""
        if stem and runs and runs[-1][0] == stem:
            runs[-1][1].append(action)
        else:
            runs.append((stem, [action]))
    return runs


def _run_keys(run: Sequence[Action]) -> str:
    first, last = shown_name(run[0].keys[0]), shown_name(run[-1].keys[0])
    return _("{first} … {last}").format(first=first, last=last.rsplit("+", 1)[-1])


def lines_with(typed: str, page: str = "") -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the lines that hold all words typed, in what they do or in their keys."""
    wanted = fold_words(typed).split()
    found = []
    for heading, lines in key_lines(page):
        left = [one for one in lines if all(word in fold_words(" ".join(one)) for word in wanted)]
        if left:
            found.append((heading, left))
    return found


def as_text(lines: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> str:
    """Write a list of keys as plain text, to be pasted or printed."""
    parts = []
    for heading, rows in lines:
        widest = max(len(keys) for keys, _label in rows)
        parts.append("\n".join([heading, *(f"  {keys:<{widest}}  {label}" for keys, label in rows)]))
    return "\n\n".join(parts) + "\n"
