"""What usually causes a fault of structure: indentation, dashes, wide brackets, a lost text.

Each function looks at the lines as typed and says what went wrong, in terms of what is seen:
so many spaces, this dash. The parser's own words name only where it gave up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from indicators.reading.nodes import Place
from indicators.reading.problems import Problem

Finding: TypeAlias = tuple[tuple[int, int], str, dict[str, str]]
"""Place, code and details of a problem."""

_ENTRY: Final = re.compile(r"(?P<lead>[ ]*)(?P<dashes>(?:-[ ]+)*)(?P<key>[\"']?[\w.\-]+[\"']?):(?:[ ]|$)")
_DASH: Final = re.compile(r"(?P<lead>[ ]*)(?P<mark>[—–－‐‑−·•*])[ ]*(?=[\w\"'])")
_TIGHT_DASH: Final = re.compile(r"(?P<lead>[ ]*)-(?=[\w\"'][^\n]*:(?:[ ]|$))")
_LONE_WORD: Final = re.compile(r"[ ]*(?:-[ ]+)*[\w.\-]+[ ]*$")
_NO_COLON: Final = re.compile(r"[ ]*(?:-[ ]+)*[a-z_]+[ ]+[^:]+$")
_WIDE_COMMA: Final = re.compile(r":[ ]+\[[^\[\]\n\"'{]*?(?P<mark>，)")
_WIDE_BRACKET: Final = re.compile(r"[ ]*(?:-[ ]+)*[\w.\-]+:[ ]+(?P<mark>[｛［【])")
_BRACKETS: Final = {"｛": "{ }", "［": "[ ]", "【": "[ ]"}
_LOST: Final = re.compile(r"^(?![ ]*#)[^#'\"\n]*[^\s#'\"\n](?P<mark>[ ]#)(?=[^\s#!])", re.M)
_BLOCK: Final = re.compile(r":[ ]+[|>][+\-0-9]*[ ]*(?:#.*)?$", re.M)


def dash_or_bracket(number: int, lines: Sequence[str]) -> Finding | None:
    """Find a dash or bracket that only looks like one, or a dash without its space."""
    line = lines[number - 1]
    match = _DASH.match(line)
    if match:
        return (number, match.start("mark") + 1), "wrong-dash", {
            "found": match["mark"], "expected": f"- {line[match.end() :]}"[:60],
        }
    match = _TIGHT_DASH.match(line)
    if match:
        return (number, len(match["lead"]) + 1), "dash-without-space", {
            "found": "-", "expected": f"- {line[match.end() :]}"[:60],
        }
    match = _WIDE_BRACKET.match(line)
    if match:
        return (number, match.start("mark") + 1), "full-width-bracket", {
            "found": match["mark"], "expected": _BRACKETS[match["mark"]],
        }
    return None


def indentation(number: int, lines: Sequence[str]) -> Finding | None:
    """Say how far a line should be indented, or that its dash is missing.

    Args:
        number: The line where the parser gave up, from 1.
        lines: All lines.

    Returns:
        The finding, or None if the line isn't a key with or without a dash.
    """
    here = _ENTRY.match(lines[number - 1])
    if here is None:
        return None
    lead = len(here["lead"])
    above = list(_entries(number, lines))
    for _, match in above:
        if match["dashes"] and len(match["lead"]) == lead and not here["dashes"]:
            if match["key"] == here["key"]:
                place = (number, lead + 1)
                return place, "missing-dash", {"found": here["key"], "expected": f"- {here['key']}: …"}
            break
    for other, match in above:
        if here["dashes"] and not match["dashes"]:
            continue
        column = len(match["lead"]) + (0 if here["dashes"] else len(match["dashes"]))
        if column == lead:
            continue
        return (number, lead + 1), "bad-indentation", {
            "found": str(lead), "expected": str(column), "other": str(other),
        }
    return None


def columns_above(number: int, lines: Sequence[str]) -> dict[int, int]:
    """Return the columns, from 0, at which keys above a line stand, each with its nearest line."""
    columns: dict[int, int] = {}
    for other, match in _entries(number, lines):
        for column in (len(match["lead"]) + len(match["dashes"]), len(match["lead"])):
            columns.setdefault(column, other)
    return columns


def too_deep_or_no_colon(number: int, column: int, lines: Sequence[str]) -> Finding | None:
    """Explain a colon, at ``column`` from 1, that seems to belong to the value above it."""
    before = number - 1
    while before > 0 and (
        not lines[before - 1].strip() or lines[before - 1].lstrip().startswith("#")
    ):
        before -= 1
    here = _ENTRY.match(lines[number - 1])
    if before == 0 or here is None or column != here.end("key") + 1:
        return None
    text = lines[before - 1]
    begin = len(text) - len(text.lstrip(" -"))
    word, _, rest = text[begin:].strip().partition(" ")
    if _LONE_WORD.match(text) or (
        _NO_COLON.match(text) and begin == len(here["lead"]) + len(here["dashes"])
    ):
        details = {"found": word, "expected": f"{word}: {rest.strip()}".rstrip()}
        return (before, begin + 1), "missing-colon", details
    above = _ENTRY.match(text)
    if above is None:
        return None
    level = len(above["lead"]) + len(above["dashes"])
    for other, match in _entries(before, lines):
        # The line above is the one out of place if what stands above it is on this line's level.
        if not above["dashes"] and len(match["lead"]) + len(match["dashes"]) == len(here["lead"]):
            return (before, level + 1), "bad-indentation", {
                "found": str(level), "expected": str(len(here["lead"])), "other": str(other),
            }
        break
    if len(here["lead"]) > level and text[above.end() :].strip():
        return (number, len(here["lead"]) + 1), "bad-indentation", {
            "found": str(len(here["lead"])), "expected": str(level), "other": str(before),
        }
    return None


def _entries(number: int, lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """Give the lines above that begin with a key, nearest first."""
    for other in range(number - 1, max(0, number - 60), -1):
        if lines[other - 1].lstrip().startswith("#"):
            continue
        match = _ENTRY.match(lines[other - 1])
        if match:
            yield other, match


def quoted_value(line: str) -> str:
    """Return a line with its value in quotes, or nothing if that isn't the remedy."""
    match = _ENTRY.match(line)
    value = line[match.end() :].strip() if match else ""
    if not match or not value or value[0] in "'\"[{" or len(line) > 120:
        return ""
    return f"{match['key']}: '" + value.replace("'", "''") + "'"


