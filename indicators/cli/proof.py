"""``proof``: any text held against the catalogue, figure by figure."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from indicators.catalog import Catalog, read_catalog
from indicators.cli.inputs import DataError, UsageError, read_text, refuse_errors
from indicators.evidence.judging import sound
from indicators.limits.caps import RefusedError
from indicators.proof import Finding, Proof, proof
from indicators.proof.wording import indicator_name, source, to_say, verdict_name, when, why
from indicators.table.codes import claim_of


def run_proof(folder: Path, path: Path, form: str, lang: str) -> int:
    """Print what is to be said of each figure of a text.

    Returns:
        0 if nothing has to be changed; 1 if something has, or the data has errors; 2 for wrong use.
    """
    try:
        text = read_text(path, lang)
        catalog = sound(read_catalog(folder))
        refuse_errors(catalog, lang)
        found = proof(text, catalog)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except RefusedError as error:
        print(f"{path}: {error.reason(lang)}", file=sys.stderr)
        return 2
    except DataError:
        return 1
    if form == "json":
        print(json.dumps(as_json(found, catalog, lang), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_text(found, catalog, str(path), lang)))
    return 1 if found.wrong else 0


def as_text(found: Proof, catalog: Catalog, name: str, lang: str) -> list[str]:
    """Return a proof in lines: each figure with its place and verdict, then how many of each."""
    lines = []
    for finding in found.findings:
        place = f"{name}:{finding.line}:{finding.column}"
        said = f"{place}: {verdict_name(finding.verdict, lang)} {finding.text}"
        lines.append(f"{said} — {why(finding, catalog, lang)}")
        if finding.row is not None:
            lines.append(f"    {indicator_name(finding.row, catalog, lang)}; {source(finding.row, catalog, lang)}")
        if finding.is_wrong:
            lines.append(f"    → {to_say(finding, catalog, lang)}")
        for row in finding.candidates:
            near = "perhaps" if lang == "en" else "可能是"
            lines.append(f"    {near}: {indicator_name(row, catalog, lang)} {row.figure} ({when(row, lang)})")
    counts = [f"{verdict_name(verdict, lang)} {count}" for verdict, count in found.counts.items() if count]
    none = "no figures" if lang == "en" else "没有数字"
    return [*lines, (", " if lang == "en" else "，").join(counts) or none]


def as_json(found: Proof, catalog: Catalog, lang: str) -> dict[str, object]:
    """Return a proof for machines."""
    return {
        "wrong": len(found.wrong),
        "counts": {verdict.value: count for verdict, count in found.counts.items()},
        "figures": [_object(finding, catalog, lang) for finding in found.findings],
    }


def _object(finding: Finding, catalog: Catalog, lang: str) -> dict[str, object]:
    row, printed = finding.row, finding.printed
    return {
        "start": finding.start, "end": finding.end, "line": finding.line, "column": finding.column,
        "text": finding.text, "section": finding.section, "verdict": finding.verdict.value,
        "wrong": finding.is_wrong, "message": why(finding, catalog, lang), "indicator": finding.indicator,
        "period": finding.period, "status": finding.status.value,
        "claim": None if row is None else {
            "code": claim_of(row).code, "document": row.document, "section": row.section, "indicator": row.indicator,
            "breakdown": row.breakdown, "figure": row.figure, "period": row.time_period,
        },
        "printed": None if printed is None else {
            "code": claim_of(printed).code, "indicator": printed.indicator, "figure": printed.figure,
            "period": printed.time_period,
        },
        "power": finding.power, "right": to_say(finding, catalog, lang) if finding.is_wrong else "",
        "candidates": [
            {"code": claim_of(near).code, "indicator": near.indicator, "figure": near.figure} for near in finding.candidates
        ],
    }
