"""How the work begins: from a document's text, from its file, or from both."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.catalog import Catalog
from indicators.catalog.placeholders import PLACEHOLDER
from indicators.catalog.sources import make_source
from indicators.figures import find_numerals
from indicators.intake.heads import language_of, read_head
from indicators.intake.model import Candidate, Definition, HeadField, Intake, Kind, Row
from indicators.limits.caps import ENTERED, NUMERALS, TEXT, check
from indicators.models import (
    NO_PERIOD,
    AreaLevel,
    Claim,
    Clearance,
    DocumentFile,
    IgnoredText,
    Indicator,
)
from indicators.reading.problems import Problem
from indicators.table.search import fold
from indicators.texts.auditing import audit
from indicators.texts.drafting import Draft, DraftClaim, draft
from indicators.texts.place_ranges import level_of_home, range_in
from indicators.texts.proposing import Stub
from indicators.texts.shelves import within, written
from indicators.texts.wanted import Place
from indicators.writing import digest

_KNOWN = frozenset({
    "indicator", "figure", "breakdown", "period", "period_basis", "section", "obs_status", "status",
})
"""The keys of a claim that a row has fields for."""


@dataclass(frozen=True, slots=True)
class Begun:
    """The work that a text or a file was made into.

    Attributes:
        intake: The work; None if there is nothing to be begun with.
        problems: Why a file can't be taken up.
        twice: Whether the text was there twice, and was taken once.
    """

    intake: Intake | None
    problems: tuple[Problem, ...] = ()
    twice: bool = False


def begin(text: str, catalog: Catalog) -> Begun:
    """Return the work on a text: every figure, and what is guessed of it; nothing is confirmed.

    Raises:
        TooMuchError: The text is longer, or has more figures, than is taken.
    """
    check(TEXT, len(text))
    single = once(text)
    if not single.strip():
        return Begun(None)
    check(NUMERALS, len(find_numerals(single)))
    found = draft(single, catalog)
    check(ENTERED, len(found.claims) + len(found.others))
    named = {
        fold(name): key for key, entry in catalog.indicators.items()
        for name in (entry.name.in_language("zh"), *entry.aliases)
    }
    definitions = _definitions(found, catalog, named)
    proposed = {one.id for one in definitions}
    rows = [_drafted(claim, proposed, named) for claim in found.claims]
    rows += _unread(found, single)
    return Begun(
        Intake(
            text=single, head=read_head(single, found, catalog), rows=_numbered(rows),
            definitions=definitions,
        ),
        twice=single != text,
    )


def once(text: str) -> str:
    """Return a text that was pasted twice in a row as it is once; any other as it is."""
    plain = text.strip()
    opening = plain[:40]
    if len(plain) < 200:
        return text
    second = plain.find(opening, len(plain) // 2 - 40)
    if second < 0:
        return text
    first, again = ("".join(part.split()) for part in (plain[:second], plain[second:]))
    return plain[:second].rstrip() + "\n" if first == again else text


def _drafted(claim: DraftClaim, proposed: Collection[str], named: Mapping[str, str]) -> Row:
    stated = claim.stated
    rest: dict[str, str] = {}
    if stated is not None and stated.value is not None:
        rest = {"value": f"{stated.value:f}", "relation": stated.relation.value, "unit": stated.unit}
        last_place = stated.unit_mult - stated.decimals
        if last_place:
            rest["rounded_to"] = f"{Decimal(1).scaleb(last_place):f}"
    stub = claim.stub.id if claim.stub is not None and claim.stub.id in proposed else ""
    candidates = [
        Candidate(indicator=guess.indicator, score=round(guess.score, 2)) for guess in claim.guesses
    ]
    if claim.stub is not None and (same := named.get(fold(claim.stub.name))):
        # Nothing came near for its size: a misprint, or it has grown beyond its range.
        candidates.insert(0, Candidate(indicator=same, score=0.0))
    return Row(
        key="", figure=claim.figure, start=claim.start, end=claim.end, indicator=claim.indicator,
        breakdown=claim.breakdown, period=claim.period,
        period_basis=claim.when.printed if claim.period else "stated",
        section=claim.section, status=claim.status, rest=dict(rest),
        candidates=tuple(candidates),
        proposed=stub or (claim.indicator if claim.indicator in proposed else ""),
    )


def _unread(found: Draft, text: str) -> list[Row]:
    """Return the numerals that are neither figures nor known to a rule."""
    starts = [0]
    for each in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(each))
    rows = []
    for words, line, column in found.others:
        # Its words begin two characters before the numeral that the place is of.
        place = starts[min(line, len(starts)) - 1] + column - 1
        near = text.find(words, max(0, place - 4), place + len(words) + 4)
        start = near if near >= 0 else place
        end = start + (len(words) if near >= 0 else 1)
        rows.append(Row(key="", figure=words[:200], start=start, end=end, kind=Kind.UNREAD))
    return rows


def _numbered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows in the text's order, those that don't stand in it where they were, with keys."""
    placed, last = [], -1
    for number, row in enumerate(rows):
        last = row.start if row.start >= 0 else last
        placed.append((last, number, row))
    placed.sort(key=lambda item: item[:2])
    return tuple(
        row.model_copy(update={"key": f"r{number}"}) for number, (_, _, row) in enumerate(placed, 1)
    )


