"""What a problem's hint says, to the letter: the edits that mend it.

Not every problem has them: where a person has to look into the document there is nothing that a
program could do. Where there are edits, the reader itself reads on with them, so that one slip
doesn't hide the next; editors can offer them, and the tests follow them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from indicators.reading.conflicts import conflicts, keep_one
from indicators.reading.edits import Edit, replace, without_lines
from indicators.reading.problems import Problem
from indicators.reading.quotes import quoted, value_end, value_start, value_within

_SPACES: Final = re.compile(r"[ ]*")
_BLANK: Final = frozenset("\u00a0\u3000\u2002\u2003\u2009\u202f\u205f")
"""Special spaces, in whose place an ordinary one is meant; other invisible characters just go."""
_WIDE: Final = {"｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[", "】": "]"}
_REST_OF_LIST: Final = re.compile(r"，[^\[\]{}'\"]*(?=\])")
_WIDE_QUOTES: Final = {"“": "”", "‘": "’", "”": "”", "’": "’", "＂": "＂", "＇": "＇", "「": "」", "『": "』"}


class Deed(NamedTuple):
    """What is to be done with a whole file.

    Attributes:
        file: The file.
        to: The name it gets; empty if it is to go.
    """

    file: str
    to: str


def deed(problem: Problem) -> Deed | None:
    """Return what a problem's hint says to do with a whole file; None if nothing."""
    expected, other = problem.details.get("expected", ""), problem.details.get("other", "")
    if problem.code in ("same-file-twice", "file-twice", "text-file"):
        return Deed(problem.file, "")
    if problem.code in ("file-name", "misnamed-file"):
        return Deed(problem.file, expected)
    if problem.code == "copied-file" and expected and problem.file.startswith("documents/"):
        return Deed(problem.file, f"documents/{expected}.yaml")
    if problem.code == "vanished-document" and other:
        return Deed(other, expected)
    return None


