"""Packs meant to do harm: questions of monstrous size, and very many of what is looked up or compared."""

from pathlib import Path

from tests.packs.conftest import FIXTURES


def written(kind: str, body: str) -> bytes:
    """Return a question of a kind, in one line."""
    head = "stage: read-more, skill: integrate, sources: [warden, miller], prompt: x, explanation: y"
    return f"- {{id: hostile, kind: {kind}, {head}, {body}}}\n".encode()


def listed(count: int, row: str) -> str:
    """Return so many rows, each with its number where # stands."""
    return ", ".join(row.replace("#", str(number)) for number in range(count))


_NAMES = " ".join(f"{{{{g{number}}}}}" for number in range(1_000))
_SAYS = "warden: [{stance: silent}], miller: [{stance: hedges}]"
_ONE_CLAIM = f"- {{id: c#, claim: x, relation: only-one, cells: {{{_SAYS}}}}}\n"

# Questions of monstrous size, with what is told of each.
MONSTROUS: tuple[tuple[bytes, set[str]], ...] = (
    (
        written("cloze", f'text: "{"{{" * 10_000}", gaps: {{a: {{word: b}}}}'),
        {"no-gap", "gap-not-closed"},
    ),
    (written("cloze", f'text: "{"{{a}}" * 10_000}", gaps: {{a: {{word: b}}}}'), {"gap-twice"}),
    (written("cloze", f"text: x, gaps: {{{listed(10_000, 'g#: {word: b}')}}}"), {"list-too-long"}),
    (written("cloze", f'text: "{_NAMES}", gaps: {{{listed(1_000, "x#: {word: b}")}}}'), {"unknown-gap"}),
    (written("matrix", f"claims: [{listed(10_000, 'c#')}]"), {"list-too-long"}),
    (written("matrix", f"claims: [{listed(1_000, 'no#')}]"), {"unknown-id"}),
    (written("ordering", f"items: [{listed(9_000, '{id: i#, text: t#}')}]"), {"list-too-long"}),
    (
        written("evidence", f"passages: [{listed(900, '{source: warden, core: gone}')}]"),
        {"too-many-passages"},
    ),
    (
        written("short-answer", f"answers: [{listed(900, '{text: ' + 'a*' * 100 + '#, score: 0}')}]"),
        {"no-right-answer"},
    ),
    (written("numerical", f"answer: {'9' * 5_000}"), {"not-a-number"}),
    (written("multiple", f"options: [{{id: a, text: a, weight: {'9' * 5_000}}}]"), {"no-number"}),
    (written("choice", f"options: [], tries: {'9' * 5_000}"), {"no-whole-number"}),
    (written("choice", f"options: [], penalty: {'9' * 5_000} %"), {"not-a-share"}),
)


def put_question(pack: Path, data: bytes) -> Path:
    """Put a file of questions into a pack with claims."""
    (pack / "questions" / "9-hostile.yaml").write_bytes(data)
    return pack


def with_terms(pack: Path, count: int = 1_000) -> Path:
    """Have a glossary whose terms begin alike, over a text of that beginning; the pack has a glossary."""
    terms = (f'- {{id: t{number}, term: "pier pier w{number}", meaning: x}}\n' for number in range(count))
    (pack / "glossary.yaml").write_text("".join(terms), "utf-8")
    with (pack / "sources" / "C-carrier.md").open("a", encoding="utf-8") as source:
        source.write("\n\n".join("pier " * 3_900 for _number in range(40)))
    for path in ("A-warden.md", "B-miller.md"):
        text = (pack / "sources" / path).read_text("utf-8")
        start, end = text.index("original:"), text.index("\n---\n")
        (pack / "sources" / path).write_text(text[:start] + text[end + 1 :], "utf-8")
    return pack


def with_claims(pack: Path, count: int = 1_000) -> Path:
    """Ask for a matrix of so many claims."""
    with (pack / "claims.yaml").open("a", encoding="utf-8") as claims:
        claims.writelines(_ONE_CLAIM.replace("#", str(number)) for number in range(count))
    return put_question(pack, written("matrix", f"claims: [{listed(count, 'c#')}]"))


def with_unknown_ids(pack: Path, count: int = 1_500) -> Path:
    """Put in questions that each come after one that is not there."""
    rows = (
        written("choice", f"after: [gone-{number}], options: []").replace(b"id: hostile", b"id: h%d" % number)
        for number in range(count)
    )
    return put_question(pack, b"".join(rows))


def with_circle(pack: Path, count: int = 1_000) -> Path:
    """Have so many sources, each resting on the next, and the last on the first."""
    card = (pack / "sources" / "B-miller.md").read_text("utf-8")
    head, _line, body = card.partition("original:")
    below = body[body.index("---\n") :]
    for number in range(count):
        text = head.replace("id: miller", f"id: s{number}") + below
        (pack / "sources" / f"Z-{number}.md").write_text(text, "utf-8")
    rows = [f"- {{id: e{n}, from: s{n}, to: s{(n + 1) % count}, how: credited}}" for n in range(count)]
    (pack / "edges.yaml").write_text("\n".join(rows), "utf-8")
    return pack


def with_veils(pack: Path, count: int) -> Path:
    """Veil one letter so many times, each time at another place."""
    rows = listed(count, "{source: carrier, quote: e, occurrence: #}").replace(
        "occurrence: 0", "occurrence: 1"
    )
    head = (FIXTURES / "beside-texts" / "pack.yaml").read_text("utf-8").split("\n")
    at = head.index("graphic:")
    head[at : at + 2] = [f"graphic: [{rows}]"]
    (pack / "pack.yaml").write_text("\n".join(head), "utf-8")
    return pack


def with_edges(pack: Path, count: int) -> Path:
    """Write edges for as many claims, edges for whole texts, and words, into a pack with claims."""
    (pack / "questions" / "3-kinds.yaml").unlink(missing_ok=True)
    claims = "".join(_ONE_CLAIM.replace("#", str(number)) for number in range(count))
    edges = [f"- {{id: e{n}, from: warden, to: miller, how: credited, claims: [c{n}]}}" for n in range(count)]
    whole = [f"- {{id: w{n}, from: miller, to: engineer-2011, how: credited}}" for n in range(count)]
    word = 'source: miller, word: "flour", effect: "none", passages: [{quote: "sleepless"}]'
    words = ["loaded:", *(f"  - {{id: l{number}, {word}}}" for number in range(min(count, 900)))]
    for file, text in (
        ("claims", claims),
        ("edges", "\n".join([*edges, *whole])),
        ("words", "\n".join(words)),
    ):
        (pack / f"{file}.yaml").write_text(text, "utf-8")
    return pack
