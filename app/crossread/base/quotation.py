"""Words within quotation marks: marks of their own become single ones."""


def within_quotes(words: str) -> str:
    """Return words as they stand within double quotation marks, as typographers set them."""
    return words.replace("“", "‘").replace("”", "’")
