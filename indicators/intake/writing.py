"""The work in progress as the YAML of its document's file; what nobody touched stays as it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import JsonValue

from indicators.catalog.placeholders import PLACEHOLDER
from indicators.intake.model import Intake, Kind, Row
from indicators.models import NO_PERIOD, Access, Clearance, ObsStatus
from indicators.texts.draft_yaml import scalar
from indicators.texts.fingerprint import fingerprint

_SCHEMA: Final = "# yaml-language-server: $schema=../schema/document.schema.json"
_UNCONFIRMED: Final = "待确认 · to be confirmed"
_UNTRANSLATED: Final = "待译 · to be translated"
_TRIAL: Final = {
    "title_zh": "（标题）", "producer_zh": "（发布机构）", "producer_basis": "inferred",
    "date": "", "trust": "official", "role": "context",
}
"""What stands in a trial for what isn't filled in yet."""


@dataclass(frozen=True, slots=True)
class Written:
    """A document's file, and whose each line is.

    Attributes:
        text: The YAML.
        rows: The first line of each row's claim, or entry of what is ignored, and its key; in order.
        head: The line of each part of the head, by its name.
    """

    text: str
    rows: tuple[tuple[int, str], ...]
    head: tuple[tuple[int, str], ...]

    @property
    def data(self) -> bytes:
        """The YAML as bytes."""
        return self.text.encode("utf-8", "replace")

    def row_at(self, line: int) -> str:
        """Return the key of the row that a line belongs to; empty if it is none's."""
        key = ""
        for begins, name in self.rows:
            if begins > line:
                break
            key = name
        return key

    def head_at(self, line: int) -> str:
        """Return the name of the part of the head that a line belongs to; empty if it is none's."""
        last = max((begins for begins, _ in self.rows), default=0)
        name = ""
        for begins, of in self.head:
            if begins <= line and (not self.rows or line < min(b for b, _ in self.rows) or line > last):
                name = of
        return name


def document_yaml(intake: Intake, *, trial: str = "") -> Written:
    """Return the work as a document's YAML.

    What isn't confirmed says ``status: draft``; what isn't filled in says ``TODO``.

    Args:
        intake: The work.
        trial: The day on which it is tried out; empty for the file itself. A trial holds only what
            can be read by now, and doesn't say what is confirmed: it stays the same while rows are.
    """
    out = _Lines(bool(trial))
    if intake.base and not trial:
        _base(out, intake)
    else:
        _head(out, intake, trial)
    claims = [row for row in intake.rows if row.kind is Kind.CLAIM]
    if trial:
        claims = [row for row in claims if row.indicator]
    if not claims:
        out.add("claims: []")
    elif not out.has_claims:
        out.add("claims:")
    section = None
    for row in claims:
        if row.raw and not trial:
            out.row(row.key)
            out.add(*row.raw.split("\n"))
        else:
            if section is not None and row.section != section and not intake.base:
                out.add("")
            out.row(row.key)
            out.add(*_claim(row, trial=bool(trial)))
        if row.after and not trial:
            out.add(*row.after.split("\n"))
        section = row.section
    return out.done()


class _Lines:
    """Lines being written, and whose they are."""

    def __init__(self, trial: bool) -> None:
        self.trial = trial
        self.has_claims = False
        self._lines: list[str] = []
        self._rows: list[tuple[int, str]] = []
        self._head: list[tuple[int, str]] = []

    def add(self, *lines: str) -> None:
        self._lines += lines

    def row(self, key: str) -> None:
        self._rows.append((len(self._lines) + 1, key))

    def head(self, name: str) -> None:
        self._head.append((len(self._lines) + 1, name))

    def done(self) -> Written:
        return Written("\n".join([*self._lines, ""]), tuple(self._rows), tuple(self._head))


