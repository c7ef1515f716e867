"""How texts become yes and no, numbers and fixed words: our own readings, in the place of pydantic's."""

from collections.abc import Callable
from typing import Any

from pydantic_core import PydanticCustomError

from crossread.base.translation import _
from crossread.packs.problems import known_names

_MAX_DIGITS = 15  # what a float holds exactly; longer numbers are slips, or attempts to be slow
_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}


def own_scalars(schema: Any) -> Any:
    """Put our own readings of yes and no, numbers and fixed words in the place of pydantic's.

    Its own take "on", "t" and "1" for true, "1_000", "inf" and "nan" for numbers.
    """
    if isinstance(schema, list):
        return [own_scalars(part) for part in schema]
    if isinstance(schema, tuple):
        return tuple(own_scalars(part) for part in schema)
    if not isinstance(schema, dict):
        return schema
    kind = schema.get("type")
    if kind in {"bool", "int", "float"}:
        return _reading({"bool": _boolean, "int": _whole, "float": _number}[kind])
    if kind == "literal":
        return _reading(_one_of(tuple(schema["expected"])))
    if kind == "dataclass-field" and schema["name"].endswith("_"):
        # A key that Python keeps for itself, such as “from”, has a low line after it in its dataclass.
        schema = {**schema, "validation_alias": schema["name"].removesuffix("_")}
    own = {key: value if key == "metadata" else own_scalars(value) for key, value in schema.items()}
    if kind == "dataclass":
        own["config"] = {**own.get("config", {}), "extra_fields_behavior": "forbid"}
    if kind == "dataclass-args":
        own["extra_behavior"] = "forbid"
    return own


def _reading(function: Callable[[Any], Any]) -> dict[str, Any]:
    return {"type": "function-plain", "function": {"type": "no-info", "function": function}}


def _refuse(code: str, message: str) -> PydanticCustomError:
    return PydanticCustomError(code, "{message}", {"message": message})


def _boolean(value: Any) -> bool:
    if not isinstance(value, str) or value not in _BOOLEANS:
        raise _refuse("no-yes-or-no", _("“yes” or “no” is expected here, in small letters."))
    return _BOOLEANS[value]


def _whole(value: Any) -> int:
    digits = value.removeprefix("-") if isinstance(value, str) else ""
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MAX_DIGITS):
        raise _refuse("no-whole-number", _("A whole number is expected here, in digits only."))
    return int(value)


def _number(value: Any) -> float:
    digits = value.removeprefix("-") if isinstance(value, str) else ""
    before, point, after = digits.partition(".")
    if not (
        digits.isascii()
        and before.isdecimal()
        and (after.isdecimal() or not point)
        and len(digits) <= _MAX_DIGITS
    ):
        message = _("A number is expected here, such as 485 or 0.5, without spaces, words or a comma.")
        raise _refuse("no-number", message)
    return float(value)


def _one_of(names: tuple[Any, ...]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if value not in names:
            message = _("“{value}” is not known here.").format(value=str(value)[:40])
            hint = known_names(str(value), [name for name in names if name])
            raise _refuse("unknown-word", f"{message} {hint}")
        return value

    return read
