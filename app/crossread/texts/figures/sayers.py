"""Who is said to give a figure: "according to …", "… said", in the sentence or the one before."""

from crossread.texts.figures.figure_lists import figure_lists
from crossread.texts.figures.tokens import Tokens

_LONGEST = 9  # words of a name for someone
_WINDOW = 60  # tokens before and behind a figure: longer sentences are lists
_OPEN, _CLOSE = frozenset("“«„"), frozenset("”»")


def sayer(tokens: Tokens, place: int) -> str:
    """Return who is said to say what stands at a token, as the text names them; "" for nobody."""
    first = max(tokens.first[place], place - _WINDOW)
    past = min(tokens.past[place], place + _WINDOW)
    found = _said_by(tokens, first, past, place) or _subject(tokens, first, past, place)
    if found or not _leans_back(tokens, place):
        return found
    for _step in range(4 if _in_quotes(tokens, place) else 1):
        if not first:
            break
        past, first = tokens.first[first] or first, max(tokens.first[first - 1], first - _WINDOW)
        found = _said_by(tokens, first, past, place) or _subject(tokens, first, past, place)
        if found:
            break
    return found


def _leans_back(tokens: Tokens, place: int) -> bool:
    """Tell whether a sentence goes on with what someone said in the one before."""
    if _in_quotes(tokens, place):
        return True
    first = tokens.first[place]
    said = any(
        tokens.low[at] in figure_lists().saying for at in range(first, min(first + 6, tokens.past[place]))
    )
    return said and tokens.low[first] in ("he", "she", "they", "it")


def _in_quotes(tokens: Tokens, place: int) -> bool:
    start = tokens.start[place]
    before = tokens.text[:start]
    opened = sum(before.count(mark) for mark in _OPEN) - sum(before.count(mark) for mark in _CLOSE)
    return opened > 0 or before.count('"') % 2 == 1


def _said_by(tokens: Tokens, first: int, past: int, place: int) -> str:
    """Find "according to X", "provided by X": the nearest to the figure."""
    phrases = figure_lists().said_by
    best, nearest = "", past
    begins = figure_lists().said_by_begins
    for at in range(first, past - 1):
        if tokens.low[at] not in begins:
            continue
        size = next(
            (
                size
                for size in (4, 3, 2)
                if at + size <= past and tuple(tokens.low[at : at + size]) in phrases
            ),
            0,
        )
        if size and abs(at - place) < nearest:
            name = _name_from(tokens, at + size, past)
            if name:
                best, nearest = name, abs(at - place)
    return best


def _name_from(tokens: Tokens, place: int, past: int) -> str:
    words: list[int] = []
    at, saying = place, figure_lists().saying
    while at < past and len(words) < _LONGEST:
        if (
            tokens.sort[at] == "word"
            and tokens.low[at] not in figure_lists().speaking["ends_a_name"]
            and tokens.low[at] not in saying
        ):
            words.append(at)
        elif not (tokens.low[at] in "-‑’'" and words):
            break
        at += 1
    return _named(tokens, words)


def _named(tokens: Tokens, words: list[int]) -> str:
    while words and tokens.low[words[0]] in figure_lists().speaking["dropped_first"]:
        words = words[1:]
    if any(tokens.low[at] == "by" for at in words):
        words = words[next(n for n, at in enumerate(words) if tokens.low[at] == "by") + 1 :]
    if (
        words
        and tokens.low[words[-1]] in ("figures", "sources", "estimates", "reports", "data", "numbers")
        and len(words) > 1
    ):
        words = words[:-1] if tokens.low[words[-1]] != "sources" else words
    while words and tokens.low[words[0]] in figure_lists().speaking["dropped_first"]:
        words = words[1:]
    words = _first_name(tokens, words)
    name = tokens.text[tokens.start[words[0]] : tokens.end[words[-1]]] if words else ""
    return name.removesuffix("’s").removesuffix("'s")


_WITHIN_NAMES = frozenset(("of", "for", "the", "de", "la", "van", "von", "al", "and", "on"))