def _head(out: _Lines, intake: Intake, trial: str) -> None:
    """Write the head of a new document."""
    if not trial:
        out.add(_SCHEMA)
    out.add("document:")
    for name, lines in head_parts(intake, trial):
        out.head(name)
        out.add(*(f"  {line}" for line in lines))
    if intake.text.strip():
        mark = fingerprint(intake.text)
        out.add("  text:", f"    sha256: {mark.sha256}", f"    length: {mark.length}")
    out.add("")
    _ignore(out, intake)


def head_parts(intake: Intake, trial: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the parts of a document's head in the order of its file: a name, and its lines."""
    def said(name: str) -> str:
        usual = trial if name == "date" else _TRIAL.get(name, "")
        return intake.said(name) or (usual if trial else "")

    def marked(name: str) -> str:
        field = intake.head.get(name)
        unsure = field is not None and field.value and not field.confirmed and not trial
        return f"  # {_UNCONFIRMED}" if unsure else ""

    def line(key: str, name: str) -> str:
        return f"{key}: {scalar(said(name)) if said(name) else PLACEHOLDER}{marked(name)}"

    def both(key: str, name: str) -> list[str]:
        zh, en = said(f"{name}_zh"), said(f"{name}_en")
        one = f"{name}_zh" if zh else f"{name}_en"
        gap = "" if trial or (zh and en) or not (zh or en) else f"  # {_UNTRANSLATED}"
        texts = (scalar(zh or en or PLACEHOLDER), scalar(en or zh or PLACEHOLDER))
        marks = (marked(one) if zh else gap, marked(one) if en and not zh else marked(f"{name}_en") if en else gap)
        return [f"{key}:", f"  zh: {texts[0]}{marks[0]}", f"  en: {texts[1]}{marks[1]}"]

    yield "id", [line("id", "id")]
    yield "title", both("title", "title")
    if said("number"):
        yield "number", [line("number", "number")]
    yield "role", [line("role", "role")]
    yield "producer", both("producer", "producer")
    yield "producer_basis", [line("producer_basis", "producer_basis")]
    yield "date", [line("date", "date")]
    yield "trust", [line("trust", "trust")]
    if said("access") or not (trial or intake.base):
        yield "access", [line("access", "access")]
    if said("embargo_until") and said("access") == Access.EMBARGOED.value:
        yield "embargo_until", [line("embargo_until", "embargo_until")]
    yield "area", [line("ref_area", "area")]


_KEYS: Final = {"area": "ref_area"}


def _base(out: _Lines, intake: Intake) -> None:
    """Write the head as its file has it, but for what was changed."""
    lines = intake.base.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("document:"))
    ignored_at = next(
        (number for number, line in enumerate(lines) if line.startswith("ignore:")), None
    )
    for name, block in head_parts(intake):
        typed = any(
            (field := intake.head.get(part)) is not None and field.found != "file" and field.value
            for part in (name, f"{name}_zh", f"{name}_en")
        )
        if not typed:
            continue
        at, end = _place(lines, start, _KEYS.get(name, name))
        lines[at:end] = [f"  {line}" for line in block]
        if ignored_at is not None:
            ignored_at += len(block) - (end - at)
    known = [row for row in intake.rows if row.kind is Kind.IGNORED]
    if ignored_at is not None and not _same_ignored(lines[ignored_at:], known):
        end = next(
            (n for n in range(ignored_at + 1, len(lines)) if lines[n] and lines[n][0] not in " #-"),
            len(lines),
        )
        kept = _Lines(trial=False)
        _ignore(kept, intake)
        lines[ignored_at:end] = [*kept.done().text.rstrip("\n").split("\n"), ""] if known else []
    elif ignored_at is None and known:
        kept = _Lines(trial=False)
        _ignore(kept, intake)
        at = next((n for n, line in enumerate(lines) if line.startswith("claims:")), len(lines))
        lines[at:at] = [*kept.done().text.rstrip("\n").split("\n"), ""]
    claims_at = next((n for n, line in enumerate(lines) if line.startswith("claims:")), None)
    if claims_at is not None and not any(row.kind is Kind.CLAIM for row in intake.rows):
        del lines[claims_at:]
    out.has_claims = claims_at is not None
    for number, line in enumerate(lines):
        if number > start and (key := re.match(r"  ([a-z_]+):", line)):
            name = next((n for n, k in _KEYS.items() if k == key[1]), key[1])
            out.head(name)
        out.add(line)


