"""How far in a key belongs, told by what stands beneath it and by how the file begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from indicators.reading.causes import Finding
from indicators.reading.edits import Edit, replace

_OPEN: Final = re.compile(r"(?P<lead>[ ]*)(?P<dashes>(?:-[ ]+)*)[\w.\-]+:[ ]*(?:#.*)?$")
_KEY: Final = re.compile(r"(?P<lead>[ ]*)[\w.\-]+:(?:[ ]|$)")
_FAR: Final = 2000
"""How many lines are looked at either way, so that a file of faults is still read in time."""


def column_by_children(number: int, lines: Sequence[str]) -> list[int]:
    """Return where keys stand, from 0, beneath which stands what stands beneath a line's key.

    ``claims:`` with a list two columns in stands where ``ignore:`` with such a list does. Where no
    other key is like it, it stands as far to the left of it as keys above do.

    Args:
        number: The line of the key, from 1.
        lines: All lines.

    Returns:
        The column; nothing if the key has a value, or there is nothing to tell by.
    """
    here = _OPEN.match(lines[number - 1])
    beneath = _beneath(number, lines)
    if here is None or beneath is None:
        return []
    first, last = max(1, number - _FAR), min(len(lines), number + _FAR)
    step = 0
    for other in (*range(number - 1, first - 1, -1), *range(number + 1, last + 1)):
        found = _OPEN.match(lines[other - 1])
        below = _beneath(other, lines) if found is not None and not found["dashes"] else None
        if found is None or below is None:
            continue
        column = len(found["lead"])
        if below == beneath and (column < below[0] or (below[1] and column == below[0])):
            return [column]
        step = step or max(0, below[0] - column)
    return [beneath[0] - step] if 0 < step <= beneath[0] else []


def _beneath(number: int, lines: Sequence[str]) -> tuple[int, bool] | None:
    """Return the column of what stands beneath a line, and whether it begins with a dash."""
    for line in lines[number : number + 20]:
        text = line.strip()
        if text and not text.startswith("#"):
            return len(line) - len(line.lstrip(" ")), text.startswith("- ")
    return None


def first_key(lines: Sequence[str]) -> Iterator[tuple[Finding, list[Edit]]]:
    """Give the first key of a file if it alone is indented, with the edit that puts it in place."""
    first: tuple[int, int] | None = None
    for number, line in enumerate(lines[:_FAR], 1):
        text = line.strip()
        if not text or text.startswith(("#", "---", "%")):
            continue
        found = _KEY.match(line)
        if first is None:
            if found is None or not found["lead"]:
                return
            first = number, len(found["lead"])
        elif found is not None and len(found["lead"]) == first[1]:
            return  # They are of one level: what they stand beneath is missing.
        elif found is not None and not found["lead"]:
            details = {"found": str(first[1]), "expected": "0", "other": str(number)}
            finding = (first[0], first[1] + 1), "bad-indentation", details
            yield finding, [replace(first[0], 1, first[1], "")]
            return
