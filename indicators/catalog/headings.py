"""Headings that were deleted: what stood beneath one is put back under it, and reported once.

Without its ``claims:`` the claims of a document are the last entries of the list above, and without
``document:`` its fields stand at the left edge: hundreds of unknown and missing fields, and one cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_origin

from pydantic import BaseModel

from indicators.catalog.invalid import model_in
from indicators.models import field_names
from indicators.reading.nodes import Node, Place, YamlList, YamlMap
from indicators.reading.problems import Problem


def put_back(model: type[BaseModel], root: Node, file: str) -> tuple[Node, list[Problem]]:
    """Return a file's data with each lost heading above what it was the heading of.

    Args:
        model: What the file should hold.
        root: Its data.
        file: Its name.

    Returns:
        The data, the same where no heading is lost; a problem for each lost one, at what stood
        first beneath it.
    """
    found: list[Problem] = []
    for name, annotation in field_names(model).items():
        if not isinstance(root, YamlMap) or name in root:
            continue
        part = model_in(annotation)
        listed = get_origin(annotation) is tuple
        if part is None or not (listed or part is annotation):
            continue
        take = _from_list if listed else _from_edge
        whole, place, count = take(model, root, name, part)
        if count:
            root = whole
            kind = "entries" if listed else "fields"
            details = {"found": name, "number": str(count), "kind": kind}
            found.append(Problem(file, *place, "lost-heading", details))
    return root, found


def _from_list(
    model: type[BaseModel], root: YamlMap, name: str, entry: type[BaseModel]
) -> tuple[YamlMap, Place, int]:
    """Take a lost list's entries from the end of the list that they now belong to."""
    for key, annotation in field_names(model).items():
        entries = root.get(key)
        if not isinstance(entries, YamlList):
            continue
        own = model_in(annotation)
        first = len(entries)
        while first and _is_of(entries[first - 1], entry, own):
            first -= 1
        if first < len(entries):
            place = entries.item_at[first]
            whole = root.with_value(key, entries.without(range(first, len(entries))))
            whole.put(name, entries.without(range(first)), place, place)
            return whole, place, len(entries) - first
    return root, root.at, 0


def _from_edge(
    model: type[BaseModel], root: YamlMap, name: str, part: type[BaseModel]
) -> tuple[YamlMap, Place, int]:
    """Take a lost part's fields from the left edge, where they stand among the file's own."""
    known = field_names(model)
    lost = [key for key in root if key not in known and key in field_names(part)]
    if not lost or not _required(part) <= set(lost):
        return root, root.at, 0
    place = root.place_of_key(lost[0])
    beneath, whole = YamlMap(place), YamlMap(root.at)
    for key, value in root.items():
        target = beneath if key in lost else whole
        target.put(key, value, root.place_of_key(key), root.place_of_value(key))
    whole.put(name, beneath, place, place)
    return whole, place, len(lost)


def _is_of(node: Node, entry: type[BaseModel], own: type[BaseModel] | None) -> bool:
    """Tell whether an entry is one of a lost list, and not of the list that it stands in."""
    if not isinstance(node, Mapping) or not _required(entry) <= set(node):
        return False
    known = _count(node, entry)
    return known * 2 > len(node) and (own is None or known > _count(node, own))


def _count(keys: Iterable[str], model: type[BaseModel]) -> int:
    known = field_names(model)
    return sum(key in known for key in keys)


def _required(model: type[BaseModel]) -> set[str]:
    """Return the keys that an entry can't be without."""
    return {
        field.alias or name for name, field in model.model_fields.items() if field.is_required()
    }
