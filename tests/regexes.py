"""Every regular expression of the project, found by reading its code and importing its modules."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
FUNCTIONS = {"compile", "match", "search", "fullmatch", "split", "findall", "finditer", "sub", "subn"}


def modules() -> Iterator[tuple[str, Path]]:
    """Yield every module of the package with its file."""
    for path in sorted((ROOT / "indicators").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if not name.endswith("__main__"):
            yield name, path


def held(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """Yield the expressions that a value holds, however it holds them."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 4:
        for item in value.values():
            yield from held(item, depth + 1)
    elif isinstance(value, tuple | list | set | frozenset) and depth < 4:
        for item in value:
            yield from held(item, depth + 1)


class Expression(NamedTuple):
    """An expression, where it stands, and how it is tried: ``search``, ``match``, ``fullmatch``."""

    place: str
    pattern: re.Pattern[Any]
    way: str


HANDED_ON = {
    "indicators.figures.diagnosis._NO_NUMBER": "match",
    "indicators.reading.faults._TIGHT_COLON": "match",
    "indicators.reading.faults._WIDE_COLON": "match",
    "indicators.reading.quick._ITEM": "match",
    "indicators.reading.quick._PAIR": "match",
    "indicators.texts.sections._MARKERS": "match",
}
"""Expressions that are tried under another name than their own, and how."""


def hardest(ways: set[str]) -> str:
    """Return the way that costs most of those an expression is used in."""
    if ways and ways <= {"match", "fullmatch"}:
        return "fullmatch" if "fullmatch" in ways else "match"
    return "search"


def expressions() -> list[Expression]:
    """Return every expression of the project, each once."""
    uses: dict[str, set[str]] = {}
    for module, path in modules():
        for name, method in methods(module, path):
            uses.setdefault(name, set()).add(method)
    found: dict[tuple[Any, int], Expression] = {}
    for name, path in modules():
        module = importlib.import_module(name)
        for key, value in vars(module).items():
            way = hardest(uses.get(f"{name}.{key}", set())) if isinstance(value, re.Pattern) else "search"
            way = HANDED_ON.get(f"{name}.{key}", way)
            for number, pattern in enumerate(held(value)):
                expression = Expression(f"{name}.{key}[{number}]", pattern, way)
                found.setdefault((pattern.pattern, pattern.flags), expression)
        for line, source, method, _ in calls(path):
            if source is not None:
                pattern = re.compile(source)
                expression = Expression(f"{name}:{line}", pattern, hardest({method}))
                found.setdefault((pattern.pattern, pattern.flags), expression)
    return list(found.values())


def methods(module: str, path: Path) -> Iterator[tuple[str, str]]:
    """Yield the full name of an expression and the method it is used by."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    origin = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
            and node.attr in FUNCTIONS and node.value.id != "re"
        ):
            yield origin.get(node.value.id, f"{module}.{node.value.id}"), node.attr


def calls(path: Path) -> Iterator[tuple[int, Any, str, str]]:
    """Yield line, expression (None if it is made up there), function and code of calls of ``re``.

    What is compiled at a module's top is found in the module; only what stands in functions counts.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.Lambda):
            continue
        for node in ast.walk(function):
            if (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                and node.func.attr in FUNCTIONS and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re" and node.args
            ):
                first = node.args[0]
                source = first.value if isinstance(first, ast.Constant) else None
                yield node.lineno, source, node.func.attr, ast.unparse(first)
