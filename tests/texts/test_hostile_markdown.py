"""Markdown meant to do harm: each is read or refused, within two seconds."""

import time

import pytest

from crossread.base.errors import Expected
from crossread.texts.markdown_reader import read_markdown


def often(unit: str, times: int, paragraphs: int = 1) -> str:
    return "\n\n".join([unit * times] * paragraphs)


CORPUS = {
    "opening brackets": "[" * 20_000,
    "opening brackets within the cap": often("[" * 199 + " " + "a " * 9_000, 1, 50),
    "nested brackets": often("[" * 99 + "a " * 5_000 + "]" * 99, 1, 90),
    "half links": often("[a](" * 199 + "( " * 9_000, 1, 50),
    "half references": often("[a][" * 99 + "b " * 9_000, 1, 50),
    "half titles": often('[a](b "' * 150 + '" ' * 5_000, 1, 50),
    "many links": often("[a](https://x.y) ", 195, 100),
    "links to fetch": often("<https://a> ", 990, 20),
    "half links to fetch": often("<https://a ", 990, 20),
    "nested emphasis": often("**a *b ***c ", 140, 20),
    "odd emphasis": often("***a** b* ", 160, 20),
    "row of asterisks": often("*" * 1_990 + " ", 10, 50),
    "backticks": often("`a ", 990, 20),
    "backticks in steps": often(" ".join("`" * count for count in range(1, 44)), 1, 20),
    "backslashes": often("\\" * 1_900 + " ", 10, 50),
    "escapes": often("\\a", 990, 20),
    "entities": often("&amp; ", 990, 20),
    "deep lists": "\n".join("    " * depth + "- a" for depth in range(300)),
    "eight deep lists": often("\n".join("    " * depth + "- a" for depth in range(8)), 1, 2_000),
    "deep lists in a line": "- " * 3_000 + "a",
    "deep quotations": ">" * 5_000,
    "deep quotations with spaces": "> " * 900 + "a",
    "lazy deep quotations": "\n".join(">" * (1 + line % 9) + " a" for line in range(390)),
    "long lists": "- a\n\n    b\n\n" * 60_000,
    "lists just within the cap": "- a\n\n" * 9_900,
    "headings": often("# a\n", 390, 25),
    "hash signs": often("#" * 1_900 + " ", 10, 50),
    "underlined headings": often("a\n=\n", 195, 25),
    "wide table": often("a" + "|a" * 900 + "\n" + "-|-" * 900 + "\n", 3, 10),
    "long table": often("a|b|c\n-|-|-\n" + "a|b|c\n" * 300, 1, 20),
    "definitions": "a\n\n:   b\n\n" * 50_000,
    "definitions in definitions": "a\n\n" + "".join("    " * depth + ":   a\n\n" for depth in range(30)),
    "code": "    a\n\n" * 100_000,
    "fences": "```\na\n```\n" * 70_000,
    "an open fence": "> ```\n" + "> a\n" * 9_000,
    "footnotes": "[^1]: x\n\n" + often("[^1] ", 190, 900),
    "many footnotes": "\n\n".join(f"[^{number}]: x [^{number}]" for number in range(4_900)),
    "footnotes in footnotes": "".join(f"[^{n}]: a\n\n    [^x{n}]: b\n\n" for n in range(2_400)),
    "a footnote of itself": "[^1]: a\n\n    [^1]: a [^1]\n\nb[^1]",
    "blank lines": "\n" * 900_000,
    "spaces": " " * 900_000,
    "tabs": "\t" * 900_000,
    "one line a word": "a\n\n" * 300_000,
    "long words": often("a" * 1_990 + " ", 9, 50),
    "a word without end": "a" * 900_000,
    "marks on one letter": often("e" + "\u0301" * 1_900 + " ", 9, 20),
    "html": "<div>\n\n" * 9_000,
    "html without end": often("<!-- ", 390, 40),
    "rules": "- - -\n\n" * 100_000,
    "nearly a rule": "-" * 1_900 + "x",
    "long numbers": "\n".join("9" * 1_900 + ". a" for _ in range(10)),
    "placeholders by hand": "\x02klzzwxh:0001\x03 \x0242\x03 \x02fence:0\x03 \x02amp\x03",
    "placeholders without their marks": "klzzwxh:0001 fence:0 wzxhzdk:0 zz1337820767766393qq",
    "a half of a pair": "a\ud800b",
    "line ends of all kinds": "a\r\n\r\nb\rc\n",
    "a byte order mark inside": "\ufeffa\ufeffb",
    "a nul": "a\x00b",
    "place of notes by hand": "///Footnotes Go Here///\n\n[^1]: x",
}


@pytest.mark.parametrize("name", CORPUS)
def test_hostile_markdown_is_read_or_refused_quickly(name: str) -> None:
    begun = time.process_time()
    try:
        told = read_markdown(CORPUS[name]).shown
    except Expected as error:
        told = error.message
    assert "\x02" not in told
    assert "\x03" not in told
    assert time.process_time() - begun < 2
