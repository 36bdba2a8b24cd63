"""Quotes: where a value stands in its line, whether its quotes are closed, and how to quote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from indicators.reading.causes import Finding
from indicators.reading.edits import Edit, replace
from indicators.reading.nodes import Place
from indicators.reading.report import short

HEAD: Final = re.compile(r"[ ]*(?:-[ ]+)*(?:[^\s\"'#\[{][^:#]*:[ ]+|[\"'][^\"']*[\"']:[ ]+)?")
"""What stands in a line before its value: dashes, the key with its colon."""
WITHIN_QUOTES: Final = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
}
_OPENS: Final = re.compile(r"[:,{\[][ ]*(?P<quote>[\"'])")
_NEXT_KEY: Final = re.compile(r",[ ]*[\w.\-]+:[ ]")
_PARTS: Final = re.compile(r"[{\[]|,[ ]|:[ ]")
_COMMENT: Final = re.compile(r" #(?:[ ]|$)")
_ENTRY: Final = re.compile(r"[ ]*(?:-[ ]+)*[a-z_]+:(?:[ ]|$)|[ ]*-[ ]")
_BRACES: Final = re.compile(
    r"(?P<open>\{[^{}]*\}|\[[^\[\]]*\])(?=[ ]*(?P<next>[^\s#}\]]))"
)
"""Brackets that are closed and followed by more."""
_LONGEST: Final = 4_000
"""Characters of a line that is looked at for quotes and brackets."""


def quoted(text: str) -> str:
    """Return text as YAML quotes it."""
    return "'" + text.replace("'", "''") + "'"


def value_start(line: str) -> int:
    """Return how many characters of a line stand before its value."""
    head = HEAD.match(line)
    return head.end() if head else 0


def value_within(line: str, start: int, at: int) -> int:
    """Return where the value begins, of those in the brackets that open at ``start``, at ``at``."""
    before = [found.end() for found in _PARTS.finditer(line, start, at + 1)]
    begin = before[-1] if before else start
    return begin + len(line[begin:]) - len(line[begin:].lstrip(" "))


def value_end(line: str, start: int) -> int:
    """Return where a value ends that begins at ``start``: a comment and blanks aren't part of it.

    Within brackets that were opened before, it ends before the next key of a mapping, at the next
    comma of a list, or before the bracket that closes them.
    """
    opened = _opened(line[:start])
    if not opened:
        comment = _COMMENT.search(line, start)
        end = comment.start() if comment else len(line)
        return start + len(line[start:end].rstrip())
    depth, end = 0, len(line)
    for at in range(start, len(line)):
        ch = line[at]
        depth += (ch in "{[") - (ch in "}]")
        if depth < 0 or (
            depth == 0 and ch == "," and (opened == "[" or _NEXT_KEY.match(line, at))
        ):
            end = at
            break
    return start + len(line[start:end].rstrip())


def _opened(text: str) -> str:
    """Return the bracket that is open at a text's end, or nothing."""
    opened = ""
    for ch in text:
        if ch in "{[":
            opened += ch
        elif ch in "}]":
            opened = opened[:-1]
    return opened[-1:]


def open_quote(last: int, lines: Sequence[str]) -> Place | None:
    """Return where, near a line, a value begins with a quote that its line doesn't close."""
    for number in range(last, max(0, last - 200), -1):
        column = _unclosed(lines[number - 1])
        if column:
            return number, column
    return None


def _unclosed(line: str) -> int:
    """Return the column of a quote that begins a value and isn't closed in its line; 0 if none."""
    if len(line) > _LONGEST or ("'" not in line and '"' not in line):
        return 0
    start = value_start(line)
    first = line[start : start + 1]
    if first in WITHIN_QUOTES:
        return 0 if WITHIN_QUOTES[first].match(line, start) else start + 1
    if not first or first not in "{[":
        return 0
    at = start
    for opened in _OPENS.finditer(line, start):
        if opened.start("quote") >= at:
            closed = WITHIN_QUOTES[opened["quote"]].match(line, opened.start("quote"))
            if closed is None:
                return opened.start("quote") + 1
            at = closed.end()
    return 0


def unclosed_quote(place: Place, lines: Sequence[str]) -> Finding:
    """Return what to say of a quote that isn't closed, and where it should be."""
    line = lines[place[0] - 1]
    quote = line[place[1] - 1 : place[1]]
    end = value_end(line, place[1] - 1)
    return place, "unclosed-quote", {"found": quote, "expected": quote, "end": str(end + 1)}


def swallowed(lines: Sequence[str]) -> Iterator[tuple[Finding, list[Edit]]]:
    """Find quotes that aren't closed where they should be, by the entries that they swallow.

    Each comes with the edit that closes it.

    To YAML the text goes on until the next quote, wherever that is, and a later one may make all of
    it look right.
    """
    number = 0
    while number < len(lines):
        number += 1
        column = _unclosed(lines[number - 1])
        following = next((line for line in lines[number : number + 3] if line.strip()), "")
        if column and _ENTRY.match(following):
            found = unclosed_quote((number, column), lines)
            details = found[2]
            yield found, [replace(number, int(details["end"]), 0, details["found"])]


def unquoted_braces(number: int, lines: Sequence[str]) -> Finding | None:
    """Find a text that begins with a bracket, which YAML takes for a list or a mapping."""
    line = lines[number - 1]
    if len(line) > _LONGEST:
        return None
    start = value_start(line)
    for found in _BRACES.finditer(line, start):
        at = found.start()
        before = line[:at].rstrip()
        if at != start and not before.endswith((":", ",", "{", "[")):
            continue
        if found["next"] == "," and at != start:
            continue  # a list or mapping within another
        end = value_end(line, at)
        if end <= found.end("open"):
            continue
        text, closed = line[at:end], found["open"]
        return (number, at + 1), "unquoted-braces", {
            "found": short(closed), "expected": short(quoted(text)),
        }
    return None
