"""What a syntax error is really about: the line at fault, and its likely cause.

The parser's own words name only where it gave up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import yaml

from indicators.reading.causes import (
    Finding,
    dash_or_bracket,
    indentation,
    quoted_value,
    too_deep_or_no_colon,
)
from indicators.reading.nodes import Place
from indicators.reading.quotes import (
    WITHIN_QUOTES,
    open_quote,
    unclosed_quote,
    unquoted_braces,
    value_start,
)
from indicators.reading.report import short

_KEY_HEAD: Final = r"[ ]*(?:-[ ]+)*(?P<key>[\"']?[\w.\-]+[\"']?)"
_WIDE_COLON: Final = re.compile(_KEY_HEAD + r"\s*(?P<mark>：)\s*(?P<rest>.*)")
_TIGHT_COLON: Final = re.compile(r"(?![ \-]*\d)" + _KEY_HEAD + r"(?P<mark>:)(?!//)(?P<rest>\S.*)")
_NO_KEY: Final = re.compile(r"[ ]*(?:-[ ]+)*:(?:[ ]|$)")
_HEAD_QUOTE: Final = re.compile(r"(?P<mark>[“”‘’＂＇])")


def explain(error: yaml.YAMLError, lines: Sequence[str]) -> Finding:
    """Return where a text isn't YAML, and the likely cause.

    Args:
        error: What the parser said.
        lines: The lines that it read.
    """
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    at = _mark(getattr(error, "problem_mark", None), lines)
    start = _mark(getattr(error, "context_mark", None), lines)
    if at is None:
        return start or (1, 1), "syntax", {"reason_en": problem, "reason_zh": "这里读不通"}
    if "scanning a quoted" not in context and "flow " not in context:
        for number in (start[0] if start and "simple key" in context else at[0], at[0]):
            cause = dash_or_bracket(number, lines)
            if cause is not None:
                return cause
    for find in (_by_message, _by_line):
        found = find(problem, context, at, start, lines)
        if found is not None:
            return found
    if "scanning a simple key" in context and start is not None:
        line = lines[start[0] - 1][start[1] - 1 :]
        word, _, rest = line.strip().partition(" ")
        expected = short(f"{word}: {rest.strip() or '…'}")
        return start, "missing-colon", {"found": short(word), "expected": expected}
    if lines[at[0] - 1][at[1] - 1 : at[1]] in ("]", "}"):
        return at, "stray-bracket", {"found": lines[at[0] - 1][at[1] - 1]}
    if "mapping values" in problem:
        cause = too_deep_or_no_colon(*at, lines)
        return cause or (at, "colon-in-value", {"expected": quoted_value(lines[at[0] - 1])})
    if any(words in problem for words in _INDENTATION_WORDS):
        return indentation(at[0], lines) or (at, "bad-indentation", {})
    return at, "syntax", {"reason_en": problem, "reason_zh": next(
        (zh for en, zh in _REASONS_ZH.items() if en in problem), "这里读不通"
    )}


_REASONS_ZH: Final = {
    "block sequence entries": "短横线应另起一行",
    "mapping keys are not allowed": "这里不能用问号",
    "unexpected ':'": "这里不该有冒号",
    "node content": "这里缺少内容，或多了标点",
}
_INDENTATION_WORDS: Final = ("expected key", "'-' indicator", "block end", "document start")


def _mark(mark: Any, lines: Sequence[str]) -> Place | None:
    """Return the place of a parser's mark, moved off blank lines at the end."""
    if mark is None:
        return None
    line, column = mark.line, mark.column
    if line >= len(lines) or (not lines[line].strip() and line == len(lines) - 1):
        line = min(line, len(lines) - 1)
        while line > 0 and not lines[line].strip():
            line -= 1
        column = len(lines[line].rstrip())
    return line + 1, min(column, len(lines[line])) + 1


