"""A remedy to the letter: what to put in place of what, so that a program can do it too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from indicators.reading.nodes import Place


class Edit(NamedTuple):
    """A stretch of text and what takes its place; whole lines go with an empty text.

    Attributes:
        first: Where it begins, line and column from 1.
        last: Where it ends; what stands there is kept. The next line's first column takes the end
            of a line along.
        text: What takes its place.
    """

    first: Place
    last: Place
    text: str


def replace(line: int, column: int, length: int, text: str) -> Edit:
    """Return the edit that puts ``text`` in place of ``length`` characters of a line."""
    return Edit((line, column), (line, column + length), text)


def without_lines(first: int, last: int) -> Edit:
    """Return the edit that takes away the lines from ``first`` to ``last``."""
    return Edit((first, 1), (last + 1, 1), "")


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return a text after edits, which don't overlap."""
    lines = text.split("\n")
    for first, last, new in sorted(edits, reverse=True):
        ended = last[0] - 1 < len(lines)
        rest = lines[last[0] - 1][last[1] - 1 :] if ended else ""
        joined = lines[first[0] - 1][: first[1] - 1] + new + rest
        lines[first[0] - 1 : last[0]] = joined.split("\n") if ended or joined else []
    return "\n".join(lines)


def in_place(lines: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """Return lines after edits, each where it was: a line that is taken away is left empty."""
    kept = list(lines)
    for first, last, new in sorted(edits, reverse=True):
        rest = lines[last[0] - 1][last[1] - 1 :] if last[0] <= len(lines) else ""
        line = kept[first[0] - 1]
        if first[0] == last[0]:
            kept[first[0] - 1] = line[: first[1] - 1] + new + line[last[1] - 1 :]
            continue
        kept[first[0] - 1] = line[: first[1] - 1] + new
        for number in range(first[0] + 1, min(last[0], len(lines) + 1)):
            kept[number - 1] = ""
        if last[0] <= len(lines) and last[1] > 1:
            kept[last[0] - 1] = rest
    return kept