def remedy(problem: Problem, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Return the edits that a problem's hint asks for; none if it takes a person to know them.

    Args:
        problem: The problem.
        lines: The lines of its file as typed, without their ends.
    """
    if not 1 <= problem.line <= len(lines):
        return ()
    made = _REMEDIES.get(problem.code)
    if made is not None:
        return tuple(made(problem, lines))
    return tuple(_nearest(problem, lines))


def _spaces(line: str, at: int) -> int:
    """Return how many spaces stand at an index."""
    found = _SPACES.match(line, at)
    return found.end() - at if found else 0


def _colon(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Put a plain colon and a space where a wide one stands, or one without a space."""
    line, at = lines[problem.line - 1], problem.column - 1
    if problem.details.get("found", "") and line.startswith(problem.details["found"], at):
        at = line.index(problem.details["found"], at) + len(problem.details["found"])
        at += _spaces(line, at)  # the place is the key's, not the colon's
    if line[at : at + 1] in ("：", ":"):
        yield replace(problem.line, at + 1, 1 + _spaces(line, at + 1), ": ")


def _comma(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Put a plain comma for a wide one; in a list of words, for all that follow too."""
    line, at = lines[problem.line - 1], problem.column - 1
    rest = _REST_OF_LIST.match(line, at)
    if rest is not None:
        text = re.sub("，[ ]*", ", ", rest[0])
        yield replace(problem.line, problem.column, len(rest[0]), text)
    elif line[at : at + 1] == "，":
        yield replace(problem.line, problem.column, 1 + _spaces(line, at + 1), ", ")


def _dash(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Put a dash before a key: two columns left of it if the key stands where keys stand."""
    key = problem.details["found"]
    entry = re.compile(rf"(?P<lead>[ ]*)-[ ]+{re.escape(key)}:")
    lead = problem.column - 1
    for number in range(problem.line - 1, 0, -1):
        found = entry.match(lines[number - 1])
        if found is None:
            continue
        if len(found["lead"]) == lead:
            yield replace(problem.line, problem.column, 0, "- ")
        elif lead >= 2 and len(found["lead"]) == lead - 2:
            yield replace(problem.line, problem.column - 2, 2, "- ")
        return


def _tight_dash(problem: Problem, _: Sequence[str]) -> Iterable[Edit]:
    yield replace(problem.line, problem.column + 1, 0, " ")


def _wrong_dash(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    spaces = _spaces(lines[problem.line - 1], problem.column)
    yield replace(problem.line, problem.column, 1 + spaces, "- ")


def _wide_bracket(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Put plain brackets for all wide ones of a line, and plain commas and colons between them."""
    line = lines[problem.line - 1]
    start = problem.column - 1
    text = "".join(_WIDE.get(ch, ch) for ch in line[start:])
    text = re.sub(r"：[ ]*", ": ", re.sub(r"，[ ]*", ", ", text))
    yield replace(problem.line, problem.column, len(line) - start, text)


def _missing_colon(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    word = re.compile(r"[^\s:]+").match(lines[problem.line - 1], problem.column - 1)
    if word is not None:
        yield replace(problem.line, word.end() + 1, 0, ":")


def _close(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    end = problem.details.get("end")
    if end:
        yield replace(problem.line, int(end), 0, problem.details["found"])


def _quote_value(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Put the value of a line into single quotes."""
    line = lines[problem.line - 1]
    start = value_start(line)
    if line[start : start + 1] in ("{", "["):
        start = value_within(line, start, problem.column - 1)
    end = value_end(line, start)
    if start < problem.column <= end + 1 and end > start:
        yield replace(problem.line, start + 1, end - start, quoted(line[start:end]))


def _quote_whole(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Put all that follows a key into single quotes, with what looks like a comment."""
    line = lines[problem.line - 1].rstrip()
    start = value_start(line)
    if start < problem.column:
        yield replace(problem.line, start + 1, len(line) - start, quoted(line[start:]))


def _quote_braces(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    line, start = lines[problem.line - 1], problem.column - 1
    end = value_end(line, start)
    if line[start : start + 1] in ("{", "["):
        yield replace(problem.line, start + 1, end - start, quoted(line[start:end]))


def _single_quotes(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Put single quotes in place of the double ones around a value."""
    line = lines[problem.line - 1]
    start = line.rfind('"', 0, problem.column)
    end = line.find('"', problem.column)
    if 0 <= start < end:
        yield replace(problem.line, start + 1, end + 1 - start, quoted(line[start + 1 : end]))


def _wide_quotes(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Take wide quotes away; put plain ones where the text needs some."""
    line = lines[problem.line - 1]
    start = line.find(problem.details["found"], problem.column - 1)
    if start < 0:
        return
    end = value_end(line, start)
    text = line[start:end]
    inner = text[1:-1] if text[-1:] == _WIDE_QUOTES.get(text[0]) else text[1:]
    needs = re.search(r":(?: |$)| #|^[\[\]{}>|*&!%@`'\"#,?-]", inner) or not inner
    yield replace(problem.line, start + 1, len(text), quoted(inner) if needs else inner)


def _bracket(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    line = lines[problem.line - 1].rstrip()
    yield replace(problem.line, len(line) + 1, 0, problem.details["expected"])


def _stray(problem: Problem, _: Sequence[str]) -> Iterable[Edit]:
    yield replace(problem.line, problem.column, 1, "")


def _indent(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Move a line, or the lines down to ``last``, to where they belong."""
    details = problem.details
    if "expected" not in details or not details["expected"].isdigit():
        return
    moved = int(details["expected"]) - int(details["found"])
    for number in range(problem.line, int(details.get("last") or problem.line) + 1):
        if not lines[number - 1].strip():
            continue
        if moved >= 0:
            yield replace(number, 1, 0, " " * moved)
        else:
            yield replace(number, 1, min(-moved, _spaces(lines[number - 1], 0)), "")


def _tab_indent(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Put as many spaces as were found to fit in place of an indentation with tabs."""
    line = lines[problem.line - 1]
    expected = problem.details.get("expected", "")
    if expected.isdigit():
        lead = len(line) - len(line.lstrip(" \t"))
        yield replace(problem.line, 1, lead, " " * int(expected))


def _no_character(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    ch = lines[problem.line - 1][problem.column - 1 :][:1]
    if ch:
        yield replace(problem.line, problem.column, 1, " " if ch in _BLANK or ch == "\t" else "")


def _conflict(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    for conflict in conflicts(lines):
        if conflict.first == problem.line:
            yield from keep_one(conflict)


def _line(problem: Problem, _: Sequence[str]) -> Iterable[Edit]:
    yield without_lines(problem.line, problem.line)


def _parting(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    if lines[problem.line - 1].strip() == "---":
        yield without_lines(problem.line, problem.line)


def _same_line(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Delete a key that stands twice, if both say the same."""
    first, _, _ = problem.details["other"].partition(":")
    if first.isdigit() and lines[int(first) - 1].lstrip(" -") == lines[problem.line - 1].lstrip(" -"):
        yield without_lines(problem.line, problem.line)


def _own_code(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Give a copied file a code of its own."""
    own = problem.details.get("expected", "")
    line, at = lines[problem.line - 1], problem.column - 1
    if own and line.startswith(problem.details["found"], at):
        yield replace(problem.line, problem.column, len(problem.details["found"]), own)


def _nearest(problem: Problem, lines: Sequence[str]) -> Iterable[Edit]:
    """Put what is probably meant in place of what was found."""
    near, found = problem.details.get("nearest", ""), problem.details.get("found", "")
    line, at = lines[problem.line - 1], problem.column - 1
    quote = line[at : at + 1]
    at += quote in ("'", '"')
    if near and found and line.startswith(found, at):
        yield replace(problem.line, at + 1, len(found), near)


_REMEDIES: Final[dict[str, Callable[[Problem, Sequence[str]], Iterable[Edit]]]] = {
    "full-width-colon": _colon,
    "missing-space": _colon,
    "full-width-comma": _comma,
    "missing-dash": _dash,
    "dash-without-space": _tight_dash,
    "wrong-dash": _wrong_dash,
    "full-width-bracket": _wide_bracket,
    "missing-colon": _missing_colon,
    "unclosed-quote": _close,
    "text-after-quote": _quote_value,
    "colon-in-value": _quote_value,
    "reserved-character": _quote_value,
    "anchor": _quote_value,
    "alias": _quote_value,
    "tag": _quote_value,
    "complex-key": _quote_value,
    "hash-in-text": _quote_whole,
    "unquoted-braces": _quote_braces,
    "bad-escape": _single_quotes,
    "full-width-quote": _wide_quotes,
    "unclosed-bracket": _bracket,
    "stray-bracket": _stray,
    "bad-indentation": _indent,
    "tab-indentation": _tab_indent,
    "tab": _no_character,
    "invisible-character": _no_character,
    "control-character": _no_character,
    "conflict-marker": _conflict,
    "lone-conflict-mark": _line,
    "directive": _line,
    "second-document": _parting,
    "duplicate-key": _same_line,
    "copied-file": _own_code,
}