def _by_message(
    problem: str, context: str, at: Place, start: Place | None, lines: Sequence[str]
) -> Finding | None:
    """Find the cause where the parser's own words tell it."""
    ch = lines[at[0] - 1][at[1] - 1 : at[1]]
    for number in dict.fromkeys((start[0] if start and "scalar" in context else at[0], at[0])):
        if (found := unquoted_braces(number, lines)) is not None:
            return found
    if "directive" in problem or "directive" in context or "incompatible YAML" in problem:
        return start or at, "directive", {}
    if "cannot start any token" in problem:
        return at, "reserved-character", {"found": ch}
    if context.startswith(("while scanning an anchor", "while scanning an alias")) or (
        "scanning a tag" in context or "parsing a tag" in context
    ):
        place = start or at
        return place, "reserved-character", {"found": lines[place[0] - 1][place[1] - 1 :][:1]}
    if "undefined tag handle" in problem or "scanning a block scalar" in context:
        if "indentation" in problem:
            return at, "bad-indentation", {}
        place = start or at
        return place, "reserved-character", {"found": lines[place[0] - 1][place[1] - 1 :][:1]}
    if "escape" in problem or "hexdecimal" in problem or "Unicode character code" in problem:
        line = lines[at[0] - 1]
        slash = line.rfind("\\", 0, at[1] + 1)
        place = (at[0], slash + 1 if slash >= 0 else at[1])
        return place, "bad-escape", {"found": line[place[1] - 1 :][:2]}
    if "quoted scalar" in context:
        opened = open_quote(at[0], lines) or start
        if opened is not None:
            return unclosed_quote(opened, lines)
    if "flow sequence" in context or "flow mapping" in context:
        opened = start or at
        bracket = "[" if "sequence" in context else "{"
        for number in range(opened[0], at[0] + 1):
            comma = lines[number - 1].find("，", opened[1] - 1 if number == opened[0] else 0)
            if comma >= 0:
                return (number, comma + 1), "full-width-comma", {"found": "，", "expected": ", "}
        expected = "]" if bracket == "[" else "}"
        return opened, "unclosed-bracket", {"found": bracket, "expected": expected}
    return None


def _glued(number: int, lines: Sequence[str]) -> Finding | None:
    """Find a colon that is wide or has no space after it, and so parts no key from its value."""
    line = lines[number - 1]
    for pattern, code in ((_WIDE_COLON, "full-width-colon"), (_TIGHT_COLON, "missing-space")):
        match = pattern.match(line)
        if match:
            expected = f"{match['key']}: {match['rest']}".rstrip()
            details = {"found": match["key"], "expected": short(expected)}
            return (number, match.start("mark") + 1), code, details
    return None


def _by_line(
    problem: str, context: str, at: Place, start: Place | None, lines: Sequence[str]
) -> Finding | None:
    """Find the cause by looking at the lines up to where the parser stopped."""
    candidates = [at[0]]
    if start is not None and "simple key" in context:
        candidates.insert(0, start[0])
    before = at[0] - 1
    while before > 0 and not lines[before - 1].strip():
        before -= 1
    if before > 0:
        candidates.append(before)
    for number in candidates:
        line = lines[number - 1]
        if line.lstrip().startswith("#"):
            continue
        if number == at[0] and _NO_KEY.match(line):
            return (number, line.index(":") + 1), "empty-key", {}
        glued = _glued(number, lines)
        if glued is not None:
            # Such lines run on into one text: the first of them comes first.
            while number > 1 and (above := _glued(number - 1, lines)) is not None:
                glued, number = above, number - 1
            return glued
    opened = open_quote(at[0], lines)
    if opened is not None:
        return unclosed_quote(opened, lines)
    for number in candidates:
        line = lines[number - 1]
        offset = value_start(line)
        wide = _HEAD_QUOTE.match(line, offset) or _HEAD_QUOTE.match(line.lstrip("- "))
        if wide:
            column = line.index(wide["mark"]) + 1
            return (number, column), "full-width-quote", {"found": wide["mark"], "expected": "'"}
        quote = line[offset : offset + 1]
        if quote in WITHIN_QUOTES:
            closed = WITHIN_QUOTES[quote].match(line, offset)
            rest = line[closed.end() :].strip() if closed else ""
            if closed and rest and not rest.startswith(("#", ":")):
                column = line.index(rest, closed.end()) + 1
                return (number, column), "text-after-quote", {"found": short(rest)}
    return None
