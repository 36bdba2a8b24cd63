"""What a draft leaves to be filled in: nothing may be published while it is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from indicators.reading.problems import Problem
from indicators.reading.reader import Node, YamlList, YamlMap

PLACEHOLDER: Final = "TODO"
"""What ``draft`` writes where a maintainer has to decide."""


def find_placeholders(data: bytes, root: Node, file: str) -> list[Problem]:
    """Return a problem for each value that is still the placeholder.

    Args:
        data: The file's bytes: a file without the word isn't looked through.
        root: What it holds.
        file: What problems call it.
    """
    if PLACEHOLDER.encode() not in data:
        return []
    return [
        Problem(file, *place, "placeholder", {"key": key, "found": PLACEHOLDER})
        for key, place in _walk(root, "")
    ]


def _walk(node: Node, key: str) -> Iterator[tuple[str, tuple[int, int]]]:
    if isinstance(node, YamlMap):
        for name, value in node.items():
            if value == PLACEHOLDER:
                yield (f"{key}.{name}" if name in ("zh", "en") else name), node.place_of_value(name)
            else:
                yield from _walk(value, name)
    elif isinstance(node, YamlList):
        for number, value in enumerate(node):
            if value == PLACEHOLDER:
                yield key, node.item_at[number]
            else:
                yield from _walk(value, key)
