"""What ``check`` says of the ledger of claim codes: what an edit changed since it was last recorded."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Final

from indicators.catalog import TOTAL, Catalog
from indicators.catalog.claimed import Claimed
from indicators.language.counting import Count
from indicators.language.sentences import breakdown_text
from indicators.language.text import period_text
from indicators.reading.snippets import printable
from indicators.table.changes import Change, ChangeKind
from indicators.table.codes import LEDGER

MOST: Final = 60
"""Changes listed as text; JSON has them all."""
_WORDS: Final = {
    ChangeKind.FIGURE: ("改数", "figure"),
    ChangeKind.PERIOD: ("改时期", "period"),
    ChangeKind.BREAKDOWN: ("改分组", "breakdown"),
    ChangeKind.AREA: ("改地区", "area"),
    ChangeKind.INDICATOR: ("改指标", "indicator"),
    ChangeKind.SEVERAL: ("改几处", "several"),
    ChangeKind.NEW: ("新增", "new"),
    ChangeKind.GONE: ("不再有", "gone"),
}
_FIELDS: Final = {
    ChangeKind.PERIOD: "time_period", ChangeKind.BREAKDOWN: "breakdown",
    ChangeKind.AREA: "ref_area", ChangeKind.INDICATOR: "indicator",
}
"""What alone is different."""


def as_lines(catalog: Catalog, found: Sequence[Change], lang: str) -> list[str]:
    """Return what an edit changed, a line a claim: 改数  高新技术企业 · 2024年  突破1.35万家 → 突破1.28万家.

    Documents that the ledger doesn't know at all are counted.
    """
    english = lang == "en"
    known = catalog.ledger.documents
    new: dict[str, int] = {}
    listed: list[Change] = []
    for change in found:
        if change.kind is ChangeKind.NEW and change.new is not None and change.new.document not in known:
            new[change.file] = new.get(change.file, 0) + 1
        else:
            listed.append(change)
    lines = [f"{change.file}:{change.line}  {described(catalog, change, lang)}" for change in listed[:MOST]]
    if len(listed) > MOST:
        rest = len(listed) - MOST
        lines.append(f"… and {rest} more" if english else f"……另有 {rest} 处")
    for file, count in new.items():
        lines.append(f"{file}  {count} new figures" if english else f"{file}  新录入 {count} 个数字")
    if lines:
        head = "Changed since it was last recorded:" if english else "上次登记以来的改动："
        lines.insert(0, head)
    return [printable(line) for line in lines]


def described(catalog: Catalog, change: Change, lang: str) -> str:
    """Return a change in one line, with what it was and what it is now."""
    kind, old, new = change.kind, change.old, change.new
    word = _WORDS[kind][lang == "en"]
    if old is None or new is None:
        one = new or old
        return word if one is None else f"{word}  {_named(catalog, one, lang)}  {one.figure}"
    if kind is ChangeKind.FIGURE:
        return f"{word}  {_named(catalog, new, lang)}  {old.figure} → {new.figure}"
    field = _FIELDS.get(kind)
    if field is None:
        before, after = (f"{_named(catalog, one, lang)}  {one.figure}" for one in (old, new))
        return f"{word}  {before} → {after}"
    before, after = (_parts(catalog, one, lang)[field] for one in (old, new))
    return f"{word}  {_named(catalog, new, lang, field)}  {new.figure}  {before} → {after}"


def _named(catalog: Catalog, claim: Claimed, lang: str, but: str = "") -> str:
    """Return what a claim is about, but for one of its parts."""
    parts = _parts(catalog, claim, lang)
    if claim.breakdown == TOTAL:
        parts["breakdown"] = ""
    document = catalog.documents.get(claim.document)
    if document is not None and document.document.ref_area == claim.ref_area:
        parts["ref_area"] = ""
    return " · ".join(text for key, text in parts.items() if text and key != but)


def _parts(catalog: Catalog, claim: Claimed, lang: str) -> dict[str, str]:
    """Return what a claim is about, each part in words."""
    entry = catalog.indicators.get(claim.indicator)
    area = catalog.areas.get(claim.ref_area)
    total = "total" if lang == "en" else "总数"
    return {
        "indicator": entry.name.in_language(lang) if entry else claim.indicator,
        "breakdown": breakdown_text(claim.breakdown, catalog, lang) or total,
        "ref_area": area.name.in_language(lang) if area else claim.ref_area,
        "time_period": period_text(claim.time_period, lang),
    }


def as_json(catalog: Catalog, found: Sequence[Change], lang: str) -> list[dict[str, object]]:
    """Return what an edit changed for machines; ``old`` and ``new`` are null where there is none."""
    return [
        {
            "kind": str(change.kind), "file": change.file, "line": change.line,
            "old": _object(change.old), "new": _object(change.new),
            "message": described(catalog, change, lang),
        }
        for change in found
    ]


def _object(claim: Claimed | None) -> dict[str, str] | None:
    if claim is None:
        return None
    return {
        "code": claim.code, "document": claim.document, "indicator": claim.indicator,
        "breakdown": claim.breakdown, "time_period": claim.time_period,
        "ref_area": claim.ref_area, "figure": claim.figure,
    }


def remind(found: Sequence[Change], lang: str) -> None:
    """Say on standard error that changes wait to be recorded; no problem."""
    if found:
        count = Count(len(found))
        said = (
            f"{count:change is|changes are} not in {LEDGER} yet; once compared with the document: "
            if lang == "en" else f"有 {count} 处改动还没有登记到 {LEDGER}，与原文核对无误后运行："
        )
        print(f"{said}python -m indicators codes --record", file=sys.stderr)