def _definitions(
    found: Draft, catalog: Catalog, named: Mapping[str, str]
) -> tuple[Definition, ...]:
    wanted = [
        claim.indicator for claim in found.claims
        if claim.indicator and claim.indicator not in catalog.indicators
    ]
    level = level_of_home(catalog)
    texts = written(catalog.shelves, dict.fromkeys(wanted), level)
    there = {*wanted, *catalog.indicators}
    made = [
        _shelved(found.shelved[name], level, within(texts[name], there)) for name in dict.fromkeys(wanted)
    ]
    stubs = dict.fromkeys(
        claim.stub for claim in found.claims
        if claim.stub is not None and fold(claim.stub.name) not in named
    )
    return (*made, *map(_stubbed, stubs))


def _shelved(entry: Indicator, level: AreaLevel, raw: str) -> Definition:
    valid = range_in(entry, level)
    return Definition(
        id=entry.id, name_zh=entry.name.in_language("zh"), name_en=entry.name.in_language("en"),
        definition_zh=entry.definition.in_language("zh"),
        definition_en=entry.definition.in_language("en"), unit=entry.unit,
        measure_type=entry.measure_type, least=f"{valid.min:f}" if valid else "",
        most=f"{valid.max:f}" if valid else "", keywords=entry.keywords, raw=raw,
    )


def _stubbed(stub: Stub) -> Definition:
    return Definition(
        id=stub.id, name_zh=stub.name, unit=stub.unit, measure_type=stub.measure_type,
        least=f"{stub.least:f}", most=f"{stub.most:f}", keywords=stub.keywords,
    )


_HEAD_LINES: Final = 40
_TEXT: Final = re.compile(r"    (?:zh|en):")
_UNSAID: Final = re.compile(rf"    (?:zh|en): {PLACEHOLDER}(?:$|[ #])")
_OPEN: Final = re.compile(rb"^(  (?:date|trust|access|ref_area|producer_basis|role)):[ ]*TODO\b", re.M)
_MEANWHILE: Final = {
    "date": "1000-01-01", "trust": "repost", "ref_area": "000000", "producer_basis": "inferred", "role": "context",
    "access": "internal",
}
"""What stands for a part of the head that isn't filled in, while the file is read."""


def _filled(data: bytes) -> bytes:
    """Return a draft's YAML with something for what is open in its head."""
    return _OPEN.sub(lambda found: found[1] + b": " + _MEANWHILE[found[1].strip().decode()].encode(), data)


# ---- from a file ---------------------------------------------------------------------------


