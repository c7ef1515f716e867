"""A target to pair items with: a chip with its number, or a group that says what is in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.base.translation import _, ngettext
from crossread.desktop.answers.options.option_card import tall_as_needed
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.desktop.widgets.pressing.drag_button import DragButton

# Pixels at the default text size: beside, above, room for the number and for the sign of a chip in use.
_PAD, _ABOVE, _NUMBER, _USED = 10, 6, 20, 16
_ENDLESS = 100_000
_USUAL = 320

# Beside a chip that has gone up into a row; a tick would say that this is right.
IN_USE = "↑"


class TargetCard(DragButton):
    """A target; it is clicked or dragged. The keyboard reaches it by its number and by the rows' lists.

    A chip is as wide as its words and shows that it is in use above; a `group` is as wide as there is room,
    counts the items that are in it, and lists them once nothing can be changed: until then it keeps its
    height, for what stands below it is not to move under the mouse.
    """

    def __init__(self, key: str, number: int, text: str, parent: QWidget, *, group: bool) -> None:
        super().__init__(key, parent)
        self.text_shown = text
        self._number, self._group = number, group
        self._inside: tuple[str, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = tall_as_needed()
        if not group:
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        self.set_inside(())

    def inside(self) -> tuple[str, ...]:
        """Return the words of the items that it is chosen for."""
        return self._inside

    def set_inside(self, items: Sequence[str], *, usable: bool = True) -> None:
        """Show what it is chosen for; what is not `usable` can be read and no more."""
        self._inside, self.frozen = tuple(items), not usable
        name = _("{number}: {target}").format(number=self._number, target=self.text_shown)
        listed = "; ".join(items) or _("nothing yet")
        if self._group:
            name = _("{target}. In it: {items}").format(target=name, items=listed)
        elif items:
            name = _("{target}. In use: {items}").format(target=name, items=listed)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def _beside(self) -> int:
        now = theme.current()
        return 2 * now.scaled(_PAD) + now.scaled(_NUMBER) + (0 if self._group else now.scaled(_USED))

    def _lay_out(self, width: float) -> tuple[Paragraph, list[Paragraph]]:
        now = theme.current()
        room = width - self._beside()
        heading = Paragraph(self.text_shown, now.font("strong" if self._group else "interface"), room)
        listed = self._inside if self._inside and self.frozen else (self._counted(),)
        font = now.font("interface")
        return heading, [Paragraph(words, font, room) for words in listed] if self._group else []

    def _counted(self) -> str:
        count = len(self._inside)
        return (
            ngettext("{count} in it", "{count} in it", count).format(count=count)
            if count
            else _("nothing in it yet")
        )

    def heightForWidth(self, width: int) -> int:  # noqa: N802  (Qt calls it)
        """Return the height at which nothing is cut off."""
        heading, listed = self._lay_out(width)
        return (
            int(heading.height + sum(one.height for one in listed)) + 2 * theme.current().scaled(_ABOVE) + 1
        )

    def sizeHint(self) -> QSize:
        """Return a chip with its words on one line, a group at its usual width."""
        if self._group:
            return QSize(_USUAL, self.heightForWidth(_USUAL))
        width = int(self._lay_out(_ENDLESS)[0].width) + 2 + self._beside()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow one; its height for a width comes from `heightForWidth`."""
        now = theme.current()
        least = QSize(now.scaled(100), now.scaled(2 * _ABOVE + 20))
        return least.boundedTo(self.sizeHint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip or the group."""
        now, where = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lifted = self.is_wanted() or self.is_dragged()
        used = bool(self._inside) and not self._group
        edge = "accent" if lifted else "line" if used or self.frozen else "control-line"
        width = 2.0 if lifted else 1.0
        painter.setPen(QPen(now.colour(edge), width))
        hover = self.is_wanted() or (self.underMouse() and not self.frozen)
        painter.setBrush(now.colour("hover" if hover else "ground" if used else "surface"))
        half = width / 2
        painter.drawRoundedRect(where.adjusted(half, half, -half, -half), 6, 6)
        heading, listed = self._lay_out(self.width())
        at = QPointF(now.scaled(_PAD), now.scaled(_ABOVE))
        font, sides = now.font("interface"), Sides.of(self)
        Paragraph(str(self._number), font, now.scaled(_NUMBER)).paint(painter, at, now.colour("muted"), sides)
        if used:
            right = QPointF(self.width() - now.scaled(_PAD) - now.scaled(_USED - 4), at.y())
            Paragraph(IN_USE, font, now.scaled(_USED)).paint(painter, right, now.colour("muted"), sides)
        at += QPointF(now.scaled(_NUMBER), 0)
        heading.paint(painter, at, now.colour("muted" if used else "ink"), sides)
        at += QPointF(0, heading.height)
        for words in listed:
            words.paint(painter, at, now.colour("ink" if self._inside else "muted"), sides)
            at += QPointF(0, words.height)
