"""Cells, judgements and conclusions as JSON: how entries keep them, and how those are read back."""

from collections.abc import Mapping
from typing import Any, cast

from crossread.inquiry.comparison import COULD, Cell, CellStatement, Conclusion, Could, Judgement, Reason
from crossread.inquiry.notes import NotedPassage
from crossread.inquiry.notes_storing import passage_from_json, passage_json
from crossread.questions.claims import STANCES, Stance
from crossread.questions.passages import Selection


def cell_json(cell: Cell) -> dict[str, Any]:
    """Return the payload of a cell."""
    return {
        "claim": cell.claim,
        "source": cell.source,
        "could": cell.could,
        "statements": [_statement_json(statement) for statement in cell.statements],
    }


def cell_from_json(payload: Mapping[str, Any], seq: int) -> Cell:
    """Read a cell; raises ValueError where the payload is none.

    A statement of a stance that this version does not know is left out.
    """
    statements = [_statement(one) for one in _list(payload.get("statements"))]
    could = payload.get("could", "")
    return Cell(
        claim=_text(payload, "claim", needed=True),
        source=_text(payload, "source", needed=True),
        statements=tuple(one for one in statements if one),
        could=cast("Could", could) if could in COULD else "",
        seq=seq,
    )


def judgement_json(judgement: Judgement) -> dict[str, Any]:
    """Return the payload of a judgement; what it does not say is left out."""
    found: dict[str, Any] = {"about": judgement.about}
    if judgement.chosen:
        found["chosen"] = list(judgement.chosen)
    if judgement.count is not None:
        found["count"] = judgement.count
    if judgement.text:
        found["text"] = judgement.text
    if judgement.passages:
        found["passages"] = [passage_json(passage) for passage in judgement.passages]
    return found


def judgement_from_json(payload: Mapping[str, Any], seq: int) -> Judgement:
    """Read a judgement; raises ValueError where the payload is none."""
    count = payload.get("count")
    if count is not None and (not isinstance(count, int) or isinstance(count, bool)):
        raise ValueError("no count")
    return Judgement(
        about=_text(payload, "about", needed=True),
        chosen=tuple(one for one in _list(payload.get("chosen")) if isinstance(one, str)),
        count=count,
        text=_text(payload, "text"),
        passages=_passages(payload),
        seq=seq,
    )


def conclusion_json(conclusion: Conclusion) -> dict[str, Any]:
    """Return the payload of a conclusion."""
    return {
        "stage": conclusion.stage,
        "text": conclusion.text,
        "reasons": [
            {
                "id": reason.id,
                "text": reason.text,
                "passages": [passage_json(passage) for passage in reason.passages],
            }
            for reason in conclusion.reasons
        ],
        "counter": conclusion.counter,
        "answer": conclusion.answer,
        "unheard": conclusion.unheard,
    }


def conclusion_from_json(payload: Mapping[str, Any], seq: int) -> Conclusion:
    """Read a conclusion; raises ValueError where the payload is none.

    A reason that cannot be read is left out: the others are worth keeping.
    """
    reasons = [_reason(one) for one in _list(payload.get("reasons"))]
    return Conclusion(
        stage=_text(payload, "stage"),
        text=_text(payload, "text"),
        reasons=tuple(one for one in reasons if one),
        counter=_text(payload, "counter"),
        answer=_text(payload, "answer"),
        unheard=_text(payload, "unheard"),
        seq=seq,
    )


def _statement_json(statement: CellStatement) -> dict[str, Any]:
    found: dict[str, Any] = {"stance": statement.stance}
    selection = statement.selection
    if selection is not None:
        found["selection"] = {
            "source": selection.source,
            "which": selection.which,
            "text_digest": selection.text_digest,
            "start": selection.start,
            "end": selection.end,
            "quote": selection.quote,
        }
    return found


def _statement(value: object) -> CellStatement | None:
    if not isinstance(value, Mapping) or value.get("stance") not in STANCES:
        return None
    stance: Stance = value["stance"]
    try:
        return CellStatement(stance=stance, selection=_selection(value.get("selection")))
    except ValueError:
        return CellStatement(stance=stance)  # what was seen is worth more than its place


def _selection(value: object) -> Selection | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise ValueError("no selection")
    start, end = value.get("start"), value.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end:
        raise ValueError("a selection without a place")
    return Selection(
        source=_text(value, "source", needed=True),
        which=_text(value, "which", needed=True),
        text_digest=_text(value, "text_digest"),
        start=start,
        end=end,
        quote=_text(value, "quote"),
    )


def _reason(value: object) -> Reason | None:
    if not isinstance(value, Mapping):
        return None
    try:
        return Reason(
            id=_text(value, "id", needed=True), text=_text(value, "text"), passages=_passages(value)
        )
    except ValueError:
        return None


def _passages(value: Mapping[str, Any]) -> tuple[NotedPassage, ...]:
    """Read passages; one that cannot be read is left out: the words are worth more than their place."""
    found = []
    for one in _list(value.get("passages")):
        try:
            found.append(passage_from_json(one))
        except ValueError:
            continue
    return tuple(found)


def _text(value: Mapping[str, Any], name: str, *, needed: bool = False) -> str:
    found = value.get(name, "")
    if not isinstance(found, str) or (needed and not found):
        raise ValueError(f"{name} is no text")
    return found


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
