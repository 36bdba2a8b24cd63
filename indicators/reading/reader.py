"""The strict reader: YAML bytes to plain data in which every node knows its place.

YAML is read as text, lists and mappings only: ``no``, ``0123`` and ``12:30`` stay
what was typed. What YAML offers beyond that is refused, and so is whatever an editor
shows wrongly or not at all. Nothing here raises for bad data: it becomes a
:class:`~indicators.reading.problems.Problem`, and reading goes on where it can.
"""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Container, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeAlias, Union

import yaml

from indicators.reading.causes import (
    dash_or_bracket,
    indentation,
    misread_texts,
    quoted_value,
    too_deep_or_no_colon,
    with_dashes,
)
from indicators.reading.problems import Problem, reason_of

Place: TypeAlias = tuple[int, int]
"""Line and column, both from 1, the column in characters."""

Node: TypeAlias = Union[str, "YamlMap", "YamlList", None]
"""Plain data: text (also where YAML would see a number), nothing, mapping, list."""

MAX_BYTES: Final = 5_000_000
MAX_DEPTH: Final = 20
MAX_SCALAR: Final = 10_000
MAX_NODES: Final = 1_000_000
MAX_PROBLEMS: Final = 100

_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))


class YamlMap(dict[str, Node]):
    """A mapping that knows where it, its keys and its values stand.

    The places are kept as they come and sorted out when asked for: that is
    seldom, and reading has to be fast.
    """

    __slots__ = ("_places", "at")

    def __init__(self, at: Place = (1, 1)) -> None:
        """Make an empty mapping that stands at ``at``."""
        self.at = at
        self._places: list[tuple[int, int, int, int]] = []

    @property
    def key_at(self) -> dict[str, Place]:
        """Where each key stands."""
        return {key: place[:2] for key, place in zip(self, self._places, strict=True)}

    @property
    def value_at(self) -> dict[str, Place]:
        """Where each value begins."""
        return {key: place[2:] for key, place in zip(self, self._places, strict=True)}

    def with_value(self, key: str, value: Node) -> YamlMap:
        """Return a copy that holds ``value`` under a key it has, in the same place."""
        copy = YamlMap(self.at)
        copy.update(self)
        copy[key] = value
        copy._places = self._places
        return copy


class YamlList(list[Node]):
    """A list that knows where it and its items stand."""

    __slots__ = ("_places", "at")

    def __init__(self, at: Place = (1, 1)) -> None:
        """Make an empty list that stands at ``at``."""
        self.at = at
        self._places: list[Place] = []

    @property
    def item_at(self) -> list[Place]:
        """Where each item begins."""
        return self._places

    def without(self, numbers: Container[int]) -> YamlList:
        """Return a copy without the items of these numbers, the others keeping their places."""
        kept = [number for number in range(len(self)) if number not in numbers]
        copy = YamlList(self.at)
        copy.extend(self[number] for number in kept)
        copy._places = [self._places[number] for number in kept]
        return copy


@dataclass(frozen=True)
class Parsed:
    """What was read.

    Attributes:
        root: The data; ``None`` if the file is empty or can't be read to its end.
        problems: Everything wrong with it, in the order of the file.
    """

    root: Node
    problems: tuple[Problem, ...]


class _StopError(Exception):
    """Reading can't usefully go on; the problem is on record."""


class _Report:
    """Gathers the problems of one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self._full: set[str] = set()
        self._count: dict[str, int] = {}

    def add(self, place: Place, code: str, **details: str) -> bool:
        """Record a problem; say whether more of its kind are wanted."""
        count = self._count[code] = self._count.get(code, 0) + 1
        if count <= MAX_PROBLEMS:
            self.problems.append(Problem(self.file, *place, code, details))
            return True
        if code not in self._full:
            self._full.add(code)
            expected = f"{MAX_PROBLEMS} {code}"
            self.problems.append(
                Problem(self.file, *place, "too-many-problems", {"expected": expected})
            )
        return False

    def wants(self, code: str) -> bool:
        """Say whether a further problem of this kind would be recorded in full."""
        return self._count.get(code, 0) < MAX_PROBLEMS

    def copy(self) -> _Report:
        """Return a report of the same problems, to which further ones can be added."""
        copy = _Report(self.file)
        copy.problems = list(self.problems)
        copy._full = set(self._full)
        copy._count = dict(self._count)
        return copy

    def become(self, other: _Report) -> None:
        """Take another report's problems in place of these."""
        self.problems, self._full, self._count = other.problems, other._full, other._count

    def sorted(self) -> tuple[Problem, ...]:
        """Return the problems in the order of the file."""
        return tuple(sorted(self.problems, key=lambda p: (p.line, p.column)))