def _first_name(tokens: Tokens, words: list[int]) -> list[int]:
    """Keep of words that begin with a capital letter those that may be one name: "Human Rights Watch"."""
    if not words or not tokens.is_capital(words[0]):
        return words
    past, speakers = 1, figure_lists().speaking["speakers"]

    def any_speaker(some: list[int]) -> bool:
        return any(tokens.low[at] in speakers for at in some)

    for number, at in enumerate(words[1:], 1):
        ends_it = number + 1 == len(words) and tokens.low[at].endswith("s")
        if tokens.is_capital(at) or tokens.low[at] in speakers:
            past = number + 1
        elif not (tokens.low[at] in _WITHIN_NAMES or ends_it or any_speaker(words[number : number + 3])):
            break
    return words[:past]


def named_behind(tokens: Tokens, place: int) -> str:
    """Return the name in brackets right behind a figure in a table: "613 (Azerbaijan)"; "" for none."""
    if tokens.at(place) != "(" or not tokens.is_capital(place + 1):
        return ""
    name = _name_from(tokens, place + 1, len(tokens))
    past = next((at for at in range(place + 1, len(tokens)) if tokens.low[at] == ")"), -1)
    return name if past > 0 and tokens.text[tokens.start[place + 1] : tokens.end[past - 1]] == name else ""


def _subject(tokens: Tokens, first: int, past: int, place: int) -> str:
    """Find X in "X said", "said X", "X puts the toll at": the nearest verb of saying that has a name."""
    saying, pronouns = figure_lists().saying, figure_lists().speaking["pronouns"]
    verbs = [at for at in range(first, past) if tokens.low[at] in saying and _is_verb(tokens, at)]
    verbs.sort(key=lambda at: (at > place, abs(at - place)))
    for at in verbs:
        name = _before_verb(tokens, first, at)
        if name and name.lower() not in pronouns:
            return name
        if not name and tokens.is_capital(at + 1) and at + 1 < past and tokens.low[at - 1] in ',”"':
            return _name_from(tokens, at + 1, past)
    return ""


# These may be nouns as well; they are verbs only before what is said.


def _is_verb(tokens: Tokens, place: int) -> bool:
    if tokens.sort[place] != "word" or tokens.at(place - 1) in figure_lists().speaking["no_subjects"]:
        return False
    if tokens.low[place] == "states":
        return tokens.at(place + 1) == "that"
    noun_too = tokens.low[place] in figure_lists().speaking["nouns_too"] and tokens.low[place] != "says"
    return (
        not noun_too
        or tokens.at(place + 1) in figure_lists().speaking["said"]
        or tokens.sort[place + 1 : place + 2] == ["number"]
    )


def _before_verb(tokens: Tokens, first: int, verb: int) -> str:
    """Gather the words before a verb that name who does it; "" where they are no name of anyone."""
    words: list[int] = []
    at = verb - 1
    while at >= first and tokens.low[at] in figure_lists().speaking["helping"]:
        at -= 1
    if tokens.at(at) == "," and tokens.is_capital(at - 1):
        at -= 1  # the governor, Lena Ruiz, said
    while at >= first and len(words) < _LONGEST:
        word = tokens.low[at]
        if word == "." and at > first and len(tokens.low[at - 1]) <= 2:
            pass  # an initial: J. Abbot
        elif tokens.sort[at] not in ("word", "number") or (
            word in figure_lists().speaking["ends_a_name"] and word not in ("by", "for", "and", "in", "on")
        ):
            break
        else:
            words.append(at)
        at -= 1
    if len(words) == _LONGEST:
        return ""  # more than a name
    words.reverse()
    numbers = [n for n, one in enumerate(words) if tokens.sort[one] == "number"]
    if numbers and not any(tokens.low[one] == "by" for one in words):
        words = words[numbers[-1] + 1 :]
    while words and tokens.low[words[-1]] in ("and", "in", "on", "for"):
        words.pop()
    name = _named(tokens, [at for at in words if tokens.sort[at] == "word"])
    speakers = figure_lists().speaking["speakers"]
    ends = name.partition(" ")[0], name.rpartition(" ")[2]
    return name if name[:1].isupper() or any(end in speakers for end in ends) else ""


def leads_on(tokens: Tokens) -> str:
    """Return who is said to say what follows a block that ends with a colon; "" where none does."""
    return sayer(tokens, len(tokens) - 1) if len(tokens) and tokens.low[-1] == ":" else ""


# Who may speak though no capital letter names them.