def take_up(name: str, data: bytes, text: str, catalog: Catalog) -> Begun:
    """Return the work that a document's file holds, with what its text says beside.

    Claims that are no drafts were confirmed by whoever wrote them. Of a text, what no claim is of is
    added, to be confirmed.

    Args:
        name: The file, as problems call it.
        data: Its contents.
        text: The document's text; empty if there is none.
        catalog: The data folder.

    Raises:
        TooMuchError: The text is longer, or has more figures, than is taken.
    """
    check(TEXT, len(text))
    source = make_source(name, DocumentFile, _filled(data))
    wrong = [one for one in source.problems if one.severity == "error" and one.code != "placeholder"]
    if source.entry is None or source.kept or wrong:
        return Begun(None, make_source(name, DocumentFile, data).problems)
    entry = source.entry.unpacked()
    lines = data.decode("utf-8", "replace").split("\n")
    text = once(text)
    places: Mapping[int, Place] = {}
    marks: dict[int, tuple[int, int]] = {}
    if text.strip():
        found = audit(entry, text, catalog.unit_table)
        places = found.places
        for mark in found.marks:
            if mark.ignore is not None:
                marks.setdefault(mark.ignore, (mark.whole_start, mark.whole_end))
    blocks = _blocks(lines, source.lines)
    rows = [
        _claimed(claim, blocks.get(number, ("", "")), places[number].start if number in places else -1,
                 places[number].end if number in places else -1)
        for number, claim in enumerate(entry.claims)
    ]
    ignored = [_ignored(line, *marks.get(number, (-1, -1))) for number, line in enumerate(entry.ignore)]
    old = Intake(
        text=text, head=_file_head(entry, text, _open_parts(data), lines[:_HEAD_LINES]), rows=_numbered(_beside(rows, ignored)),
        before=_before(catalog, f"documents/{entry.document.id}.yaml", data), base=_base(lines, source.lines),
    )
    if not text.strip():
        return Begun(old)
    fresh = begin(text, catalog).intake
    return Begun(old if fresh is None else merge(old, fresh))


def _before(catalog: Catalog, name: str, data: bytes) -> str:
    """Return what tells the file that work is begun from: nothing if the folder has none of the name.

    A file that came by upload may be older than the folder's: then whoever saves is shown both.
    """
    return digest(data) if (catalog.folder / name).exists() else ""


def merge(old: Intake, fresh: Intake) -> Intake:
    """Return work with what a text says beside it: rows of figures that it hasn't, to be confirmed.

    What was confirmed, and what was said of the document, stays as it is.
    """
    spans = sorted((row.start, row.end) for row in old.rows if row.start >= 0)
    said = {(row.figure, row.section) for row in old.rows if row.start < 0}
    added = [
        row for row in fresh.rows
        if not any(start < row.end and row.start < end for start, end in spans)
        and (row.figure, row.section) not in said
    ]
    needed = {row.indicator or row.proposed for row in added} | {row.proposed for row in added}
    own = {one.id for one in old.definitions}
    definitions = (
        *old.definitions,
        *(one for one in fresh.definitions if one.id in needed and one.id not in own),
    )
    head = {**fresh.head, **{name: field for name, field in old.head.items() if field.value}}
    return old.model_copy(update={
        "text": fresh.text, "head": head, "rows": _numbered(_beside(old.rows, added)),
        "definitions": definitions,
    })


def _beside(rows: Sequence[Row], added: Iterable[Row]) -> list[Row]:
    """Return rows in their order, each of the others before the first that stands after it."""
    made = list(rows)
    for row in added:
        place = next((at for at, other in enumerate(made) if other.start > row.start >= 0), len(made))
        made.insert(place, row)
    return made


def _claimed(claim: Claim, block: tuple[str, str], start: int, end: int) -> Row:
    rest = claim.model_dump(mode="json", exclude_unset=True, exclude=set(_KNOWN), by_alias=True)
    if claim.status is Clearance.CLEARED:
        rest["status"] = claim.status.value
    return Row(
        key="", figure=claim.figure, start=start, end=end,
        indicator="" if claim.indicator == PLACEHOLDER else claim.indicator,
        breakdown=tuple(claim.breakdown.items()),
        period="" if claim.period in (None, NO_PERIOD) else str(claim.period),
        period_basis=claim.period_basis, section=claim.section or "", status=claim.obs_status,
        confirmed=claim.status is not Clearance.DRAFT, rest=rest, raw=block[0], after=block[1],
    )


