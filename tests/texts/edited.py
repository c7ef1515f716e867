"""An invented text, random edits of it that remember each character, and how well anchors are found again."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from crossread.texts.passages.anchors import Placed, QuoteAnchor, anchor_quote
from crossread.texts.text import Block, Range, Text

WHO = (
    "the ferrymen",
    "the mill council",
    "Orla Venn",
    "the harbour clerk",
    "two of the millers",
    "the women of Lower Arden",
    "the dyke reeve",
    "a teacher named Tam",
    "the night watch",
    "Councillor Brask",
    "the salt traders",
    "her brother",
)
DID = (
    "said that",
    "wrote to the county that",
    "denied that",
    "told the inquiry that",
    "remembered how",
    "could not say whether",
    "swore later that",
    "noted in the log that",
)
WHAT = (
    "the sluice had been left open",
    "the bells rang before midnight",
    "the lower road was under water",
    "nobody had checked the eastern gate",
    "forty sheep were lost in the meadow",
    "the boats were tied to the wrong pier",
    "the water came from the north",
    "a lamp burned in the tower",
    "the warning was read out twice",
    "the keys hung in the office",
    "the bridge held until morning",
    "the pump house stood empty",
)
WHEN = (
    "on the second night of the flood",
    "some days before the rain",
    "in the spring of that year",
    "when the wind turned",
    "as the market closed",
    "long after the water had gone",
    "at about four in the morning",
    "before anyone had counted the boats",
)
WHY = (
    "because the old wall had sunk",
    "although the log says nothing of it",
    "which the county later disputed",
    "and several letters repeat the claim",
    "so the inquiry asked for the ledger",
    "but only one witness was heard",
    "as far as the surviving pages show",
    "which is still argued over",
)


def sentence(random: Random) -> str:
    parts = [random.choice(WHO), random.choice(DID), random.choice(WHAT)]
    if random.random() < 0.7:
        parts.append(random.choice(WHEN))
    if random.random() < 0.3:
        parts.insert(0, random.choice(WHEN) + ",")
    words = " ".join(parts)
    if random.random() < 0.6:
        words += ", " + random.choice(WHY)
    return words[0].upper() + words[1:] + random.choice((".", ".", ".", ";", "!"))


def invented_text(random: Random, length: int = 12_000) -> Text:
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < length:
        paragraphs.append(" ".join(sentence(random) for _ in range(random.randint(3, 6))))
    return Text(tuple(Block("paragraph", words) for words in paragraphs))


@dataclass
class Traced:
    """A text as a list of its characters, each with its place in the first version, or -1."""

    characters: list[tuple[str, int]]

    @property
    def shown(self) -> str:
        return "".join(character for character, _ in self.characters)

    def text(self) -> Text:
        return Text(tuple(Block("paragraph", line) for line in self.shown.split("\n") if line))

    def replace(self, start: int, end: int, words: str) -> None:
        self.characters[start:end] = [(character, -1) for character in words]


def _sentences(shown: str) -> list[Range]:
    found, start = [], 0
    for at, character in enumerate(shown):
        if character in ".;!\n":
            end = at + (character != "\n")
            if end - start > 10:
                found.append(Range(start, end))
            start = at + 1
            while start < len(shown) and shown[start] == " ":
                start += 1
    return found


def edit(traced: Traced, random: Random) -> None:
    """Make one edit: a slip of the pen, or a sentence put in, taken out, written anew or moved."""
    kind = random.choice(("slip", "slip", "slip", "in", "out", "anew", "moved"))
    if kind == "slip":
        at = random.randrange(len(traced.characters) - 1)
        while not traced.characters[at][0].isalpha():
            at = (at + 1) % (len(traced.characters) - 1)
        traced.replace(at, at + random.randint(0, 1), random.choice("abcdefgh"))
        return
    chosen = random.choice(_sentences(traced.shown))
    if kind == "in":
        traced.replace(chosen.start, chosen.start, sentence(random) + " ")
    elif kind == "out":
        traced.replace(chosen.start, chosen.end, "")
    elif kind == "anew":
        words = "".join(c for c, _ in traced.characters[chosen.start : chosen.end]).split(" ")
        middle = len(words) // 2
        start = chosen.start + len(" ".join(words[:middle])) + 1
        traced.replace(start, chosen.end, f"{random.choice(WHAT)} {random.choice(WHY)}.")
    else:
        moved = traced.characters[chosen.start : chosen.end]
        traced.replace(chosen.start, chosen.end, "")
        target = random.choice(_sentences(traced.shown)).start
        traced.characters[target:target] = [*moved, (" ", -1)]


def _truths(traced: Traced, where: Range) -> list[Range]:
    """Where a range of the first version may be said to be now; empty where most of its words are gone.

    That is the whole of what is left of it, if little was put in between, and else the part that most
    of its characters stand together in.
    """
    left = [at for at, (_, origin) in enumerate(traced.characters) if where.start <= origin < where.end]
    length = where.end - where.start
    if 2 * len(left) < length:
        return []
    whole = Range(left[0], left[-1] + 1)
    truths = [whole] if whole.end - whole.start <= 1.5 * length else []
    parts = [[left[0]]]
    for at in left[1:]:
        if at - parts[-1][-1] > 12:
            parts.append([])
        parts[-1].append(at)
    largest = max(parts, key=len)
    if 2 * len(largest) >= length:
        truths.append(Range(largest[0], largest[-1] + 1))
    return truths


@dataclass
class Tally:
    """How many anchors were placed rightly, wrongly, or not at all although they could have been."""

    right: int = 0
    wrong: int = 0
    lost: int = 0

    def share(self, count: int) -> float:
        return 100 * count / (self.right + self.wrong + self.lost)

    def __str__(self) -> str:
        return (
            f"right {self.share(self.right):.1f} %, wrong {self.share(self.wrong):.1f} %, "
            f"not placed {self.share(self.lost):.1f} %"
        )


Place = Callable[[Text, QuoteAnchor, Text], Placed | None]


def measure(place: Place, seed: int, edits: int, anchors: int) -> Tally:
    """Edit an invented text of 12 kB and look for random passages of 1 to 20 words in it.

    Right is a place that shares four fifths with a true one, or none where most of the words are gone
    or scattered; wrong is any other place.
    """
    random = Random(seed)
    old = invented_text(random)
    traced = Traced([(character, at) for at, character in enumerate(old.shown)])
    for _ in range(edits):
        edit(traced, random)
    new = traced.text()
    # Blocks that lost all their words have gone from the text; the trace loses their line feeds too.
    kept = [c for at, c in enumerate(traced.characters) if not _is_spare_line_feed(traced.characters, at)]
    traced = Traced(kept)
    assert traced.shown == new.shown
    tally = Tally()
    starts = [at for at in range(len(old.shown)) if at == 0 or not old.shown[at - 1].isalnum()]
    starts = [at for at in starts if old.shown[at].isalnum()]
    for _ in range(anchors):
        first = random.randrange(len(starts) - 21)
        start, end = starts[first], starts[first + random.randint(1, 20)]
        while not old.shown[end - 1].isalnum():
            end -= 1
        where = Range(start, end)
        truths = _truths(traced, where)
        found = place(new, anchor_quote(old, where), old)
        if found is None:
            tally.right += not truths
            tally.lost += bool(truths)
        elif any(_shared(found.range, truth) >= 0.8 for truth in truths):
            tally.right += 1
        else:
            tally.wrong += 1
    return tally


def _is_spare_line_feed(characters: list[tuple[str, int]], at: int) -> bool:
    if characters[at][0] != "\n":
        return False
    return at in (0, len(characters) - 1) or characters[at - 1][0] == "\n"


def _shared(one: Range, other: Range) -> float:
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / (max(one.end, other.end) - min(one.start, other.start))
