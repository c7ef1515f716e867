"""Words in a few lines at most, the rest left out at the end of the last one: for lists and cards."""

from PySide6.QtGui import QFont

from crossread.desktop.widgets.painting.paragraph import LEADING, Paragraph

_LONGEST_LINE = 300  # characters; no line of a list or a card has more
_MOST_KNOWN = 2048  # how many texts are kept as they were cut; then they are begun anew

# What was cut, by the words, their font, the width, the lines and their height: a list asks again and again.
_cut: dict[tuple[str, str, int, int, float], str] = {}


def clamp(text: str, font: QFont, width: float, lines: int, leading: float = LEADING) -> str:
    """Return as much of a text as stands on so many lines of a width in pixels, with "…" for the rest.

    Words stay whole, unless the first alone takes more. 0 lines: all of it.
    """
    if lines <= 0:
        return text
    key = (text, font.key(), round(width), lines, leading)
    if key not in _cut:
        if len(_cut) >= _MOST_KNOWN:
            _cut.clear()
        _cut[key] = _cut_off(text, font, width, lines, leading)
    return _cut[key]


def _cut_off(text: str, font: QFont, width: float, lines: int, leading: float) -> str:
    def fits(words: str) -> bool:
        return Paragraph(words, font, width, leading).lines <= lines

    most = lines * _LONGEST_LINE
    if len(text) <= most and fits(text):
        return text
    low, high = 0, min(len(text), most)  # the longest beginning that fits with "…" behind it
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[:middle].rstrip() + "…"):
            low = middle
        else:
            high = middle - 1
    beginning = text[:low]
    whole = beginning if text[low : low + 1].isspace() else beginning.rpartition(" ")[0]
    return (whole or beginning).rstrip(" ,;:–-") + "…"