def read_file(path: Path, name: str) -> tuple[bytes, Parsed]:
    """Read a YAML file.

    Args:
        path: The file.
        name: What problems call it.

    Returns:
        Its bytes (none if it can't be read) and what they hold.
    """
    data = read_bytes(path, name)
    if isinstance(data, Problem):
        return b"", Parsed(None, (data,))
    return data, read_yaml(data, name)


def read_bytes(path: Path, name: str) -> bytes | Problem:
    """Return the bytes of a file, or why they can't be had.

    Args:
        path: The file.
        name: What the problem calls it.
    """

    def refuse(code: str, **details: str) -> Problem:
        return Problem(name, 1, 1, code, details)

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # Opening a pipe would wait for ever.
            folder = stat.S_ISDIR(status.st_mode)
            return refuse(
                "not-a-file",
                found="folder" if folder else "special file",
                expected="file",
                reason_zh="文件夹" if folder else "特殊文件",
                reason_en="a folder" if folder else "a special file",
            )
        if status.st_size > MAX_BYTES:
            return refuse("file-too-big", found=str(status.st_size), expected=str(MAX_BYTES))
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        if path.is_symlink():
            return refuse("dangling-link", found=_link(path))
        return refuse("missing-file", found=name)
    except (OSError, ValueError) as error:
        return refuse("unreadable-file", found=name, **reason_of(error))


def _link(path: Path) -> str:
    """Return where a link points to."""
    try:
        return str(path.readlink())
    except OSError:  # Changed meanwhile.
        return path.name


def _too_big(size: int, file: str) -> Parsed:
    """Refuse a file for its size."""
    details = {"found": str(size), "expected": str(MAX_BYTES)}
    return Parsed(None, (Problem(file, 1, 1, "file-too-big", details),))


def read_yaml(data: bytes, file: str) -> Parsed:
    """Read YAML; never raises for bad data.

    Args:
        data: The bytes of the file.
        file: What problems call it.

    Returns:
        The data and everything wrong with it.
    """
    if len(data) > MAX_BYTES:
        return _too_big(len(data), file)
    report = _Report(file)
    text = _decode(data, report)
    if text is None:
        return Parsed(None, report.sorted())
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    if not text.replace("\n", "").isprintable() or _SUSPECT_PRINTABLE.search(text):
        text = _clean(text, report)
    if " #" in text or "，" in text:
        for place, code, details in islice(misread_texts(text), MAX_PROBLEMS):
            report.add(place, code, **details)
    root: Node = None
    try:
        root = _build(text, report)
        if root is None and not report.problems:
            report.add((1, 1), "empty-file")
    except _StopError:
        root = None
    except yaml.YAMLError as error:
        _explain(error, text, report)
        root = _read_on(text, report)
    except (ValueError, OverflowError, MemoryError, RecursionError) as error:  # pragma: no cover
        report.add((1, 1), "syntax", reason=str(error))
    if any(problem.code == "duplicate-key" for problem in report.problems):
        report.problems = with_dashes(report.problems, text.split("\n"))
    return Parsed(root, report.sorted())


_MENDS: Final = {"full-width-colon": ("：", ": "), "missing-space": (":", ": "),
                 "full-width-comma": ("，", ", ")}
MAX_MENDS: Final = 50
MAX_MENDED: Final = 200_000