def _ignored(line: IgnoredText, start: int, end: int) -> Row:
    rest = {"words": line.text}
    return Row(
        key="", figure=line.text, start=start, end=end, kind=Kind.IGNORED, section=line.section or "",
        reason_zh=line.reason.in_language("zh"), reason_en=line.reason.in_language("en"),
        confirmed=True, rest=dict(rest),
    )


def _blocks(lines: Sequence[str], begins: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return each claim's own lines, and the comments and empty lines after them."""
    blocks = {}
    for number, begin_at in enumerate(begins):
        last = begins[number + 1] - 1 if number + 1 < len(begins) else len(lines)
        own = list(lines[begin_at - 1 : last])
        if not own or not own[0].startswith("  - indicator:"):
            continue
        for at, line in enumerate(own[1:], 1):  # Where claims aren't last, what follows isn't theirs.
            if line and line[0] not in " #":
                own = own[:at]
                break
        end = len(own)
        while end > 1 and (not own[end - 1].strip() or own[end - 1].lstrip().startswith("#")):
            end -= 1
        blocks[number] = "\n".join(own[:end]), "\n".join(own[end:]).rstrip("\n")
    return blocks


def _base(lines: Sequence[str], begins: Sequence[int]) -> str:
    """Return what stands before the claims; nothing where the file isn't in the usual order."""
    at = next((number for number, line in enumerate(lines) if line.startswith("claims:")), len(lines))
    first = begins[0] - 1 if len(begins) and begins[0] - 1 > at else at
    head = _in_one_language(lines[:first])
    return "\n".join(head) if any(line.startswith("document:") for line in lines[:at]) else ""


def _in_one_language(lines: Sequence[str]) -> list[str]:
    """Return a file's head without languages that nobody filled in, where the other one is there."""
    kept: list[str] = []
    for number, line in enumerate(lines):
        beside = [other for at in (number - 1, number + 1) if 0 <= at < len(lines) if _TEXT.match(other := lines[at])]
        if not (_UNSAID.match(line) and beside and not _UNSAID.match(beside[0])):
            kept.append(line)
    return kept


def _open_parts(data: bytes) -> set[str]:
    return {found[1].strip().decode() for found in _OPEN.finditer(data)}


def _is_unsure(value: str, lines: Sequence[str]) -> bool:
    """Tell whether a draft's comment beside a part of the head asks to confirm it."""
    return any(
        value in said and ("待确认" in comment or "请核对" in comment or "please confirm" in comment)
        for said, mark, comment in (line.partition("#") for line in lines) if mark
    )


def _file_head(
    entry: DocumentFile, text: str, left: Collection[str], lines: Sequence[str]
) -> dict[str, HeadField]:
    document = entry.document
    said = {
        "id": document.id, "title_zh": document.title.in_language("zh"),
        "title_en": document.title.in_language("en"), "number": document.number or "",
        "producer_zh": document.producer.in_language("zh"),
        "producer_en": document.producer.in_language("en"),
        "producer_basis": document.producer_basis, "date": document.date.isoformat(),
        "area": document.ref_area, "role": document.role, "trust": document.trust.value,
        "access": document.access.value if document.access is not None else "",
        "embargo_until": document.embargo_until.isoformat() if document.embargo_until is not None else "",
        "language": language_of(text) if text.strip() else "",
    }
    return {
        name: HeadField(
            value=value, found="draft" if _is_unsure(value, lines) else "file",
            confirmed=not _is_unsure(value, lines),
        )
        if value not in ("", PLACEHOLDER) and {"area": "ref_area"}.get(name, name) not in left
        else HeadField()
        for name, value in said.items()
    }
