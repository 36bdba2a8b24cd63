"""``diff``: what changed between two documents."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path

from indicators.catalog import Catalog, Observation, read_catalog
from indicators.cli.inputs import DataError, UsageError, find_document
from indicators.evidence.judging import sound
from indicators.language.differences import OUTCOMES, printed, says
from indicators.language.sentences import breakdown_text
from indicators.texts import Comparison, Difference, Outcome, compare


def run_diff(folder: Path, old: str, new: str, form: str, lang: str) -> int:
    """Print what changed between two documents, by sector.

    Returns:
        0; 1 if a document has errors; 2 if there is no such document.
    """
    catalog = sound(read_catalog(folder))
    try:
        sources = [find_document(catalog, name, lang) for name in (old, new)]
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except DataError:
        return 1
    result = compare(
        catalog,
        sources[0].observations.values(),
        sources[1].observations.values(),
        (sources[0].entry.document.id, sources[1].entry.document.id),
    )
    if form == "json":
        print(json.dumps(as_json(result, catalog, lang), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(result, catalog, lang)))
    return 0


def as_json(result: Comparison, catalog: Catalog, lang: str) -> dict[str, object]:
    """Return a comparison for machines; numbers are strings, so that no digit is lost."""
    return {
        "old": result.old,
        "new": result.new,
        "counts": result.counts,
        "sectors": [
            {
                "sector": sector,
                "name": _sector(sector, catalog, lang),
                "differences": [_object(item, catalog, lang) for item in listed],
            }
            for sector, listed in result.by_sector.items()
        ],
    }


def _object(item: Difference, catalog: Catalog, lang: str) -> dict[str, object]:
    return {
        "kind": str(item.kind),
        "indicator": item.indicator,
        "name": catalog.indicators[item.indicator].name.in_language(lang),
        "breakdown": item.breakdown,
        "ref_area": item.ref_area,
        "old": _side(item.old),
        "new": _side(item.new),
        "direction": item.direction and str(item.direction),
        "change": None if item.change is None else f"{item.change:f}",
        "verdict": item.verdict and str(item.verdict),
        "says": says(item, catalog, lang),
        "shrunk": item.shrunk,
    }


def _side(row: Observation | None) -> dict[str, object] | None:
    if row is None:
        return None

    def number(value: Decimal | None) -> str | None:
        return None if value is None else f"{value:f}"

    return {
        "figure": row.figure,
        "time_period": row.time_period,
        "period_basis": row.period_basis,
        "section": row.section,
        "clearance": str(row.clearance),
        "relation": str(row.relation),
        "value": number(row.value),
        "lower": number(row.lower),
        "upper": number(row.upper),
        "unit_measure": row.unit_measure,
        "file": row.file,
        "line": row.line,
    }


def as_text(result: Comparison, catalog: Catalog, lang: str) -> list[str]:
    """Return a comparison as lines: the counts, then sector by sector."""
    english = lang == "en"
    counts = result.counts
    comma, colon = (", ", ": ") if english else (",", ":")
    listed = comma.join(
        f"{counts[kind]} {words[1]}" if english else f"{words[0]} {counts[kind]}"
        for kind, words in OUTCOMES.items()
    )
    lines = [f"{result.old} → {result.new}{colon}{listed}"]
    for sector, differences in result.by_sector.items():
        lines += ["", _sector(sector, catalog, lang)]
        for kind in Outcome:
            lines += [_line(item, catalog, lang) for item in differences if item.kind is kind]
    return lines


def _sector(sector: str, catalog: Catalog, lang: str) -> str:
    entry = catalog.sectors.get(sector)
    return entry.name.in_language(lang) if entry else sector


def _line(item: Difference, catalog: Catalog, lang: str) -> str:
    english = lang == "en"
    name = catalog.indicators[item.indicator].name.in_language(lang)
    label = breakdown_text(item.breakdown, catalog, lang)
    if label:
        name += f" ({label})" if english else f"({label})"
    sides = " → ".join(printed(row, lang) for row in (item.old, item.new) if row is not None)
    words = says(item, catalog, lang)
    return f"  {OUTCOMES[item.kind][english]}  {name}  {sides}" + (f"  {words}" if words else "")
