"""Invented texts to read."""

from crossread.texts.text import Block, Range, Span, Text

FLOOD = Text(
    (
        Block("heading", "What happened", 2),
        Block("paragraph", "The water 😀 rose at noon. Nobody came until two. The bridge fell."),
        Block("item", "The first letter named the crack.", 1, "1."),
        Block("item", "A copy went to the county.", 2, "•"),
        Block("quote", "We were told.\nNobody came.", 1),
        Block("paragraph", "The Herald has more.", spans=(Span(4, 10, "link", "https://example.org/more"),)),
        *(
            Block("paragraph", f"Paragraph {number} says that the water rose in the night and fell. " * 4)
            for number in range(30)
        ),
    )
)


def at(words: str, text: Text = FLOOD) -> Range:
    """Give the range where words stand in a text."""
    start = text.shown.index(words)
    return Range(start, start + len(words))
