"""What is told of who rests on whom, in words: the question, the count with its reasons, nodes and links."""

from collections.abc import Mapping, Sequence

from crossread.base.dates import date_in_words
from crossread.base.errors import N_
from crossread.base.translation import _, ngettext
from crossread.packs.pack import Pack
from crossread.packs.sources.compare_parts import EDGE_HOWS
from crossread.packs.sources.origins import Independence, Root
from crossread.progress.claim_matrix import passages_of
from crossread.progress.claim_words import Told, and_, as_written
from crossread.progress.origins_graph import Link, LinkHow, Node
from crossread.questions.claims import Claim

FOUND = N_("shared words, found by the program")


def how_words(how: LinkHow) -> str:
    """Say how a text says that it rests on another, or that the program found what they share."""
    return _(FOUND) if how == "found" else _(EDGE_HOWS[how])


def node_words(
    pack: Pack, node: Node, links: Sequence[Link] = (), told: Told = as_written
) -> tuple[str, str]:
    """Return what a node is called, and a quiet word on it: a source by its short name.

    `links` are those of its graph: a source that rests on somebody may name nobody for a part of it.
    """
    if node.kind == "source":
        short = pack.source(node.name).card.short
        if node.denies:  # without a link it would look like one more witness
            return short, _("denies it")
        rests = any(link.from_.key == node.key and not link.runs for link in links)
        nobody = _("names nobody for some of it") if rests else _("names nobody")
        return short, nobody if node.names_nobody else ""
    if node.kind == "voice":
        named_in = [passage for link in links if link.to.key == node.key for passage in link.passages]
        return told(node.name, named_in), _("named, not in the pack")
    work = next(one for one in pack.works if one.id == node.name)
    return work.title, " · ".join(part for part in (work.author, date_in_words(work.date)) if part)


def node_name(pack: Pack, node: Node, link: Link, told: Told = as_written) -> str:
    """Name a node of a link in a sentence: "B, Ahmadzada", or a work by its title."""
    if node.kind == "source":
        source = pack.source(node.name)
        return f"{source.letter}, {source.card.short}"
    return node_words(pack, node, (link,), told)[0]


def link_words(pack: Pack, link: Link, told: Told = as_written) -> tuple[str, str]:
    """Return what a link says, and how that is known; `told` gives an author's words as they may be told."""
    one, other = (node_name(pack, node, link, told) for node in (link.from_, link.to))
    if link.how == "found":
        longest = max(run.words for run in link.runs)
        says = _("{one}, and {other}").format(one=one, other=other)
        count = len(link.runs)
        return says, ngettext(
            "{how}: {count} run, of {longest} words",
            "{how}: {count} runs, the longest of {longest} words",
            count,
        ).format(how=how_words("found"), count=count, longest=longest)
    if link.edge is None:
        return _("{one} names {other}").format(one=one, other=other), how_words(link.how)
    says = _("{one} rests on {other}").format(one=one, other=other)
    what = "; ".join(dict.fromkeys(told(one, link.edge.passages) for one in link.edge.changed))
    changed = _("changed: {what}").format(what=what) if what else ""
    return says, "; ".join(part for part in (how_words(link.how), changed) if part)


def question_words(count: int) -> str:
    """Ask how many witnesses that many texts are; 0 stands for as many as say it."""
    if not count:
        return _("However many texts say it: how many witnesses is that?")
    return ngettext(
        "{count} text says it. How many witnesses is that?",
        "{count} texts say it. How many witnesses is that?",
        count,
    ).format(count=count)


def count_words(found: Independence) -> str:
    """Say how many independent accounts of a claim there are."""
    if not found.is_open:
        return ngettext("{count} independent account", "{count} independent accounts", found.least).format(
            count=found.least
        )
    return _("At least {least}, at most {most}").format(least=found.least, most=found.most)


def why_words(pack: Pack, found: Independence, claim: Claim, told: Told = as_written) -> list[str]:
    """Say why: where each chain ends, and who names nobody."""
    letters = {source.id: source.letter for source in pack.sources}
    lines = [_root_words(pack, root, letters, claim, told) for root in found.roots]
    if found.unnamed:
        named = and_(sorted(letters[source] for source in found.unnamed))
        lines.append(
            ngettext(
                "{letters} names nobody: it may rest on one of the others, or on somebody else.",
                "{letters} name nobody: they may rest on one of the others, or on somebody else.",
                len(found.unnamed),
            ).format(letters=named)
        )
    return lines


def _root_words(pack: Pack, root: Root, letters: Mapping[str, str], claim: Claim, told: Told) -> str:
    through = and_(sorted(letters[source] for source in root.sources))
    if root.kind == "source":
        letter = letters[root.name]
        others: Sequence[str] = sorted(letters[one] for one in root.sources if one != root.name)
        if not others:
            return _("{letter} itself").format(letter=letter)
        return _("{letter} itself, on which {others} rest").format(letter=letter, others=and_(others))
    if root.kind == "work":
        work = next(one for one in pack.works if one.id == root.name)
        return _("{what}: behind {letters}").format(what=f"“{work.title}”", letters=through)
    named = told(root.name, passages_of(claim))
    return _("{what}: behind {letters}").format(what=named, letters=through)


def graph_words(pack: Pack, links: Sequence[Link], told: Told = as_written) -> str:
    """Tell a whole graph to those who do not see it."""
    said = [": ".join(link_words(pack, link, told)) for link in links]
    return ". ".join(said) if said else _("No source here is known to rest on another.")
