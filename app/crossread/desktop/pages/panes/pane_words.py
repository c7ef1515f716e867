"""What a pane says above its text: whose words these are, and how good a match an original is."""

from crossread.base.translation import _, ngettext
from crossread.packs.library.originals import AttachedOriginal
from crossread.packs.sources.source import Source, Version
from crossread.questions.passages import DIGEST, ORIGINAL, VERSION, Which


def texts_of(source: Source) -> list[tuple[Which, str]]:
    """Name the texts of a source for its switch; the original too, which may still have to be added."""
    editions = [(VERSION + version.id, version.label) for version in source.versions]
    if source.own:
        return [(DIGEST, _("Text") if source.written else _("Article")), *editions]
    return [(DIGEST, _("Digest")), *editions, (ORIGINAL, _("Original"))]


def text_label(source: Source, which: Which) -> str:
    """Name one text of a source within a sentence."""
    if which == DIGEST:
        if source.written:
            return _("text")
        return _("article") if source.own else _("digest")
    return version.label if (version := version_of(source, which)) else _("original")


def version_of(source: Source, which: Which) -> Version | None:
    """Return the edition that is meant; None where it is the digest or the original."""
    return next((version for version in source.versions if VERSION + version.id == which), None)


def version_line(version: Version) -> str:
    """Say that the text is another edition of the pack's."""
    return _("Another edition, told by the pack’s authors: {label}").format(label=version.label)


def digest_line(source: Source) -> str:
    """Say that the text is a digest, the article itself, or made up for the pack."""
    if source.written:
        return _("Written for this pack")
    return _("The article as you added it") if source.own else _("Digest by the pack’s authors")


def digest_question(source: Source) -> str:
    """Ask what `digest_explained` answers."""
    return _("whose is it?") if source.own else _("why?")


def digest_explained(source: Source, has_original: bool) -> str:
    """Explain what a digest is, or whose the text is."""
    if source.written:
        return _("The authors of this pack have written this text for it. It is whole, as you see it.")
    if source.own:
        return _(
            "These are the words of the file, as far as it could be read, and nobody has shortened them. "
            "They belong to their author: keep the pack for yourself and do not pass it on."
        )
    why = _(
        "What the source says, told by the authors of this pack in their own words and shorter. The "
        "author’s own text is protected, so the pack cannot carry it."
    )
    more = (
        _("You have added the author’s own text: switch to Original to read it.")
        if has_original
        else _("If you have the author’s own text, add it and read it here.")
    )
    return f"{why} {more}"


def original_line(attached: AttachedOriginal) -> str:
    """Say how far an original is the one that the pack's authors knew."""
    percent = round(attached.share * 100)
    missing = len(attached.missing)
    if attached.match == "same" and not missing:
        return _("The author’s own text · {percent} % the same").format(percent=percent)
    found = ngettext("{count} sentence not found", "{count} sentences not found", missing)
    words = (
        _("The author’s own text · {percent} % the same; {found}")
        if attached.match == "same"
        else _("Another version of the author’s text · {percent} % the same; {found}")
    )
    return words.format(percent=percent, found=found.format(count=missing))


def original_explained(attached: AttachedOriginal) -> str:
    """Say which sentences the pack's authors had and this copy has not."""
    if not attached.missing:
        return _("Every sentence that the pack’s authors read is in your copy.")
    by_block: dict[int, int] = {}
    for sentence in attached.missing:
        by_block[sentence.block] = by_block.get(sentence.block, 0) + 1
    places = [_place_words(block + 1, count) for block, count in sorted(by_block.items())]
    shown, rest = places[:8], len(places) - 8
    if rest > 0:
        shown.append(ngettext("{count} more", "{count} more", rest).format(count=rest))
    return _(
        "Your copy words these places differently, or lacks them: {places}. Passages there are shown as "
        "not placed, never guessed."
    ).format(places=", ".join(shown))


def _place_words(paragraph: int, count: int) -> str:
    words = ngettext("paragraph {number} ({count} sentence)", "paragraph {number} ({count} sentences)", count)
    return words.format(number=paragraph, count=count)
