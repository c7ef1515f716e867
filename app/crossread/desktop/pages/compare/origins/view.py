"""The picture of who rests on whom: sources by their badges, works and voices, and lines between them."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from crossread.base.translation import _
from crossread.desktop.answers.answer import Letters
from crossread.desktop.pages.compare.origins.lines import paint_line
from crossread.desktop.theme import theme
from crossread.desktop.widgets.painting.badge import paint_badge
from crossread.desktop.widgets.painting.paragraph import Paragraph
from crossread.desktop.widgets.painting.sides import Sides
from crossread.progress.origins_graph import Link, Node, NodeKind, OriginsGraph
from crossread.progress.origins_told import NodeWords

# Pixels at the default text size.
USUAL = (132, 216, 72)  # widths of the boxes of sources and of others, and between layers
NARROW = (92, 112, 36)  # the same where there is least room
BADGE, PAD, APART = 26, 8, 10
BULGE, NEAR = 34, 12  # how far a line within a layer stands out, how near to a line a click counts
ARROW = 8

Key = tuple[NodeKind, str]


class OriginsView(QWidget):
    """Paints a graph. `opened` gives the id of a link that was clicked.

    All that it tells stands in the list of links too, which is where keys and screen readers go.
    """

    opened = Signal(str)

    def __init__(self, letters: Letters, parent: QWidget) -> None:
        super().__init__(parent)
        self._letters = letters
        self._graph = OriginsGraph((), ())
        self._words: NodeWords = {}
        self._current = self._hovered = ""
        self._boxes: dict[Key, QRectF] = {}
        self._paths: dict[str, QPainterPath] = {}
        self.setMouseTracking(True)
        self.setAccessibleName(_("Who rests on whom, as a picture; the list below says the same"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def set_graph(self, graph: OriginsGraph, words: NodeWords, told: str) -> None:
        """Show a graph; `words` are a name and a quiet word for each node, `told` its links in words."""
        self._graph, self._words = graph, words
        nodes = [": ".join(filter(None, words.get(node.key, (node.name, "")))) for node in graph.nodes]
        self.setAccessibleDescription(". ".join((told, *nodes)))
        self._lay_out()
        self.updateGeometry()
        self.update()

    def set_current(self, link: str) -> None:
        """Pick a link out, by its id; "" for none."""
        self._current = link
        self.update()

    def box(self, key: Key) -> QRectF:
        """Return where a node stands; KeyError where there is none of that key."""
        return self._boxes[key]

    def path(self, link: str) -> QPainterPath:
        """Return the line of a link; KeyError where there is none."""
        return self._paths[link]

    # Measures

    def least(self) -> int:
        """Return the width below which there is no room for the picture, in pixels."""
        return self._taken(self._at_least(NARROW))

    def _at_least(self, measures: tuple[int, int, int]) -> tuple[int, int, int]:
        """Return measures at the default text size in which no word of a source's name is broken."""
        now = theme.current()
        metrics = QFontMetrics(now.font("strong"))
        names = [
            self._words.get(node.key, ("", ""))[0] for node in self._graph.nodes if node.kind == "source"
        ]
        longest = max((metrics.horizontalAdvance(word) for name in names for word in name.split()), default=0)
        needed = ceil((longest + 2) * 100 / now.scaled(100)) + BADGE + PAD
        return max(measures[0], needed), measures[1], measures[2]

    def _taken(self, measures: tuple[int, int, int]) -> int:
        """Return the width that all layers take, by widths at the default text size."""
        now, (source, other, between) = theme.current(), measures
        layers = [self._graph.layer(column) for column in range(self._graph.columns)]
        boxes = sum(
            now.scaled(source if all(node.kind == "source" for node in layer) else other) for layer in layers
        )
        beside = BULGE if len(layers) == 1 else 0
        return (
            boxes + now.scaled(between) * max(0, len(layers) - 1) + (now.scaled(beside) if beside else 0) + 4
        )

    def _measures(self) -> tuple[float, float]:
        """Return the widths of the boxes of sources and of others: less than usual where room is short."""
        full, few = self._at_least(USUAL), self._at_least(NARROW)
        usual, narrow = self._taken(full), self._taken(few)
        share = min(1.0, max(0.0, (self.width() - narrow) / max(1, usual - narrow)))
        scale = theme.current().scaled(100) / 100
        source, other = (
            least + share * (most - least) for most, least in zip(full[:2], few[:2], strict=True)
        )
        return source * scale, other * scale

    def _wide(self, node: Node) -> int:
        return int(self._measures()[0 if node.kind == "source" else 1])

    def _layer_wide(self, column: int) -> int:
        return max((self._wide(node) for node in self._graph.layer(column)), default=0)

    def _laid(self, node: Node) -> tuple[Paragraph, Paragraph | None, float]:
        """Lay a node's words out; return them with the height of its box."""
        now = theme.current()
        name, quiet = self._words.get(node.key, (node.name, ""))
        taken = now.scaled(BADGE + PAD) if node.kind == "source" else 2 * now.scaled(PAD)
        room = self._wide(node) - taken
        words = Paragraph(name, now.font("strong" if node.kind == "source" else "interface"), room)
        below = Paragraph(quiet, now.font("small"), room) if quiet else None
        high = words.height + (below.height if below else 0)
        return words, below, max(high + now.scaled(PAD), now.scaled(BADGE) + 4.0)

    def _layer_high(self, column: int) -> float:
        nodes = self._graph.layer(column)
        return sum(self._laid(node)[2] for node in nodes) + theme.current().scaled(APART) * len(nodes)

    def high(self) -> int:
        """Return the height of the fullest layer in the width that there is, in pixels."""
        return round(max((self._layer_high(column) for column in range(self._graph.columns)), default=0)) + 4

    def sizeHint(self) -> QSize:
        """Return the usual width, and the height of the fullest layer."""
        return QSize(self._taken(self._at_least(USUAL)), self.high())

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: where there is too little, the list of links stands alone."""
        return QSize(1, 1)

    def _lay_out(self) -> None:
        sides, columns = Sides.of(self), self._graph.columns
        high = self.high()
        rooms = [self._layer_wide(column) for column in range(columns)]
        free = max(0.0, self.width() - sum(rooms) - 4)
        gap = min(free / (columns - 1), 3.0 * theme.current().scaled(USUAL[2])) if columns > 1 else 0.0
        self._boxes, left = {}, 2.0
        for column in range(columns):
            nodes = self._graph.layer(column)
            heights = [self._laid(node)[2] for node in nodes]
            spare = (high - sum(heights)) / len(nodes) if nodes else 0.0
            top = spare / 2
            for node, height in zip(nodes, heights, strict=True):
                self._boxes[node.key] = sides.rect(left, top, self._wide(node), height)
                top += height + spare
            left += rooms[column] + gap
        self._paths = {link.id: self._line(link, sides) for link in self._graph.links}

    def _line(self, link: Link, sides: Sides) -> QPainterPath:
        """Draw a line from the end of a box to the beginning of another, or around within a layer."""
        one, other = self._boxes[link.from_.key], self._boxes[link.to.key]
        way = -1.0 if sides.from_right else 1.0
        if link.from_.column == link.to.column:
            begin, end = _end(one, way), _end(other, way)
            out = QPointF(way * theme.current().scaled(BULGE), 0)
            path = QPainterPath(begin)
            path.cubicTo(begin + out, end + out, end)
            return path
        if link.from_.column > link.to.column:  # what the program found has no direction
            one, other = other, one
        begin, end = _end(one, way), _end(other, -way)
        middle = QPointF((end.x() - begin.x()) / 2, 0)
        path = QPainterPath(begin)
        path.cubicTo(begin + middle, end - middle, end)
        return path

    # The mouse

    def _at(self, where: QPointF) -> str:
        """Return the link nearest to a point, near enough to be meant."""
        wide = QPainterPathStroker()
        wide.setWidth(theme.current().scaled(NEAR))
        return next(
            (name for name, path in self._paths.items() if wide.createStroke(path).contains(where)), ""
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which line a click would open."""
        hovered = self._at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show no line as meant."""
        self._hovered = ""
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the link that was clicked."""
        link = self._at(event.position())
        if link and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(link)
        else:
            super().mousePressEvent(event)

    # Painting

    def resizeEvent(self, _event: QEvent) -> None:
        """Share the new width out."""
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another theme, text size or direction."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._lay_out()
            self.updateGeometry()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, and the boxes over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picked = (self._current, self._hovered)
        for link in sorted(self._graph.links, key=lambda one: one.id in picked):
            is_picked = link.id in picked
            role = "accent" if is_picked else "muted"
            path = self._paths[link.id]
            paint_line(painter, path, link.how, role, thick=is_picked)
            if link.how != "found":
                self._paint_arrow(painter, path, role)
        for node in self._graph.nodes:
            self._paint_node(painter, node)

    def _paint_arrow(self, painter: QPainter, path: QPainterPath, role: str) -> None:
        now, end = theme.current(), path.pointAtPercent(1.0)
        size = now.scaled(ARROW)
        before = path.pointAtPercent(max(0.0, 1.0 - size / max(1.0, path.length())))
        along = end - before
        across = QPointF(-along.y(), along.x()) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.colour(role))
        painter.drawPolygon(QPolygonF([end, before + across, before - across]))

    def _paint_node(self, painter: QPainter, node: Node) -> None:
        now, box, sides = theme.current(), self._boxes[node.key], Sides.of(self)
        words, below, _high = self._laid(node)
        start = sides.x(box.right() if sides.from_right else box.left())  # as from where lines begin
        high = words.height + (below.height if below else 0)
        top = box.top() + (box.height() - high) / 2
        if node.kind == "source":
            letter, index = self._letters[node.name]
            side = float(now.scaled(BADGE))
            paint_badge(
                painter,
                sides.rect(start, box.top() + (box.height() - side) / 2, side, side),
                letter,
                index,
                now,
            )
            start += side + now.scaled(PAD)
        else:
            pen = QPen(now.colour("control-line"), 1)
            if node.kind == "voice":
                pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.setBrush(now.colour("surface"))
            radius = box.height() / 2 if node.kind == "voice" else 4
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), min(radius, 14.0), min(radius, 14.0))
            start += now.scaled(PAD)
        words.paint(painter, QPointF(start, top), now.colour("ink"), sides)
        if below is not None:
            below.paint(painter, QPointF(start, top + words.height), now.colour("muted"), sides)


def _end(box: QRectF, way: float) -> QPointF:
    """Return the middle of the side of a box at which lines end, or for a `way` of -1 begin."""
    return QPointF(box.right() if way > 0 else box.left(), box.center().y())