def _read_on(text: str, report: _Report) -> Node:
    """Read on past the faults that have one obvious remedy, to find what else is wrong.

    The fault is on record, so the data will not be used; but whoever typed ten full-width colons
    sees all ten at once, and what the rest of the file says isn't taken for missing.

    Returns:
        What the file would say, or None where the last fault can't be read past.
    """
    if len(text) > MAX_MENDED:
        return None
    lines = text.split("\n")
    for _ in range(MAX_MENDS):
        fault = report.problems[-1]
        old, new = _MENDS.get(fault.code, ("", ""))
        line = lines[fault.line - 1]
        at = fault.column - 1
        if not old or line[at : at + 1] != old:
            return None
        lines[fault.line - 1] = line[:at] + new + line[at + 1 :].lstrip(" ")
        again = _Report(report.file)
        try:
            root = _build("\n".join(lines), again)
        except _StopError:
            return None
        except yaml.YAMLError as error:
            seen = len(again.problems)
            _explain(error, "\n".join(lines), again)
            fresh = again.problems[seen:]
            if not fresh or any(
                (p.line, p.column, p.code) == (q.line, q.column, q.code)
                for p in fresh for q in report.problems
            ):
                return None
            report.problems.append(fresh[-1])
            continue
        known = {(p.line, p.code) for p in report.problems}
        report.problems += [p for p in again.problems if (p.line, p.code) not in known]
        return root
    return None
def decode_plain(data: bytes) -> str | None:
    """Return the text of a file in which every character can be seen; None for any other."""
    if len(data) > MAX_BYTES:
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not text.replace("\n", "").isprintable() or _SUSPECT_PRINTABLE.search(text):
        return None
    return text


# ---- characters ---------------------------------------------------------------------------

_BOMS: Final = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# Printable to Python, yet blank on the screen, or the trace of lost text.
_SUSPECT_PRINTABLE: Final = re.compile("[\u115f\u1160\u2800\u3164\uffa0\ufffd]")
_INVISIBLE_LETTERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_NOT_PLAIN: Final = re.compile(r"[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u4e00-\u9fff]")
_INDENT: Final = re.compile(r"[ \t]*(?:-[ \t]*)*\Z")


def _decode(data: bytes, report: _Report) -> str | None:
    """Return the text, or report what the encoding seems to be."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            report.add((1, 1), "not-utf-8", found=name, expected="UTF-8")
            return None
    if b"\0" in data:
        head = data[:4000]
        half = len(head) // 2
        few, many = sorted((head[::2].count(0), head[1::2].count(0)))
        if many > 3 and many > half * 0.3 and few <= half * 0.05:
            report.add((1, 1), "not-utf-8", found="UTF-16", expected="UTF-8")
            return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        place = (
            before.count(b"\n") + 1,
            len(before[line_start:].decode("utf-8").removeprefix("\ufeff")) + 1,
        )
        found = f"0x{data[error.start]:02X}"
        guess = _guess_encoding(data)
        if guess:
            report.add(place, "not-utf-8", found=guess, expected="UTF-8")
        else:
            report.add(place, "damaged-utf-8", found=found, expected="UTF-8")
        return None
    if text.startswith("\ufeff"):
        report.add((1, 1), "byte-order-mark", found="U+FEFF")
        text = text[1:]
    return text


def _guess_encoding(data: bytes) -> str:
    """Name the likely encoding of bytes that aren't UTF-8, or nothing."""
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    if sum(ch > "\x7f" for ch in lenient) - broken > 3 * broken:
        return ""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    han = sum("\u4e00" <= ch <= "\u9fff" for ch in text)
    foreign = sum(ch > "\x7f" for ch in text)
    return "GBK (GB18030)" if han * 2 >= foreign else ""


