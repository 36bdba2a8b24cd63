"""A problem with the line it stands in and a mark beneath: what an editor's lens would show.

`snippet` is pure: it takes the problem and the file's text, from wherever that came (a file, a
text box), and gives parts that a terminal, a page or JSON can show. Columns are counted in
characters; the mark is set in terminal cells, because a Chinese character is two cells wide.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from indicators.reading.opening import read_bytes
from indicators.reading.problems import Problem

WIDEST: Final = 88
"""A longer line is cut around the mark, to fit a terminal."""
_NEAR: Final = 2 * WIDEST
"""Characters before and after the mark that are looked at; some take no cell."""
_WIDE: Final = frozenset("WF")

Sources = Callable[[str], "str | None"]
"""Gives the text of a file by the name that problems call it, or None if there is none."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """The line at fault, fit to be shown.

    Attributes:
        line: Its number, from 1.
        text: The line, cut to what fits, with invisible characters made visible.
        offset: Characters of ``text`` before the mark.
        length: Characters marked, at least 1; they may lie past the line's end.
    """

    line: int
    text: str
    offset: int
    length: int

    @property
    def mark(self) -> str:
        """Spaces and carets that stand right beneath the text in a terminal."""
        before = _cells(self.text[: self.offset]) + max(0, self.offset - len(self.text))
        marked = self.text[self.offset : self.offset + self.length]
        return " " * before + "^" * max(1, _cells(marked))

    def rows(self) -> tuple[str, str]:
        """Return the numbered line and the mark beneath it."""
        number = str(self.line)
        return f"{number} | {self.text}".rstrip(), f"{' ' * len(number)} | {self.mark}"


def snippet(problem: Problem, text: str | None) -> Snippet | None:
    """Return the line that a problem points to, marked.

    Args:
        problem: The problem; its file must be the one that ``text`` was read from.
        text: The whole text of the file; None if it can't be shown.

    Returns:
        The snippet, or None where there is no such line (a missing file, say).
    """
    if text is None:
        return None
    lines = _lines(text)
    if not 1 <= problem.line <= len(lines):
        return None
    line = lines[problem.line - 1].removesuffix("\r")
    if problem.line == 1:
        line = line.removeprefix("\ufeff")  # columns are counted without it
    if not line.strip() and len(lines) == 1:
        return None
    start = min(problem.column - 1, len(line))
    return _cut(problem.line, line, start, _length(problem, line, start))


@lru_cache(maxsize=2)
def _lines(text: str) -> list[str]:
    """Return the lines of a text; the problems of one file come one after another."""
    return text.split("\n")


def _length(problem: Problem, line: str, start: int) -> int:
    """Return how many characters the mark covers: what was found, if it stands there."""
    rest = line[start:]
    found = problem.details.get("found", "").removesuffix("…")
    if found and rest.startswith(found):
        return len(found)
    if found and rest[:1] in "'\"" and rest[1:].startswith(found):
        return len(found) + (2 if rest[len(found) + 1 :][:1] == rest[:1] else 1)
    return 1


def _cut(number: int, line: str, start: int, length: int) -> Snippet:
    # Of a line of a million characters only those near the mark are looked at.
    away = max(0, start - _NEAR)
    beyond = len(line) > start + _NEAR
    shown = "".join(map(_visible, line[away : start + _NEAR]))
    start -= away
    if not away and not beyond and _cells(shown) <= WIDEST:
        return Snippet(number, shown, start, length)
    first, cells = start, 0
    while first > 0 and cells + _cell(shown[first - 1]) <= WIDEST // 3:
        first -= 1
        cells += _cell(shown[first])
    last = first
    cells = 0
    while last < len(shown) and cells + _cell(shown[last]) <= WIDEST - 2:
        cells += _cell(shown[last])
        last += 1
    head, tail = "…" if first or away else "", "…" if last < len(shown) or beyond else ""
    offset = start - first + len(head)
    return Snippet(
        number, head + shown[first:last] + tail, offset, max(1, min(length, last - start))
    )


def _visible(ch: str) -> str:
    """Return a character that can be seen, in place of one that can't or that steers a terminal."""
    if ch == " " or ch.isprintable():
        return ch
    if ch == "\t":
        return "→"
    if ch < " ":
        return chr(0x2400 + ord(ch))
    return "␡" if ch == "\x7f" else "␠" if unicodedata.category(ch) == "Zs" else "·"


def _cell(ch: str) -> int:
    if unicodedata.east_asian_width(ch) in _WIDE:
        return 2
    return 0 if unicodedata.category(ch) in ("Mn", "Me") else 1


def _cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(map(_cell, text))


