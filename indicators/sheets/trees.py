"""A document's YAML as cells, and cells as a document's YAML, nothing lost on the way.

Values are texts here, whatever they are: what is still to be filled in travels like the rest. YAML's
comments have no place in a table: those above a claim or within it travel in a column of their own
and come back above it, the others with the head.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import yaml

from indicators.reading.nodes import NULLS, Node, YamlList, YamlMap
from indicators.reading.problems import Problem
from indicators.reading.reader import read_yaml
from indicators.sheets.columns import COMMENT, COMMENT_AFTER
from indicators.sheets.problems import UnreadableSheetError
from indicators.texts.draft_yaml import scalar

Row: TypeAlias = dict[str, str]
"""What a row says: texts by the place in the YAML, its parts joined by full stops."""

_BREAKS: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_ODD: Final = re.compile("[^\x20-\x7e\u00a1-\U0010ffff]|[\u2028\u2029\ufeff\ufffe\uffff]")
_ORDER: Final = (
    "indicator", "figure", "value", "relation", "unit", "rounded_to", "breakdown", "period", "period_basis",
    "ref_area", "obs_status", "section", "shared", "status", "confirmed", "sentence", "caption", "note",
)
"""A claim's keys in the order of the drafts."""
_ON_A_LINE: Final = frozenset(("breakdown",))
"""Keys whose mapping is written in braces."""


@dataclass(frozen=True, slots=True)
class Tables:
    """A document as three tables.

    Attributes:
        head: What is said of the document; lists have a number from 1 in their places.
        claims: Its claims, in order.
        ignored: Its numerals that are no figures.
        moved: How many comments stand elsewhere in the tables than in the YAML.
    """

    head: Row
    claims: list[Row]
    ignored: list[Row] = field(default_factory=list)
    moved: int = 0

    @property
    def keys(self) -> list[str]:
        """The places that its claims use, each once."""
        return list(dict.fromkeys(key for claim in self.claims for key in claim))


def tables_of(data: bytes) -> Tables:
    """Return a document's YAML as tables.

    Raises:
        UnreadableSheetError: It is no document, or can't be read as YAML.
    """
    parsed = read_yaml(data, "YAML")
    root = parsed.root
    errors = [problem for problem in parsed.problems if problem.severity == "error"]
    if errors:
        raise UnreadableSheetError("no-document", _said(errors[0], "zh"), _said(errors[0], "en"))
    if not isinstance(root, YamlMap) or not isinstance(root.get("document"), YamlMap):
        raise UnreadableSheetError("no-document", "没有 document 一节", "there is no part named document")
    others = [key for key in root if key not in ("document", "ignore", "claims")]
    listed = [root.get(key) for key in ("ignore", "claims")]
    if others or any(
        value is not None and not (
            isinstance(value, YamlList) and all(isinstance(item, YamlMap) for item in value)
        ) for value in listed
    ):
        found = ", ".join(others) or "ignore, claims"
        raise UnreadableSheetError("no-document", f"{found} 不是这样写的", f"{found} isn't written so")
    ignored, claims = (value if isinstance(value, YamlList) else YamlList() for value in listed)
    made = Tables(
        _flat(root["document"]), [_flat(item) for item in claims], [_flat(item) for item in ignored],
    )
    moved = _with_comments(data, root, claims, made)
    return Tables(made.head, made.claims, made.ignored, moved)


def moved_comments(data: bytes) -> int:
    """Return how many comments of a document's YAML come back from a table in another place."""
    return tables_of(data).moved


def _said(problem: Problem, lang: str) -> str:
    return f"{problem.line}:{problem.column} {problem.message(lang)}"


def _flat(node: Node, before: str = "") -> Row:
    """Return the texts of a node by their places."""
    if isinstance(node, YamlMap):
        found: Row = {}
        for key, value in node.items():
            found |= _flat(value, f"{before}.{key}" if before else key)
        return found
    if isinstance(node, YamlList):
        found = {}
        for number, value in enumerate(node, 1):
            found |= _flat(value, f"{before}.{number}")
        return found
    return {} if node is None else {before: node}


# ---- comments ----------------------------------------------------------------------------


