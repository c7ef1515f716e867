"""The one style sheet of the window, built from a theme's roles."""

from collections.abc import Callable, Mapping

BAR = 12  # pixels: how wide a scroll bar is
WIDEST_RING = 3  # pixels, of any theme: what has no border to see takes the same room in each


def style_sheet(roles: Mapping[str, str], scaled: Callable[[float], int], ring: int) -> str:
    """Write the style sheet: `roles` are colours, `scaled` turns a measure into pixels.

    `ring` is the width of the ring around what has the focus, in pixels.

    Selectors name a class or the property `look`, which the factories in `widgets` set; nothing else in
    the program writes style sheets. It holds only what Qt paints: each rule costs time at every change
    of theme, and labels, badges and options paint themselves.
    """
    pad, side = scaled(6), scaled(14)
    more = ring - 1  # that a ring is wider than a border: words stay where they are
    r = roles
    return f"""
QWidget#surface, QFrame[look="surface"] {{ background: {r["surface"]}; }}
QFrame[look="ground"] {{ background: {r["ground"]}; }}
QFrame[look="line"] {{ background: {r["line"]}; border: none; }}
QPushButton {{
  background: {r["surface"]}; color: {r["ink"]}; border: 1px solid {r["control-line"]};
  border-radius: 6px; padding: {pad}px {side}px; outline: none;
}}
QPushButton:hover {{ background: {r["hover"]}; }}
QPushButton:pressed {{ background: {r["selected"]}; }}
QPushButton:focus {{ border: {ring}px solid {r["focus"]}; padding: {pad - more}px {side - more}px; }}
QPushButton:disabled {{ color: {r["muted"]}; border-color: {r["line"]}; background: transparent; }}
QPushButton[look="primary"] {{
  background: {r["accent"]}; color: {r["on-accent"]}; border-color: {r["accent"]}; font-weight: 600;
}}
QPushButton[look="primary"]:hover {{ background: {r["accent-hover"]}; border-color: {r["accent-hover"]}; }}
QPushButton[look="primary"]:pressed {{ background: {r["accent"]}; }}
QPushButton[look="primary"]:focus {{ border: {ring}px solid {r["ink"]}; }}
QPushButton[look="primary"]:disabled {{
  background: {r["line"]}; color: {r["muted"]}; border-color: {r["line"]};
}}
QPushButton[look="quiet"] {{
  background: transparent; border: 1px solid transparent; color: {r["muted"]}; padding: {pad}px {pad + 2}px;
}}
QPushButton[look="quiet"]:hover {{ color: {r["ink"]}; background: {r["hover"]}; }}
QPushButton[look="quiet"]:focus {{
  border: {ring}px solid {r["focus"]}; padding: {pad - more}px {pad + 2 - more}px;
}}
QPushButton[look="link"] {{
  background: transparent; border: 1px solid transparent; color: {r["accent"]}; text-decoration: underline;
  padding: {WIDEST_RING - 1}px {WIDEST_RING}px; text-align: left;
}}
QPushButton[look="link"]:focus {{
  border: {ring}px solid {r["focus"]}; padding: {WIDEST_RING - ring}px {WIDEST_RING + 1 - ring}px;
}}
QLineEdit, QPlainTextEdit {{
  background: {r["surface"]}; color: {r["ink"]}; border: 1px solid {r["control-line"]}; border-radius: 6px;
  padding: {pad}px {scaled(10)}px;
  selection-background-color: {r["selection"]}; selection-color: {r["ink"]};
}}
QLineEdit:focus, QPlainTextEdit:focus {{
  border: {ring}px solid {r["focus"]}; padding: {pad - more}px {scaled(10) - more}px;
}}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: transparent; }}
QLineEdit[verdict="right"] {{ border: 2px solid {r["right"]}; padding: {pad - 1}px {scaled(10) - 1}px; }}
QLineEdit[verdict="wrong"] {{ border: 2px solid {r["wrong"]}; padding: {pad - 1}px {scaled(10) - 1}px; }}
QLineEdit[verdict="partly"] {{ border: 2px solid {r["caution"]}; padding: {pad - 1}px {scaled(10) - 1}px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea[look="reached"] {{ border: {ring}px solid transparent; }}
QScrollArea[look="reached"]:focus {{ border: {ring}px solid {r["focus"]}; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QTextBrowser {{
  background: {r["surface"]}; border: none;
  selection-background-color: {r["selection"]}; selection-color: {r["ink"]};
}}
QSplitter::handle {{ background: {r["line"]}; }}
QSplitter::handle:hover {{ background: {r["control-line"]}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {BAR}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {BAR}px; margin: 0; }}
QScrollBar::handle {{ background: {r["control-line"]}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {r["muted"]}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{
  background: {r["surface"]}; color: {r["ink"]}; border: 1px solid {r["control-line"]}; padding: 4px 0;
}}
QMenu::item {{ padding: {pad}px {scaled(24)}px {pad}px {scaled(16)}px; }}
QMenu::icon {{ padding-left: {scaled(12)}px; }}
QMenu::item:selected {{ background: {r["selected"]}; }}
QMenu::item:disabled {{ color: {r["muted"]}; }}
QMenu::separator {{ height: 1px; background: {r["line"]}; margin: 4px 0; }}
QToolTip {{
  background: {r["surface"]}; color: {r["ink"]}; border: 1px solid {r["control-line"]}; padding: 4px;
}}
QComboBox {{
  background: {r["surface"]}; color: {r["ink"]}; border: 1px solid {r["control-line"]};
  border-radius: 6px; padding: {pad}px {scaled(10)}px;
}}
QComboBox:focus {{ border: {ring}px solid {r["focus"]}; padding: {pad - more}px {scaled(10) - more}px; }}
QTableView[look="matrix"], QTableView[look="matrix"] QHeaderView {{
  background: {r["ground"]}; color: {r["ink"]}; border: none;
}}
QTableView[look="matrix"] QTableCornerButton::section {{ background: {r["ground"]}; border: none; }}
QTableView[look="words"] {{
  background: transparent; border: {ring}px solid transparent; padding: {WIDEST_RING - ring}px; outline: none;
  selection-background-color: {r["selected"]}; selection-color: {r["ink"]};
}}
QTableView[look="words"]:focus {{ border: {ring}px solid {r["focus"]}; }}
QTableView[look="words"] QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
  background: transparent; color: {r["ink"]}; border: none; border-bottom: 1px solid {r["control-line"]};
  padding: 0 3px;
}}
QComboBox QAbstractItemView {{
  background: {r["surface"]}; color: {r["ink"]}; border: 1px solid {r["control-line"]};
  selection-background-color: {r["selected"]}; selection-color: {r["ink"]};
}}
"""