def with_dashes(problems: Sequence[Problem], lines: Sequence[str]) -> list[Problem]:
    """Tell an entry whose dash is missing from a key that stands twice.

    Where the first key of an entry comes again, a new entry was meant: it is reported once, and
    its other keys, which then stand twice as well, are not.
    """
    kept: list[Problem] = []
    begun: tuple[int, int, int] | None = None  # column, first line, line of the missing dash
    for problem in problems:
        if problem.code != "duplicate-key":
            kept.append(problem)
            continue
        first = int(problem.details["other"].partition(":")[0])
        if begun and problem.column == begun[0] and begun[1] <= first < begun[2] < problem.line:
            continue
        key = problem.details["found"]
        if re.match(rf"[ ]*-[ ]+{re.escape(key)}:", lines[first - 1]):
            begun = (problem.column, first, problem.line)
            details = {"found": key, "expected": f"- {key}: …"}
            kept.append(Problem(problem.file, problem.line, problem.column, "missing-dash", details))
        else:
            kept.append(problem)
    return kept


def misread_texts(text: str) -> Iterator[Finding]:
    """Find what YAML would read in silence, but otherwise than it is meant.

    A ``#`` turns text into a comment: ``第 #1 名`` would lose all after 第. A wide comma makes one
    item of a list's two: ``[公里，千米]``.

    Comments are written with a space after the ``#``, so those are left alone, and so are files
    with block texts, in which a ``#`` is text.
    """
    if _BLOCK.search(text):
        return
    for _, place in _places(text, (match.start("mark") for match in _WIDE_COMMA.finditer(text))):
        yield place, "full-width-comma", {"found": "，", "expected": ", "}
    for at, place in _places(text, (match.start("mark") + 1 for match in _LOST.finditer(text))):
        yield place, "hash-in-text", {"found": text[at : at + 40].partition("\n")[0]}


def _places(text: str, offsets: Iterable[int]) -> Iterator[tuple[int, Place]]:
    """Give offsets, which rise, with their places; each stretch of the text is counted once."""
    line, line_start, scanned = 1, 0, 0
    for at in offsets:
        newline = text.rfind("\n", scanned, at)
        if newline >= 0:
            line += text.count("\n", scanned, at)
            line_start = newline + 1
        scanned = at
        yield at, (line, at - line_start + 1)