def _clean(text: str, report: _Report) -> str:
    """Report characters nobody can see; return the text with spaces in their places.

    Every character is replaced by one, so that places stay what they are.
    """
    bad: set[str] = set()
    harmless: set[str] = set()
    line, scanned, line_start, last_tab = 1, 0, 0, 0
    for match in _NOT_PLAIN.finditer(text):
        ch = match[0]
        if ch in harmless:
            continue
        if ch not in bad:
            if not _refused(ch):
                harmless.add(ch)
                continue
            bad.add(ch)
        at = match.start()
        # Each stretch is looked through once: a line of a million tabs must not be quadratic.
        newline = text.rfind("\n", scanned, at)
        if newline >= 0:
            line += text.count("\n", scanned, at)
            line_start = newline + 1
        scanned = at
        if ch == "\t" and last_tab == line:
            continue
        place = (line, at - line_start + 1)
        if ch == "\t":
            if _INDENT.match(text, line_start, at):
                report.add(place, "tab-indentation", found="U+0009 TAB")
                last_tab = line
            else:
                if not report.add(place, "tab", found="U+0009 TAB"):
                    harmless.add(ch)
            continue
        category = unicodedata.category(ch)
        code = (
            "replacement-character" if ch == "\ufffd"
            else "control-character" if category in ("Cc", "Cn", "Co", "Cs")
            else "invisible-character"
        )
        name = "NUL" if ch == "\0" else unicodedata.name(ch, "")
        if not report.add(place, code, found=f"U+{ord(ch):04X} {name}".rstrip()):
            harmless.add(ch)  # said often enough
    return text.translate(dict.fromkeys(map(ord, bad), " ")) if bad else text


def _refused(ch: str) -> bool:
    """Say whether a character may not stand in the data."""
    if ch == "\ufffd" or ch in _INVISIBLE_LETTERS:
        return True
    category = unicodedata.category(ch)
    if category in ("Cn", "Co"):  # Unassigned may only mean newer than this Python.
        return ord(ch) & 0xFFFE == 0xFFFE
    return category in ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")


# ---- structure ----------------------------------------------------------------------------


def _build(text: str, report: _Report) -> Node:
    """Make data from the parser's events, in one loop without recursion.

    Args:
        text: The text, free of control characters.
        report: Where problems go.

    Returns:
        The data.

    Raises:
        _StopError: If the text is too deep or too large.
        yaml.YAMLError: If the text isn't YAML.
    """
    before = report.copy()
    try:
        return _read_events(text, report)
    except yaml.YAMLError as error:
        limit = _depth_limit(error)
        if limit is None:
            raise
    # The parser looks ahead, and libyaml from 0.2.6 on stops by itself at a depth of 1,000, which
    # it may meet before it has given out the events that lead there. Up to that place the text can
    # be read; it is far deeper than is allowed here, so that reading it again ends there.
    report.become(before)
    index, place = limit
    with suppress(yaml.YAMLError):
        _read_events(text[:index], report)
    report.add(place, "too-deep", expected=str(MAX_DEPTH))
    raise _StopError


def _read_events(text: str, report: _Report) -> Node:
    """Make data from one parser's events; as :func:`_build`, but for the parser's own limits."""
    loader = _LOADER(text)
    try:
        return _loop(loader, report, "&" in text or "!" in text)
    finally:
        loader.dispose()


