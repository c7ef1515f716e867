"""What is said of highlights and notes: their names for a screen reader, and the lines below their words."""

from crossread.base.quotation import within_quotes
from crossread.base.translation import _, ngettext
from crossread.desktop.pages.notes.meanings import meaning_name
from crossread.desktop.widgets.layers.covers import in_full, in_one_sign
from crossread.inquiry.notes import Layer
from crossread.progress.notes_board import Piece, Row

SHORT = 60  # characters of a quote within a sentence


def quoted(piece: Piece) -> str:
    """Return a passage's words within quotation marks."""
    words = within_quotes(" ".join(piece.words.split()))
    return _("“{quote}”").format(quote=words)


def spoken(row: Row) -> str:
    """Name a row as it is heard: meaning, source, quote, note, tags, and whose it is."""
    said = [_spoken_piece(piece) for piece in row.pieces]
    if row.text.strip():
        said.append(_("Note: {text}").format(text=row.text.strip()))
    said += [line for line in (claim_line(row), tags_line(row), layer_line(row.layer)) if line]
    return " ".join(map(_ended, said)) or _("A note without words")


def _ended(words: str) -> str:
    """Return words with an end that is heard as one."""
    return words if words.rstrip("”’\"'").endswith((".", "!", "?", "…")) else f"{words}."


def _spoken_piece(piece: Piece) -> str:
    meaning = meaning_name(piece.meaning) if piece.meaning else ""
    source = _("source {letter}, {name}").format(letter=piece.letter, name=piece.name)
    who = _("{meaning}, {source}").format(meaning=meaning, source=source) if meaning else source
    words = _("{who}: {quote}").format(who=who, quote=quoted(piece))
    return words if piece.place else f"{words} {not_placed()}"


def not_placed() -> str:
    """Say that a passage has no place in the texts as they are."""
    return _("Not placed: the text has changed, or is not here.")


def claim_line(row: Row) -> str:
    """Say which claim a note is on; "" where on none."""
    return _("On: {claim}").format(claim=row.claim) if row.claim else ""


def tags_line(row: Row) -> str:
    """Name the tags; "" where there are none."""
    return "  ".join(f"#{tag}" for tag in row.tags)


def layer_line(layer: Layer | None) -> str:
    """Say whose set something came with; "" for the learner's own."""
    if layer is None:
        return ""
    words = _("From “{title}” by {author}") if layer.author else _("From “{title}”")
    return words.format(title=layer.title, author=layer.author)


def shortened(quote: str) -> str:
    """Return the beginning of a quote, for a sentence about it."""
    words = in_one_sign(" ".join(quote.split()))
    if len(words) > SHORT:
        words = words[:SHORT].rpartition(" ")[0] + "…"
    return in_full(words)


def count_words(shown: int, of: int) -> str:
    """Say how many rows there are, and of how many where some are left out."""
    if shown == of:
        return ngettext("{count} highlight or note", "{count} highlights and notes", of).format(count=of)
    return _("{shown} of {count}").format(shown=shown, count=of)
