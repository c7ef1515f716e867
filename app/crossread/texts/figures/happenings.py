"""What happened to those whom a figure counts, or on the day that it dates: the word for it nearby."""

from crossread.texts.figures.figure_lists import figure_lists, stem_of
from crossread.texts.figures.tokens import Tokens

_NEAR, _FAR, _BEFORE, _SENTENCE = 4, 12, 9, 30  # tokens
LIVE = "live"  # of people who are where they are: said of the same words as what befalls them, but weaker
_BREAKS = frozenset((";", ":"))


def group_at(tokens: Tokens, place: int) -> str:
    """Return the group of happenings that the word or phrase at a token belongs to, "" for none."""
    lists = figure_lists()
    word = tokens.low[place]
    for phrase, group in lists.event_phrases.get(word, ()):
        if tuple(tokens.low[place : place + len(phrase)]) == phrase:
            return group
    if word == "toll" and place + 1 < len(tokens) and tokens.low[place + 1] in lists.words["of_tolls_paid"]:
        return ""  # no toll of lives
    return group_of(word) if tokens.sort[place] == "word" else ""


def group_of(word: str) -> str:
    """Return the group of happenings that a word in small letters belongs to, "" for none."""
    lists = figure_lists()
    if word.endswith("ly") or word in lists.words["no_events"]:
        return ""
    return lists.exact_events.get(word) or lists.events.get(stem_of(word), "")


def happening(tokens: Tokens, places: tuple[int, int, int, int], bounds: tuple[int, int]) -> str:
    """Find what befell those whom a figure counts, between the figures around it.

    `places` are where its hedge begins, where it begins and ends itself, and where the noun that it counts
    ends; `bounds` the first token that may be looked at and the token behind the last one. What stands close
    behind goes before what stands in front, and that before what follows later.
    """
    begins, place, past, noun = places
    of = begins - 1 if tokens.at(begins - 1) == "of" else place - 1  # the deaths of 600 people
    if tokens.at(of) == "of" and of - 1 >= bounds[0] and (group := group_at(tokens, of - 1)):
        return _with_neighbour(tokens, of - 1, group)
    commas = (at for at in range(noun, min(bounds[1], noun + _NEAR)) if tokens.low[at] == ",")
    comma = next((at for at in commas if not group_at(tokens, min(at + 1, len(tokens) - 1))), bounds[1])
    # "killing 138 people and injuring more": what follows "and" befell others.
    other = tokens.at(noun) in ("and", "or") and noun + 1 < bounds[1] and group_at(tokens, noun + 1)
    joined = noun if other else bounds[1]
    near = _behind(tokens, past, min(bounds[1], noun + _NEAR, comma, joined))
    if near:
        return near
    for at in range(begins - 1, max(bounds[0], begins - _BEFORE) - 1, -1):
        if tokens.low[at] in _BREAKS:
            break
        if (group := group_at(tokens, at)) and group != LIVE:
            return _with_neighbour(tokens, at, group)
    return _behind(tokens, past, min(bounds[1], past + _FAR))


def _behind(tokens: Tokens, past: int, bound: int) -> str:
    for at in range(past, bound):
        if tokens.low[at] in _BREAKS:
            break
        if (group := group_at(tokens, at)) and group != LIVE:
            return _with_neighbour(tokens, at, group)
    return ""


def lived(tokens: Tokens, begins: int, past: int, bounds: tuple[int, int]) -> str:
    """Return "live" where a number tells how many people a place has: "8,200 inhabitants", "home to 300"."""
    near = range(max(bounds[0], begins - _NEAR), min(bounds[1], past + _NEAR))
    return LIVE if any(group_at(tokens, at) == LIVE for at in near) else ""


def _with_neighbour(tokens: Tokens, place: int, group: str) -> str:
    """Join what is said in one breath: "killed or maimed" is neither of the two."""
    for at, between in ((place - 2, place - 1), (place + 2, place + 1)):
        if 0 <= at < len(tokens) and tokens.at(between) in ("or", "and"):
            other = group_at(tokens, at)
            if other and other != group and _is_verbal(tokens, at) and _is_verbal(tokens, place):
                return " or ".join(sorted((group, other)))
    return group


def _is_verbal(tokens: Tokens, place: int) -> bool:
    return tokens.low[place].endswith(("ed", "ing", "dead", "hurt", "injury", "missing", "imprisonment"))


def verb_behind(tokens: Tokens, past: int, bound: int) -> str:
    """Return the verb right behind a noun, of no known group: "200 people stayed"; "" for none."""
    at = past
    while at < bound and tokens.low[at] in figure_lists().words["helping"]:
        at += 1
    if at < bound and tokens.sort[at] == "word" and tokens.low[at].endswith("ed") and len(tokens.low[at]) > 3:
        return tokens.low[at]
    return ""


def happening_of_date(tokens: Tokens, place: int, past: int) -> tuple[str, str]:
    """Find what happened on a date: the group nearest to it in the sentence, and the word itself."""
    first, over = max(tokens.first[place], place - _SENTENCE), min(tokens.past[place], past + _SENTENCE)
    for distance in range(max(place - first, over - past) + 1):
        for at in (past + distance, place - 1 - distance):
            if first <= at < over and not place <= at < past and (group := group_at(tokens, at)):
                return group, tokens.low[at]
    return "", ""