def _depth_limit(error: yaml.YAMLError) -> tuple[int, Place] | None:
    """Return where the parser met its own limit of depth, as index and place; None if it didn't."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "nesting depth" not in str(getattr(error, "problem", "")):
        return None
    return mark.index, (mark.line + 1, mark.column + 1)


def _loop(loader: Any, report: _Report, check: bool) -> Node:
    """Run :func:`_build`'s loop; ``check`` says that anchors or tags may occur."""
    get = loader.get_event
    scalar_event, map_start, list_start = (
        yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent,
    )
    map_end, list_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
    nulls, max_scalar = NULLS, MAX_SCALAR
    root = YamlList()  # The document is the only item of this list.
    box: Any = root  # What the next node goes into.
    keyed = False  # The box is a mapping,
    have_key = False  # and the key of the next node is read.
    target: Any = None  # The mapping that gets it: a lost one if the key is refused.
    key, key_line, key_column = "", 1, 1
    other = ""  # Where a key stood first.
    stack: list[tuple[Any, bool, Any, str, int, int]] = []
    documents = nodes = 0
    value: Node

    while True:
        event = get()
        kind = event.__class__
        mark = event.start_mark
        line = mark.line + 1
        column = mark.column + 1
        if keyed and not have_key:
            if kind is scalar_event:
                key, key_line, key_column = event.value, line, column
                have_key = True
                target = box
                if check and (event.anchor is not None or event.tag is not None):
                    _properties(event, report)
                if key in box:
                    if report.wants("duplicate-key"):
                        first = box.key_at[key]
                        other = f"{first[0]}:{first[1]}"
                    report.add((line, column), "duplicate-key", found=_short(key), other=other)
                    target = YamlMap()
                elif not key and not event.style:
                    report.add((line, column), "empty-key")
                elif len(key) > max_scalar:
                    _too_long(report, (line, column), key)
                continue
            if kind is not map_end:
                _complex_key(event, get, report, (line, column), MAX_DEPTH - len(stack))
                key, key_line, key_column = "", line, column
                have_key = True
                target = YamlMap()
                continue

        nodes += 1
        if kind is scalar_event:
            value = event.value
            if check and (event.anchor is not None or event.tag is not None):
                _properties(event, report)
            size = len(value)
            if size < 5:
                if value in nulls and not event.style:
                    value = None
            elif size > max_scalar:
                value = _too_long(report, (line, column), event.value)
        elif kind is map_start or kind is list_start:
            if check and (event.anchor is not None or event.tag is not None):
                _properties(event, report)
            if len(stack) >= MAX_DEPTH:
                report.add((line, column), "too-deep", expected=str(MAX_DEPTH))
                raise _StopError
            value = YamlMap((line, column)) if kind is map_start else YamlList((line, column))
        elif kind is map_end or kind is list_end:
            nodes -= 1
            box, keyed, target, key, key_line, key_column = stack.pop()
            have_key = False
            continue
        elif kind is yaml.AliasEvent:
            report.add((line, column), "alias", found=f"*{_short(event.anchor)}")
            value = None
        elif kind is yaml.DocumentStartEvent:
            nodes -= 1
            documents += 1
            if event.version is not None or event.tags:
                report.add((line, column), "directive")
            if documents > 1:
                report.add((line, column), "second-document")
                return root[0]
            continue
        elif kind is yaml.StreamEndEvent:
            return root[0] if root else None
        else:
            nodes -= 1
            continue

        if nodes > MAX_NODES:
            report.add((line, column), "too-many-nodes", expected=str(MAX_NODES))
            raise _StopError
        if keyed:
            target[key] = value
            target._places.append((key_line, key_column, line, column))
            have_key = False
        else:
            box.append(value)
            box._places.append((line, column))
        if kind is not scalar_event and kind is not yaml.AliasEvent:
            stack.append((box, keyed, target, key, key_line, key_column))
            box = value
            keyed = kind is map_start


def _complex_key(event: Any, get: Any, report: _Report, place: Place, room: int) -> None:
    """Report a key that isn't text, and read past it."""
    kinds = {
        yaml.MappingStartEvent: ("mapping", "一组字段"),
        yaml.SequenceStartEvent: ("list", "列表"),
        yaml.AliasEvent: ("alias", "引用"),
    }
    found, found_zh = kinds.get(event.__class__, ("alias", "引用"))
    report.add(place, "complex-key", found=found, found_zh=found_zh, expected="text")
    depth = 0
    while True:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if isinstance(event, yaml.AliasEvent):
            report.add(_start(event), "alias", found=f"*{_short(event.anchor or '')}")
        elif isinstance(event, yaml.NodeEvent):
            _properties(event, report)
        if depth > room:
            report.add(place, "too-deep", expected=str(MAX_DEPTH))
            raise _StopError
        if not depth:
            return
        event = get()


def _properties(event: Any, report: _Report) -> None:
    """Report the anchor and the tag of a node."""
    place = _start(event)
    if event.anchor is not None:
        report.add(place, "anchor", found=f"&{_short(event.anchor)}")
    if getattr(event, "tag", None) is not None:
        tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        report.add(place, "tag", found=_short(tag))