def _place(lines: Sequence[str], start: int, key: str) -> tuple[int, int]:
    """Return where the lines of a key of the head begin and end; an empty place where it isn't."""
    begin = next(
        (number for number in range(start + 1, len(lines)) if lines[number].startswith(f"  {key}:")),
        None,
    )
    if begin is None:
        return start + 2, start + 2
    end = begin + 1
    while end < len(lines) and lines[end].startswith("   "):
        end += 1
    return begin, end


def _same_ignored(lines: Sequence[str], rows: Sequence[Row]) -> bool:
    """Tell whether what a file ignores is what the rows ignore."""
    words = [_plain(found[1]) for line in lines if (found := re.match(r"\s*(?:- )?text: (.*)", line))]
    return words == [str(row.rest.get("words", row.figure)) for row in rows]


def _plain(text: str) -> str:
    """Return what a scalar on one line says."""
    value = text.partition(" #")[0].strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        return value[1:-1].replace("''", "'") if value[0] == "'" else value[1:-1]
    return value


def _ignore(out: _Lines, intake: Intake) -> None:
    rows = [row for row in intake.rows if row.kind is Kind.IGNORED]
    unread = [row for row in intake.rows if row.kind is Kind.UNREAD]
    if out.trial:
        return
    for row in unread:
        out.add(f"# {_UNCONFIRMED}: {' '.join(row.figure.split())}")
    if not rows:
        return
    out.add("ignore:")
    seen: set[tuple[str, str]] = set()
    for row in rows:
        words = str(row.rest.get("words", row.figure))
        if (words, row.section) in seen:
            continue
        seen.add((words, row.section))
        out.row(row.key)
        out.add(f"  - text: {scalar(words)}")
        if row.section:
            out.add(f"    section: {scalar(row.section)}")
        out.add(
            "    reason:", f"      zh: {scalar(row.reason_zh)}", f"      en: {scalar(row.reason_en)}",
        )
    out.add("")


def _claim(row: Row, *, trial: bool) -> Iterator[str]:
    yield f"  - indicator: {row.indicator or PLACEHOLDER}"
    yield f"    figure: {scalar(row.figure)}"
    for key in ("value", "relation", "unit", "rounded_to"):
        if key in row.rest:
            yield from _written(key, row.rest[key])
    if row.breakdown:
        inside = ", ".join(f"{key}: {scalar(code)}" for key, code in row.breakdown)
        yield f"    breakdown: {{{inside}}}"
    yield f"    period: {scalar(row.period) if row.period else NO_PERIOD}"
    if row.period and row.period_basis != "stated":
        yield f"    period_basis: {row.period_basis}"
    if row.section:
        yield f"    section: {scalar(row.section)}"
    if row.status is not ObsStatus.NORMAL:
        yield f"    obs_status: {row.status.value}"
    for key, value in row.rest.items():
        if key not in ("value", "relation", "unit", "rounded_to", "status", "words"):
            yield from _written(key, value)
    if not row.confirmed and not trial:
        yield f"    status: {Clearance.DRAFT.value}"
    elif "status" in row.rest and not trial:
        yield f"    status: {row.rest['status']}"


def _written(key: str, value: JsonValue, depth: int = 2) -> Iterator[str]:
    """Yield a key and its value, as the documents of this project write them."""
    gap = "  " * depth
    if isinstance(value, dict):
        yield f"{gap}{key}:"
        for name, inner in value.items():
            if inner is not None:
                yield from _written(name, inner, depth + 1)
    elif isinstance(value, list):
        yield f"{gap}{key}: [{', '.join(scalar(str(item)) for item in value)}]"
    elif value is not None:
        yield f"{gap}{key}: {scalar(str(value))}"
