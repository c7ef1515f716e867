"""A pack in the making: the files chosen for it, in their order, and what is said of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from crossread.base.errors import Expected
from crossread.base.translation import _, ngettext
from crossread.operations.opening.new_pack_reading import ReadArticle
from crossread.packs.making.from_articles import FEWEST, LETTERS, MOST, OwnArticle, files_of, refuse_card
from crossread.packs.making.from_articles_card import ArticleCard
from crossread.texts.text import Text


@dataclass
class Chosen:
    """A file chosen for the pack: waiting to be read, read, or with a sentence on why it cannot be.

    `card` is what the pack will say of it: what the file said, and what was changed since. `encoding` is what
    the user wants it read as, None for whatever it shows.
    """

    path: Path
    name: str
    read: ReadArticle | None = None
    problem: str = ""
    encoding: str | None = None
    card: ArticleCard = field(default_factory=ArticleCard)

    @property
    def waiting(self) -> bool:
        """Whether nobody has read it yet."""
        return self.read is None and not self.problem


class PackInMaking:
    """The files of a new pack, before it is made.

    It reads nothing itself: whoever does says what came of it.
    """

    def __init__(self) -> None:
        self.rows: list[Chosen] = []
        self.title = ""
        self.title_is_own = False  # whether the user wrote it
        self.told: list[str] = []  # of files that were chosen elsewhere than on the page of the pack

    def begin_anew(self, made: Iterable[Chosen]) -> None:
        """Forget what a pack was made of; files that were chosen meanwhile stay."""
        gone = {id(row) for row in made}
        self.rows, self.told = [row for row in self.rows if id(row) not in gone], []
        self.title, self.title_is_own = "", False

    def add(self, files: Iterable[Path]) -> list[str]:
        """Choose files; return a sentence for each kind of what was left out."""
        told: list[str] = []
        over = 0
        known = {_place(row.path) for row in self.rows}
        for file in files:
            name = (file.name or str(file)).encode(errors="replace").decode()
            if _place(file) in known:
                told.append(_("{name} is in the list already.").format(name=name))
            elif len(self.rows) >= MOST:
                over += 1
            else:
                known.add(_place(file))
                self.rows.append(Chosen(file, name))
        if over:
            words = ngettext(
                "A pack holds at most {most} articles: {count} file was left out.",
                "A pack holds at most {most} articles: {count} files were left out.",
                over,
            )
            told.append(words.format(most=MOST, count=over))
        return told

    def put(self, row: Chosen, result: ReadArticle | Expected) -> None:
        """Say what came of reading a file."""
        if isinstance(result, Expected):
            row.problem = result.message
            return
        same = next(
            (one for one in self.sound if one.read and one.read.text.digest == result.text.digest), None
        )
        if same is not None:
            words = _("{name} and {other} hold the same text, word for word. Take one of them out.")
            row.problem = words.format(name=row.name, other=same.name)
            return
        row.read, row.card = result, result.card

    def remove(self, row: Chosen) -> None:
        """Take a file out; one that was refused for holding the same text is to be read again."""
        if row in self.rows:
            self.rows.remove(row)
        if row.read is not None:
            for other in self.rows:
                if other.read is None and row.name in other.problem:
                    other.problem = ""

    def read_as(self, row: Chosen, encoding: str) -> None:
        """Have a file read again, in another encoding."""
        row.encoding, row.read, row.problem = encoding, None, ""

    def move(self, row: Chosen, by: int) -> bool:
        """Move a file up (-1) or down (1) in the order; return whether there was room."""
        at = self.rows.index(row)
        if not 0 <= at + by < len(self.rows):
            return False
        self.rows.insert(at + by, self.rows.pop(at))
        return True

    def change(self, row: Chosen, **said: str) -> None:
        """Say otherwise what the pack will tell of an article, by the keys of its card."""
        row.card = replace(row.card, **{key: value.strip() for key, value in said.items()})

    @property
    def sound(self) -> list[Chosen]:
        """The files that were read, in their order."""
        return [row for row in self.rows if row.read is not None]

    @property
    def waiting(self) -> list[Chosen]:
        """The files that are still to be read."""
        return [row for row in self.rows if row.waiting]

    def letter(self, row: Chosen) -> str:
        """Return the letter of a file's source; "" for one that could not be read."""
        return LETTERS[self.sound.index(row)] if row.read is not None else ""

    def texts(self) -> Mapping[str, Text]:
        """Return the texts by their letters."""
        return {self.letter(row): row.read.text for row in self.sound if row.read is not None}

    def lacks(self) -> str:
        """Say what is in the way of making the pack; "" where nothing is."""
        if self.waiting:
            return _("The files are still being read.")
        more = FEWEST - len(self.sound)
        if more > 0:
            words = ngettext(
                "A pack needs two articles or more: add {count} more.",
                "A pack needs two articles or more: add {count} of them.",
                more,
            )
            return words.format(count=more)
        if not self.title.strip():
            return _("The pack has no title yet. Write one.")
        for row in self.sound:
            try:
                refuse_card(self.letter(row), row.card)
            except Expected as error:
                return error.message
        return ""

    def left_out(self) -> str:
        """Name the files that the pack will be made without; "" where it is made of all."""
        names = [row.name for row in self.rows if row.problem]
        if not names:
            return ""
        words = ngettext(
            "{count} file stays out, for the reason that stands at it: {names}",
            "{count} files stay out, for the reasons that stand at them: {names}",
            len(names),
        )
        return words.format(count=len(names), names=", ".join(names))

    def files(self) -> dict[str, bytes]:
        """Return the files of the pack; raises Expected as `files_of` does."""
        return files_of(self.title, own_articles(self.sound))


def own_articles(rows: Sequence[Chosen]) -> list[OwnArticle]:
    """Return the articles of files that were read, as a pack keeps them."""
    return [OwnArticle(row.read.markdown, row.card) for row in rows if row.read is not None]


def _place(file: Path) -> Path:
    try:
        return file.resolve()
    except OSError:
        return file
