"""Names of keys: how Qt writes them, what is printed on the keyboard, and which no action may have."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from crossread.base.errors import N_
from crossread.base.translation import _

_Native = QKeySequence.SequenceFormat.NativeText
_Portable = QKeySequence.SequenceFormat.PortableText
_Shift = Qt.KeyboardModifier.ShiftModifier
_Control = Qt.KeyboardModifier.ControlModifier
_Alt = Qt.KeyboardModifier.AltModifier
_Meta = Qt.KeyboardModifier.MetaModifier

_MODIFIERS = {
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_unknown,
}  # fmt: skip
_COMPOSING = range(0x0100_1103, 0x0100_1300)  # AltGr, Compose, those of East Asia, and dead accents
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_LEAPS = {Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ERASING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert}
_CLIPBOARD = {Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_A}
_SYSTEM = {Qt.Key.Key_Menu, Qt.Key.Key_Print, Qt.Key.Key_SysReq, Qt.Key.Key_Pause, Qt.Key.Key_Help}


def is_modifier(key: int) -> bool:
    """Tell whether a key does nothing by itself, such as Shift."""
    return key in _MODIFIERS or key == 0 or key in _COMPOSING


def name_of(pressed: QKeyCombination) -> str:
    """Return the portable name of keys that were pressed; "" for a modifier alone.

    A sign that needs Shift is named without it ("?", "Ctrl++"): keyboards differ in which signs do.
    """
    if is_modifier(pressed.key()):
        return ""
    modifiers = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if 0x20 < pressed.key() < 0xFFFF and not _is_letter(pressed.key()):
        modifiers &= ~_Shift
    return QKeySequence(QKeyCombination(modifiers, pressed.key())).toString(_Portable)


def _is_letter(key: int) -> bool:
    return chr(key).isalpha()


def standard_name(key: str) -> str:
    """Return a key's name as Qt writes it; "" for what names no key, or several in a row."""
    pressed = _pressed(key)
    return name_of(pressed) if pressed is not None else ""


def _pressed(key: str) -> QKeyCombination | None:
    """Return what is pressed for a key; None for what names none, or several in a row."""
    sequence = QKeySequence.fromString(key, _Portable)
    return sequence[0] if sequence.count() == 1 else None  # type: ignore[index]


def shown_name(key: str) -> str:
    """Return what is printed on the keys, in the window's language as far as Qt knows it."""
    return QKeySequence.fromString(key, _Portable).toString(_Native).replace("Return", _("Enter"))


def shown_names(keys: tuple[str, ...]) -> str:
    """Return several keys for the same thing, side by side."""
    return ", ".join(map(shown_name, keys))


def refusal(key: str) -> str:
    """Say why a key may not be given to any action; "" where it may."""
    pressed = _pressed(key)
    if pressed is None or is_modifier(pressed.key()):
        return _("This is no key that can be used.")
    one, modifiers = pressed.key(), pressed.keyboardModifiers()
    for keys, belongs, why in _REFUSED:
        if (not keys or one in keys) and belongs(modifiers):
            return _(why)
    return ""


def _always(_modifiers: Qt.KeyboardModifier) -> bool:
    return True


def _plain(modifiers: Qt.KeyboardModifier) -> bool:
    return not modifiers & (_Control | _Alt | _Meta)


def _without_alt(modifiers: Qt.KeyboardModifier) -> bool:
    return not modifiers & _Alt


def _with_shift(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & _Shift)


def _with_alt(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & _Alt)


def _with_meta(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & _Meta)


def _as_alt_gr(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & _Control and modifiers & _Alt)


def _control_alone(modifiers: Qt.KeyboardModifier) -> bool:
    return modifiers == _Control


_SYSTEMS = N_("The system keeps this key for itself.")
# Which keys (none: all), with which modifiers, and why they are no one's own.
_REFUSED: tuple[tuple[set[Qt.Key], Callable[[Qt.KeyboardModifier], bool], str], ...] = (
    (
        {Qt.Key.Key_Tab, Qt.Key.Key_Backtab},
        _always,
        N_("Tab goes from one field to the next, or from window to window."),
    ),
    ({Qt.Key.Key_Escape}, _always, N_("Escape closes what is open, and leaves this field.")),
    (_SYSTEM, _always, _SYSTEMS),
    (set(), _with_meta, _SYSTEMS),
    ({Qt.Key.Key_F10}, _with_shift, _SYSTEMS),
    (set(), _as_alt_gr, N_("Ctrl and Alt together type a sign on many keyboards, as AltGr does.")),
    ({Qt.Key.Key_F4, Qt.Key.Key_Space}, _with_alt, _SYSTEMS),
    (
        {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space},
        _plain,
        N_("Enter and Space press the button that has the focus."),
    ),
    (_ARROWS, _without_alt, N_("Arrow keys move in texts and lists, with Ctrl and Shift as well.")),
    (_LEAPS, _without_alt, N_("This key moves in texts and lists.")),
    (_ERASING, _always, N_("This key is for writing.")),
    (_CLIPBOARD, _control_alone, N_("Text fields need this key, to copy, cut, paste or select all.")),
)
