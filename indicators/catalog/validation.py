"""From nodes to models: what pydantic finds becomes problems with a place."""

from __future__ import annotations

import types
from collections.abc import Sequence
from difflib import get_close_matches
from enum import Enum
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from indicators.models import field_names
from indicators.problems import Problem
from indicators.reader import Node, position

M = TypeVar("M", bound=BaseModel)

_REASONS: Final = {
    "string_too_long": ("太长", "it is too long"),
    "string_too_short": ("是空的", "it is empty"),
    "string_pattern_mismatch": ("写法不对", "it is written differently"),
    "too_short": ("至少要有一项", "there must be at least one"),
    "too_long": ("项数太多", "there are too many"),
    "not-a-number": ("不是数", "it is no number"),
    "number-too-long": ("数字太长", "the number is too long"),
    "not-positive": ("必须大于零", "it must be greater than zero"),
    "not-a-date": (
        "不是日期,应为 2025-06-20、2020-08 或 2021 的样子",
        "it is no date such as 2025-06-20, 2020-08 or 2021",
    ),
    "int_parsing": ("不是整数", "it is no whole number"),
    "greater_than_equal": ("太小", "it is too small"),
}
_TYPES: Final = {
    "model_type": ("若干“字段: 内容”", "keys with values"),
    "model_attributes_type": ("若干“字段: 内容”", "keys with values"),
    "dict_type": ("若干“字段: 内容”", "keys with values"),
    "tuple_type": ("以短横线开头的列表", "a list with dashes"),
    "list_type": ("以短横线开头的列表", "a list with dashes"),
    "string_type": ("一段文字", "a text"),
    "int_type": ("一个整数", "a whole number"),
}


def clip(value: object) -> str:
    """Return a value as it may stand in a message: short and on one line."""
    if isinstance(value, list):
        return "[…]"
    if isinstance(value, dict):
        return "{…}"
    if value is None:
        return "∅"
    text = " ".join(str(value).split())
    return text if len(text) <= 60 else text[:59] + "…"


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the known word that looks most like ``word``, or an empty text."""
    return next(iter(get_close_matches(word[:100], known, n=1, cutoff=0.6)), "")


def validate(model: type[M], root: Node, file: str) -> tuple[M | None, list[Problem]]:
    """Return the model made of ``root`` (None if it can't be) and what is wrong with it."""
    try:
        return model.model_validate(root), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True)
    return None, [_problem(model, root, file, detail) for detail in details]


def _problem(model: type[BaseModel], root: Node, file: str, error: ErrorDetails) -> Problem:
    loc = [part for part in error["loc"] if part != "[key]"]
    line, column = position(root, loc)
    kind, key = error["type"], str(loc[-1]) if loc else file
    if kind == "extra_forbidden":
        keys = list(field_names(_model_at(model, loc[:-1])))
        details = {"found": clip(key), "expected": ", ".join(keys), "nearest": nearest(key, keys)}
        return Problem(file, line, column, "unknown-key", details)
    if kind == "missing":
        return Problem(file, line, column, "missing-key", {"found": clip(key)})
    if kind in _TYPES:
        zh, en = _TYPES[kind]
        return Problem(
            file, line, column, "wrong-type",
            {"key": clip(key), "found": clip(error["input"]), "expected": en, "expected_zh": zh},
        )
    context: dict[str, Any] = error.get("ctx", {})
    if kind == "value_error":
        kind = str(context.get("error", ""))
    zh, en = _REASONS.get(kind, ("不在允许的范围内", "it isn't among what is allowed"))
    expected = str(context.get("expected", context.get("pattern", "")) or _examples(model, loc))
    return Problem(
        file, line, column, "invalid-value",
        {"key": clip(key), "found": clip(error["input"]), "reason_zh": zh, "reason_en": en,
         "expected": expected, "nearest": ""},
    )


def _examples(model: type[BaseModel], loc: Sequence[int | str]) -> str:
    """Return the field's own description, for want of anything shorter."""
    if not loc:
        return ""
    for name, field in _model_at(model, loc[:-1]).model_fields.items():
        if loc[-1] in (name, field.alias):
            return field.description or ""
    return ""


def _model_at(model: type[BaseModel], loc: Sequence[int | str]) -> type[BaseModel]:
    """Return the model that describes the place ``loc``, or the nearest one around it."""
    for part in loc:
        annotation = field_names(model).get(part) if isinstance(part, str) else None
        inner = _model_in(annotation)
        if inner is not None:
            model = inner
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return None
    if get_origin(annotation) in (tuple, Union, types.UnionType, dict, Literal) or get_args(
        annotation
    ):
        for argument in get_args(annotation):
            found = _model_in(argument)
            if found is not None:
                return found
    return None
