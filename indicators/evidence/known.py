"""Known inconsistencies, held against what the figures now say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from indicators.catalog import Catalog, Observation
from indicators.catalog.files import EVIDENCE_FILE
from indicators.evidence.bounds import judged
from indicators.evidence.declared import Declared
from indicators.evidence.recalculation import Check, Outcome, record_of
from indicators.evidence.working import OUTCOMES, title
from indicators.reading.consequences import ANY
from indicators.reading.problems import Problem

NOTHING: Final[Mapping[Observation, str]] = MappingProxyType({})


def problems(
    catalog: Catalog, declared: Declared, checks: Sequence[Check],
    changed: Mapping[Observation, str] = NOTHING,
) -> list[Problem]:
    """Return a problem for each record that no longer holds, and for each fault without a record.

    A record fails when the source was mended (or a figure was mistyped): then the check has another
    outcome, or isn't there any more.

    Args:
        catalog: The catalogue.
        declared: What ``evidence.yaml`` declares.
        checks: Every figure calculated anew.
        changed: The claims with another figure than was last recorded, each with that.
    """
    found: list[Problem] = []
    outcomes = {tuple(record_of(check).values()): check for check in checks}
    places = declared.lines or ((1, 1),) * len(declared.content.known)
    for known, (line, column) in zip(declared.content.known, places, strict=True):
        key = (known.check, known.indicator, known.document, known.period, known.breakdown)
        check = outcomes.get(key)
        if check is not None and check.outcome == known.verdict:
            continue
        expected = OUTCOMES[Outcome(known.verdict)]
        now = OUTCOMES[check.outcome] if check else ("没有这项核对", "no longer checked")
        rows = check.rows if check else [row for row in changed if row.document == known.document]
        edited = [row for row in rows if row in changed]
        found.append(
            Problem(
                EVIDENCE_FILE, line, column, "known-inconsistency-gone",
                {"found": f"{known.indicator} {known.period}", "expected": known.verdict,
                 "expected_zh": expected[0], "reason_zh": now[0], "reason_en": now[1],
                 **{f"example_{lang}": _edited(edited, changed, lang) for lang in ("zh", "en")}},
                needs=tuple(judged(row) for row in edited),
            )
        )
    for check in checks:
        if check.outcome in (Outcome.EDGE, Outcome.CONTRADICTORY) and check.known is None:
            row = check.against
            words = OUTCOMES[check.outcome]
            found.append(
                Problem(
                    row.file, row.line, 1, "unrecorded-inconsistency",
                    {"found": title(catalog, check, "zh"), "found_en": title(catalog, check, "en"),
                     "reason_zh": words[0], "reason_en": words[1]},
                    needs=(*(judged(one) for one in check.rows), ("evidence", ANY)),
                )
            )
    return found


def _edited(rows: Sequence[Observation], changed: Mapping[Observation, str], lang: str) -> str:
    """Return which figures are other than they were when last recorded, as a sentence."""
    said = [f"{row.file}:{row.line} {changed[row]} → {row.figure}" for row in rows]
    if not said:
        return ""
    return f"changed since: {', '.join(said)}. " if lang == "en" else f"其间改了：{'、'.join(said)}。"