def _too_long(report: _Report, place: Place, text: str) -> str:
    """Report a scalar that is too long; return as much as is allowed."""
    report.add(place, "scalar-too-long", found=str(len(text)), expected=str(MAX_SCALAR))
    return text[:MAX_SCALAR]


def _start(event: yaml.Event) -> Place:
    """Return where an event begins, counted from 1."""
    mark: Any = event.start_mark  # the type stubs allow None, which the parsers never give
    return mark.line + 1, mark.column + 1


def _short(text: str) -> str:
    """Return text fit to be quoted in a message."""
    text = " ".join(text.split())
    return text if len(text) <= 40 else text[:39] + "…"


# ---- syntax errors ------------------------------------------------------------------------

_KEY_HEAD: Final = r"[ ]*(?:-[ ]+)*(?P<key>[\"']?[\w.\-]+[\"']?)"
_WIDE_COLON: Final = re.compile(_KEY_HEAD + r"\s*(?P<mark>：)\s*(?P<rest>.*)")
_TIGHT_COLON: Final = re.compile(r"(?![ \-]*\d)" + _KEY_HEAD + r"(?P<mark>:)(?!//)(?P<rest>\S.*)")
_NO_KEY: Final = re.compile(r"[ ]*(?:-[ ]+)*:(?:[ ]|$)")
_VALUE: Final = re.compile(r"[ ]*(?:-[ ]+)*(?:[^\s\"'#\[{][^:#]*:[ ]+|[\"'][^\"']*[\"']:[ ]+)?")
_HEAD_QUOTE: Final = re.compile(r"(?P<mark>[“”‘’＂＇])")
_WITHIN_QUOTES: Final = {
    '"': re.compile(r'"(?:[^"\\]|\\.)*"'),
    "'": re.compile(r"'(?:[^']|'')*'"),
}


def _explain(error: yaml.YAMLError, text: str, report: _Report) -> None:
    """Report a syntax error at the line at fault, with its likely cause."""
    lines = text.split("\n")
    problem = str(getattr(error, "problem", None) or error)
    context = str(getattr(error, "context", None) or "")
    at = _mark(getattr(error, "problem_mark", None), lines)
    start = _mark(getattr(error, "context_mark", None), lines)
    if at is None:
        report.add(start or (1, 1), "syntax", reason_en=problem, reason_zh="这里读不通")
        return
    near = {at[0] - 1, at[0], start[0] if start else 0}
    for known in report.problems:
        if known.code in ("tab-indentation", "control-character") or (
            known.code == "invisible-character" and known.line in near
        ):
            return  # The fault is on record, and the text was changed there.
    if "scanning a quoted" not in context and "flow " not in context:
        for number in (start[0] if start and "simple key" in context else at[0], at[0]):
            cause = dash_or_bracket(number, lines)
            if cause is not None:
                report.add(cause[0], cause[1], **cause[2])
                return
    for find in (_by_message, _by_line):
        found = find(problem, context, at, start, lines)
        if found is not None:
            place, code, details = found
            report.add(place, code, **details)
            return
    if "scanning a simple key" in context and start is not None:
        line = lines[start[0] - 1][start[1] - 1 :]
        word, _, rest = line.strip().partition(" ")
        expected = _short(f"{word}: {rest.strip() or '…'}")
        report.add(start, "missing-colon", found=_short(word), expected=expected)
    elif lines[at[0] - 1][at[1] - 1 : at[1]] in ("]", "}"):
        report.add(at, "stray-bracket", found=lines[at[0] - 1][at[1] - 1])
    elif "mapping values" in problem or any(words in problem for words in _INDENTATION_WORDS):
        values = "mapping values" in problem
        cause = too_deep_or_no_colon(*at, lines) if values else indentation(at[0], lines)
        if cause is not None:
            report.add(cause[0], cause[1], **cause[2])
        else:
            details = {"expected": quoted_value(lines[at[0] - 1])} if values else {}
            report.add(at, "colon-in-value" if values else "bad-indentation", **details)
    else:
        report.add(at, "syntax", reason_en=problem, reason_zh=next(
            (zh for en, zh in _REASONS_ZH.items() if en in problem), "这里读不通"
        ))


