"""A pack of two to eight sources with long names, made for tests: everything that the comparison shows."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

ID = "ness-light"
LETTERS = "ABCDEFGH"
CLAIMS = ("light-out", "how-long", "keeper-away", "struck", "oil")
HOURS = (1, 2, 3, 3, 4, 5, 6, 9)

# Who tells it: the short name that stands in panes, columns and charts, and the title of the text.
TELLERS = (
    ("The harbour office of Ness Sound", "The Night on Which the Light at Ness Point Failed, as Entered"),
    ("Evening Telegraph", "Ness Light Dark for Hours: Fishermen Speak of Carelessness on the Point"),
    ("Keeper Thorvaldsdottir", "My Own Account of the Fourteenth of November, Written Down for My Children"),
    ("Board of Northern Lights, annual report", "Report on the Lights and Buoys of the Northern Shore"),
    ("The schoolteacher’s diary", "A Diary of Twelve Winters on the Sound"),
    ("Shipping-insurers’ correspondence", "Letters on the Matter of the Vessel Constance, with Two Answers"),
    ("Brannigan, fifty years on", "What I Remember of the Constance, and What Was Said Afterwards"),
    ("Ness parish website", "Our Lighthouse: Stories, Pictures and Everything Worth Knowing for Your Visit"),
)
NAMES = (
    *("the failure", "a scandal", "the bad night", "an interruption"),
    *("the darkness", "the incident", "the shame", "the mishap"),
)


def make_pack(folder: Path, count: int) -> Path:
    """Write the pack with so many sources into a folder of packs; return its own folder."""
    pack = folder / ID
    (pack / "sources").mkdir(parents=True)
    (pack / "questions").mkdir()
    ids = [f"source-{letter.lower()}" for letter in LETTERS[:count]]
    for at, source in enumerate(ids):
        (pack / "sources" / f"{LETTERS[at]}.md").write_text(_source(at, source, ids), "utf-8")
    for name, content in {
        "pack.yaml": _pack(ids),
        "claims.yaml": _claims(ids),
        "edges.yaml": _edges(ids),
        "figures.yaml": _figures(ids),
        "words.yaml": _words(ids),
        "floor.yaml": [{"id": "dark", "text": _FLOOR, "refs": [{"work": "log"}]}],
        "works.yaml": [{"id": "log", "title": "The log of the tender", "author": "A tender", "date": "1911"}],
        "questions/1-compare.yaml": _questions(ids),
    }.items():
        (pack / name).write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")  # YAML too
    return pack


_FLOOR = (
    "The light at Ness Point was out for part of the night of 14 November 1911. Every text here says so, "
    "and the office entered it within the hour."
)


def _source(at: int, source: str, ids: Sequence[str]) -> str:
    short, title = TELLERS[at]
    year = 1911 + at * 9
    head = {
        "id": source,
        "letter": LETTERS[at],
        "short": short,
        "title": title,
        "author": f"Writer Number {at + 1}, of the Sound",
        "outlet": "the papers of Ness",
        "published": f"{year}-11-{16 + at}",
        "kind": "letter",
        "licence": "written for Crossread, CC BY 4.0",
    }
    lines = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items())
    before = f"As {TELLERS[at - 1][0]} has it, the keeper" if at else "The keeper"
    return (
        f"---\n{lines}\n---\n\n## The night\n\n"
        f"The light was out for {HOURS[at]} hours, and the sea was high. "
        f"One calls it {NAMES[at]}, and nobody has a better word.\n\n## The keeper\n\n"
        f"{before} was reportedly on the mainland until morning. A shameful silence lay over the rock.\n\n"
        "## The Constance\n\n"
        f"The Constance struck the reef before midnight with {20 + at} men.\n"
    )


def _passage(source: str, quote: str) -> dict[str, str]:
    return {"source": source, "quote": quote}


def _pack(ids: Sequence[str]) -> dict[str, object]:
    shown = list(ids[:2])
    return {
        "crossread": 1,
        "id": ID,
        "version": "1.0.0",
        "title": "The light at Ness Point, in the words of everybody who wrote about it",
        "language": "en",
        "central_question": "A light fails and a ship is lost. Who can know why?",
        "behaviour": "deferred",
        "stages": [
            {"id": "before", "kind": "before", "expectation": "Where will they differ?"},
            {"id": "meet", "kind": "meet"},
            {
                "id": "compare",
                "kind": "compare",
                "title": "Side by side",
                "panes": shown,
                "claims": list(CLAIMS),
                "given": "all",
                "figures": ["hours-out", "men-aboard"],
                "silences": ["keeper-away", "oil"],
            },
            {"id": "conclude", "kind": "conclude", "title": "What remains", "panes": shown},
        ],
    }


def _claims(ids: Sequence[str]) -> list[dict[str, object]]:
    light = {one: [_said("asserts", one, "The light was out")] for one in ids}
    hours = {one: [_said("asserts", one, f"{HOURS[at]} hours")] for at, one in enumerate(ids)}
    keeper = {
        one: [_said("hedges", one, "was reportedly on the mainland")] if at % 2 == 0 else [_SILENT]
        for at, one in enumerate(ids)
    }
    struck = {one: [_said("asserts", one, "struck the reef before midnight")] for one in ids}
    oil = {
        one: [_said("reports", one, "nobody has a better word")] if not at else [_SILENT]
        for at, one in enumerate(ids)
    }
    told: list[tuple[str, str, dict[str, list[dict[str, object]]]]] = [
        (
            "The light at Ness Point was out for part of the night, whatever else is in dispute about it",
            "agree",
            light,
        ),
        ("How many hours the light was out", "differ", hours),
        (
            "The keeper was away on the mainland, where she had been sent for by the harbour office",
            "agree" if len(ids) > 2 else "only-one",
            keeper,
        ),
        ("The Constance struck the reef before midnight", "shared-origin", struck),
        ("The oil had been of a poor kind since the summer", "only-one", oil),
    ]
    return [
        {
            "id": id_,
            "claim": claim,
            "relation": relation,
            "cells": cells,
            "floor": "dark",
            "why": "They had it from one another, as far as their words show.",
            **(
                {"overtaken": {"when": "1925", "by": "The log of the tender was found."}}
                if id_ == "how-long"
                else {}
            ),
        }
        for id_, (claim, relation, cells) in zip(CLAIMS, told, strict=True)
    ]


_SILENT: dict[str, object] = {
    "stance": "silent",
    "could": "yes",
    "because": ["choice"],
    "explanation": "It was known.",
}


def _said(stance: str, source: str, quote: str) -> dict[str, object]:
    says = "out for part of the night" if stance == "asserts" else "so it is said on the Sound"
    return {
        "stance": stance,
        "says": says,
        "whom": "others" if stance == "reports" else "",
        "passages": [{"quote": quote}],
    }


def _edges(ids: Sequence[str]) -> list[dict[str, object]]:
    ways = ("credited", "uncredited", "probable")
    return [
        {
            "id": f"{one}-on-{other}",
            "from": one,
            "to": other,
            "how": ways[at % 3],
            "claims": ["light-out"],
            "why": "It has the same words in the same order.",
            "changed": ["the number of hours"],
            "floor": "dark",
            "passages": [_passage(one, "The light was out"), _passage(other, "The light was out")],
        }
        for at, (other, one) in enumerate(pairwise(ids))
    ]


def _figures(ids: Sequence[str]) -> list[dict[str, object]]:
    hours = [
        {
            "source": one,
            "value": HOURS[at],
            "counted": "hours of darkness, by the office clock",
            "when": f"{1911 + at * 9}",
            "quote": f"{HOURS[at]} hours",
        }
        for at, one in enumerate(ids)
    ]
    men = [
        {"source": one, "value": 20 + at, "counted": "men aboard", "quote": f"with {20 + at} men"}
        for at, one in enumerate(ids)
    ]
    return [
        {
            "id": "hours-out",
            "what": "hours for which the light was out",
            "unit": "hours",
            "claim": "how-long",
            "figures": hours,
            "why": ["who-counted"],
            "explanation": "Each has it from another clock.",
            "floor": "dark",
        },
        {
            "id": "men-aboard",
            "what": "men aboard the Constance when she struck",
            "unit": "men",
            "figures": men,
            "why": ["when-written"],
            "explanation": "The number grew as the years went on.",
            "floor": "dark",
        },
    ]


def _words(ids: Sequence[str]) -> dict[str, object]:
    return {
        "floor": "dark",
        "loaded": [
            {
                "id": f"shameful-{one}",
                "source": one,
                "word": "shameful",
                "effect": "judges while it tells",
                "plainer": "no word at all",
                "passages": [{"quote": "A shameful silence"}],
            }
            for one in ids
        ],
        "hedging": [
            {
                "id": f"reportedly-{one}",
                "source": one,
                "word": "reportedly",
                "voice": "reported",
                "whom": "nobody named",
                "effect": "leaves open who says so",
                "passages": [{"quote": "was reportedly"}],
            }
            for one in ids
        ],
        "named": [
            {
                "id": "the-night",
                "what": "What happened to the light",
                "kind": "act",
                "sources": {
                    one: [{"name": NAMES[at], "passages": [{"quote": f"calls it {NAMES[at]}"}]}]
                    for at, one in enumerate(ids)
                },
                "floor": "dark",
            }
        ],
    }


def _questions(ids: Sequence[str]) -> list[dict[str, object]]:
    return [
        {
            "id": "which-is-known",
            "kind": "choice",
            "stage": "compare",
            "skill": "integrate",
            "sources": list(ids),
            "prompt": "On what do all of these texts agree?",
            "options": [
                {
                    "id": "sea",
                    "text": "That the sea was high on that night",
                    "correct": "yes",
                    "feedback": "All say so.",
                },
                {
                    "id": "oil",
                    "text": "That the oil was of a poor kind",
                    "correct": "no",
                    "feedback": "One does.",
                },
            ],
            "evidence": [_passage(ids[0], "the sea was high")],
            "explanation": "Each of them says so in its first paragraph.",
        }
    ]
