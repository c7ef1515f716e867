"""Where the desk was: stage, question, panes and the place in each text, to be found again exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from crossread.questions.passages import Which


@dataclass(frozen=True, slots=True)
class PanePlace:
    """What one pane shows."""

    source: str
    which: Which = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPlace:
    """One read stage as it was left.

    `question` is an id, or "" for the summary; `focused` is the pane that had the focus; `sizes` are
    the splitter's, in pixels, panes first and the question column last.
    """

    question: str = ""
    panes: tuple[PanePlace, ...] = ()
    focused: int = 0
    sizes: tuple[int, ...] = ()
    summary: bool = False


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
                "panes": [[pane.source, pane.which] for pane in desk.panes],
                "focused": desk.focused,
                "sizes": list(desk.sizes),
                "summary": desk.summary,
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
    panes = [pane for pane in _list(value.get("panes")) if isinstance(pane, list) and len(pane) == 2]
    return DeskPlace(
        question=_text(value.get("question")),
        panes=tuple(
            PanePlace(pane[0], cast("Which", pane[1]))
            for pane in panes
            if isinstance(pane[0], str) and pane[1] in ("digest", "original")
        ),
        focused=_number(value.get("focused")),
        sizes=tuple(_number(size) for size in _list(value.get("sizes"))),
        summary=value.get("summary") is True,
    )


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