_REASONS_ZH: Final = {
    "block sequence entries": "短横线应另起一行",
    "mapping keys are not allowed": "这里不能用问号",
    "unexpected ':'": "这里不该有冒号",
    "node content": "这里缺少内容，或多了标点",
}
_INDENTATION_WORDS: Final = ("expected key", "'-' indicator", "block end", "document start")

_Finding: TypeAlias = tuple[Place, str, dict[str, str]]


def _mark(mark: Any, lines: list[str]) -> Place | None:
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
    problem: str, context: str, at: Place, start: Place | None, lines: list[str]
) -> _Finding | None:
    """Find the cause where the parser's own words tell it."""
    ch = lines[at[0] - 1][at[1] - 1 : at[1]]
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
        opened = _open_quote(at[0], lines) or start
        if opened is not None:
            quote = lines[opened[0] - 1][opened[1] - 1 :][:1]
            return opened, "unclosed-quote", {"found": quote, "expected": quote}
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


def _by_line(
    problem: str, context: str, at: Place, start: Place | None, lines: list[str]
) -> _Finding | None:
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
        for pattern, code in ((_WIDE_COLON, "full-width-colon"), (_TIGHT_COLON, "missing-space")):
            match = pattern.match(line)
            if match:
                expected = f"{match['key']}: {match['rest']}".rstrip()
                details = {"found": match["key"], "expected": _short(expected)}
                return (number, match.start("mark") + 1), code, details
    opened = _open_quote(at[0], lines)
    if opened is not None:
        quote = lines[opened[0] - 1][opened[1] - 1]
        return opened, "unclosed-quote", {"found": quote, "expected": quote}
    for number in candidates:
        line = lines[number - 1]
        head = _VALUE.match(line)
        offset = head.end() if head else 0
        wide = _HEAD_QUOTE.match(line, offset) or _HEAD_QUOTE.match(line.lstrip("- "))
        if wide:
            column = line.index(wide["mark"]) + 1
            return (number, column), "full-width-quote", {"found": wide["mark"], "expected": "'"}
        quote = line[offset : offset + 1]
        if quote in _WITHIN_QUOTES:
            closed = _WITHIN_QUOTES[quote].match(line, offset)
            rest = line[closed.end() :].strip() if closed else ""
            if closed and rest and not rest.startswith(("#", ":")):
                column = line.index(rest, closed.end()) + 1
                return (number, column), "text-after-quote", {"found": _short(rest)}
    return None


def _open_quote(last: int, lines: list[str]) -> Place | None:
    """Return where, near a line, a value begins with a quote that its line doesn't close."""
    for number in range(last, max(0, last - 200), -1):
        line = lines[number - 1]
        head = _VALUE.match(line)
        offset = head.end() if head else 0
        quote = line[offset : offset + 1]
        if quote in _WITHIN_QUOTES and not _WITHIN_QUOTES[quote].match(line, offset):
            return number, offset + 1
    return None


# ---- places -------------------------------------------------------------------------------


def position(root: Node, loc: Sequence[str | int], *, key: bool = False) -> Place:
    """Return where a pydantic error location stands.

    Parts that name no node (a missing key, pydantic's names for members of a union)
    are passed over, so that the place is that of the nearest known ancestor.

    Args:
        root: What :func:`read_yaml` returned.
        loc: The location.
        key: The last key itself is at fault (unknown, say), not its value.

    Returns:
        Line and column; 1, 1 if there is no data.
    """
    node = root
    place: Place = node.at if isinstance(node, YamlMap | YamlList) else (1, 1)
    key_place = place
    for part in loc:
        if part == "[key]":
            return key_place
        if isinstance(node, YamlMap):
            name = str(part)
            if name not in node:
                key_place = place
                continue
            place, key_place = node.value_at[name], node.key_at[name]
            node = node[name]
            if node is None:  # Nothing stands there: point to its key.
                place = key_place
        elif isinstance(node, YamlList):
            if not isinstance(part, int) or not -len(node) <= part < len(node):
                continue
            place = key_place = node.item_at[part]
            node = node[part]
    return key_place if key else place
