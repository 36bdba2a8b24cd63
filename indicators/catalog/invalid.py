"""What pydantic finds wrong at one place, as a problem that says what was expected there."""

from __future__ import annotations

import re
import types
from collections.abc import Sequence
from enum import Enum
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from indicators.catalog.hiding import key_of
from indicators.catalog.nearest import nearest
from indicators.figures.periods import suggest_period
from indicators.models import CHOICES, KEY_WORDS, choices, described, field_names
from indicators.reading.problems import Problem
from indicators.reading.reader import Node, Place, YamlList, YamlMap, position

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
        "不是日期，应为 2025-06-20、2020-08 或 2021 的样子",
        "it is no date such as 2025-06-20, 2020-08 or 2021",
    ),
    "int_parsing": ("不是整数", "it is no whole number"),
    "greater_than_equal": ("太小", "it is too small"),
    "decimal_parsing": ("不是数", "it is no number"),
    "int_type": ("不是整数", "it is no whole number"),
}
WRITTEN: Final = {
    "bad-template": "{figure} {count} {rank} {area} {place} {be}",
    "template-without-figure": "{figure}, {count}, {rank}",
    "bad-address": "http://, https://",
}
"""What a text with a grammar of its own may hold, by the kind of problem if it holds something else."""
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


Loc: TypeAlias = "tuple[int | str, ...]"


def plain(loc: Loc) -> Loc:
    """Return a location without pydantic's mark for a key of a mapping."""
    return tuple(part for part in loc if part != "[key]")


_WIDE_QUOTES: Final = tuple("“”‘’＂＇「")


