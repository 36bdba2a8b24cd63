"""From nodes to models: what pydantic finds becomes problems with a place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from indicators.catalog.hiding import entry_of, hiding, part_of
from indicators.catalog.invalid import GLUED, NEXT_KEY, Loc, plain, problem_of
from indicators.catalog.standing_in import stand_in
from indicators.reading.limits import MAX_PROBLEMS
from indicators.reading.problems import Problem, Thing
from indicators.reading.reader import Node, YamlList, YamlMap
from indicators.reading.report import not_listed

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], root: Node, file: str) -> tuple[M | None, list[Problem]]:
    """Return the model made of ``root`` (None if it can't be) and what is wrong with it."""
    try:
        return model.model_validate(root), []
    except ValidationError as error:
        shown, left = _first_of_each(error)
        found = [problem for problem, _ in _problems(model, root, file, shown)]
        return None, found + [_left_out(model, root, file, alike) for alike in left]


def validate_entries(
    model: type[M], root: Node, file: str
) -> tuple[M | None, list[Problem], dict[str, tuple[int, ...]]]:
    """Validate a file, leaving out the entries of its lists that are wrong.

    So one wrong claim doesn't hide what is wrong with the others, and an indicator whose
    definition has a slip isn't called unknown wherever it is used. What is wrong with the head of a
    document is stood in for.

    Returns:
        The model, or None if more is wrong than that; every problem, with what it hides; of each
        list that was shortened, the numbers of the entries that were kept.
    """
    try:
        return model.model_validate(root), [], {}
    except ValidationError as error:
        shown, left = _first_of_each(error)
        locs = [plain(detail["loc"]) for details in (shown, *left) for detail in details]
    problems = [
        hiding(problem, _with_entry(loc, root, file))
        for problem, loc in _problems(model, root, file, shown)
    ]
    problems += [_left_out(model, root, file, alike) for alike in left]
    if problems and file.startswith("documents/") and "claims" not in (root or ()):
        problems[0] = hiding(problems[0], part_of(file, ["claims"]))  # They may be cut off.
    whole = stand_in(model, root, file, [loc for loc in locs if not _is_entry(loc)])
    wrong: dict[str, set[int]] = {}
    for loc in filter(_is_entry, locs):
        wrong.setdefault(str(loc[0]), set()).add(int(loc[1]))
    kept: dict[str, tuple[int, ...]] = {}
    for key, numbers in wrong.items():
        entries = whole[key] if isinstance(whole, YamlMap) else None
        if not isinstance(whole, YamlMap) or not isinstance(entries, YamlList):
            return None, problems, {}
        kept[key] = tuple(number for number in range(len(entries)) if number not in numbers)
        whole = whole.with_value(key, entries.without(numbers))
    usable = None if whole is None else validate(model, whole, file)[0]
    return (usable, problems, kept) if usable is not None else (None, problems, {})


def _is_entry(loc: Loc) -> bool:
    """Say whether a location lies in an entry of one of the file's lists."""
    return len(loc) > 1 and isinstance(loc[0], str) and isinstance(loc[1], int)


def _first_of_each(error: ValidationError) -> tuple[list[ErrorDetails], list[list[ErrorDetails]]]:
    """Return what pydantic found wrong, of each kind the first, and by kind what is left."""
    kinds: dict[str, list[ErrorDetails]] = {}
    shown: list[ErrorDetails] = []
    for detail in error.errors(include_url=False, include_context=True):
        alike = kinds.setdefault(detail["type"], [])
        alike.append(detail)
        if len(alike) <= MAX_PROBLEMS:
            shown.append(detail)
    return shown, [alike[MAX_PROBLEMS:] for alike in kinds.values() if len(alike) > MAX_PROBLEMS]


def _left_out(
    model: type[BaseModel], root: Node, file: str, details: Sequence[ErrorDetails]
) -> Problem:
    """Return how many problems of a kind aren't listed, with all that they hide."""
    first = problem_of(model, root, file, details[0])
    things = {thing for d in details for thing in _with_entry(plain(d["loc"]), root, file)}
    rest = not_listed(file, (first.line, first.column), first.code, len(details))
    return hiding(rest, things)


def _with_entry(loc: Loc, root: Node, file: str) -> frozenset[Thing]:
    """Return what isn't defined because a location is wrong: the entry is left out, or the head."""
    if not _is_entry(loc) or not isinstance(root, YamlMap):
        return part_of(file, [str(part) for part in loc[:2]])
    entries = root.get(str(loc[0]))
    number = int(loc[1])
    entry = entries[number] if isinstance(entries, YamlList) and number < len(entries) else None
    names = [
        str(entry[name]) for name in ("id", "indicator")
        if isinstance(entry, YamlMap) and isinstance(entry.get(name), str)
    ]
    part = isinstance(entry, YamlMap) and "breakdown" in entry
    return entry_of(file, str(loc[0]), names, part=part)


def _problems(
    model: type[BaseModel], root: Node, file: str, details: Sequence[ErrorDetails]
) -> list[tuple[Problem, Loc]]:
    """Return what pydantic found wrong, each with its location, but for what follows from another."""
    problems = [problem_of(model, root, file, detail) for detail in details]
    # A key glued to its value isn't there under its name: one report says it, not two.
    glued: set[tuple[str, Loc]] = set()
    places: set[Loc] = set()
    for problem, detail in zip(problems, details, strict=True):
        loc = plain(detail["loc"])
        if problem.code in GLUED.values() and loc:
            places.add(loc)
            names = [problem.details["found"], *NEXT_KEY.findall(str(loc[-1]))]
            glued |= {(name, loc[:-1]) for name in names}
        elif problem.code == "unknown-key":
            glued.add((problem.details["nearest"], loc[:-1]))
    around = {loc[:end] for loc in map(plain, (d["loc"] for d in details)) for end in range(len(loc))}
    kept: list[tuple[Problem, Loc]] = []
    for problem, detail in zip(problems, details, strict=True):
        loc = plain(detail["loc"])
        if detail["type"] == "too_short" and loc in around:
            continue  # its entries are there, and wrong
        if detail["type"] == "missing" and (str(loc[-1]), loc[:-1]) in glued:
            continue
        if loc in places and problem.code not in GLUED.values():
            continue
        kept.append((problem, loc))
    return kept
