"""Tips that name a key: always the key as it is now."""

from PySide6.QtWidgets import QWidget

from crossread.base.translation import _
from crossread.desktop import own_keys
from crossread.desktop.key_names import shown_name
from crossread.desktop.widgets.tips import set_tip

_WORDS, _ACTION, _DESCRIBES = "key-tip-words", "key-tip-action", "key-described"


def with_key(words: str, action: str) -> str:
    """Return words with the first key of an action after them."""
    key = first_key(action)
    return _("{words} ({key})").format(words=words, key=key) if key else words


def set_key_tip(widget: QWidget, words: str, action: str) -> None:
    """Give a widget a tip that ends with the key of an action."""
    widget.setProperty(_WORDS, words)
    widget.setProperty(_ACTION, action)
    set_tip(widget, with_key(words, action))


def first_key(action: str) -> str:
    """Return the first key of an action that acts now, as printed on the keyboard; "" for none."""
    keys = own_keys.acting(action)
    return shown_name(keys[0]) if keys else ""


def set_key_description(widget: QWidget, action: str) -> None:
    """Have a screen reader tell the key of an action with a widget that does the same."""
    widget.setProperty(_DESCRIBES, action)
    widget.setAccessibleDescription(first_key(action))


def renew(window: QWidget) -> None:
    """Tell the keys anew in all tips and descriptions of a window: they were changed."""
    for widget in window.findChildren(QWidget):
        described = widget.property(_DESCRIBES)
        if described:
            widget.setAccessibleDescription(first_key(str(described)))
        action = widget.property(_ACTION)
        if action:
            set_tip(widget, with_key(str(widget.property(_WORDS)), str(action)))
