"""``codes`` and ``verify``: which figure a code stands for, and whether it still stands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from indicators.catalog import Catalog, read_catalog
from indicators.cli.inputs import UsageError, read_limited
from indicators.decks.holding import differences
from indicators.decks.reading import read_whole
from indicators.evidence.judging import sound
from indicators.evidence.standing import overtaken
from indicators.language.attribution import figure_and_whose, figure_now, short_document
from indicators.language.sentences import breakdown_text
from indicators.language.text import period_text
from indicators.limits.caps import DECK, RefusedError
from indicators.reading.problems import refused_by_system
from indicators.table.changes import to_record
from indicators.table.codes import Register, Status, Verdict, claims_of, record

STATUS: Final = {
    Status.CURRENT: ("有效", "current"),
    Status.CORRECTED: ("已更正", "corrected"),
    Status.WITHDRAWN: ("已撤回", "withdrawn"),
    Status.UNKNOWN: ("没有这个码", "unknown"),
    Status.MISTYPED: ("抄错了字符", "mistyped"),
    Status.MALFORMED: ("不是核验码", "not a code"),
}


def _read(folder: Path, lang: str) -> Catalog | None:
    catalog = sound(read_catalog(folder))
    for problem in catalog.errors:
        print(problem.as_text(lang), file=sys.stderr)
    return None if catalog.errors else catalog


def run_codes(folder: Path, lang: str, *, append: bool) -> int:
    """Print each claim's code, or append the new ones to the ledger; 1 if the data has errors."""
    catalog = _read(folder, lang)
    if catalog is None:
        return 1
    claims = claims_of(catalog)
    if not append:
        for claim in claims:
            print(f"{claim.code}\t{claim.as_line()}")
        return 0
    try:
        count = record(folder, to_record(catalog))
    except OSError as error:
        print(refused_by_system(error.filename, error, lang), file=sys.stderr)
        return 2
    print(f"{count} added" if lang == "en" else f"登记了 {count} 条")
    return 0


def run_verify(folder: Path, lang: str, things: Sequence[str]) -> int:
    """Print what is known of each code, or of all codes of each deck, and what its slides print otherwise.

    Returns:
        0 if all are current and printed as they are, 1 if any isn't or a deck has none, 2 for a file
        that is no deck.
    """
    catalog = _read(folder, lang)
    if catalog is None:
        return 1
    register = Register.of(catalog)
    status = 0
    for thing in things:
        if not thing.lower().endswith(".pptx") and not Path(thing).is_file():
            status = max(status, _print(catalog, [("", register.verify(thing))], lang))
            continue
        try:
            deck = read_whole(read_limited(Path(thing), DECK, lang))
        except UsageError as error:
            print(error, file=sys.stderr)
            return 2
        except RefusedError as error:
            print(f"{thing}: {error.reason(lang)}", file=sys.stderr)
            return 2
        found = deck.found
        if not found:
            print(f"{thing}: no code in it" if lang == "en" else f"{thing}：里面没有核验码")
            status = max(status, 1)
        verdicts = [(item.slide, register.verify(item.code, item.kept, item.figure)) for item in found]
        placed = [(_place(slide, lang), verdict) for slide, verdict in verdicts]
        status = max(status, _print(catalog, placed, lang))
        for one in differences(catalog, verdicts, deck.printed):
            print(f"{_place(one.slide, lang)}{one.said(lang)}")
            status = max(status, 1)
    return status


def _place(slide: int, lang: str) -> str:
    return f"slide {slide}  " if lang == "en" else f"第{slide}页  "


def _print(catalog: Catalog, verdicts: Sequence[tuple[str, Verdict]], lang: str) -> int:
    rows = [verdict.row for _, verdict in verdicts if verdict.row is not None]
    newer = overtaken(catalog, rows, catalog.observations)
    for place, verdict in verdicts:
        said = describe(catalog, verdict, lang)
        if verdict.row in newer:
            figure = figure_and_whose(catalog, newer[verdict.row], lang)
            said += f"  (newer figure: {figure})" if lang == "en" else f"（已有更新的数字：{figure}）"
        print(f"{place}{verdict.code}  {said}")
    return int(any(verdict.status is not Status.CURRENT for _, verdict in verdicts))


def describe(catalog: Catalog, verdict: Verdict, lang: str) -> str:
    """Return a verdict in one line: 已更正  光缆长度 · 2025年一季度  超43万公里 → 超45万公里."""
    english = lang == "en"
    word = STATUS[verdict.status][english]
    claim = verdict.now or verdict.then
    if claim is None:
        return word
    entry = catalog.indicators.get(claim.indicator)
    name = entry.name.in_language(lang) if entry else claim.indicator
    part = breakdown_text(claim.breakdown, catalog, lang)
    document = short_document(catalog, claim.document, lang)
    period = period_text(claim.time_period, lang)
    head = " · ".join(text for text in (name, part, period, document) if text)
    if verdict.status is Status.CURRENT:
        return f"{word}  {head}  {figure_now(verdict, lang)}"
    unknown = "(figure not kept)" if english else "（当时的数字没有留存）"
    then = verdict.then.figure if verdict.then else unknown
    if verdict.now is None:
        return f"{word}  {head}  {then}"
    if verdict.then and verdict.then.time_period != verdict.now.time_period:
        then += f" ({period_text(verdict.then.time_period, lang)})"
    return f"{word}  {head}  {then} → {figure_now(verdict, lang)}"