def _with_comments(data: bytes, root: YamlMap, claims: YamlList, tables: Tables) -> int:
    """Put the YAML's comments into the rows they belong to; return how many stand elsewhere then."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")
    comments = list(_comments(text))
    starts = [line for line, _ in claims.item_at]
    last = _last_line(claims) if starts else 0
    begins = root.place_of_key("document")[0]
    moved = 0
    kept: dict[int | str, list[str]] = {}
    for line, alone, words in comments:
        if starts and line >= starts[0] - _above(comments, starts[0]) and line <= last:
            # Beside a value it belongs to that claim, on a line of its own to the next.
            place: int | str = bisect_right(starts, line) - 1 if not alone else _next(starts, line)
            moved += not alone
        else:
            place = COMMENT_AFTER if line > max(last, begins) and alone and line > _content(text) else COMMENT
            moved += place == COMMENT and line > begins
        kept.setdefault(place, []).append(words)
    for place, lines in kept.items():
        row = tables.claims[place] if isinstance(place, int) else tables.head
        key = COMMENT if isinstance(place, int) else place
        row[key] = "\n".join(lines)
    return moved


def _above(comments: Sequence[tuple[int, bool, str]], line: int) -> int:
    """Return how many comments stand right above a line."""
    alone = {at for at, by_itself, _ in comments if by_itself}
    count = 0
    while line - count - 1 in alone:
        count += 1
    return count


def _next(starts: Sequence[int], line: int) -> int:
    """Return the claim that follows a line; the last one where none does."""
    return min(bisect_right(starts, line), len(starts) - 1)


def _last_line(claims: YamlList) -> int:
    last = claims[-1]
    lines = [line for line, _ in _places(last)]
    return max([claims.item_at[-1][0], *lines])


def _places(node: Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, YamlMap):
        for key, value in node.items():
            yield node.place_of_value(key)
            yield from _places(value)
    elif isinstance(node, YamlList):
        yield from node.item_at
        for value in node:
            yield from _places(value)


def _content(text: str) -> int:
    """Return the last line that is no comment, from 1."""
    lines = text.split("\n")
    return max(
        (number for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")),
        default=0,
    )


def _comments(text: str) -> Iterator[tuple[int, bool, str]]:
    """Yield each comment: its line, whether it has the line to itself, its words."""
    covered: list[tuple[int, int]] = []
    for event in yaml.parse(text, Loader=yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):
        if isinstance(event, yaml.ScalarEvent):
            start, end = event.start_mark, event.end_mark
            if start is not None and end is not None:  # what is parsed from a text has its marks
                covered.append((start.index, end.index))
    begins = [start for start, _ in covered]
    for match in re.finditer(r"(?m)(?:^|(?<=[ \t]))#[ ]?([^\n]*)", text):
        place = match.start()
        before = bisect_right(begins, place) - 1
        if before >= 0 and place < covered[before][1] and text[covered[before][0]] in "'\"|>":
            continue
        line = text.count("\n", 0, place) + 1
        begin = text.rfind("\n", 0, place) + 1
        yield line, not text[begin:place].strip(), match[1].rstrip()


# ---- YAML --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Written:
    """A document's YAML, and where what is in it comes from.

    Attributes:
        data: The YAML.
        places: For each line, from 1: the column at which a value or its key begins, the table, the
            number of the row in it, and the key.
    """

    data: bytes
    places: Mapping[int, tuple[tuple[int, str, int, str], ...]]

    def origin(self, line: int, column: int) -> tuple[str, int, str] | None:
        """Return the table, row and key of what stands at a place in the YAML."""
        listed = self.places.get(line, ())
        before = [item for item in listed if item[0] <= column] or list(listed[:1])
        return before[-1][1:] if before else None


def yaml_of(tables: Tables) -> Written:
    """Return tables as a document's YAML, in the manner of the drafts."""
    writer = _Writer()
    writer.comment(tables.head.get(COMMENT, ""), "")
    head = {key: value for key, value in tables.head.items() if key not in (COMMENT, COMMENT_AFTER)}
    writer.line("document:", "head", 0, "id")
    writer.mapping(_nested(head), "  ", "head", 0, "")
    for name, rows in (("ignore", tables.ignored), ("claims", tables.claims)):
        if not rows:
            continue
        writer.lines.append("")
        writer.line(f"{name}:", name, 0, "")
        for number, row in enumerate(rows):
            if number and COMMENT in row:  # what is said above a claim mostly begins a section
                writer.lines.append("")
            writer.comment(row.get(COMMENT, ""), "  ")
            item = {key: value for key, value in row.items() if key != COMMENT}
            writer.item(_nested(_sorted(item)), name, number)
    after = tables.head.get(COMMENT_AFTER, "")
    if after:
        writer.lines.append("")
        writer.comment(after, "")
    return Written(("\n".join(writer.lines) + "\n").encode(), {
        line: tuple(places) for line, places in writer.places.items()
    })