# ---- a problem in full ----------------------------------------------------------------------

_PLACE, _CODE, _FAINT, _MARK, _HINT, _END = (
    "\x1b[1m", "\x1b[31m", "\x1b[2m", "\x1b[31;1m", "\x1b[36m", "\x1b[0m",
)


def as_text(problem: Problem, source: str | None, lang: str, *, colour: bool = False) -> str:
    """Return a problem as a terminal shows it.

    Args:
        problem: The problem.
        source: The text of its file, or None.
        lang: ``zh`` or ``en``.
        colour: Whether to use a terminal's colours.

    Returns:
        ``file:line:column code message``, then the line with its mark, then the remedy.
    """
    place = f"{printable(problem.file)}:{problem.line}:{problem.column}"
    message, hint = printable(problem.message(lang)), printable(problem.hint(lang))
    shown = snippet(problem, source)
    rows = shown.rows() if shown else ()
    more = [f"    {problem.following(lang)}"] if problem.follows else []
    if colour:
        out = [f"{_PLACE}{place}{_END} {_CODE}{problem.code}{_END} {message}"]
        if rows:
            out += [f"    {_FAINT}{rows[0]}{_END}", f"    {_MARK}{rows[1]}{_END}"]
        return "\n".join([*out, f"    {_HINT}→ {hint}{_END}", *more])
    return "\n".join([f"{place} {problem.code} {message}", *(f"    {row}" for row in rows),
                      f"    → {hint}", *more])


def as_dict(problem: Problem, source: str | None, lang: str) -> dict[str, object]:
    """Return a problem for JSON: `Problem.as_dict` and its ``snippet`` (null if there is none).

    Where the problem doesn't say what was found or expected in so many words, these are what is
    marked and the remedy. The snippet has ``line``, ``text``, ``mark``, ``offset`` and ``length``.
    """
    shown = snippet(problem, source)
    made = problem.as_dict(lang)
    if not made["found"] and shown:
        made["found"] = shown.text[shown.offset : shown.offset + shown.length]
    return {
        **made,
        "expected": made["expected"] or made["hint"],
        "snippet": shown and {
            "line": shown.line, "text": shown.text, "mark": shown.mark,
            "offset": shown.offset, "length": shown.length,
        },
    }


def as_annotation(problem: Problem, file: str, lang: str) -> str:
    """Return a problem as GitHub's workflow command, which puts it beside the line of a change.

    Args:
        problem: The problem.
        file: Its file as the repository calls it.
        lang: ``zh`` or ``en``.
    """
    text = f"{problem.message(lang)}\n→ {problem.hint(lang)}"
    if problem.follows:
        text += f"\n{problem.following(lang)}"
    place = (problem.line, problem.column)
    return annotation(problem.severity, file, place, problem.code, text)


def annotation(
    level: str, file: str, place: tuple[int, int], title: str, text: str
) -> str:
    """Return a message beside a line of a change, as GitHub's workflow command.

    Args:
        level: ``error``, ``warning`` or ``notice``.
        file: The file as the repository calls it.
        place: Line and column, from 1.
        title: What stands above it.
        text: The message.
    """
    properties = ",".join(
        f"{key}={_escaped(str(value), of_property=True)}"
        for key, value in (("file", file), ("line", place[0]), ("col", place[1]), ("title", title))
    )
    return f"::{level} {properties}::" + _escaped(text, of_property=False)


def _escaped(text: str, *, of_property: bool) -> str:
    for mark in "%\r\n:," if of_property else "%\r\n":
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text


def printable(text: str) -> str:
    """Return text in which nothing is invisible or steers a terminal."""
    return text if text.isprintable() else "".join(map(_visible, text))


# ---- the text of a file ---------------------------------------------------------------------


def read_sources(folder: Path) -> Sources:
    """Return what gives the text of the folder's files, each read once, when first asked for.

    A file that isn't UTF-8 is shown as GB18030 where that is what it seems to be; bytes that say
    nothing are shown as U+FFFD.
    """
    known: dict[str, str | None] = {}

    def source(name: str) -> str | None:
        if name not in known:
            # A problem of the folder itself names its whole path, which is none of its files.
            known[name] = None if Path(name).is_absolute() else _text(folder / name)
        return known[name]

    return source


def _text(path: Path) -> str | None:
    data = read_bytes(path, path.name)
    # Of what is packed no line says anything.
    return None if isinstance(data, Problem) or data.startswith(b"PK\x03\x04") else decoded(data)


def decoded(data: bytes) -> str:
    """Return bytes as text that can be shown, whatever they are."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    if sum(ch > "\x7f" for ch in lenient) - broken <= 3 * broken:
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            pass
    return lenient
