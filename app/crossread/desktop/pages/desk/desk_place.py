"""Where the desk was: stage, question, panes and the place in each text, to be found again exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from crossread.questions.passages import Which

LARGEST_ZOOM = 6  # steps up and down from the size of all texts


@dataclass(frozen=True, slots=True)
class PanePlace:
    """What one pane shows; `zoom` is by how many steps its text is larger than that of all, or smaller."""

    source: str
    which: Which = "digest"
    zoom: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPlace:
    """One read stage as it was left.

    `question` is an id, or "" for the summary; `focused` is the pane that had the focus, and was in view
    without the others where it stood `alone`. `sizes` are the widths of panes side by side and of the
    question column, last; `square` those of two rows: left, right, top, bottom, question column; all in
    pixels. `beside` names what stood in the right-hand column, `front` what of the comparison was in view in
    the place of the texts; `compared` is how its parts were arranged, by their names.
    """

    question: str = ""
    panes: tuple[PanePlace, ...] = ()
    focused: int = 0
    sizes: tuple[int, ...] = ()
    square: tuple[int, ...] = ()
    summary: bool = False
    alone: bool = False
    beside: str = "questions"
    front: str = ""
    compared: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPlace:
    """Where the learner is in a pack.

    `stage` is "" on the overview; `positions` are first visible code points by "source/which", with
    the digest of the text they are true of; `told` is what the library says about it without opening
    the pack; `offered` is set once the offer to add originals was put away.
    """

    stage: str = ""
    source: str = ""
    offered: bool = False
    stages: Mapping[str, DeskPlace] = field(default_factory=dict)
    positions: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)


def to_mapping(place: PackPlace) -> dict[str, Any]:
    """Spell a place as JSON values."""
    return {
        "stage": place.stage,
        "source": place.source,
        "offered": place.offered,
        "stages": {
            stage: {
                "question": desk.question,
                "panes": [[pane.source, pane.which, pane.zoom] for pane in desk.panes],
                "focused": desk.focused,
                "sizes": list(desk.sizes),
                "square": list(desk.square),
                "summary": desk.summary,
                "alone": desk.alone,
                "beside": desk.beside,
                "front": desk.front,
                "compared": {part: dict(kept) for part, kept in desk.compared.items()},
            }
            for stage, desk in place.stages.items()
        },
        "positions": {key: [at, digest] for key, (at, digest) in place.positions.items()},
        "told": dict(place.told),
    }


def from_mapping(value: Mapping[str, Any]) -> PackPlace:
    """Read a place back; whatever does not fit counts as not remembered."""
    stages, positions = _mapping(value.get("stages")), _mapping(value.get("positions"))
    return PackPlace(
        stage=_text(value.get("stage")),
        source=_text(value.get("source")),
        offered=value.get("offered") is True,
        stages={str(stage): _desk(_mapping(desk)) for stage, desk in stages.items()},
        positions={str(key): _position(position) for key, position in positions.items()},
        told=_mapping(value.get("told")),
    )


def _desk(value: Mapping[str, Any]) -> DeskPlace:
    return DeskPlace(
        question=_text(value.get("question")),
        panes=tuple(place for pane in _list(value.get("panes")) if (place := _pane(pane)) is not None),
        focused=_number(value.get("focused")),
        sizes=tuple(_number(size) for size in _list(value.get("sizes"))),
        square=tuple(_number(size) for size in _list(value.get("square"))),
        summary=value.get("summary") is True,
        alone=value.get("alone") is True,
        beside=_text(value.get("beside")) or "questions",
        front=_text(value.get("front")),
        compared={
            part: {str(name): _text(kept) for name, kept in _mapping(one).items()}
            for part, one in _mapping(value.get("compared")).items()
        },
    )


def _pane(value: object) -> PanePlace | None:
    if not isinstance(value, list) or len(value) < 2:
        return None
    source, which, zoom = value[0], value[1], value[2] if len(value) > 2 else 0
    if not isinstance(source, str) or not isinstance(which, str) or not which:
        return None
    is_zoom = isinstance(zoom, int) and not isinstance(zoom, bool) and abs(zoom) <= LARGEST_ZOOM
    return PanePlace(source, which, zoom if is_zoom else 0)


def _position(value: object) -> tuple[int, str]:
    if isinstance(value, list) and len(value) == 2:
        return _number(value[0]), _text(value[1])
    return 0, ""


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else 0