def _sorted(row: Row) -> Row:
    """Return a claim's places in the order of the drafts."""
    known = {key: number for number, key in enumerate(_ORDER)}
    return dict(sorted(row.items(), key=lambda item: known.get(item[0].split(".")[0], len(known))))


_Nested: TypeAlias = "dict[str, str | _Nested]"


def _nested(row: Row) -> _Nested:
    """Return texts by their places as mappings within mappings."""
    made: _Nested = {}
    for place, text in row.items():
        *path, last = place.split(".")
        inner = made
        for part in path:
            step = inner.setdefault(part, {})
            if not isinstance(step, dict):  # a text stands where there should be more beneath it
                step = inner[part] = {"": step}
            inner = step
        inner[last] = text
    return made


class _Writer:
    """The lines of a YAML file as they are written, with the origin of each."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.places: dict[int, list[tuple[int, str, int, str]]] = {}

    def line(self, text: str, table: str, row: int, key: str, column: int = 1) -> None:
        self.lines.append(text)
        self.places.setdefault(len(self.lines), []).append((column, table, row, key))

    def comment(self, text: str, indent: str) -> None:
        for words in _BREAKS.split(text) if text else ():
            # What nobody can see is refused in the YAML: a comment isn't worth an error.
            plain = _ODD.sub(" ", words)
            self.lines.append(f"{indent}# {plain}".rstrip())

    def item(self, nested: _Nested, table: str, row: int) -> None:
        start = len(self.lines)
        self.mapping(nested, "    ", table, row, "")
        if len(self.lines) == start:
            self.line("  - {}", table, row, "")
        else:
            self.lines[start] = "  - " + self.lines[start][4:]

    def mapping(self, nested: _Nested, indent: str, table: str, row: int, before: str) -> None:
        for key, value in nested.items():
            place = f"{before}.{key}" if before else key
            name = exact(key)
            if isinstance(value, str):
                self.line(f"{indent}{name}: {exact(value)}", table, row, place)
            elif key in _ON_A_LINE and all(isinstance(inner, str) for inner in value.values()):
                self._braces(f"{indent}{name}: ", value, table, row, place)
            elif all(part.isdecimal() for part in value):
                self.line(f"{indent}{name}:", table, row, place)
                for part, inner in value.items():
                    self.line(f"{indent}  - {exact(str(inner))}", table, row, f"{place}.{part}")
            else:
                self.line(f"{indent}{name}:", table, row, next(iter(_ends(value, place)), place))
                self.mapping(value, indent + "  ", table, row, place)

    def _braces(self, text: str, value: _Nested, table: str, row: int, place: str) -> None:
        number = len(self.lines) + 1
        listed = self.places.setdefault(number, [])
        text += "{"
        for count, (key, inner) in enumerate(value.items()):
            text += ", " if count else ""
            listed.append((0 if not count else len(text) + 1, table, row, f"{place}.{key}"))
            text += f"{_within(key)}: {_within(str(inner))}"
        self.lines.append(text + "}")


def _ends(value: _Nested, place: str) -> Iterable[str]:
    for key, inner in value.items():
        if isinstance(inner, str):
            yield f"{place}.{key}"
        else:
            yield from _ends(inner, f"{place}.{key}")


def _within(text: str) -> str:
    """Return a text as it stands within braces, where a comma would end it."""
    if re.fullmatch(r"[A-Za-z0-9_]+", text) and text not in NULLS:
        return text
    return '"' + "".join(_escaped(character) for character in text) + '"'


def exact(text: str) -> str:
    """Return a text as a YAML scalar on one line that is read back letter by letter."""
    if _ODD.search(text) or "\u00a0" in text:
        # JSON escapes beyond the first plane in two halves, which YAML doesn't put together.
        return '"' + "".join(_escaped(character) for character in text) + '"'
    if text in NULLS or " ".join(text.split()) != text:
        return "'" + text.replace("'", "''") + "'"
    return scalar(text)


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    if character == "\t":
        return "\\t"
    code = ord(character)
    if not _ODD.match(character) and character != "\u00a0":
        return character
    return f"\\x{code:02X}" if code < 256 else f"\\u{code:04X}" if code < 65536 else f"\\U{code:08X}"