def as_yaml(value: object) -> str:
    """Return an example as YAML writes it on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    return str(value)


NEXT_KEY: Final = re.compile(r"，\s*(\w+)")
"""Further keys in a text that a wide colon glues together."""
GLUED: Final = {"：": "full-width-colon", ":": "missing-space"}
"""What glues a key to its value, with the kind of problem."""
_GLUED_KEY: Final = re.compile(r"(?P<key>[A-Za-z_][\w.\-]*)\s*(?P<mark>[：:])(?!//)(?P<rest>.*)", re.S)


def glued_key(text: object, file: str, place: Place) -> Problem | None:
    """Report a key that a wide colon, or one without a space, glues to its value."""
    match = _GLUED_KEY.match(text) if isinstance(text, str) else None
    if match is None:
        return None
    line, column = place
    details = {
        "found": match["key"], "expected": clip(f"{match['key']}: {match['rest'].lstrip()}".rstrip())
    }
    return Problem(file, line, column + match.start("mark"), GLUED[match["mark"]], details)


def _braces(root: Node, file: str, loc: Loc, value: object) -> Problem | None:
    """Report a text that is nothing but brackets: ``{area}``, which YAML takes for a key."""
    place = position(root, loc)
    if position(root, loc, key=True)[0] != place[0]:
        return None  # a list or mapping of its own lines
    if isinstance(value, YamlMap) and all(item is None for item in value.values()):
        text = "{" + ", ".join(value) + "}"
    elif isinstance(value, YamlList) and all(isinstance(item, str) for item in value):
        text = "[" + ", ".join(map(str, value)) + "]"
    else:
        return None
    details = {"found": clip(text), "expected": clip(f"'{text}'")}
    return Problem(file, *place, "unquoted-braces", details)


_DATE: Final = ("document", "date")


def problem_of(model: type[BaseModel], root: Node, file: str, error: ErrorDetails) -> Problem:
    """Return the problem that an error of pydantic's is, with what was found and expected.

    Args:
        model: What the file should hold.
        root: Its data.
        file: Its name.
        error: What pydantic says.
    """
    loc = plain(error["loc"])
    line, column = position(root, loc)
    kind, key = error["type"], str(loc[-1]) if loc else file
    if kind == "extra_forbidden":
        place = position(root, loc, key=True)
        keys = list(field_names(_model_at(model, loc[:-1])))
        near = nearest(key, keys, KEY_WORDS)
        if re.fullmatch(r"\d{3}", key):
            return Problem(file, *place, "comma-in-number", {"found": f",{key}"})
        level = _level(model, loc, near)
        return glued_key(key, file, place) or Problem(
            file, *place, "unknown-key",
            {"found": clip(key), "expected": ", ".join(keys), "nearest": near, **level},
            # Where it should be, it is missing.
            hides=frozenset({key_of(file, key)}) if level["level_zh"] else frozenset(),
        )
    if kind == "missing":
        code = "missing-date" if loc == _DATE else "missing-key"
        needs = (key_of(file, key),)
        return Problem(file, line, column, code, {"found": clip(key)}, needs=needs)
    if kind == "neither-language":
        return Problem(file, line, column, "missing-key", {"found": "zh / en"}, needs=(key_of(file, "zh"),))
    if loc == _DATE and error["input"] is None:
        return Problem(file, line, column, "missing-date")
    if "[key]" in error["loc"] and (glued := glued_key(key, file, position(root, error["loc"]))):
        return glued
    if error["input"] is None and (glued := glued_key(key, file, position(root, loc, key=True))):
        return glued
    if kind == "string_type" and (braces := _braces(root, file, loc, error["input"])):
        return braces
    if kind in _TYPES:
        zh, en = _TYPES[kind]
        last = loc[-1] if loc else ""
        name = f"{loc[-2]}[{last + 1}]" if isinstance(last, int) and len(loc) > 1 else key
        example = _example(model, loc)
        code = "no-value" if error["input"] is None else "wrong-type"
        return glued_key(error["input"], file, (line, column)) or Problem(
            file, line, column, code,
            {"key": clip(name), "found": clip(error["input"]), "expected": en, "expected_zh": zh,
             "expected_en": en, "example_zh": example and f"写成 {example} 的样子；",
             "example_en": example and f"write it like {example}; "},
        )
    if isinstance(error["input"], str) and error["input"][:1] in _WIDE_QUOTES:
        return Problem(
            file, line, column, "full-width-quote", {"found": error["input"][:1], "expected": "'"}
        )
    context: dict[str, Any] = error.get("ctx", {})
    if kind == "value_error":
        kind, _, part = str(context.get("error", "")).partition(" ")
        if kind in WRITTEN:
            written = {"found": clip(part or error["input"]), "expected": WRITTEN[kind]}
            return Problem(file, line, column, kind, written)
    zh, en = _REASONS.get(kind, ("不在允许的范围内", "it isn't among what is allowed"))
    details = {"key": clip(key), "found": clip(error["input"]), "reason_zh": zh, "reason_en": en}
    if kind in ("enum", "literal_error"):
        values = _choices(model, loc)
        details["nearest"] = nearest(
            str(error["input"]), values, {CHOICES[v][0]: v for v in values if v in CHOICES}
        )
        for lang, number in (("zh", 0), ("en", 1)):
            details[f"expected_{lang}"] = ", ".join(
                f"{value} ({CHOICES[value][number]})" if value in CHOICES else value
                for value in values
            )
        details["expected"] = ", ".join(values)
    else:
        field = _field(model, loc)
        example = _example(model, loc)
        for lang, text, such in zip(
            ("zh", "en"), described(field), ("，如 ", ", such as "), strict=True
        ):
            details[f"expected_{lang}"] = text + (f"{such}{example}" if example else "")
        if kind == "not-a-date":
            details["nearest"] = suggest_period(str(error["input"]))
        details["expected"] = details["expected_zh"]
    return Problem(file, line, column, "invalid-value", details)


def _level(model: type[BaseModel], loc: Sequence[int | str], near: str) -> dict[str, str]:
    """Say whether an unknown key belongs to another level, so that its indentation is at fault."""
    key, details = str(loc[-1]), {"level_zh": "", "level_en": ""}
    if near:
        return details
    inside = [
        name for name, annotation in field_names(_model_at(model, loc[:-1])).items()
        if (inner := model_in(annotation)) is not None and key in field_names(inner)
    ]
    outer = any(
        key in field_names(_model_at(model, loc[:number])) for number in range(len(loc) - 1)
    )
    if outer:
        details["level_zh"] = f"{key} 应在外面一层，减少它的缩进。"
        details["level_en"] = f"{key} belongs one level further out: indent it less. "
    elif inside:
        details["level_zh"] = f"{key} 应写在 {inside[0]} 之下。"
        details["level_en"] = f"{key} belongs beneath {inside[0]}. "
    return details


def _example(model: type[BaseModel], loc: Sequence[int | str]) -> str:
    """Return how a field may be written, on one line, or an empty text."""
    field = _field(model, loc)
    if field is None:
        return ""
    if field.examples and not isinstance(loc[-1], int):
        return as_yaml(field.examples[0])
    inner = model_in(field.annotation)
    if inner is None or len(inner.model_fields) > 4:
        return ""
    return "{" + ", ".join(f"{name}: …" for name in field_names(inner)) + "}"


def _field(model: type[BaseModel], loc: Sequence[int | str]) -> FieldInfo | None:
    """Return the field that a location names, or that holds the list it lies in."""
    names = [part for part in loc if isinstance(part, str)]
    for name, field in _model_at(model, loc[:-1]).model_fields.items():
        if names and names[-1] in (name, field.alias):
            return field
    return None


def _choices(model: type[BaseModel], loc: Sequence[int | str]) -> list[str]:
    """Return the words that may stand at a place."""
    field = _field(model, loc)
    return [] if field is None else choices(field.annotation)


def _model_at(model: type[BaseModel], loc: Sequence[int | str]) -> type[BaseModel]:
    """Return the model that describes the place ``loc``, or the nearest one around it."""
    for part in loc:
        annotation = field_names(model).get(part) if isinstance(part, str) else None
        inner = model_in(annotation)
        if inner is not None:
            model = inner
    return model


def model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model that a field of this annotation holds, itself or in a list; else None."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return None
    if get_origin(annotation) in (tuple, Union, types.UnionType, dict, Literal) or get_args(
        annotation
    ):
        for argument in get_args(annotation):
            found = model_in(argument)
            if found is not None:
                return found
    return None
